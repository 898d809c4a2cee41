/** Which files of code a loader imports. */

import type { CodeImport } from "../../model/code-import.ts";
import { type CodeReference, factOf, type PythonFact, type Reading } from "../../model/facts.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { importByName } from "./by-name.ts";
import { candidatesFor, candidatesOf, folderOf } from "./paths.ts";

/** Imports that are followed; a real release has some dozen. */
const MOST = 5_000;

/** Code that a loader imports, in the order in which it is found. */
export const codeImports: Study<readonly CodeImport[]> = {
  id: "code-imports",
  version: 1,
  run: findImports,
};

/** Files that name code or are code; all others need not be opened for this. */
const SPEAKS_OF_CODE = /\.(?:json|ya?ml|py)$/i;

/** References that name a module of the release itself. */
const NAMING: ReadonlySet<CodeReference["kind"]> = new Set<CodeReference["kind"]>([
  "auto-map",
  "custom-pipeline",
  "module",
  "component",
  "parent-library",
]);

async function findImports(bench: Workbench): Promise<readonly CodeImport[]> {
  const files = new Map(bench.release.artifacts.map((artifact) => [keyOf(artifact.origin, artifact.path), artifact]));
  const found: CodeImport[] = [];
  const byName: CodeImport[] = [];
  for (const artifact of files.values()) {
    if (!SPEAKS_OF_CODE.test(artifact.path)) continue;
    const readings = await bench.readings(artifact);
    found.push(...listNamed(artifact, readings, files));
    byName.push(...importByName(artifact, factOf(readings, "python")));
  }
  return [...(await follow(found.slice(0, MOST), files, bench)), ...byName];
}

type Files = ReadonlyMap<string, Artifact>;

function keyOf(origin: string, path: string): string {
  return `${origin}\0${path}`;
}

function listNamed({ origin, path }: Artifact, readings: readonly Reading[], files: Files): readonly CodeImport[] {
  return (factOf(readings, "code") ?? []).flatMap(({ kind, pointer, field }): readonly CodeImport[] => {
    const name = String(field.value);
    if (!NAMING.has(kind) || name.includes("--")) return [];
    const file = candidatesFor({ kind, pointer, name, folder: folderOf(path) }).find((one) =>
      files.has(keyOf(origin, one)),
    );
    // Components and parents mostly are those of libraries, which only their absence tells.
    if (file === undefined && kind !== "auto-map" && kind !== "custom-pipeline") return [];
    return [{ origin, how: kind, by: path, name, file: file ?? null }];
  });
}

/** What imported files import of the release in turn. */
async function follow(first: readonly CodeImport[], files: Files, bench: Workbench): Promise<readonly CodeImport[]> {
  const found = [...first];
  const seen = new Set<string>();
  for (let next = 0; next < found.length && found.length < MOST; next++) {
    const { origin, file } = found[next] as CodeImport;
    const artifact = file === null ? undefined : files.get(keyOf(origin, file));
    if (artifact === undefined || seen.has(keyOf(origin, artifact.path))) continue;
    seen.add(keyOf(origin, artifact.path));
    const python = factOf(await bench.readings(artifact), "python");
    for (const one of python === undefined ? [] : listOwn(artifact, python, files)) found.push(one);
  }
  return found;
}

/** Modules of the release that a file imports, relative to it or under their plain names beside it. */
function listOwn({ origin, path }: Artifact, { imports }: PythonFact, files: Files): readonly CodeImport[] {
  return imports.flatMap(({ module, names }) => {
    const there = candidatesOf(module, names, folderOf(path)).filter(
      (one) => one !== path && files.has(keyOf(origin, one)),
    );
    return there.map((file): CodeImport => ({ origin, how: "import", by: path, name: module, file }));
  });
}
