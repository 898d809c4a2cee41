import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { deductions } from "../../src/deductions/all.generated.ts";
import { formats } from "../../src/formats/all.generated.ts";
import { frameworks } from "../../src/frameworks/all.generated.ts";
import { COMPONENTS } from "../../src/model/components.ts";
import type { Plugin } from "../../src/model/plugin.ts";
import type { Condition, Framework } from "../../src/model/types.ts";
import { probes } from "../../src/probes/all.generated.ts";
import { records } from "../../src/records/all.generated.ts";
import { reports } from "../../src/report/all.generated.ts";
import { scanRules } from "../../src/scan/all.generated.ts";
import { sources } from "../../src/sources/all.generated.ts";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

const KINDS = [
  ["formats", formats],
  ["probes", probes],
  ["deductions", deductions],
  ["scan", scanRules],
  ["sources", sources],
  ["records", records],
  ["report", reports],
] as const;

const plugins = KINDS.flatMap(([kind, all]) => all.map(({ id, version }) => ({ kind, id, version })));

test.each(plugins)(
  "$kind/$id is registered under its folder's name, versioned, explained and tested",
  ({ kind, id, version }) => {
    const folder = join(SRC, kind, id);
    expect(Number.isInteger(version) && version > 0).toBe(true);
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    expect(readme).toMatch(new RegExp(`^# ${id}\n`));
    expect(readme.split("\n").length).toBeLessThanOrEqual(40);
    expect(readdirSync(folder).some((name) => name.endsWith(".test.ts"))).toBe(true);
    expect(readFileSync(join(folder, "index.ts"), "utf8").split("\n").length).toBeLessThanOrEqual(
      kind === "formats" ? 41 : 100,
    );
  },
);

test.each(KINDS)("every folder of %s is in the registry", (kind, all) => {
  const folders = listFolders(join(SRC, kind)).filter((name) => name !== "shared" && name !== "_template");
  expect(folders).toEqual(all.map(({ id }) => id).toSorted());
});

const studies = listFolders(join(SRC, "studies")).filter((name) => name !== "shared");

test.each(studies)("studies/%s holds one study of its folder's name, versioned and explained", async (id) => {
  const folder = join(SRC, "studies", id);
  const members: Readonly<Record<string, unknown>> = await import(join(folder, "index.ts"));
  const found = Object.values(members).filter(isStudy);
  expect(found.map((study) => study.id)).toEqual([id]);
  expect(found.every(({ version }) => Number.isInteger(version) && version > 0)).toBe(true);
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  expect(readme).toMatch(new RegExp(`^# ${id}\n`));
  expect(readme.split("\n").length).toBeLessThanOrEqual(21);
});

function isStudy(member: unknown): member is Plugin {
  return typeof member === "object" && member !== null && "run" in member;
}

function listFolders(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => name).toSorted();
}

/** All tests that lie in a folder, as one text. */
function readTests(...folder: readonly string[]): string {
  const path = join(SRC, ...folder);
  const names = readdirSync(path).filter((name) => name.endsWith(".test.ts"));
  return names.map((name) => readFileSync(join(path, name), "utf8")).join("\n");
}

const YES = /toBe\(true\)|value: true/;
const NO = /toBe\(false\)|value: false|, false\]/;
/** The value, or one of its reasons. */
const OPEN = /unknown|"(?:not-observed|listed-not-read|elsewhere|conflicting|unidentified|unreadable)"/;
const NAMED = /toEqual\(\["/;
/** Answers in words: all that a question about rights can have. */
const WORDS = [/"yes"/, /"no"/, /"depends"/, OPEN];

function listExpected(answers: readonly string[]): readonly RegExp[] {
  return answers.every((claim) => claim.startsWith("rights."))
    ? WORDS
    : [...new Set([...answers.flatMap(listValues), OPEN])];
}

/** A description can be seen and not be denied; that a part does not apply can be seen, and that it does is no answer. */
function listValues(claim: string): readonly RegExp[] {
  if (/\.(?:license|license-stated|modality)$/.test(claim)) return [NAMED];
  if (claim === "lineage.tuned" || /^(?:data-information|tuning-code|making-code)\.|[.-]linked$/.test(claim))
    return [YES];
  if (claim.startsWith("lineage.")) return [NAMED];
  if (claim.endsWith(".access")) return [/"open"/, /"gated"/, /"closed"/];
  return claim.endsWith(".applies") ? [NO] : [YES, NO];
}

test.each(probes)("$id has a case for every answer it can give", ({ id, answers }) => {
  const text = readTests("probes", id);
  for (const answer of listExpected(answers)) expect(text).toMatch(answer);
});

test.each(scanRules)("$id has a case in which it fires and one in which it is silent", ({ id }) => {
  const text = readTests("scan", id);
  expect(text).toMatch(new RegExp(`rule: "${id}[/"]`));
  expect(text).toMatch(/severity: "(?:note|warning|error)"/);
  expect(text).toMatch(/toEqual\(\[\]\)/);
});

test.each(scanRules)("$id says what to do, and its page tells of every code", ({ id, advice, codes }) => {
  expect(advice).toMatch(/^[A-Z].*\.$/);
  const page = readFileSync(join(SRC, "scan", id, "README.md"), "utf8");
  const sections = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  const rows = [...page.matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell = ""]) => [...cell.matchAll(/`([^`]+)`/g)]);
  expect(
    Object.keys(codes ?? {}).filter((code) => !sections.includes(code) && !rows.some((row) => row[1] === code)),
  ).toEqual([]);
});

test.each(scanRules.filter(({ codes }) => codes !== null))("$id has a case for every code", ({ id, codes }) => {
  const text = readTests("scan", id);
  for (const code of Object.keys(codes ?? {})) expect(text).toMatch(new RegExp(`["\\s]${code}"`));
});

test.each(formats.map(({ id }) => id))("the format %s has a good and a bad example", (id) => {
  for (const kind of ["good", "bad"])
    expect(readdirSync(join(SRC, "formats", id, "examples", kind)).length).toBeGreaterThan(0);
});

test.each(probes)("$id asks a question", ({ question }) => {
  expect(question).toMatch(/\?$/);
});

const answered = [...probes.flatMap(({ answers }) => answers), ...deductions.map(({ answers }) => answers)];

test("no claim is answered twice, and every component has its two", () => {
  expect(answered.filter((id, index) => answered.indexOf(id) !== index)).toEqual([]);
  for (const { id } of COMPONENTS)
    expect(answered).toEqual(expect.arrayContaining([`${id}.published`, `${id}.license`]));
});

test.each(deductions)("$id needs claims that somebody answers", ({ needs }) => {
  expect(needs.filter((id) => !answered.includes(id))).toEqual([]);
});

function listClaims(condition: Condition): readonly string[] {
  if ("claim" in condition) return [condition.claim];
  if ("not" in condition) return listClaims(condition.not);
  if ("all" in condition) return condition.all.flatMap(listClaims);
  return ("any" in condition ? condition.any : condition.count).flatMap(listClaims);
}

function claimsOf({ requirements }: Framework): readonly string[] {
  return requirements.flatMap(({ appliesWhen, grades }) => [
    ...(appliesWhen === undefined ? [] : listClaims(appliesWhen)),
    ...grades.flatMap(({ when }) => listClaims(when)),
  ]);
}

test.each(
  frameworks.map(
    (framework) => [`${framework.id}@${framework.version}/${framework.reading ?? ""}`, framework] as const,
  ),
)("every claim of %s is answered, or said to be unanswered", (_, framework) => {
  const known = [...answered, ...(framework.unanswered ?? []).map(({ claim }) => claim)];
  expect([...new Set(claimsOf(framework))].filter((id) => !known.includes(id))).toEqual([]);
});

test("every folder of the source says what lives in it", () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.filter(({ name }) => !existsSync(join(SRC, name, "README.md"))).map(({ name }) => name)).toEqual([]);
});
