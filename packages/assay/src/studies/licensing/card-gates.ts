/**
 * Gates that cards ask the hub to put before a repository: where the hub is not asked, its words are those of the card. A
 * copy of the files is under them as the files were; whether the gate stands, the card does not say.
 */

import type { Place, Text } from "../../model/facts.ts";
import type { LicenseReader, LicenseReading } from "../../model/license.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Card, readCard } from "../card/index.ts";
import { knownTerms } from "../shared/known-terms.ts";
import { noteFile, offsetOfLine, quoteLine, type Remark } from "../shared/noting.ts";
import { listCards } from "./card-tags.ts";
import { UNIDENTIFIED } from "./declared-terms.ts";
import { setsTerms } from "./gates.ts";
import { moveReading } from "./inner-text.ts";
import { findMention } from "./mentions.ts";
import { agreeWithGate } from "./same-restriction.ts";
import { locateScalar } from "./scalar-places.ts";
import { folderOf, governsBy, type LicenseSource, namesOf } from "./sources.ts";
import { nameText } from "./texts.ts";

/** Words of gates that are read of one card; the longest forms known have some twenty fields. */
const MOST_WORDS = 64;

/** Keys of a gate's texts (hub-docs, models-gated.md), and of its form, whose fields are often terms by their names. */
const KEYS = /^\/extra_gated_(?!fields\b)\w+/i;
const FIELDS = /^\/extra_gated_fields\/([^/]+)/i;
/** On a button stands what one does with a licence, and a term only where it names one. */
const BUTTON = /button/i;

/** Words of a gate and the stretch of the card that holds them. */
interface Words {
  readonly key: string;
  readonly words: string;
  readonly at: Place;
}

/** Reads the gates of all cards of origins of which no host says what their gates are. */
export async function readCardGates(
  bench: Workbench,
  open: () => Promise<LicenseReader>,
): Promise<readonly LicenseSource[]> {
  const recorded = new Set(bench.release.hostRecords.map(({ origin }) => origin));
  const sources: LicenseSource[] = [];
  for (const artifact of listCards(bench).flatMap(({ kept }) => kept)) {
    const text = recorded.has(artifact.origin) ? null : await bench.text(artifact);
    if (!text?.ok) continue;
    const card = await readCard(bench, artifact);
    const gate = { bench, artifact, text: text.value };
    const words = card === null ? [] : listWords(card).filter(({ key, words }) => isTerms(key, words));
    for (const one of words.slice(0, MOST_WORDS)) sources.push(await describe(gate, one, await open()));
    const unread = words[MOST_WORDS]?.at.line;
    const lost = unread === undefined ? findLost(card, text.value) : offsetOfLine(text.value, unread);
    if (lost !== null) sources.push(await describeLost(gate, lost));
  }
  return sources;
}

function isTerms(key: string, words: string): boolean {
  return BUTTON.test(key) ? findMention(words) !== null : setsTerms(words);
}

function listWords({ fields }: Card): readonly Words[] {
  const found = new Map<string, Words>();
  for (const [pointer, { value, at }] of Object.entries(fields)) {
    const [, name] = FIELDS.exec(pointer) ?? [];
    if (name !== undefined) {
      const words = name.replaceAll("~1", "/").replaceAll("~0", "~");
      const key = `extra_gated_fields/${words}`;
      if (!found.has(key)) found.set(key, { key, words, at });
    } else if (KEYS.test(pointer) && typeof value === "string")
      found.set(pointer, { key: pointer.slice(1), words: value, at });
  }
  return [...found.values()];
}

interface Gate {
  readonly bench: Workbench;
  readonly artifact: Artifact;
  readonly text: Text;
}

async function describe(gate: Gate, said: Words, reader: LicenseReader): Promise<LicenseSource> {
  const { path } = gate.artifact;
  const read = await reader.read(said.words);
  const found = nameText(read.match);
  const message =
    found === null
      ? `${path} sets terms of its own in its gate (${said.key})`
      : `The gate in ${path} (${said.key}) is the text of ${found}`;
  const locate = locateWords(gate.text, said);
  const first = Math.max(0, said.words.indexOf(findMention(said.words)?.words ?? ""), said.words.search(/\S/));
  const seen = quoteLine(gate.text, locate?.(first) ?? offsetOfLine(gate.text, said.at.line ?? 1));
  const remark = { code: "license-gate", args: { path, key: said.key }, message, basis: "measured", ...seen } as const;
  const terms = found === null ? UNIDENTIFIED : { ids: namesOf(found) };
  const agreesWith = agreeWithGate(said.words, read, await gate.bench.study(knownTerms));
  return {
    ...(await gateOf(gate, remark)),
    found,
    terms,
    reading: place(gate.text, said, { read, locate }),
    ...(agreesWith && { agreesWith }),
  };
}

/** The name of a form's field stands before its value; the value of another key in its own stretch. */
function locateWords(text: Text, { key, words, at }: Words): ((offset: number) => number) | null {
  if (!key.startsWith("extra_gated_fields/")) return locateScalar(text, at, words);
  const line = offsetOfLine(text, (at.line ?? 1) + 1);
  const start = text.content.lastIndexOf(words, line === 0 ? text.content.length : line);
  return start < 0 ? null : (offset) => start + offset;
}

interface Located {
  readonly read: LicenseReading;
  readonly locate: ((offset: number) => number) | null;
}

/** What was read, by its places in the card: those of its words, or of the stretch that holds them all. */
function place(text: Text, { at }: Words, { read, locate }: Located): LicenseReading {
  const whole = offsetOfLine(text, at.line ?? 1);
  return moveReading(read, ({ start, end }) => {
    const from = locate?.(start) ?? whole;
    const to = locate === null ? whole : locate(Math.max(start, end - 1)) + 1;
    return { start: from, end: to, line: text.place(from, to).line ?? 1 };
  });
}

/** Where a front matter names a gate of which nothing was read, or not surely all. */
function findLost(card: Card | null, { content }: Text): number | null {
  if (!content.startsWith("---")) return null;
  const closing = content.indexOf("\n---", 3);
  const at = content.slice(0, closing < 0 ? content.length : closing).search(/\bextra_gated_\w/i);
  return at < 0 || !(card === null || isDamaged(card)) ? null : at;
}

/** Of a key of something else that stands twice a gate is not in doubt. */
function isDamaged({ faults, gaps }: Card): boolean {
  return gaps.length > 0 || faults.some(({ code, args }) => code !== "duplicate-key" || /gated/i.test(`${args.name}`));
}

async function describeLost(gate: Gate, offset: number): Promise<LicenseSource> {
  const { path } = gate.artifact;
  const message = `${path} has a gate that was not read whole, which may set terms`;
  const remark = { code: "license-gate-unread", args: { path }, message, basis: "inferred" } as const;
  return { ...(await gateOf(gate, { ...remark, ...quoteLine(gate.text, offset) })), terms: UNIDENTIFIED };
}

/** As a gate of a host it is no text of its folder: it stands before what lies in folders too. */
async function gateOf({ bench, artifact }: Gate, remark: Remark): Promise<Omit<LicenseSource, "terms">> {
  const folder = folderOf(artifact.path);
  const about = { kind: "tag", artifact, folder, scope: "all", governs: governsBy(folder) } as const;
  return { ...about, declared: null, found: null, note: await noteFile(bench, artifact, remark) };
}
