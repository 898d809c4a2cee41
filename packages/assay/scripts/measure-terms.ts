/**
 * `npm run terms`: holds the reader of terms against what people read in the same texts, type by type. The texts are not
 * part of this repository; `$ASSAY_CORPORA` says where they lie.
 */

import { parseArgs } from "node:util";
import { hasCorpora } from "./compile-fingerprints.ts";
import { type Half, listKnownTexts } from "./terms/known-texts.ts";
import { measure, precisionOf, recallOf, type Score } from "./terms/measure.ts";

const { values } = parseArgs({
  options: {
    /** Lists each difference of the seen half; of the other they would no longer be unseen. */
    differences: { type: "boolean", default: false },
  },
});

if (hasCorpora()) main();
else console.log("There are no licence texts at hand; set ASSAY_CORPORA.");

function main(): void {
  const texts = listKnownTexts();
  const ofHalf = (half: Half) => texts.filter((one) => one.half === half);
  const seen = measure(ofHalf("seen"));
  const unseen = measure(ofHalf("unseen"));
  const strangers = measure(ofHalf("unseen").filter(({ isStranger }) => isStranger));
  console.log(`${ofHalf("seen").length} texts seen, ${ofHalf("unseen").length} unseen\n`);
  console.log(`${"".padEnd(38)}${"seen".padEnd(30)}unseen`);
  const types = new Set([...seen.types, ...unseen.types].map(({ type }) => type));
  for (const type of [...types].sort()) print(type, find(seen.types, type), find(unseen.types, type));
  const details = new Set([...seen.details, ...unseen.details].map(({ type }) => type));
  for (const type of [...details].sort()) print(type, find(seen.details, type), find(unseen.details, type));
  print("all", seen.all, unseen.all);
  print("permissions", seen.permissions, unseen.permissions);
  print("all, unseen of families not seen", undefined, strangers.all);
  print("permissions, the same", undefined, strangers.permissions);
  if (!values.differences) return;
  for (const { id, path, what, term, at } of seen.differences) console.log(`${what}\t${term}\t${id}\t${path}\t${at}`);
}

function find(scores: readonly Score[], type: string): Score | undefined {
  return scores.find((one) => one.type === type);
}

function print(type: string, seen: Score | undefined, unseen: Score | undefined): void {
  console.log(`${type.padEnd(38)}${describe(seen).padEnd(30)}${describe(unseen)}`);
}

function describe(score: Score | undefined): string {
  if (score === undefined) return "–";
  const { right, missed, wrong } = score;
  return `P ${precisionOf(score).toFixed(2)} R ${recallOf(score).toFixed(2)} (${right} -${missed} +${wrong})`;
}
