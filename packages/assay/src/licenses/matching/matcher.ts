/** What licence a text is, is a change of, or holds: the nearest text of the index, and all that is not it. */

import type { Deviation, LicenseMatch } from "../../model/license.ts";
import { isDeprecatedId } from "../deprecated-ids.ts";
import { gnuFamily } from "../license-family.ts";
import { toPage } from "../page.ts";
import { type Comparison, compare, judge, pairWith, weigh } from "./compare.ts";
import { describeHunks } from "./deviations.ts";
import type { Body, Fingerprint, Fingerprints } from "./fingerprints.ts";
import { blankNotices } from "./notices.ts";
import { findPart } from "./parts.ts";
import type { Part, Reading } from "./reading.ts";
import { prepareRetrieval, type Retrieve } from "./retrieve.ts";
import { tokenize } from "./tokens.ts";

/** What the matcher says of a text. */
export interface Matched {
  readonly match: LicenseMatch;
  readonly deviations: readonly Deviation[];
  /** What a text that holds licences has beside them. */
  readonly beside?: string;
}

/** A licence found in a part of the text. */
interface Found {
  readonly licence: Fingerprint;
  readonly part: Part;
  readonly comparison: Comparison;
}

/** Share of a licence that has to be there for the text to be called a change of it, and to be called derived from it. */
const MODIFIED = 0.75;
const DERIVED = 0.5;
/** Share of a licence that has to be there, unbroken by other words, for a text to contain it. */
const CONTAINED = 0.85;
/** Share of a text that has to be the licence's: with more beside it, the text holds the licence among other things. */
const MOSTLY = 0.5;
/** From here on a text is looked at a second time before it is called a change of a licence. */
const NEAR = 0.95;
/** Tokens of a name that a notice may have instead of another. */
const LONGEST_NAME = 16;
/** Tokens: shorter stretches are not looked at for further licences. */
const SHORTEST_PART = 20;
const MOST_PARTS = 50;

/** What is said of a text that is nothing known. */
export const UNKNOWN: Matched = { match: { id: null, kind: "unknown", similarity: 0 }, deviations: [] };

/** A matcher over the index. It never throws, and takes time in proportion to the text. */
export function createMatcher(index: Fingerprints): (text: string) => Matched {
  const retrieve = prepareRetrieval(index);
  return (original) => {
    const text = toPage(original);
    const read = (bare: string): Matched => {
      const tokens = tokenize(bare);
      const numbers = index.numbersOf(tokens.hashes);
      return numbers.length === 0
        ? UNKNOWN
        : matchReading({ index, retrieve, reading: { original, text, tokens, numbers } });
    };
    const bare = blankNotices(text);
    const first = read(bare);
    // A wrapped line may have a notice and the licence's own words: then nothing is taken for a notice beforehand.
    const isNear =
      first.match.kind === "modified" && first.match.similarity >= NEAR && bare !== text && !hasOwnWords(first);
    const second = isNear ? read(text) : first;
    return second.match.kind === "equivalent" ? second : first;
  };
}

interface Matcher {
  readonly index: Fingerprints;
  readonly retrieve: Retrieve;
  readonly reading: Reading;
}

function matchReading(matcher: Matcher): Matched {
  const whole = { from: 0, to: matcher.reading.numbers.length };
  const nearest = findNearest(matcher, whole);
  if (nearest !== null && isMostly(nearest)) {
    const more = findBeside(matcher, nearest);
    return more.length > 0 ? describeParts(matcher, [nearest, ...more]) : describeOne(matcher, nearest);
  }
  const parts = findParts(matcher, whole);
  if (parts.length > 1 || (parts.length === 1 && nearest === null)) return describeParts(matcher, parts);
  const [only] = parts;
  if (only !== undefined)
    return shareOf(only, whole) >= MOSTLY ? describeOne(matcher, nearest ?? only) : describeParts(matcher, parts);
  return nearest === null ? UNKNOWN : describeOne(matcher, nearest);
}

/** A text that is one licence's; an exception is one from a licence, which may be named beside it. */
function describeOne(matcher: Matcher, found: Found): Matched {
  const described = describe(matcher, found);
  const isAlone = found.licence.kind !== "exception" || !hasOwnWords(described);
  return isAlone ? described : { ...described, beside: cutOut(matcher.reading, [found]) };
}

function shareOf({ comparison }: Found, { from, to }: Part): number {
  return comparison.matched / (to - from);
}

function isMostly({ comparison }: Found): boolean {
  const { matched, inserted, missing, required } = comparison;
  return matched / required >= MODIFIED && matched / (matched + inserted) >= 0.8 && missing / required <= 0.25;
}

/** The licence that is the least apart; of those that are equally near the one with the plainest name. */
function findNearest(matcher: Matcher, part: Part): Found | null {
  const { reading, retrieve, index } = matcher;
  const length = part.to - part.from;
  let best: Found | null = null;
  for (const { body, atLeast } of retrieve(reading.numbers.subarray(part.from, part.to))) {
    // What cannot be paired is at best one stretch, and at best partly excused.
    const apart = atLeast - countFree(body);
    const isFar = apart > (length + body.tokens.length) * (1 - DERIVED);
    if (isFar || (best && weigh(apart) > best.comparison.distance)) continue;
    const pairing = pairWith(reading, body, part);
    for (const licence of body.texts) {
      const found = { licence, part, comparison: judge(pairing, licence, { index, reading }) };
      if (isOfAnother(matcher, found)) continue;
      if (best === null || compareFound(found, best) < 0) best = found;
    }
  }
  return best;
}

/** Tokens that may be excused: optional stretches, alternatives and their replacement, a title. */
function countFree({ stretches }: Body): number {
  return stretches.reduce((sum, { start, end, kind }) => sum + end - start + (kind === "optional" ? 0 : 12), 16);
}

/** Words by which notices of one form name another licence. */
const NAMING_WORDS = /^(?:\d+|lesser|library|affero|documentation|later|only)$/;

/** Words of which each makes a notice another's where it is there on one side alone. */
const NUMBERS = ["0", "1", "2", "3", "4", "5", "later", "only"];

/** Whether a notice differs from the licence's own in a number or a word of the name: then it is another licence's. */
function isOfAnother({ reading, index }: Pick<Matcher, "reading" | "index">, { licence, comparison }: Found): boolean {
  if (licence.kind !== "header") return false;
  const telling = new Set(NUMBERS.map((word) => index.numberOf(word)));
  const license = index.numberOf("license");
  const { tokens } = licence.body;
  return comparison.hunks
    .filter(({ why }) => why === undefined)
    .some(({ a, aEnd, b, bEnd }) => {
      const theirs = tokens.subarray(b, bEnd);
      const ours = reading.tokens.wordsIn(a, Math.min(aEnd, a + LONGEST_NAME));
      // Above the notice may stand anything; amid it another number, or a word before "License", is another name.
      if (b === 0 || b === tokens.length) return false;
      const isName = theirs.length > 0 && tokens[bEnd] === license;
      return isName || theirs.some((token) => telling.has(token)) || ours.some((word) => NAMING_WORDS.test(word));
    });
}

function compareFound(a: Found, b: Found): number {
  const apart = a.comparison.distance - b.comparison.distance;
  if (apart !== 0) return apart;
  // Of several that excuse all that differs, the one that has less to excuse.
  const closer = b.comparison.matched - a.comparison.matched;
  if (closer !== 0) return closer;
  const isOld = ({ licence: { id } }: Found): number => (isDeprecatedId(id) ? 1 : 0);
  return isOld(a) - isOld(b) || a.licence.id.length - b.licence.id.length || (a.licence.id < b.licence.id ? -1 : 1);
}

/** Licences that stand whole, or nearly so, in the text, in their order. */
function findParts(matcher: Matcher, whole: Part): readonly Found[] {
  const found: Found[] = [];
  const open: Part[] = [whole];
  while (open.length > 0 && found.length < MOST_PARTS) {
    const part = open.pop();
    if (part === undefined || part.to - part.from < SHORTEST_PART) continue;
    const best = findContained(matcher, part);
    if (best === null) continue;
    found.push(best);
    open.push({ from: best.part.to, to: part.to }, { from: part.from, to: best.part.from });
  }
  return found.sort((a, b) => a.part.from - b.part.from);
}

/** Licences and exceptions that stand whole in what a text has beside its own. */
function findBeside(matcher: Matcher, { comparison }: Found): readonly Found[] {
  return comparison.hunks
    .filter(({ a, aEnd, why }) => why === undefined && aEnd - a >= SHORTEST_PART)
    .flatMap(({ a, aEnd }) => findParts(matcher, { from: a, to: aEnd }));
}

function findContained(matcher: Matcher, part: Part): Found | null {
  const { reading, retrieve, index } = matcher;
  const length = part.to - part.from;
  let best: Found | null = null;
  let most = 0;
  for (const { body, atLeast } of retrieve(reading.numbers.subarray(part.from, part.to))) {
    const [licence] = body.texts;
    if (licence === undefined || body.tokens.length < SHORTEST_PART / 2) continue;
    // Tokens that both have, wherever they stand.
    const common = (length + body.tokens.length - atLeast) / 2;
    if (common < (body.tokens.length - countFree(body)) * CONTAINED || common < most) continue;
    const place = findPart(reading.numbers, body.tokens, part);
    if (place === null) continue;
    const found = { licence, part: place, comparison: compare(reading, licence, { index, part: place }) };
    const { matched, inserted, required, distance } = found.comparison;
    const gain = matched - distance;
    const isWhole = matched / required >= CONTAINED && inserted <= matched / 2;
    if (isWhole && gain > most && !isOfAnother(matcher, found)) [best, most] = [found, gain];
  }
  return best;
}

/** The text of a GNU licence does not say whether later versions apply, and a notice does: for a text the family is named. */
function nameOf({ id, name, kind }: Fingerprint): Pick<LicenseMatch, "id" | "name" | "family"> {
  const family = kind === "header" ? null : gnuFamily(id);
  return family === null ? { id, name } : { id: null, family };
}

function describe({ reading }: Matcher, { licence, comparison }: Found): Matched {
  const { matched, inserted, missing, required } = comparison;
  const similarity = round((2 * matched) / (2 * matched + inserted + missing));
  const deviations = describeHunks(reading, comparison.hunks);
  const cover = matched / required;
  const kind = kindOf(licence, { cover, isClean: inserted + missing === 0, similarity });
  if (kind === "unknown") return { ...UNKNOWN, match: { ...UNKNOWN.match, similarity } };
  return { match: { ...nameOf(licence), kind, similarity }, deviations };
}

function kindOf(
  { kind }: Fingerprint,
  { cover, isClean, similarity }: { readonly cover: number; readonly isClean: boolean; readonly similarity: number },
): LicenseMatch["kind"] {
  if (kind === "header") return cover >= CONTAINED ? "reference" : "unknown";
  if (isClean) return "equivalent";
  if (cover >= MODIFIED && similarity >= DERIVED) return "modified";
  return similarity >= DERIVED ? "derived" : "unknown";
}

function describeParts({ reading }: Matcher, parts: readonly Found[]): Matched {
  const ids = [...new Set(parts.map(({ licence }) => nameOf(licence)).flatMap(({ id, family }) => id ?? family ?? []))];
  const matched = parts.reduce((sum, { comparison }) => sum + comparison.matched, 0);
  const isReference = parts.every(({ licence }) => licence.kind === "header");
  const kind = isReference ? "reference" : "contains";
  const similarity = round(matched / reading.numbers.length);
  return { match: { ...nameAll(ids), kind, similarity }, deviations: [], beside: cutOut(reading, parts) };
}

/** What the text has beside the parts, and amid them as words of its own. */
function cutOut({ text, tokens }: Reading, parts: readonly Found[]): string {
  const isHeld = new Uint8Array(tokens.length);
  for (const { part, comparison } of parts) {
    const own = comparison.hunks.filter(({ a, aEnd, why }) => why === undefined && aEnd - a > OWN_WORDS);
    let at = part.from;
    for (const { a, aEnd } of [...own, { a: part.to, aEnd: part.to }]) {
      isHeld.fill(1, at, a);
      at = aEnd;
    }
  }
  const rest: string[] = [];
  for (let at = isHeld.indexOf(0); at >= 0; ) {
    const end = isHeld.indexOf(1, at);
    rest.push(text.slice(tokens.starts[at], tokens.ends[(end < 0 ? tokens.length : end) - 1]));
    at = end < 0 ? -1 : isHeld.indexOf(0, end);
  }
  return rest.join("\n");
}

/** Words in a row that no form of a text puts in. */
const OWN_WORDS = 12;

/** Whether the text has a stretch of its own that is more than a heading or a line of copyright. */
export function hasOwnWords({ deviations }: Matched): boolean {
  return deviations.some(
    ({ material, kind, text = "" }) => material && kind === "inserted" && text.split(/\s+/).length > OWN_WORDS,
  );
}

/** One id, or all of them where there are several. */
export function nameAll(ids: readonly string[]): Pick<LicenseMatch, "id" | "ids"> {
  const [first = null, second] = ids;
  return second === undefined ? { id: first } : { id: null, ids };
}

function round(share: number): number {
  return Math.floor(share * 10_000) / 10_000;
}
