import { expect, test } from "vitest";
import { assessRelease, fileOf, makeModel, openOn } from "../../../test/hub/ask-hub.ts";
import type { HubRepository } from "../../../test/hub/contents.ts";
import { startHub } from "../../../test/hub/hub.ts";

const TERMS = "You agree to use the model for research alone.";
const CARD = `---
license: other
extra_gated_heading: Acme asks you
extra_gated_prompt: ${TERMS}
extra_gated_fields:
  I accept the terms: checkbox
  a/b: text
---
# Owl
`;
const GATED: HubRepository = { id: "acme/owl", gated: "manual", files: { ...makeModel(2), "README.md": CARD } };

test("a gated model is assessed by its answer, its list and its gate, with one request for its card", async () => {
  const hub = await startHub([GATED]);
  const release = await openOn(hub, "hf:acme/owl");
  const assessment = await assessRelease(release);
  expect(hub.requests.length).toBe(3);
  expect(hub.requests[2]).toMatch(/README\.md$/);
  expect(new Set(release.artifacts.map(({ state }) => state))).toEqual(new Set(["listed"]));
  expect(release.gaps).toMatchObject([{ code: "gated", stage: "source", args: { files: release.artifacts.length } }]);
  expect(release.hostRecords[0]).toMatchObject({
    access: "gated",
    gate: [
      { pointer: "/cardData/extra_gated_heading", words: "Acme asks you" },
      { pointer: "/cardData/extra_gated_prompt", words: TERMS },
      { pointer: "/cardData/extra_gated_fields/I accept the terms", words: "I accept the terms" },
      { pointer: "/cardData/extra_gated_fields/a~1b", words: "a/b" },
    ],
  });
  expect(assessment.licenses.some(({ path }) => path.includes("extra_gated_prompt"))).toBe(true);
});

test("a public card of a gated model is read, and asked for once", async () => {
  const hub = await startHub([{ ...GATED, hasPublicCard: true }]);
  const release = await openOn(hub, "hf:acme/owl");
  await assessRelease(release);
  expect(hub.requests.length).toBe(3);
  expect(release.artifacts.filter(({ state }) => state === "here").map(({ path }) => path)).toEqual(["README.md"]);
  expect(release.gaps).toMatchObject([{ code: "gated", args: { files: release.artifacts.length - 1 } }]);
});

test("with a token that has access, a gated model is read like any other", async () => {
  const hub = await startHub([GATED], { token: "hf_good" });
  const release = await openOn(hub, "hf:acme/owl", { token: "hf_good" });
  await assessRelease(release);
  expect(release.gaps).toEqual([]);
  expect(fileOf(release, "LICENSE").state).toBe("here");
  expect(hub.requests.length).toBeLessThanOrEqual(12);
  expect(new Set(hub.tokens)).toEqual(new Set(["hf_good"]));
});

test("with a token that has none, one file and the card are asked for", async () => {
  const hub = await startHub([{ ...GATED, hasPublicCard: true }], { token: "hf_good" });
  const release = await openOn(hub, "hf:acme/owl", { token: "hf_other" });
  expect(hub.requests.length).toBe(4);
  expect(fileOf(release, "README.md").state).toBe("here");
  expect(release.gaps).toMatchObject([{ code: "gated" }]);
});

test("a gate that was left in the card of an open model is none", async () => {
  const { gated: _, ...open } = GATED;
  const hub = await startHub([open]);
  expect((await openOn(hub, "hf:acme/owl")).hostRecords[0]).toMatchObject({ access: "open", gate: [] });
});

const HIDDEN = /not visible to you/;

/** What is asked, with which token, and what is said of it. */
const WITHHELD: readonly (readonly [
  what: string,
  asked: { target: string; token?: string },
  code: string,
  words: RegExp,
])[] = [
  ["one that is not there", { target: "hf:acme/none" }, "not-visible", HIDDEN],
  ["one that is not there, with a token", { target: "hf:acme/none", token: "hf_x" }, "not-visible", HIDDEN],
  ["a private one", { target: "hf:acme/secret" }, "not-visible", HIDDEN],
  ["a private one, with another token", { target: "hf:acme/secret", token: "hf_x" }, "not-visible", HIDDEN],
  ["a model asked for as a data set", { target: "hf:datasets/acme/owl" }, "not-visible", HIDDEN],
  ["one that was disabled", { target: "hf:acme/bad" }, "disabled", /disabled/],
  ["a revision that is none", { target: "hf:acme/owl@v9" }, "no-such-revision", /no revision v9/],
];

test.each(WITHHELD)("%s is a gap of the release, and not said to be missing", async (...[, asked, code, words]) => {
  const files = { "README.md": "# Owl\n" };
  const repositories: readonly HubRepository[] = [
    { id: "acme/owl", files },
    { id: "acme/secret", files, isPrivate: true },
    { id: "acme/bad", files, isDisabled: true },
  ];
  const hub = await startHub(repositories, { token: "hf_good" });
  const { artifacts, gaps } = await openOn(hub, asked.target, asked);
  expect(artifacts).toEqual([]);
  expect(gaps).toMatchObject([{ code, message: expect.stringMatching(words) }]);
  expect(gaps[0]?.message).not.toMatch(/does not exist|hf_x/);
  expect(hub.requests.length).toBe(1);
});

test("a private model is read with a token that has access", async () => {
  const hub = await startHub([{ id: "acme/secret", files: { "README.md": "# Owl\n" }, isPrivate: true }], {
    token: "t",
  });
  expect((await openOn(hub, "hf:acme/secret", { token: "t" })).artifacts.length).toBe(1);
});
