/** What the manifests of packages and files of citation state of the licence of the folder they lie in. */

import { factOf, isBroken, type Reading } from "../../model/facts.ts";
import { placeOf } from "../../model/place.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Doubt } from "../../model/types.ts";
import { noteFile, offsetOfLine, quoteLine, type Remark } from "../shared/noting.ts";
import { isAside } from "../shared/path-words.ts";
import { isOwnText } from "./card-links.ts";
import { UNIDENTIFIED } from "./declared-terms.ts";
import {
  type PackageStatement,
  readCitation,
  readPackage,
  scopeOfCitation,
  scopeOfPackage,
} from "./package-statements.ts";
import { folderOf, governsBy, type LicenseSource, type Scope } from "./sources.ts";

/** Files by their exact names, and what they speak for where they cannot be read. */
const SPEAKS_FOR: Readonly<Record<string, readonly Scope[]>> = {
  "package.json": ["all"],
  "pyproject.toml": ["code"],
  "CITATION.cff": ["code", "data"],
};

/** Faults by which no statement of a licence can have been lost. */
const HARMLESS: ReadonlySet<string> = new Set(["missing-key", "bad-requirement", "custom-tag", "complex-key"]);

/** A manifest of an example, of a test or of somebody else's code does not speak for the model. */
function speaksFor(path: string): readonly Scope[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return Object.hasOwn(SPEAKS_FOR, name) && !isAside(path) ? (SPEAKS_FOR[name] ?? []) : [];
}

/** What every manifest states, and every manifest that could not be read. */
export async function readPackageTags(
  bench: Workbench,
  texts: readonly LicenseSource[],
): Promise<readonly LicenseSource[]> {
  const sources: LicenseSource[] = [];
  for (const artifact of bench.release.artifacts) {
    if (speaksFor(artifact.path).length > 0) sources.push(...(await readTags(bench, artifact, texts)));
  }
  return [...sources, ...readRefused(bench)];
}

async function readTags(
  bench: Workbench,
  artifact: Artifact,
  texts: readonly LicenseSource[],
): Promise<readonly LicenseSource[]> {
  const text = await bench.text(artifact);
  if (!text.ok) return await describeUnread(bench, artifact, text.because);
  const readings = await bench.readings(artifact);
  const { scopes, statements } = listStatements(readings, artifact, (link) =>
    isTextHere(link, { artifact, texts, bench }),
  );
  const lost = isDoubtful(readings) ? text.value.content.search(/licen[cs]e/i) : -1;
  const tags: LicenseSource[] = [];
  for (const scope of scopes) {
    for (const statement of statements) tags.push(await describe(bench, artifact, { statement, scope }));
    if (lost >= 0) tags.push(await describeLost(bench, artifact, { scope, ...quoteLine(text.value, lost) }));
  }
  return tags;
}

/** Whether a text lies here under that name, or under the same with another ending: `LICENSE` for `LICENSE.md`. */
function isTextHere(link: string, place: Parameters<typeof isOwnText>[1]): boolean {
  if (isOwnText(link, place)) return true;
  const bare = link.replace(/\.(?:md|markdown|txt|rst)$/i, "");
  return ["", ".md", ".txt", ".rst"].some((ending) => isOwnText(bare + ending, place));
}

interface Listed {
  readonly scopes: readonly Scope[];
  readonly statements: readonly PackageStatement[];
}

function listStatements(readings: readonly Reading[], { path }: Artifact, isOwn: (link: string) => boolean): Listed {
  const manifest = factOf(readings, "package");
  const citation = factOf(readings, "citation");
  if (manifest !== undefined) return { scopes: [scopeOfPackage(manifest)], statements: readPackage(manifest, isOwn) };
  if (citation !== undefined) return { scopes: [scopeOfCitation(citation)], statements: readCitation(citation) };
  return { scopes: speaksFor(path), statements: [] };
}

/** A key of something else that stands twice says nothing about the licence; other faults and gaps may hide one. */
function isDoubtful(readings: readonly Reading[]): boolean {
  if (isBroken(readings) || readings.some(({ gaps }) => gaps.length > 0)) return true;
  return readings
    .flatMap(({ faults }) => faults)
    .some(({ code, args }) => !HARMLESS.has(code) && (code !== "duplicate-key" || /licen[cs]e/i.test(`${args.name}`)));
}

interface Stated {
  readonly statement: PackageStatement;
  readonly scope: Scope;
}

async function describe(bench: Workbench, artifact: Artifact, { statement, scope }: Stated): Promise<LicenseSource> {
  const { path } = artifact;
  const { declared, field, ...named } = statement;
  const message = `${path} declares the licence ${declared}`;
  const said =
    declared === ""
      ? { code: "license-statement-unclear", message: `${path} states a licence in a way that is not plain` }
      : { code: "license-declared", message };
  const quote = await quoteField(bench, artifact, statement);
  const remark: Remark = { ...said, args: { path, declared }, basis: "declared", at: field.at, ...quote };
  const note = await noteFile(bench, artifact, remark);
  return { ...tagOf(artifact, scope), ...named, declared: declared === "" ? null : declared, note };
}

/** The line of a value, or the value itself where its line or its place is too long to be shown. */
async function quoteField(
  bench: Workbench,
  artifact: Artifact,
  { field: { value, at } }: PackageStatement,
): Promise<{ readonly quote?: string }> {
  const text = await bench.text(artifact);
  const words = String(value);
  const line = text.ok ? quoteLine(text.value, offsetOfLine(text.value, at.line ?? 1)) : undefined;
  if (line !== undefined && line.quote.length <= 200 && line.quote.includes(words) && words !== "") return line;
  return text.ok && words !== "" && text.value.content.includes(words) ? { quote: words } : {};
}

type Lost = Pick<LicenseSource, "scope"> & ReturnType<typeof quoteLine>;

async function describeLost(bench: Workbench, artifact: Artifact, { scope, at, quote }: Lost): Promise<LicenseSource> {
  const { path } = artifact;
  const message = `${path} is damaged and speaks of a licence`;
  const remark = { code: "license-statement-unclear", args: { path }, message, basis: "declared" as const, at, quote };
  const note = await noteFile(bench, artifact, remark);
  return { ...tagOf(artifact, scope), declared: null, terms: UNIDENTIFIED, note };
}

/** A manifest that is only listed counts where it stands for the whole, as with cards. */
async function describeUnread(bench: Workbench, artifact: Artifact, because: Doubt): Promise<readonly LicenseSource[]> {
  const { path } = artifact;
  if (because === "listed-not-read" && path.includes("/")) return [];
  const remark = { ...sayUnread(path), basis: "inferred" as const };
  const note = await noteFile(bench, artifact, remark);
  return speaksFor(path).map((scope) => ({ ...tagOf(artifact, scope), declared: null, terms: { because }, note }));
}

function sayUnread(path: string): Pick<LicenseSource["note"], "code" | "args" | "message"> {
  return { code: "manifest-not-read", args: { path }, message: `${path} may state a licence and was not read` };
}

function readRefused({ release }: Workbench): readonly LicenseSource[] {
  return release.gaps
    .filter(({ stage }) => stage === "source")
    .flatMap((gap) => {
      const artifact = { path: gap.path, origin: gap.origin ?? release.origins[0].id };
      const note = { ...sayUnread(gap.path), basis: "inferred" as const, at: placeOf(release, artifact) };
      const unread = { declared: null, terms: { because: "unreadable" }, note, isRefused: true } as const;
      return speaksFor(gap.path).map((scope) => ({ ...tagOf(artifact, scope), ...unread }));
    });
}

type Tag = Pick<LicenseSource, "kind" | "artifact" | "folder" | "scope" | "found" | "governs">;

function tagOf(artifact: LicenseSource["artifact"], scope: Scope): Tag {
  const folder = folderOf(artifact.path);
  return { kind: "tag", artifact, folder, scope, found: null, governs: governsBy(folder) };
}
