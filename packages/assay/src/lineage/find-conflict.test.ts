import { expect, test } from "vitest";
import type { Ancestor } from "../model/documents.ts";
import type { Evidence } from "../model/types.ts";
import type { Known } from "./carry.ts";
import { type Descent, findConflict, findOpenBase, listBaseLicenses } from "./find-conflict.ts";

const KNOWN: Known = new Map([
  ["LicenseRef-owl", { terms: [{ type: "commercial-use", value: false, clause: "2" }] }],
  ["MIT", { terms: [{ type: "commercial-use", value: true, clause: "1" }] }],
]);

function descent(
  ancestor: Partial<Ancestor>,
  { code = "base-named", target = "crow/small", apart = false } = {},
): Descent {
  const lineage: readonly Ancestor[] = [
    {
      relation: "finetune",
      base: "acme/owl",
      license: "LicenseRef-owl",
      compatible: "unknown",
      why: "Is it?",
      evidence: ["b#1"],
      ...ancestor,
    },
  ];
  const evidence = [
    { id: "b#1", code },
    ...(apart ? [{ id: "b#2", code: "trained-apart" }] : []),
  ] as unknown as readonly Evidence[];
  return { lineage, evidence, origins: [{ id: "o", target, revision: "1", role: "model", linkedBy: "user" }] };
}

test("what a base that is named demands has to be carried", () => {
  expect(findConflict(descent({}), "MIT", KNOWN)).toBe(
    "It was made from acme/owl, which is under LicenseRef-owl; MIT does not carry what that demands: no commercial use (§2).",
  );
  expect(findConflict(descent({}), "LicenseRef-owl", KNOWN)).toBeNull();
  expect(findConflict(descent({ license: "MIT" }), "MIT", KNOWN)).toBeNull();
  expect(listBaseLicenses(descent({}))).toEqual(["LicenseRef-owl"]);
});

test("a licence that nobody read is not known to carry it", () => {
  expect(findConflict(descent({}), "AAL", KNOWN)).toMatch(
    /whether AAL carries no commercial use \(§2\) is not known here/,
  );
});

test.each([
  ["data", descent({ relation: "dataset" })],
  ["what a configuration only mentions", descent({}, { code: "base-hinted" })],
  ["the publisher's own work", descent({}, { target: "hf:acme/owl-2@1" })],
  ["what a model only taught", descent({}, { apart: true })],
  ["a base under no licence that is known", descent({ license: null })],
])("%s blocks nothing", (_, given) => {
  expect(findConflict(given, "MIT", KNOWN)).toBeNull();
});

test("what is not settled is asked first; data are not", () => {
  expect(findOpenBase(descent({}, { code: "base-hinted" }))).toBe("acme/owl: Is it?");
  expect(findOpenBase(descent({ license: null, why: "Which licence has acme/owl?" }))).toBe(
    "Which licence has acme/owl?",
  );
  expect(findOpenBase(descent({ compatible: true }))).toBeNull();
  expect(findOpenBase(descent({ relation: "dataset" }))).toBeNull();
});
