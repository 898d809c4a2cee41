import fc from "fast-check";
import { expect, test } from "vitest";

import { COMPONENTS } from "../../model/components.ts";
import { FormatError } from "../../model/errors.ts";
import type { Claim } from "../../model/types.ts";
import { NAMES } from "./components.ts";
import { readMofRecord } from "./read.ts";

const RECORD = `framework:
  name: 'Model Openness Framework'
  version: '1.0'
release:
  name: Tiny
  version: 1B
  producer: Somebody
  license:
    distribution: { name: MIT, path: '' }
    data: { name: CDLA-Permissive-2.0 }
  components:
    - name: 'Model parameters (Final)'
    - name: 'Training code'
    - { name: 'Model card', license: unlicensed }
    - { name: 'Data card', license: '' }
    - { name: 'Research paper', license: null }
    - { name: 'Evaluation results', license: 'MIT license' }
    - { name: 'Datasets', license: [MIT] }
    - { name: 'Training dataset', license: MIT }
    - { name: 'Evaluation code', license: MIT }
    - { name: 'Evaluation code', license: ISC }
`;

async function claimsOf(text: string): Promise<ReadonlyMap<string, Claim>> {
  return (await readMofRecord(text)).claims;
}

test("every component of the framework has a name in records", () => {
  expect([...NAMES.values()].toSorted()).toEqual(COMPONENTS.map(({ id }) => id).toSorted());
});

const licences: readonly (readonly [string, string, readonly string[] | "unknown"])[] = [
  ["the release's licence for the content type", "weights", ["CDLA-Permissive-2.0"]],
  ["else the one for the distribution", "training-code", ["MIT"]],
  ["unlicensed is none", "model-card", ["NONE"]],
  ["an empty text is none", "data-card", ["NONE"]],
  ["null is as if it were not set", "paper", ["MIT"]],
  ["a licence stays as it stands", "evaluation-results", ["MIT license"]],
  ["what is no text is unknown", "training-data", "unknown"],
  ["the last entry of a name counts", "evaluation-code", ["ISC"]],
];

test.each(licences)("%s: %s", async (_, id, license) => {
  const claims = await claimsOf(RECORD);
  expect(claims.get(`${id}.published`)?.value).toBe(true);
  expect(claims.get(`${id}.license`)?.value).toEqual(license);
});

test("what is not listed is not published and has no licence", async () => {
  const claims = await claimsOf(RECORD);
  expect(claims.get("architecture.published")?.value).toBe(false);
  expect(claims.has("architecture.license")).toBe(false);
  expect(claims.get("weights.complete")?.value).toBe(true);
});

test("a record has its name", async () => {
  expect((await readMofRecord(RECORD)).name).toBe("Tiny");
});

test("without any licence there is none", async () => {
  const claims = await claimsOf("release: { name: A, license: {}, components: [{ name: Datasets }] }");
  expect(claims.get("training-data.license")?.value).toEqual(["NONE"]);
});

const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${"bcdefghi"
  .split("")
  .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdefgh"[index]}`).join(", ")}]`)
  .join("\n")}`;

const wrong: readonly (readonly [string, string, string])[] = [
  ["nothing", "", "not-a-record"],
  ["a list", "- a", "not-a-record"],
  ["no release", "framework: {}", "not-a-record"],
  ["no name", "release: { producer: A }", "not-a-record"],
  ["components that are no list", "release: { name: A, components: { name: Datasets } }", "not-a-record"],
  ["components that are texts", "release: { name: A, components: [Datasets] }", "not-a-record"],
  ["broken YAML", "release: { name: [", "not-yaml"],
  ["a key twice", "release: { name: A }\nrelease: { name: B }", "not-yaml"],
  ["an alias bomb", bomb, "not-yaml"],
  ["nesting without end", "[".repeat(49_999), "not-yaml"],
  ["two documents", "release: { name: A }\n---\nrelease: { name: B }", "not-yaml"],
  ["a file without end", " ".repeat(50_001), "over-limit"],
  ["components without end", `release: { name: A, components: [${"{},".repeat(1001)}] }`, "over-limit"],
];

test.each(wrong)("%s is refused", async (_, text, code) => {
  const error = await readMofRecord(text).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FormatError);
  expect(error).toMatchObject({ code });
});

test("whatever the text, the answer is a record or a format error", async () => {
  const lines = fc.array(fc.constantFrom(...RECORD.split("\n"), "  x: &a *a", "- - -", "\t", "? !!js x"), {
    maxLength: 12,
  });
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    lines.map((some) => some.join("\n")),
  );
  await fc.assert(
    fc.asyncProperty(text, async (record) => {
      const error = await readMofRecord(record).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error !== null) expect(error).toBeInstanceOf(FormatError);
    }),
    { numRuns: 1000 },
  );
});
