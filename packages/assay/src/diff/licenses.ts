/** Licence texts of two releases: which is another one, and what that makes of the rights. */

import { canonicalize } from "../model/canonical.ts";
import type { LicenseChange, LicenseSideEntry } from "../model/changes.ts";
import type { Assessment, LicenseComparison, LicenseEntry } from "../model/documents.ts";
import type { Sha256 } from "../model/types.ts";
import type { Causes } from "./cause.ts";
import type { ComparedFiles } from "./files.ts";
import { identify } from "./places.ts";

/** A licence text and where it stands, as one side has it. */
export interface LicenseText {
  readonly entry: LicenseEntry;
  /** The words, where they are at hand. */
  readonly text?: string;
}

/** Holds two texts beside each other; where one has no words, by what was read of them. */
export type CompareLicenses = (
  older: LicenseText,
  newer: LicenseText,
) => Pick<LicenseComparison, "relation" | "verdict" | "headline" | "terms" | "texts">;

/** Licence texts of one release. */
export interface LicenseSideTexts extends Pick<Assessment, "licenses" | "artifacts"> {
  /** Words by path, of those that are at hand. */
  readonly texts?: ReadonlyMap<string, string>;
}

interface Known {
  readonly files: ComparedFiles;
  readonly causes: Causes;
  readonly compare: CompareLicenses;
}

/** A text with its key, and with the digest of its file. */
interface Held extends LicenseText {
  readonly side: "old" | "new";
  readonly digest: Sha256 | null;
  readonly key: string;
}

/** All licence texts that differ, by path. */
export function diffLicenses(older: LicenseSideTexts, newer: LicenseSideTexts, known: Known): readonly LicenseChange[] {
  const [before, after] = [hold(older, "old", known.files), hold(newer, "new", known.files)];
  const pairs: (readonly [Held | undefined, Held | undefined])[] = [];
  const [gone, come] = [new Map(before), new Map(after)];
  for (const [key, old] of before) {
    const next = after.get(key);
    if (next === undefined) continue;
    pairs.push([old, next]);
    gone.delete(key);
    come.delete(key);
  }
  pairs.push(...pairRest([...gone.values()], [...come.values()]));
  return pairs.flatMap(([old, next]) => tell(old, next, known)).sort((a, b) => compareKeys(placeOf(a), placeOf(b)));
}

function hold(
  { licenses, artifacts, texts }: LicenseSideTexts,
  side: "old" | "new",
  files: ComparedFiles,
): ReadonlyMap<string, Held> {
  const digests = new Map(artifacts.toReversed().map((file) => [file.path, identify(file).digest]));
  const held = new Map<string, Held>();
  for (const entry of licenses.toSorted((a, b) => compareKeys(canonicalize(a), canonicalize(b)))) {
    const { path, component } = entry;
    const text = texts?.get(path);
    const base = `${files.keyOf(side, { path })}\n${component}`;
    let [key, n] = [base, 2];
    while (held.has(key)) key = `${base}\n${n++}`;
    held.set(key, { entry, side, key, digest: digests.get(path) ?? null, ...(text !== undefined && { text }) });
  }
  return held;
}

/** What governed the same and is the only one that came and went is one text that was replaced. */
function pairRest(
  gone: readonly Held[],
  come: readonly Held[],
): readonly (readonly [Held | undefined, Held | undefined])[] {
  const [before, after] = [gone, come].map((all) => Map.groupBy(all, ({ entry }) => entry.component));
  const components = new Set([...gone, ...come].map(({ entry }) => entry.component));
  return [...components].sort().flatMap((component) => {
    const [old = [], next = []] = [before?.get(component), after?.get(component)];
    if (old.length === 1 && next.length === 1) return [[old[0], next[0]] as const];
    return [...old.map((one) => [one, undefined] as const), ...next.map((one) => [undefined, one] as const)];
  });
}

function tell(old: Held | undefined, next: Held | undefined, known: Known): readonly LicenseChange[] {
  const sides = { ...(old && { old: describe(old) }), ...(next && { new: describe(next) }) };
  if (old === undefined || next === undefined) return tellOne(old ?? next, sides, known);
  if (isSame(old, next)) return [];
  const compared = old.text === undefined || next.text === undefined ? "terms" : "words";
  const { relation, verdict, headline, terms, texts } = known.compare(old, next);
  const states = [known.causes.causeAt("old", old.entry), known.causes.causeAt("new", next.entry)];
  const isOfRelease =
    states.includes("release") || (old.digest !== null && next.digest !== null && old.digest !== next.digest);
  const cause = isOfRelease ? "release" : "reading";
  return [{ change: "changed", cause, compared, relation, verdict, headline, terms, texts, ...sides }];
}

function tellOne(
  one: Held | undefined,
  sides: Pick<LicenseChange, "old" | "new">,
  { causes }: Known,
): readonly LicenseChange[] {
  if (one === undefined) return [];
  const change = one.side === "new" ? "added" : "removed";
  const cause = causes.causeAt(one.side, one.entry);
  const headline = `${one.entry.path} ${change === "added" ? "came" : "is gone"}`;
  return [{ change, cause, compared: "none", verdict: "unknown", headline, terms: [], texts: [], ...sides }];
}

function describe({ entry: { path, component, declared, match }, digest }: Held): LicenseSideEntry {
  return { path, component, declared, match, digest };
}

/** The same bytes read alike, or the same reading where there is nothing to tell bytes by. */
function isSame(old: Held, next: Held): boolean {
  const read = ({ entry: { match, titled, terms } }: Held): string =>
    canonicalize({ match, titled, terms: terms.map(({ type, value, quote }) => [type, value, quote]) });
  if (old.text !== undefined && next.text !== undefined) return old.text === next.text && read(old) === read(next);
  if (old.digest !== null && next.digest !== null && old.digest !== next.digest)
    return isInside(old) && read(old) === read(next);
  return read(old) === read(next);
}

/** Whether the text is only a part of its file, which may differ elsewhere. */
function isInside({ entry }: Held): boolean {
  return entry.path.includes("#") || /\.(?:md|markdown|json|rst|gguf|safetensors)$/i.test(entry.path);
}

function placeOf({ old, new: newer, change }: LicenseChange): string {
  const side = newer ?? old;
  return `${side?.path}\n${side?.component}\n${old?.path}\n${change}`;
}

function compareKeys(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
