import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { platform } from "../node.ts";
import { split } from "./matching/tokens.ts";
import { openLicenseReader } from "./open-reader.ts";

const corpora = process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../../../shared/corpora", import.meta.url));
const folder = `${corpora}/licenses/mutations`;
const reader = await openLicenseReader(platform);

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is more in the altered text than in the text that it was made from: all between what both begin and end with. */
function findInserted(text: string, base: string): Stretch {
  let [start, tail] = [0, 0];
  while (start < base.length && text[start] === base[start]) start += 1;
  while (tail < base.length - start && text.at(-1 - tail) === base.at(-1 - tail)) tail += 1;
  return { start, end: text.length - tail };
}

async function score(
  file: string,
): Promise<{ readonly both: number; readonly told: number; readonly inserted: number }> {
  const text = readFileSync(`${folder}/${file}`, "utf8");
  const gold = findInserted(text, readFileSync(`${folder}/${file.replace(/__.*/, "__identity.txt")}`, "utf8"));
  const { deviations } = await reader.read(text);
  const told = deviations.filter(({ material, kind }) => material && kind !== "deleted").map(({ at }) => at);
  const { words, starts, ends } = split(text);
  const places = words.flatMap((word, n) =>
    /[\p{L}\p{N}]/u.test(word) ? { start: starts[n] ?? 0, end: ends[n] ?? 0 } : [],
  );
  const isIn = (place: Stretch, stretch: Stretch): boolean => place.start >= stretch.start && place.end <= stretch.end;
  const isTold = (place: Stretch): boolean => told.some((stretch) => isIn(place, stretch));
  return {
    both: places.filter((place) => isIn(place, gold) && isTold(place)).length,
    told: places.filter(isTold).length,
    inserted: places.filter((place) => isIn(place, gold)).length,
  };
}

test.skipIf(!existsSync(folder))("words that were put into a licence are located: F1 of at least 0.97", async () => {
  const rows = readFileSync(`${folder}/expected.tsv`, "utf8").trimEnd().split("\n").slice(1);
  const files = rows
    .map((row) => row.split("\t"))
    .filter(([, , kind = ""]) => /^(?:append|insert|prepend)$/.test(kind));
  expect(files.length).toBe(90);
  const scores = await Promise.all(files.map(([file = ""]) => score(file)));
  const sum = (key: "both" | "told" | "inserted"): number => scores.reduce((total, one) => total + one[key], 0);
  expect((2 * sum("both")) / (sum("told") + sum("inserted"))).toBeGreaterThanOrEqual(0.97);
});
