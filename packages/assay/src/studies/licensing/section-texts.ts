/** Licence texts that stand in a card's own section on its licence. */

import type { Heading, Text } from "../../model/facts.ts";
import type { LicenseReader, LicenseReading } from "../../model/license.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { readCard } from "../card/index.ts";
import { noteFile, offsetOfLine, quoteLine } from "../shared/noting.ts";
import { listCards } from "./card-tags.ts";
import { isLikeLicense, isRecognized, readInner, shiftReading } from "./inner-text.ts";
import { LICENSE_HEADING, listScopes } from "./prose.ts";
import { folderOf, governsBy, type LicenseSource, type Scope } from "./sources.ts";
import { describeText } from "./texts.ts";

/** Sections on licences that are looked at in one card; each may cost a comparison with thousands of texts. */
const MOST_SECTIONS = 8;

/** Words around a text that still only lead into it, in UTF-16 units. */
const LONGEST_LEAD = 600;

/** The first line of a licence or of its notice. */
const BEGINNING =
  /^[ \t>*#_]*(?:copyright\b|\(c\)|©|permission is hereby|redistribution and use|licensed under the|(?:the )?(?:mit|isc|bsd|apache)\b[^\n]{0,40}\blicen[cs]e\W*$)/im;

const FENCED = /^[ \t]*(```|~~~)[^\n]*\n([\s\S]*?)^[ \t]*\1/m;

/** Reads the texts in the sections of all cards; the reader is opened by the first that looks like one. */
export async function readSectionTexts(
  bench: Workbench,
  open: () => Promise<LicenseReader>,
): Promise<readonly LicenseSource[]> {
  const sources: LicenseSource[] = [];
  for (const artifact of listCards(bench).flatMap(({ kept }) => kept)) {
    const text = await bench.text(artifact);
    if (!text.ok) continue;
    const headings = (await readCard(bench, artifact))?.document.headings ?? [];
    for (const section of listSections(text.value, headings)) {
      const found = await readSection(section, await open());
      if (found !== null) sources.push(...(await describe(bench, artifact, { ...found, section, text: text.value })));
    }
  }
  return sources;
}

/** A section's words, and where in the card they begin. */
interface Section {
  readonly title: string;
  readonly words: string;
  readonly offset: number;
}

function listSections(text: Text, headings: readonly Heading[]): readonly Section[] {
  const lineEnding = (end: number): number | undefined => headings.find(({ at }) => at.start >= end)?.at.line;
  return headings
    .filter(({ title }) => LICENSE_HEADING.test(title))
    .slice(0, MOST_SECTIONS)
    .map(({ title, at, end }) => {
      const next = lineEnding(end);
      const offset = offsetOfLine(text, (at.line ?? 1) + 1);
      const to = next === undefined ? text.content.length : offsetOfLine(text, next);
      return { title, words: text.content.slice(offset, to), offset };
    })
    .filter(({ words }) => isLikeLicense(words));
}

interface Found {
  readonly reading: LicenseReading;
  /** Where the text begins in its section. */
  readonly from: number;
  /** Words that lead into it or follow. */
  readonly around: string;
}

/** The part of a section that is a known text or notice; else the section as it stands, where it holds one. */
async function readSection({ words }: Section, reader: LicenseReader): Promise<Found | null> {
  for (const { from, to } of listParts(words)) {
    const reading = await reader.read(words.slice(from, to));
    const around = `${words.slice(0, from)}\n${words.slice(to)}`;
    if ("ids" in readInner(reading).terms && isLead(around)) return { reading, from, around };
  }
  const reading = await reader.read(words);
  const isText = isRecognized(reading) && reading.match.kind !== "reference";
  return isText ? { reading, from: 0, around: "" } : null;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function listParts(words: string): readonly Stretch[] {
  const fenced = FENCED.exec(words);
  const [whole = "", , inside = ""] = fenced ?? [];
  const start = fenced === null ? -1 : fenced.index + whole.indexOf("\n") + 1;
  const begins = words.search(BEGINNING);
  return [
    ...(start < 0 ? [] : [{ from: start, to: start + inside.length }]),
    ...(begins < 0 ? [] : [{ from: begins, to: words.length }]),
    { from: 0, to: words.length },
  ];
}

/** Few words that anybody can read who reads the rest; what they say of licences, prose is held against. */
function isLead(words: string): boolean {
  return words.trim().length <= LONGEST_LEAD && !/(?!\p{Script=Latin})\p{L}/u.test(words);
}

interface Described extends Found {
  readonly section: Section;
  readonly text: Text;
}

async function describe(
  bench: Workbench,
  artifact: Artifact,
  { reading: read, from, around, section, text }: Described,
): Promise<readonly LicenseSource[]> {
  const offset = section.offset + from;
  const reading = shiftReading(read, text, offset);
  const { found, terms } = readInner(reading);
  const isNotice = found === null && "ids" in terms;
  const change = reading.match.kind === "modified" ? reading.deviations.find(({ material }) => material) : undefined;
  const first = offset + Math.max(0, section.words.slice(from).search(isNotice ? /licen[cs]ed under/i : /\S/));
  const said = describeText(artifact.path, reading);
  const seen = quoteLine(text, change?.at.start ?? first);
  const note = await noteFile(bench, artifact, { ...said, code: `${said.code}-in-card`, ...seen, basis: "measured" });
  const folder = folderOf(artifact.path);
  const named = listScopes(`${section.title}. ${around}`);
  const scopes: readonly Scope[] = named.length === 0 || named.includes("all") ? ["all"] : named;
  return scopes.map((scope) => ({
    // A notice names a licence and is not its text.
    ...(isNotice ? { kind: "tag", declared: reading.match.id } : { kind: "text", declared: null, reading }),
    artifact,
    folder,
    scope,
    found,
    terms,
    governs: scope === "all" ? governsBy(folder) : "explicit",
    note,
  }));
}
