/** The sets with a gold, read from the corpora; what a row means is written in README.md beside this file. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { listFixtures } from "./fixtures.ts";
import type { Change, GoldRow } from "./gold.ts";
import {
  ALTERED_UPSTREAM,
  CORRECTED,
  EXCEPTION_ALONE,
  NO_GOLD,
  NO_LICENCE_KEYS,
  OTHER_TEXT,
  OWN_NAME,
  UNLISTED,
} from "./readings.ts";

/** Folder of the licence corpora: `$ASSAY_CORPORA/licenses`, or the one beside the repository. */
export const CORPORA: string = join(
  process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../shared/corpora", import.meta.url)),
  "licenses",
);

/** Whether the corpora are on this machine. */
export const hasCorpora: boolean = existsSync(CORPORA);

/** All rows of all sets, in the order of the table. @throws Error when a corpus is not there. */
export function loadSets(): readonly GoldRow[] {
  const rows = [
    ...listSpdxTexts(),
    ...listFixtures(),
    ...listClassifier(),
    ...listAskalono(),
    ...listScancodeTests(),
    ...listUpstream(),
    ...listLicenseDb(),
    ...listMutations(),
  ];
  return rows.filter(({ path }) => !(path in NO_GOLD)).map(correct);
}

/** Text of a row as a reader of files would have it. */
export function readRow({ path, text }: GoldRow): string {
  return text ?? readFileSync(join(CORPORA, path), "utf8");
}

function correct(row: GoldRow): GoldRow {
  const expected = CORRECTED[row.path]?.expected ?? row.expected;
  return { ...row, expected, change: row.path in OWN_NAME ? "own" : row.change };
}

function listSpdxTexts(): readonly GoldRow[] {
  const folder = "spdx-texts/txt";
  const exceptions = new Set(readdirSync(join(CORPORA, "spdx-texts/xml/src/exceptions")).map(stem));
  return readdirSync(join(CORPORA, folder))
    .sort()
    .map((file) => {
      const id = stem(file).replace(/^depreciate_/, "");
      const exception = exceptions.has(id) ? id : EXCEPTION_ALONE[id];
      const set = exception === undefined ? "SPDX licences" : "SPDX exceptions";
      return { set, path: `${folder}/${file}`, expected: [exception ?? id], compare: "family", change: "none" };
    });
}

// The classifier's labels carry no "only" and no "or later", so each stands for the family. Its supplements are words
// that stand beside a licence, not a licence.
function listClassifier(): readonly GoldRow[] {
  const rows = readTable("licenseclassifier").filter(([, , kind]) => kind !== "Supplement");
  return rows.map(([file = "", expected = "", kind = ""]) => {
    const ids = expected.split(",").filter((id) => id !== "" && id !== "Copyright");
    const isListed = ids.length === 0 || ids.some((id) => !(id in UNLISTED));
    const part = kind === "" ? "scenarios" : kind.toLowerCase();
    const path = `licenseclassifier/${file}`;
    const set = `classifier ${isListed && !(path in OTHER_TEXT) ? part : "unlisted"}`;
    return { set, path, expected: ids, compare: "family", change: "none" };
  });
}

function listAskalono(): readonly GoldRow[] {
  return readTable("askalono-tests").map(([file = "", expected = ""]) => {
    const path = `askalono-tests/${file}`;
    return { set: "askalono", path, expected: expected.split(" AND "), compare: "id", change: "none" };
  });
}

// scancode's labels tell "only" from "or later" by the notice; of a whole GNU text alone nobody can.
function listScancodeTests(): readonly GoldRow[] {
  const spdxIds = readSpdxKeys();
  const rows = readTable("scancode-tests").flatMap(([file = "", expression = ""]) => {
    const path = `scancode-tests/${file}`;
    const keys = expression === "" ? [] : expression.split(/ \| | AND | OR /).map((key) => key.replaceAll(/[()]/g, ""));
    const named = [...new Set(keys)].filter((key) => !NO_LICENCE_KEYS.has(key));
    // A table may name a file that was left out, and a row may name no licence in particular.
    if (!existsSync(join(CORPORA, path)) || (named.length === 0 && keys.length > 0)) return [];
    const expected = named.map((key) => toSpdx(key, spdxIds));
    const compare = isWholeGnuText(path) ? "family" : "id";
    return [{ set: `scancode ${partOf(expected)}`, path, expected, compare, change: "none" } as const];
  });
  return rows.toSorted((a, b) => a.set.localeCompare(b.set));
}

function partOf(expected: readonly string[]): string {
  if (expected.length === 0) return "nothing";
  if (expected.length > 1) return "several";
  return expected[0]?.startsWith("LicenseRef-") ? "one, its own id" : "one, SPDX id";
}

function listUpstream(): readonly GoldRow[] {
  return readTable("ai-upstream").map(([file = "", label = ""]) => {
    const path = `ai-upstream/${file}`;
    const change: Change = file in ALTERED_UPSTREAM ? "altered" : "none";
    return { set: "AI upstream", path, expected: label === "" ? [] : [label], compare: "family", change };
  });
}

function listLicenseDb(): readonly GoldRow[] {
  return readTable("scancode-licensedb-ai").map(([file = "", key = "", spdx = ""]) => {
    const path = `scancode-licensedb-ai/${file}`;
    return { set: "AI LicenseDB", path, expected: [spdx === "" ? key : spdx], compare: "id", change: "none" };
  });
}

function listMutations(): readonly GoldRow[] {
  return readTable("mutations").map(([file = "", base = "", mutation = ""]) => {
    const isHarmless = mutation === "identity" || mutation === "format-only";
    const change = isHarmless ? "format" : "altered";
    const set = isHarmless ? "mutations, harmless" : "mutations, altered";
    return { set, path: `mutations/${file}`, expected: [base], compare: "family", change };
  });
}

/** Rows of a corpus's `expected.tsv` without its head. */
function readTable(corpus: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(CORPORA, corpus, "expected.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  return lines.map((line) => line.split("\t"));
}

interface KeyRow {
  readonly license_key: string;
  readonly spdx_license_key: string | null;
}

function readSpdxKeys(): ReadonlyMap<string, string> {
  const rows: readonly KeyRow[] = JSON.parse(readFileSync(join(CORPORA, "scancode-licensedb-ai/index.json"), "utf8"));
  return new Map(
    rows.map((row) => [row.license_key, row.spdx_license_key ?? `LicenseRef-scancode-${row.license_key}`]),
  );
}

/** The SPDX form of `key` or `key WITH exception`. */
function toSpdx(term: string, spdxIds: ReadonlyMap<string, string>): string {
  const ids = term.split(" WITH ").map((key) => spdxIds.get(key.trim()) ?? `LicenseRef-scancode-${key.trim()}`);
  return ids.join(" WITH ");
}

/** Whether the file holds a whole GNU licence: only those say so of themselves. */
function isWholeGnuText(path: string): boolean {
  const words = readFileSync(join(CORPORA, path), "utf8").replaceAll(/[\s#*/;%>|-]+/g, " ");
  return /permitted to copy and distribute verbatim copies/i.test(words);
}

function stem(file: string): string {
  return file.replace(/\.(?:txt|xml)$/, "");
}
