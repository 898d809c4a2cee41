/** A licence document as views: what each text is, where it departs from that, and what it permits. */

import type { LicenseDocument, LicenseFile } from "../../model/documents.ts";
import type { Deviation, LicenseMatch, Term } from "../../model/license.ts";
import { COLOPHON } from "./colophon.ts";
import { viewComparison } from "./license-comparison-view.ts";
import { listBlock } from "./list-block.ts";
import { countOf } from "./numbers.ts";
import { cutWords, flattenWords } from "./quotes.ts";
import type { Block, Item, View } from "./view.ts";

/** Stretches and terms that are listed; the rest is counted. */
const MOST_ROWS = 20;
/** Words of a stretch or a quote that fit a line or two. */
const LONGEST_QUOTE = 160;

/** One view for each text, and one for the comparison. */
export function viewLicense({ files, comparison }: LicenseDocument): readonly View[] {
  if (comparison !== undefined) return [viewComparison(comparison, nameInFull)];
  return files.map(viewFile);
}

function viewFile(file: LicenseFile): View {
  const material = file.deviations.filter((deviation) => deviation.material);
  return [
    { kind: "heading", text: file.path, aside: nameMatch(file) },
    { kind: "note", text: describeMatch(file, material.length) },
    ...(file.titled === undefined
      ? []
      : [
          {
            kind: "note",
            text: `Its title names ${file.titled}, and it is not that: who reads the title alone is misled.`,
          } satisfies Block,
        ]),
    ...listBlock(
      "Where it departs from it",
      material.map((one) => ({ text: describeDeviation(one), evidence: exhibit(file.path, one.at.line, one.text) })),
      MOST_ROWS,
    ),
    ...listBlock(
      "What it says",
      file.terms.map((term) => ({ text: describeTerm(term), evidence: exhibit(file.path, term.at.line, term.quote) })),
      MOST_ROWS,
    ),
    {
      kind: "note",
      text: "Read by rules from the words of the text; what was not found may be there. Not legal advice.",
    },
    COLOPHON,
  ];
}

/** The whole of words that the line cuts; none where the line has all of them. */
function exhibit(path: string, line: number, words: string | undefined): NonNullable<Item["evidence"]> {
  if (words === undefined || cutWords(words, LONGEST_QUOTE) === flattenWords(words)) return [];
  return [{ text: "The words in full", place: `${path}:${line}`, quote: words }];
}

/** The id where SPDX has one, else the name: an id of ours says little. */
export function nameOf({ id, ids, name, family }: LicenseMatch): string {
  return (id?.startsWith("LicenseRef-") ? name : null) ?? id ?? ids?.join(", ") ?? family ?? "unknown";
}

/** Ids of ours in some words, by the names of the texts that lie in the release: an id of ours says little. */
export function nameIds(words: string, licenses: readonly { readonly match: LicenseMatch }[]): string {
  return words.replace(/LicenseRef-[\w.+-]{1,100}/g, (id) => {
    const known = licenses.find(({ match }) => match.id === id && match.name !== undefined);
    return known === undefined ? id : nameOf(known.match);
  });
}

function nameMatch({ match, because }: LicenseFile): string {
  if (because !== undefined || match.kind === "unknown") return "unknown";
  return KINDS[match.kind] + nameOf(match);
}

const KINDS: Readonly<Record<LicenseMatch["kind"], string>> = {
  exact: "",
  equivalent: "",
  modified: "changed: ",
  derived: "made from ",
  contains: "holds ",
  reference: "refers to ",
  unknown: "",
};

/** Name and id: beside another licence the id alone says little. */
function nameInFull(match: LicenseMatch): string {
  const { id, name, kind } = match;
  if (kind === "unknown") return "unknown";
  return KINDS[kind] + (name === undefined || id === null ? nameOf(match) : `${name} (${id})`);
}

function describeMatch({ match, because }: LicenseFile, material: number): string {
  const name = nameOf(match);
  const share = `${Math.floor(match.similarity * 1000) / 10} %`;
  if (because === "over-limit") return "The file is too large for a licence text and was not read.";
  if (because !== undefined) return "The file is no text.";
  const sentences: Readonly<Record<LicenseMatch["kind"], string>> = {
    exact: `This is the text of ${name}, word for word.`,
    equivalent: `This is the text of ${name}; it differs only in what does not matter.`,
    modified: `This is not ${name}: ${countOf(material, "place")} may change its meaning. ${share} of the words are shared.`,
    derived: `This is a text of its own, made from ${name}: ${share} of the words are shared.`,
    contains: `This holds the text of ${name}, and other words beside it.`,
    reference: `This is no licence text: it refers to ${name}.`,
    unknown: "This is no licence that is known.",
  };
  return sentences[match.kind];
}

function describeDeviation({ kind, at, text, missing = 0, around, lacks, why }: Deviation): string {
  const reason = why === undefined ? "" : ` (${why})`;
  const place = lacks && ` (${lacks.path}:${lacks.line})`;
  if (kind === "deleted") {
    const words = lacks ? `: ${quote(lacks.text)}${place}` : "";
    return `line ${at.line}, ${sayCount(missing)} missing${sayAround(around)}${words}${reason}`;
  }
  const words = lacks ? `${quote(lacks.text)}${place}` : sayCount(missing);
  const instead = kind === "replaced" ? ` instead of ${words}` : "";
  return `line ${at.line}, ${kind}${text === undefined ? "" : `: ${quote(text)}`}${instead}${reason}`;
}

/** Commas and full stops are counted with the words. */
function sayCount(missing: number): string {
  return missing === 1 ? "1 word" : `${missing} words and marks`;
}

/** The words on either side of a gap. */
function sayAround(around: Deviation["around"]): string {
  if (around === undefined) return "";
  const { before, behind } = around;
  if (before === "") return ` before “${behind}”`;
  return behind === "" ? ` behind “${before}”` : ` between “${before}” and “${behind}”`;
}

function describeTerm({ type, value, quote: words, at }: Term): string {
  return `${type}: ${String(value)} · line ${at.line}: ${quote(words)}`;
}

function quote(text: string): string {
  return `“${cutWords(text, LONGEST_QUOTE)}”`;
}
