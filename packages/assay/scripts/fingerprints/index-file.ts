/** Writes the index of fingerprints in the form that `loadFingerprints` reads. */

import { type Head, NO_PATTERN, PART_BITS, type TextKind } from "../../src/licenses/matching/fingerprints.ts";
import { hashWord } from "../../src/licenses/matching/hash.ts";
import { sliceSequences } from "./slices.ts";
import type { Template } from "./template.ts";

/** A text with its name. */
export interface NamedTemplate {
  readonly id: string;
  readonly name: string;
  readonly kind: TextKind;
  readonly template: Template;
}

/** Postings of a text: its rarest tokens, by which it is found. */
const MOST_RARE = 64;

/** Longest vocabulary: numbers of tokens have 16 bits. @see Fingerprint.tokens */
const MOST_WORDS = 0xffff;

/** The bytes of the index. @throws Error when two words share a hash, or there are too many. */
export function writeIndex(texts: readonly NamedTemplate[]): Buffer {
  const hashes = sortHashes(new Set(texts.flatMap(({ template }) => template.words)));
  if (hashes.length > MOST_WORDS) throw new Error(`${hashes.length} different words are more than ${MOST_WORDS}`);
  const numbers = new Map(hashes.map(({ word }, n) => [word, n]));
  const patterns = [
    ...new Set(texts.flatMap(({ template }) => template.stretches.flatMap(({ pattern }) => pattern ?? []))),
  ].sort();
  const bodies = Map.groupBy(texts, ({ kind, template }) => JSON.stringify([kind, template]));
  const templates = [...bodies.values()].flatMap(([first]) => first?.template ?? []);
  const sequences = templates.map(({ words }) => words.map((word) => numbers.get(word) ?? 0));
  const { pool, slices } = sliceSequences(sequences);
  const spread = countTexts(sequences, hashes.length);
  const postings = listRare(sequences, spread);
  const alike = [...bodies.values()];
  const listed = alike.flat();
  const stretches = templates.flatMap((template) =>
    template.stretches.flatMap(({ start, end, pattern }) => [
      start,
      end - start,
      pattern === undefined ? NO_PATTERN : patterns.indexOf(pattern),
    ]),
  );
  const head: Head = {
    size: hashes.length,
    postings: postings.flat().length,
    bodies: templates.length,
    stretches: stretches.length / 3,
    slices: slices.flat().length,
    pool: pool.length,
    patterns,
    ids: listed.map(({ id }) => id).join("\n"),
    names: listed.map(({ name }) => name.replaceAll("\n", " ")).join("\n"),
    kinds: listed.map(({ kind }) => kind.charAt(0)).join(""),
  };
  return Buffer.concat([
    writeHead(head),
    to32(hashes.map(({ high }) => high)),
    to32(hashes.map(({ low }) => low)),
    to32(sumUp(postings.map(({ length }) => length))),
    to32(sumUp(slices.map(({ length }) => length))),
    to32(sumUp(templates.map((template) => template.stretches.length))),
    to32(sumUp(alike.map(({ length }) => length))),
    to32(slices.flat().map(({ start }) => start)),
    to16(listParts(hashes.map(({ high }) => high))),
    to16(spread),
    to16(postings.flat()),
    to16(slices.flat().map(({ length }) => length)),
    to16(stretches),
    to16(pool),
  ]);
}

/** Where each list begins when they stand one behind the other, and where the last one ends. */
function sumUp(lengths: readonly number[]): readonly number[] {
  let sum = 0;
  return [0, ...lengths.map((length) => (sum += length))];
}

/** Where hashes with each value of their upper bits begin, and where the last of them ends. */
function listParts(hashes: readonly number[]): readonly number[] {
  const counts = Array.from({ length: 1 << PART_BITS }, () => 0);
  for (const hash of hashes) counts[hash >>> (32 - PART_BITS)] = (counts[hash >>> (32 - PART_BITS)] ?? 0) + 1;
  return sumUp(counts);
}

/** The head and its length, so long that whole numbers behind it stand at a multiple of their width. */
function writeHead(head: Head): Buffer {
  const json = JSON.stringify(head);
  const bytes = Buffer.from(json + " ".repeat((4 - (Buffer.byteLength(json) % 4)) % 4));
  return Buffer.concat([to32([bytes.length]), bytes]);
}

function to32(numbers: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(numbers).buffer);
}

function to16(numbers: readonly number[]): Buffer {
  if (numbers.some((number) => number > 0xffff)) throw new Error("a number is too large for 16 bits");
  return Buffer.from(Uint16Array.from(numbers).buffer);
}

/** In how many texts each token stands. */
function countTexts(sequences: readonly (readonly number[])[], size: number): readonly number[] {
  const spread = Array.from({ length: size }, () => 0);
  for (const sequence of sequences) for (const token of new Set(sequence)) spread[token] = (spread[token] ?? 0) + 1;
  return spread;
}

/** For each token the texts in which it is among the rarest. */
function listRare(
  sequences: readonly (readonly number[])[],
  spread: readonly number[],
): readonly (readonly number[])[] {
  const postings: number[][] = spread.map(() => []);
  for (const [text, sequence] of sequences.entries()) {
    const rarest = [...new Set(sequence)].sort((a, b) => (spread[a] ?? 0) - (spread[b] ?? 0) || a - b);
    for (const token of rarest.slice(0, MOST_RARE)) postings[token]?.push(text);
  }
  return postings;
}

function sortHashes(
  words: ReadonlySet<string>,
): readonly { readonly word: string; readonly high: number; readonly low: number }[] {
  const hashes = [...words]
    .map((word) => {
      const [high, low] = hashWord(word);
      return { word, high, low };
    })
    .sort((a, b) => a.high - b.high || a.low - b.low);
  const twin = hashes.find(({ high, low }, n) => hashes[n + 1]?.high === high && hashes[n + 1]?.low === low);
  if (twin !== undefined) throw new Error(`"${twin.word}" shares its hash with another word`);
  return hashes;
}
