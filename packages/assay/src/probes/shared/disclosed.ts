/** Answers what a release discloses in words, from the study of disclosures. */

import type { Ledger } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Doubt } from "../../model/types.ts";
import { type Disclosure, type Disclosures, disclosures, type WrittenPart } from "../../studies/disclosures/index.ts";
import type { SectionKind } from "../../studies/sections/classify.ts";
import { noteFile, quoteLine } from "../../studies/shared/noting.ts";
import { sayValue, wordsOf } from "./claim-words.ts";

/** Places cited for one claim: enough to check it by eye. */
const MOST_CITED = 5;

/** How close two figures have to be to be the same, as a share: "15T" and "15.2 trillion". */
const SAME = 0.02;

/** A claim that is answered by yes or no. */
export interface Asked {
  readonly claim: string;
  /** Kinds of sections that describe it when something stands in them, or titles of such sections. */
  readonly kinds?: readonly SectionKind[];
  readonly titles?: RegExp;
  /** Titles of sections of these kinds that are about something else. */
  readonly except?: RegExp;
  /** First words with which a section is about something else. */
  readonly exceptWords?: RegExp;
  /** Set where a section of code alone, or of a table, is a description. */
  readonly bare?: "code" | "table";
}

/** What is known beside the documents. */
export type Beside = readonly string[];

/** A desk at which disclosures are answered. */
export interface Desk {
  readonly ledger: Ledger;
  readonly bench: Workbench;
  readonly found: Disclosures;
}

/** Opens the desk of a probe. */
export async function openDesk(ledger: Ledger, bench: Workbench): Promise<Desk> {
  return { ledger, bench, found: await bench.study(disclosures) };
}

/** Yes where it is described or where other evidence is at hand, no on the release's own word, and else open. */
export async function answerDisclosed(desk: Desk, asked: Asked, beside: Beside = []): Promise<void> {
  const { ledger } = desk;
  const { told, denied } = listSaid(desk, asked.claim);
  const refused = new Set(denied.map(({ page, line }) => `${page.artifact.path}:${line}`));
  const written = desk.found.written.filter(
    (part) => describes(part, asked) && !refused.has(`${part.page.artifact.path}:${part.line}`),
  );
  const yes = [...beside, ...(await noteWritten(desk, written)), ...(await noteSaid(desk, told))].slice(0, MOST_CITED);
  const no = await noteSaid(desk, denied);
  if (yes.length > 0 && no.length > 0) ledger.leaveOpen(asked.claim, "conflicting", [...yes, ...no]);
  else if (no.length > 0) ledger.answer(asked.claim, false, no);
  else if (yes.length > 0) ledger.answer(asked.claim, true, yes);
  else leaveOpen(desk, asked.claim);
}

/** Leaves a claim open for which nothing was found. */
export function leaveOpen({ ledger, found }: Desk, claim: string, because: Doubt = "not-observed"): void {
  ledger.leaveOpen(claim, found.isCut && because === "not-observed" ? "over-limit" : because);
}

function describes({ kind, title, bare, quote }: WrittenPart, asked: Asked): boolean {
  const { kinds = [], titles, except, exceptWords, bare: counted } = asked;
  if ((bare !== null && bare !== counted) || exceptWords?.test(quote) === true) return false;
  if (titles?.test(title) === true) return true;
  return kinds.includes(kind) && except?.test(title) !== true;
}

function listSaid({ found }: Desk, claim: string): Record<"told" | "denied", readonly Disclosure[]> {
  const all = found.said.get(claim) ?? [];
  return { told: all.filter(({ isDenied }) => !isDenied), denied: all.filter(({ isDenied }) => isDenied) };
}

/** Answers a figure: the one that is stated, or stated of the whole; several that differ are a conflict. */
export async function answerFigure(desk: Desk, claim: string, unit: string): Promise<void> {
  const { told, denied } = listSaid(desk, claim);
  const totals = told.filter(({ isTotal }) => isTotal === true);
  const counted = (totals.length > 0 ? totals : told).filter(({ value }) => typeof value === "number");
  const values = counted.map(({ value }) => value as number);
  const seen = await noteSaid(desk, spread(counted));
  const [first] = values;
  if (first === undefined) {
    const no = await noteSaid(desk, denied);
    if (no.length > 0) desk.ledger.leaveOpen(claim, "not-observed", no);
    else leaveOpen(desk, claim);
  } else if (denied.length === 0 && values.every((value) => Math.abs(value - first) <= SAME * first))
    desk.ledger.measure(claim, { value: first, unit }, seen);
  else desk.ledger.leaveOpen(claim, "conflicting", [...seen, ...(await noteSaid(desk, denied))]);
}

/** One place of each value first, so that a conflict can be seen. */
function spread(places: readonly Disclosure[]): readonly Disclosure[] {
  return [...new Map(places.toReversed().map((one) => [one.value, one])).values()].toReversed();
}

/** Answers a word: the one that is stated; several that differ are a conflict, unless one line lists them all. */
export async function answerWord(desk: Desk, claim: string): Promise<void> {
  const places = spread(listSaid(desk, claim).told);
  const seen = await noteSaid(desk, places);
  const [first] = places;
  const isList = places.every(({ page, line }) => page === first?.page && line === first.line);
  const words = places.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  if (first === undefined) leaveOpen(desk, claim);
  else if (isList && words.length > 1) desk.ledger.answer(claim, words.toSorted(), seen);
  else if (places.length === 1 && typeof first.value === "string") desk.ledger.answer(claim, first.value, seen);
  else desk.ledger.leaveOpen(claim, "conflicting", seen);
}

/** Answers a list of all words that are stated, each with a place. */
export async function answerList(
  desk: Desk,
  claim: string,
  more: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const places = spread(listSaid(desk, claim).told).filter(({ value }) => typeof value === "string");
  const words = [...new Set([...places.map(({ value }) => String(value)), ...more.keys()])].sort();
  const seen: string[] = [...more.values()];
  for (const place of places) seen.push(...(await noteSaid(desk, [place])));
  if (words.length > 0) desk.ledger.answer(claim, words, [...new Set(seen)]);
  else leaveOpen(desk, claim);
}

async function noteWritten({ ledger, bench }: Desk, written: readonly WrittenPart[]): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const { page, title, line, quote, kind } of written.slice(0, MOST_CITED)) {
    const { path } = page.artifact;
    const message = `${path} has a section on it: ${title}`;
    const remark = { code: "section-written", args: { path, kind }, message, basis: "declared" as const };
    const start = page.lines[line - 1]?.from ?? 0;
    const { at } = quoteLine(page.text, start);
    seen.push(ledger.note(await noteFile(bench, page.artifact, { ...remark, at, quote })));
  }
  return seen;
}

/** Writes places down, as many as anybody will look at. */
export async function noteSaid({ ledger, bench }: Desk, places: readonly Disclosure[]): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const { page, from, words, claim, isDenied, value } of places.slice(0, MOST_CITED)) {
    const { path } = page.artifact;
    const told = value === undefined ? wordsOf(claim) : `${wordsOf(claim)}: ${sayValue(value)}`;
    const message = isDenied ? `${path} says that it does not tell ${told}` : `${path} tells ${told}`;
    const remark = {
      code: isDenied ? "said-withheld" : "said",
      args: { path, claim, ...(value === undefined ? {} : { value }) },
      message,
      basis: "declared" as const,
    };
    const at = page.text.place(from, from + words.length);
    seen.push(ledger.note(await noteFile(bench, page.artifact, { ...remark, at, quote: words })));
  }
  return [...new Set(seen)];
}
