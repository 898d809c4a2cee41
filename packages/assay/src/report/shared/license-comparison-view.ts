/** Two licence texts beside each other as a view: the verdict, each change of rights with both quotes, the words. */

import type { ComparedTerm, LicenseComparison, TermChange, TextChange } from "../../model/documents.ts";
import type { LicenseMatch } from "../../model/license.ts";
import { COLOPHON } from "./colophon.ts";
import { countOf } from "./numbers.ts";
import { cutWords, focusWords } from "./quotes.ts";
import type { Answer, Block, View } from "./view.ts";

type Verdict = LicenseComparison["verdict"];

/** Changes that are told one by one; stretches of words and terms in other words that are listed. */
const MOST_CHANGES = 20;
const MOST_ROWS = 10;
/** Units of a quote that fit two lines of a terminal. */
const LONGEST_QUOTE = 130;

/** The comparison; `name` says what a match is called. */
export function viewComparison(comparison: LicenseComparison, name: (match: LicenseMatch) => string): View {
  const { old, new: newer, licenses, terms } = comparison;
  const rights = terms.filter(({ change }) => change !== "reworded").toSorted(compareChanges);
  const uses = groupUses(rights);
  const single = rights.filter((change) => !uses.flat().includes(change));
  const { length: rest } = single.slice(MOST_CHANGES);
  return [
    { kind: "heading", text: `${old} → ${newer}`, aside: `${name(licenses.old)} → ${name(licenses.new)}` },
    viewVerdict(comparison),
    ...noteBlock(RELATIONS[comparison.relation], comparison.shared),
    ...single.slice(0, MOST_CHANGES).map((change) => viewChange(change, comparison)),
    ...(rest === 0
      ? []
      : [{ kind: "note", text: `… and ${countOf(rest, "more change")} (--json lists all)` } satisfies Block]),
    ...uses.map((changes) => viewUses(changes, comparison)),
    ...viewReworded(terms, comparison),
    ...viewWords(comparison),
    { kind: "note", text: "Terms are read by rules; what was not found may be there. Not legal advice." },
    COLOPHON,
  ];
}

const ANSWERS: Readonly<Record<Verdict, Answer>> = {
  wider: "yes",
  same: "yes",
  both: "partly",
  narrower: "no",
  unknown: "unknown",
};
const WORDS: Readonly<Record<Verdict, string>> = {
  wider: "wider",
  same: "the same",
  both: "both ways",
  narrower: "narrower",
  unknown: "not known",
};

function viewVerdict({ verdict, headline }: LicenseComparison): Block {
  // The word beside the mark says what the sentence begins with.
  const text =
    verdict === "both" ? headline : headline.replace(/^(?:Wider|Narrower|Not known|The same rights)[:,] /, "");
  return {
    kind: "answers",
    marks: true,
    rows: [{ label: "Rights", answer: ANSWERS[verdict], word: WORDS[verdict], text }],
  };
}

const RELATIONS: Readonly<Record<LicenseComparison["relation"], string | null>> = {
  "same-words": null,
  form: null,
  reference: null,
  "text-added": null,
  "text-removed": null,
  "changed-words": "One text with changed words",
  "other-licence": "Two licences",
  "other-text": "Two texts",
};

function noteBlock(relation: string | null, shared: number): readonly Block[] {
  if (relation === null) return [];
  return [{ kind: "note", text: `${relation}: ${Math.floor(shared * 1000) / 10} % of the words are the same.` }];
}

const DIRECTIONS: Readonly<Record<TermChange["direction"], string>> = {
  narrower: "narrower",
  wider: "wider",
  other: "neither",
};
const ORDER = Object.keys(DIRECTIONS);

function compareChanges(one: TermChange, other: TermChange): number {
  return ORDER.indexOf(one.direction) - ORDER.indexOf(other.direction);
}

function viewChange({ direction, message, old, new: newer }: TermChange, { old: path, new: newPath }: Paths): Block {
  const [before, after] =
    old?.quote !== undefined && newer?.quote !== undefined
      ? focusWords([old.quote, newer.quote], LONGEST_QUOTE)
      : [old && quoteOf(old), newer && quoteOf(newer)];
  const items = [old && sayTerm(old, path, before), newer && sayTerm(newer, newPath, after)];
  return {
    kind: "list",
    title: `${DIRECTIONS[direction]} · ${message}`,
    items: items.filter((item) => item !== undefined),
    more: 0,
  };
}

/** The quote of a term, cut around its number or its name. */
function quoteOf({ value, quote }: ComparedTerm): string | undefined {
  if (quote === undefined) return undefined;
  const needle = typeof value === "number" ? String(value).replace(/0+$/, "") : String(value);
  return cutWords(quote, LONGEST_QUOTE, needle);
}

interface Paths {
  readonly old: string;
  readonly new: string;
}

function sayTerm({ at, clause }: ComparedTerm, path: string, words: string | undefined): string {
  if (at === undefined || words === undefined)
    return `${path}, known of this licence${clause ? `: clause ${clause}` : ""}`;
  return `${path}:${at.line} “${words}”`;
}

/** Lists of forbidden uses that came or went together. */
function groupUses(changes: readonly TermChange[]): readonly (readonly TermChange[])[] {
  const groups = Map.groupBy(
    changes.filter(({ type }) => type === "forbidden-use"),
    ({ change, direction, silence }) => `${change} ${direction} ${silence}`,
  );
  return [...groups.values()].filter(({ length }) => length > 2);
}

function viewUses(changes: readonly TermChange[], paths: Paths): Block {
  const [first] = changes;
  const word = first?.change === "gained" ? "newly forbidden" : "no longer forbidden here";
  const policy = first?.silence === "policy" ? ", where a policy may say it" : "";
  return {
    kind: "list",
    title: `${DIRECTIONS[first?.direction ?? "other"]} · ${countOf(changes.length, "use")} ${word}${policy}`,
    items: changes.slice(0, MOST_ROWS).map(({ old, new: newer }) => {
      const [term, path] = newer === undefined ? [old, paths.old] : [newer, paths.new];
      const use = String(term?.value);
      return term ? `${use} · ${sayTerm(term, path, term.quote && cutWords(term.quote, LONGEST_QUOTE / 2))}` : use;
    }),
    more: Math.max(0, changes.length - MOST_ROWS),
  };
}

function viewReworded(terms: readonly TermChange[], paths: Paths): readonly Block[] {
  const reworded = terms.filter(({ change }) => change === "reworded");
  if (reworded.length === 0) return [];
  const items = reworded.slice(0, MOST_ROWS).map(({ message, old, new: newer }) => {
    const places = [`${paths.old}:${old?.at?.line}`, `${paths.new}:${newer?.at?.line}`].join(" → ");
    return `${message.replace(/^in other words: /, "")} · ${places}`;
  });
  const title = `The same in other words: ${countOf(reworded.length, "term")}`;
  return [{ kind: "list", title, items, more: Math.max(0, reworded.length - MOST_ROWS) }];
}

/** Of two texts that have little in common every second word is another one: that is counted and not listed. */
const FEW_SHARED = 0.5;

function viewWords({ texts, shared, old: path, new: newPath }: LicenseComparison): readonly Block[] {
  if (texts.length === 0) return [];
  if (shared < FEW_SHARED)
    return [{ kind: "note", text: `${countOf(texts.length, "place")} with other words (--json lists them).` }];
  const kinds = [
    ...Map.groupBy(texts, ({ old, new: newer, moved }) => JSON.stringify([old?.text, newer?.text, moved])),
  ];
  const items = kinds.slice(0, MOST_ROWS).flatMap(([, [text, ...others]]) => {
    if (text === undefined) return [];
    const more = others.length === 0 ? "" : ` · ${countOf(others.length, "more place")}`;
    return [sayWords(text, { old: path, new: newPath }) + more];
  });
  const moved = texts.filter((text) => text.moved).length;
  const title = `${countOf(texts.length, "place")} with other words${moved === 0 ? "" : `, ${moved} only moved`}`;
  return [{ kind: "list", title, items, more: Math.max(0, kinds.length - MOST_ROWS) }];
}

function sayWords({ old, new: newer, moved }: TextChange, paths: Paths): string {
  const before = old && `${paths.old}:${old.line} “${cutWords(old.text, LONGEST_QUOTE / 2)}”`;
  if (moved) return `moved · ${before} → ${paths.new}:${newer?.line}`;
  const after = newer && `${paths.new}:${newer.line} “${cutWords(newer.text, LONGEST_QUOTE / 2)}”`;
  return [before ?? "nothing", after ?? "nothing"].join(" → ");
}
