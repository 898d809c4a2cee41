import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";

import { KINDS, listEntries } from "./kinds.ts";
import { generateRegistries, renderRegistry } from "./registries.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-gen-"));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("folders are registered by id, sorted, without templates and shared code", () => {
  for (const name of ["onnx", "gguf", "_template", "shared"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "all.generated.ts"), "");
  const kind = { folder, plural: "formats", singular: "Format" };
  expect(listEntries(kind).map(({ id }) => id)).toEqual(["gguf", "onnx"]);
});

test("files are registered by their ending, without tests and what is generated", () => {
  mkdirSync(folder, { recursive: true });
  for (const name of ["diff.ts", "assess.ts", "diff.test.ts", "all.generated.ts", "_shared.ts"]) {
    writeFileSync(join(folder, name), "");
  }
  const kind = { folder, plural: "commands", singular: "Command", ending: ".ts" };
  expect(listEntries(kind)).toEqual([
    { id: "assess", module: "assess.ts" },
    { id: "diff", module: "diff.ts" },
  ]);
});

test("an id may be a reserved word or hold hyphens and dots", () => {
  const kind = { folder, plural: "commands", singular: "Command", ending: ".ts" };
  const text = renderRegistry(kind, [
    { id: "import", module: "import.ts" },
    { id: "mof-1.0", module: "mof-1.0.ts" },
  ]);
  expect(text).toContain('import importCommand from "./import.ts";\nimport mof10Command from "./mof-1.0.ts";\n');
  expect(text).toContain("  typeof importCommand,\n  typeof mof10Command,\n");
});

test("every kind of this repository is complete", () => {
  expect(generateRegistries().problems).toEqual([]);
  expect(KINDS.flatMap(listEntries).length).toBeGreaterThan(10);
});
