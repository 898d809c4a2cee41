import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";

import { compare } from "../src/licenses/matching/compare.ts";
import { listTexts, loadFingerprints } from "../src/licenses/matching/fingerprints.ts";
import { hashWord } from "../src/licenses/matching/hash.ts";
import { createMatcher } from "../src/licenses/matching/matcher.ts";
import { blankNotices } from "../src/licenses/matching/notices.ts";
import { split, tokenize } from "../src/licenses/matching/tokens.ts";
import { CORPORA, compileFingerprints, hasCorpora, nameFingerprints } from "./compile-fingerprints.ts";
import { readKnown } from "./fingerprints/known.ts";
import { readTemplate } from "./fingerprints/template.ts";

const PACKAGE = new URL("../", import.meta.url);
const packed = readFileSync(new URL("assets/fingerprints.deflate", PACKAGE));
const bytes = inflateRawSync(packed);

test("the index is what its name in every ruleset says, and small", () => {
  const generated = readFileSync(new URL("src/licenses/fingerprints.generated.ts", PACKAGE), "utf8");
  expect(generated).toBe(nameFingerprints(bytes));
  expect(packed.length).toBeLessThan(1e6);
});

test.skipIf(!hasCorpora())("the committed index is what the texts compile to", () => {
  expect(compileFingerprints().equals(bytes)).toBe(true);
});

test("every known licence is in the index, and its facts name where each text comes from", () => {
  const ids = new Set(listTexts(loadFingerprints(bytes)).map(({ id }) => id));
  for (const { id, texts, ancestor } of readKnown()) {
    expect(ids.has(id), id).toBe(true);
    expect(ancestor === undefined || ids.has(ancestor), `${id}: ${ancestor}`).toBe(true);
    for (const { source, sha256 } of texts)
      expect([source, sha256]).toEqual([
        expect.stringMatching(/^[^@]+@[0-9a-f]{40}:./),
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ]);
  }
});

test.skipIf(!hasCorpora())(
  "a licence shares at least half of its words with the one it is said to be made from",
  () => {
    const index = loadFingerprints(bytes);
    const texts = new Map(
      globSync(["ai-upstream/*.txt", "scancode-licensedb-ai/*.txt"], { cwd: CORPORA }).map((path) => {
        const file = readFileSync(join(CORPORA, path));
        return [createHash("sha256").update(file).digest("hex"), file.toString("utf8")];
      }),
    );
    for (const { id, ancestor, texts: sources } of readKnown()) {
      if (ancestor === undefined) continue;
      const text = texts.get(sources[0]?.sha256 ?? "") ?? "";
      const tokens = tokenize(blankNotices(text));
      const reading = { original: text, text, tokens, numbers: index.numbersOf(tokens.hashes) };
      const shares = listTexts(index)
        .filter((one) => one.id === ancestor && one.kind !== "header")
        .map((one) => compare(reading, one, { index, part: { from: 0, to: tokens.length } }))
        .map(({ matched, inserted, missing }) => (2 * matched) / (2 * matched + inserted + missing));
      expect(Math.max(...shares), `${id} from ${ancestor}`).toBeGreaterThan(0.5);
    }
  },
);

test.skipIf(!hasCorpora())("no fifty words of a text stand in a row in what ships", () => {
  const shipped = ["assets/*", "schemas/*", "src/licenses/**/*.{ts,json}"]
    .flatMap((pattern) => globSync(pattern, { cwd: PACKAGE }))
    .map((path) => (path.endsWith(".deflate") ? bytes : readFileSync(new URL(path, PACKAGE))).toString("latin1"));
  const grams = new Set(shipped.flatMap((text) => runsOf(split(text).words, 50)));
  const sources = globSync(["ai-upstream/*.txt", "scancode-licensedb-ai/*.txt", "spdx-texts/txt/*.txt"], {
    cwd: CORPORA,
  });
  expect(sources.length).toBeGreaterThan(900);
  for (const path of sources) {
    const words = split(readFileSync(join(CORPORA, path), "utf8")).words.filter((word) => /\p{L}/u.test(word));
    expect(
      runsOf(words, 50).filter((run) => grams.has(run)),
      path,
    ).toEqual([]);
  }
});

/** Every run of so many words, by its hash, so that millions fit. */
function runsOf(words: readonly string[], length: number): readonly number[] {
  const only = words.filter((word) => /\p{L}/u.test(word));
  const hashes = only.map((word) => hashWord(word));
  return hashes.slice(length - 1).map((_, at) => {
    let [a, b] = [0, 0];
    for (const [high, low] of hashes.slice(at, at + length)) {
      a = (Math.imul(a, 31) + high) >>> 1;
      b = (Math.imul(b, 37) + low) >>> 10;
    }
    return a * 2 ** 22 + b;
  });
}

test("a template says what may be left out and what may read otherwise", () => {
  const { id, text, header } = readTemplate(
    `<SPDXLicenseCollection><license licenseId="Owl-1.0" name="Owl"><text><titleText><p>Owl License</p></titleText>
      <copyrightText><p>Copyright (c) 2020 Owl</p></copyrightText>
      <list><item><bullet>1.</bullet> Feed <alt match="the owl|owls" name="who">the owl</alt> <optional>daily</optional>.</item></list>
      <standardLicenseHeader><p>Under the Owl License.</p></standardLicenseHeader></text></license></SPDXLicenseCollection>`,
  );
  expect(id).toBe("Owl-1.0");
  expect(text.words).toEqual("owl license feed the owl daily . under the owl license .".split(" "));
  expect(text.stretches).toEqual([
    { start: 0, end: 2, kind: "optional" },
    { start: 2, end: 2, kind: "optional" },
    { start: 3, end: 5, kind: "alternative", pattern: "the owl|owls" },
    { start: 5, end: 6, kind: "optional" },
  ]);
  expect(header?.words).toEqual("under the owl license .".split(" "));
});

test("the matcher is ready for any text: it never throws and takes its time in proportion", () => {
  const match = createMatcher(loadFingerprints(bytes));
  for (const unit of [
    "",
    " ",
    "\u0000",
    "a",
    "a. ",
    "- ",
    "the ",
    "\u202e",
    "許諾",
    "(c) 2020 ",
    "copyright ",
    "\n\n",
  ]) {
    for (const times of [1, 50, 20_000]) expect(match(unit.repeat(times)).match.kind).not.toBe("equivalent");
  }
});
