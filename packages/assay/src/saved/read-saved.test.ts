import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeRelease } from "../../test/support/release.ts";
import { listBreaches } from "../../test/support/schema.ts";
import { assessOpened } from "../index.ts";
import { canonicalize } from "../model/canonical.ts";
import type { Assessment } from "../model/documents.ts";
import { UsageError } from "../model/errors.ts";
import { frameworks, platform } from "../node.ts";
import { findBreach, type Schema } from "./check-shape.ts";
import { LARGEST_SAVED, readSaved } from "./read-saved.ts";

const schema: Schema = JSON.parse(
  readFileSync(new URL("../../schemas/assessment.schema.json", import.meta.url), "utf8"),
);

const assessment: Assessment = await assessOpened(
  makeRelease({ files: { LICENSE: "Ask the owls.\n", "README.md": "# Owl\n\nCode: <https://github.com/acme/owl>\n" } }),
  { platform, frameworks, hash: "all", signal: new AbortController().signal, onProgress: () => undefined },
);

function read(text: string | Uint8Array): Assessment {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readSaved<Assessment>({ path: "owl.json", kind: "saved assessment", bytes, schema });
}

function refusal(text: string | Uint8Array): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "none";
}

test("what was printed is read again as it was", () => {
  expect(canonicalize(read(canonicalize(assessment)))).toBe(canonicalize(assessment));
  expect(canonicalize(read(`[${canonicalize(assessment)}]`))).toBe(canonicalize(assessment));
});

test("what is no assessment is refused in one line that says why", () => {
  const changed = (change: object): string => canonicalize({ ...assessment, ...change });
  expect(refusal("")).toMatch(/^owl\.json is no saved assessment: [^\n]+\.$/);
  expect(refusal("{}")).toBe("owl.json is no saved assessment: it has no schema.");
  expect(refusal("[]")).toContain("it is a list of 0");
  expect(refusal("null")).toContain("it is no object");
  expect(refusal(changed({ schema: "https://evil.example/" }))).toContain("/schema is not");
  expect(refusal(changed({ extra: 1 }))).toContain("it has the unknown key extra");
  expect(refusal(changed({ kind: "dream" }))).toContain('/kind is "dream", which is none of');
  expect(refusal(changed({ rights: [{ ...assessment.rights[0], answer: 1 }] }))).toContain(
    "/rights/0/answer is no string",
  );
  expect(refusal(changed({ claims: [{ id: "a", about: "*", evidence: [], value: 1, because: "offline" }] }))).not.toBe(
    "none",
  );
});

test("keys that stand twice, half letters, deep nests and more bytes than the bound are refused", () => {
  const text = canonicalize(assessment);
  expect(refusal(`{"kind":"model",${text.slice(1)}`)).toContain("the key kind stands twice");
  expect(refusal(text.replace('"Ask', '"\\ud800Ask').replace('"kind"', '"k\\ud800"'))).toContain("no saved assessment");
  expect(refusal("[".repeat(100_000))).toContain("no saved assessment");
  expect(refusal(new Uint8Array(LARGEST_SAVED + 1))).toContain(`more than ${LARGEST_SAVED}`);
});

test("law: a value that breaks the schema breaks it for Ajv, and the other way round", () => {
  const places = [
    "kind",
    "revision",
    "rights",
    "claims",
    "evidence",
    "gaps",
    "frameworks",
    "origins",
    "models",
  ] as const;
  const anyValue = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom("model", "unknown", [], {}, [{}], [{ id: "a", about: "*", value: true, evidence: [] }]),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), anyValue, (place, value) => {
      const changed = { ...assessment, [place]: value };
      expect(findBreach(changed, schema) === null).toBe(listBreaches("assessment", changed).length === 0);
    }),
    { numRuns: 500 },
  );
});
