import { expect, test } from "vitest";
import { assessRelease, fileOf, makeModel, openOn } from "../../../test/hub/ask-hub.ts";
import type { FileLie, HubRepository, ListLie } from "../../../test/hub/contents.ts";
import { startHub } from "../../../test/hub/hub.ts";

const WEIGHTS = "model-00001-of-00001.safetensors";
const OWL: HubRepository = { id: "acme/owl", files: makeModel(1) };

/** What becomes of a small file that its host delivers wrongly. */
const SMALL: readonly (readonly [FileLie, string])[] = [
  ["shorter", "digest-mismatch"],
  ["longer", "digest-mismatch"],
  ["other-content", "digest-mismatch"],
  ["endless", "digest-mismatch"],
  ["cut", "out-of-reach"],
  ["stalled", "out-of-reach"],
  ["gone", "out-of-reach"],
  ["redirect-loop", "out-of-reach"],
  ["redirect-away", "out-of-reach"],
];

test.each(SMALL)("a card that comes %s is a gap (%s), and nothing of it is believed", async (lie, code) => {
  const hub = await startHub([{ ...OWL, lies: { "README.md": lie } }]);
  const release = await openOn(hub, "hf:acme/owl");
  await expect(fileOf(release, "README.md").open().read(0, 1)).rejects.toMatchObject({ name: "FormatError", code });
  const { gaps, components, artifacts } = await assessRelease(release);
  expect(gaps).toMatchObject([{ path: "README.md", code }]);
  expect(components.find(({ id }) => id === "model-card")?.present).not.toBe(true);
  expect(artifacts.find(({ path }) => path === "README.md")?.sha256).toBeNull();
});

/** What becomes of weights whose ranges are delivered wrongly. */
const RANGES: readonly (readonly [FileLie, string])[] = [
  ["shorter", "out-of-reach"],
  ["other-total", "digest-mismatch"],
  ["endless", "digest-mismatch"],
  ["status-200", "out-of-reach"],
  ["other-range", "out-of-reach"],
  ["stalled", "out-of-reach"],
  ["redirect-loop", "out-of-reach"],
  ["redirect-away", "out-of-reach"],
];

test.each(RANGES)(
  "weights whose range comes %s are a gap (%s), and whether they are complete is open",
  async (lie, code) => {
    const hub = await startHub([{ ...OWL, lies: { [WEIGHTS]: lie } }]);
    const release = await openOn(hub, "hf:acme/owl");
    await expect(fileOf(release, WEIGHTS).open().read(0, 8)).rejects.toMatchObject({ name: "FormatError", code });
    const { gaps, claims } = await assessRelease(release);
    expect(gaps).toMatchObject([{ path: WEIGHTS, code }]);
    expect(claims.find(({ id }) => id === "weights.complete")?.value).toBe("unknown");
  },
);

test("a host that sends all of the weights for a range is not listened to", async () => {
  const zeros = { head: new Uint8Array(), size: 30 << 20 };
  const hub = await startHub([
    { id: "acme/owl", files: { "a.safetensors": zeros }, lies: { "a.safetensors": "range-ignored" } },
  ]);
  const release = await openOn(hub, "hf:acme/owl");
  await expect(fileOf(release, "a.safetensors").open().read(0, 8)).rejects.toMatchObject({ code: "out-of-reach" });
});

test("reads outside a file are refused before they are tried, and of one file no more than a bound is fetched", async () => {
  const hub = await startHub([OWL]);
  const source = fileOf(await openOn(hub, "hf:acme/owl"), WEIGHTS).open();
  await expect(source.read(0, source.size + 1)).rejects.toMatchObject({ code: "truncated" });
  await expect(source.read(0, source.size)).rejects.toMatchObject({ code: "over-limit" });
  expect(hub.requests.length).toBe(2);
});

/** What becomes of a repository that its host describes wrongly: the gap, and whether its files are there. */
const LISTS: readonly (readonly [ListLie, string, number])[] = [
  ["page-loop", "lies", 10],
  ["page-away", "lies", 10],
  ["page-nowhere", "lies", 10],
  ["no-list", "lies", 0],
  ["other-id", "lies", 0],
  ["huge-json", "over-limit", 0],
];

test.each(LISTS)("a list that tells %s is a gap (%s)", async (listLie, code, files) => {
  const hub = await startHub([{ ...OWL, listLie }], { pageSize: 10 });
  const release = await openOn(hub, "hf:acme/owl");
  expect(release.gaps[0]).toMatchObject({ code, stage: "source" });
  expect(release.artifacts.length).toBe(files);
});

test("a host that answers with another commit than was asked for is not believed", async () => {
  const hub = await startHub([{ ...OWL, listLie: "other-commit", tags: ["a".repeat(40)] }]);
  const { gaps } = await openOn(hub, `hf:acme/owl@${"a".repeat(40)}`);
  expect(gaps).toMatchObject([{ code: "lies" }]);
});

test("a gated repository that gives another card than it lists leaves a gap, and the rest stands", async () => {
  const lies = { "README.md": "other-content" } as const;
  const hub = await startHub([{ ...OWL, gated: "auto", hasPublicCard: true, lies }]);
  const { gaps, artifacts } = await assessRelease(await openOn(hub, "hf:acme/owl"));
  expect(gaps.map(({ code }) => code).toSorted()).toEqual(["digest-mismatch", "gated"]);
  expect(artifacts.length).toBe(Object.keys(OWL.files).length);
});

test("paths that leave the repository or stand twice are left out and counted", async () => {
  const hub = await startHub([{ ...OWL, listLie: "bad-paths" }]);
  const { gaps, artifacts } = await openOn(hub, "hf:acme/owl");
  expect(gaps).toMatchObject([{ code: "refused-path", args: { entries: 7 } }]);
  expect(artifacts.map(({ path }) => path)).toEqual(Object.keys(OWL.files).toSorted());
});

test("a file whose size is another beside its digest is left out", async () => {
  const hub = await startHub([{ ...OWL, listLie: "size-beside-digest" }]);
  const { gaps, artifacts } = await openOn(hub, "hf:acme/owl");
  expect(gaps).toMatchObject([{ code: "refused-path" }]);
  expect(artifacts.some(({ path }) => path === WEIGHTS)).toBe(false);
});

test("a host that is gone leaves a gap", async () => {
  const { gaps } = await openOn({ environment: { HF_ENDPOINT: "http://127.0.0.1:1" } }, "hf:acme/owl");
  expect(gaps).toMatchObject([{ code: "unreachable" }]);
});
