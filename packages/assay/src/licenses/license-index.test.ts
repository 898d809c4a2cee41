import { expect, test } from "vitest";

import { loadLicenseIndex } from "./license-index.ts";

const hash = "a".repeat(64);
const entry = { id: "MIT", name: "MIT License", osiApproved: true, deprecated: false, exact: hash, equivalent: [hash] };
const load = (value: unknown) => loadLicenseIndex(new TextEncoder().encode(JSON.stringify(value)));

test("loads what was compiled", () => {
  expect(load({ source: "s@1", licenses: [entry] })).toEqual({ source: "s@1", licenses: [entry] });
});

test.each<[string, unknown]>([
  ["no object", []],
  ["no source", { licenses: [] }],
  ["no list", { source: "s@1", licenses: {} }],
  ["no entry", { source: "s@1", licenses: [null] }],
  ["a hash cut short", { source: "s@1", licenses: [{ ...entry, exact: "ab" }] }],
  ["a word for a hash", { source: "s@1", licenses: [{ ...entry, equivalent: ["x"] }] }],
  ["a flag left out", { source: "s@1", licenses: [{ ...entry, deprecated: undefined }] }],
])("refuses %s", (_, value) => {
  expect(() => load(value)).toThrow(expect.objectContaining({ code: "licenses-index" }));
});

test("refuses what is no JSON and no UTF-8", () => {
  expect(() => loadLicenseIndex(new Uint8Array([0xff]))).toThrow("not JSON");
  expect(() => loadLicenseIndex(new TextEncoder().encode("{"))).toThrow("not JSON");
});
