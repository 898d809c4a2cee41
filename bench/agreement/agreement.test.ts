import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { ROOT } from "../measure.ts";
import { CLASSED, findClassed, findFault } from "./classed.ts";
import { hasCorpora, listReleases } from "./corpora.ts";
import { holdsName, isOf, toWords } from "./join.ts";
import { type Agreement, judgeAll } from "./judge.ts";
import { compare } from "./judgement.ts";
import { findNotHeld, listFaults, NOT_HELD } from "./not-held.ts";
import { writePage } from "./page.ts";
import { countDecided, printAgreement } from "./table.ts";

/** Every release of the corpora is assessed once. */
const PATIENCE_MS = 240_000;

let agreement: Promise<Agreement> | undefined;

function judgeOnce(): Promise<Agreement> {
  agreement ??= judgeAll();
  return agreement;
}

const scale = ["closed", "partial", "open"];

test.each([
  ["closed", "closed", "open", "unknown"],
  ["open", "closed", "open", "unknown"],
  ["partial", "partial", "open", "agree"],
  ["open", "partial", "open", "less"],
  ["closed", "partial", "open", "disagree"],
  ["open", "closed", "partial", "disagree"],
  ["closed", "closed", "closed", "agree"],
  ["shut", "closed", "open", null],
])("they say %s, we prove %s and leave %s possible: %s", (...[label, least, best, outcome]) => {
  expect(compare(label, { scale, least, best, evidence: [] })).toBe(outcome);
});

test.each([
  ["https://github.com/acme/owl", true],
  ["https://github.com/Acme/Owl.git", true],
  ["https://github.com/acme/owl/blob/main/LICENSE", true],
  ["https://huggingface.co/acme/owl", true],
  ["https://github.com/acme/owl-2", false],
  ["https://github.com/other/owl", false],
  ["https://example.org/github.com/acme/owl", false],
])("%s is of acme/owl: %s", (link, is) => {
  expect(isOf(link, "acme/owl")).toBe(is);
});

test.each([
  ["The Owl-3.1 models", "Owl 3.1", true],
  ["The Owl-3.10 models", "Owl 3.1", false],
  ["Owlet is small", "Owl", false],
  ["Owl, at last.", "OWL", true],
  ["anything", "–", false],
])("%j names %j: %s", (text, name, is) => {
  expect(holdsName(toWords(text), name)).toBe(is);
});

test("what was classed has a reason, a proof and one entry", () => {
  expect(CLASSED.length).toBeGreaterThan(0);
  for (const { because, proof, class: whose } of CLASSED) {
    expect(["ours", "theirs", "release-differs"]).toContain(whose);
    expect(because).toMatch(/^[A-Z].{20,}\.$/);
    expect(proof.length).toBeGreaterThan(0);
  }
  const keys = CLASSED.map(({ source, record, release, dimension }) => [source, record, release, dimension].join(" "));
  expect(new Set(keys).size).toBe(keys.length);
});

test("docs/agreement.md is what was proven (npm run bench:agreement -- --write)", () => {
  const page = readFileSync(join(ROOT, "docs/agreement.md"), "utf8");
  expect(page).toBe(writePage());
  for (const { because, class: whose } of CLASSED) if (whose !== "theirs") expect(page).not.toContain(because);
});

test.skipIf(!hasCorpora)("every proof stands in the release", () => {
  const folders = new Map(listReleases().map(({ id, path }) => [id, path]));
  const faults = CLASSED.flatMap(({ release, proof }) => {
    const folder = folders.get(release);
    return folder === undefined ? [release] : proof.flatMap((one) => findFault(folder, one) ?? []);
  });
  expect(faults).toEqual([]);
});

test.skipIf(!hasCorpora)(
  "no label is contradicted that a person has not looked at, and none of ours is left",
  { timeout: PATIENCE_MS },
  async () => {
    const { compared, pairs } = await judgeOnce();
    expect(new Set(pairs.map(({ release }) => release.id)).size).toBeGreaterThanOrEqual(20);
    const apart = compared.filter(({ outcome }) => outcome === "disagree");
    const unseen = apart.filter((one) => findClassed(one) === undefined);
    expect(unseen.map(({ judgement, release, dimension }) => [judgement.record, release, dimension])).toEqual([]);
    const live = apart.map((one) => findClassed(one));
    expect(CLASSED.filter((one) => !live.includes(one))).toEqual([]);
    expect(CLASSED.filter((one) => one.class === "ours")).toEqual([]);
  },
);

test.skipIf(!hasCorpora)(
  "what is said not to be held is cited, and the record's own words or the missing files say so",
  { timeout: PATIENCE_MS },
  async () => {
    const { compared } = await judgeOnce();
    const folders = new Map(listReleases().map(({ id, path }) => [id, path]));
    const known = compared.flatMap((one) => {
      const { source, record } = one.judgement;
      const found = findNotHeld({ source, record, release: one.release, dimension: one.dimension });
      return found !== undefined && one.isCited && one.words.includes(found.quote) ? [found] : [];
    });
    expect(NOT_HELD.filter((one) => !known.includes(one))).toEqual([]);
    expect(NOT_HELD.flatMap((one) => listFaults(folders.get(one.release) ?? "", one))).toEqual([]);
    expect(NOT_HELD.filter((one) => one.class === "not-at-hand" && one.paths === undefined)).toEqual([]);
  },
);

test.skipIf(!hasCorpora)(
  "of what the releases hold by the word of the index, 85 in 100 is decided",
  { timeout: PATIENCE_MS },
  async () => {
    const { compared } = await judgeOnce();
    const { held, decided } = countDecided(compared);
    expect(decided / held).toBeGreaterThanOrEqual(0.85);
  },
);

test.skipIf(!hasCorpora)("the tables count everything that was compared", { timeout: PATIENCE_MS }, async () => {
  const judged = await judgeOnce();
  const text = printAgreement(judged);
  for (const { dimension } of judged.compared) expect(text).toContain(`  ${dimension} `);
  const { cited, held, decided } = countDecided(judged.compared);
  expect(decided).toBeLessThanOrEqual(held);
  expect(held).toBeLessThanOrEqual(cited);
  expect(held).toBeGreaterThan(0);
});
