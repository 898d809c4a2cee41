/** The sets that the bench makes itself: mutations of texts in the corpora, with another generator than theirs. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { CORPORA } from "./corpora.ts";
import type { GoldRow } from "./gold.ts";
import { mutate } from "./mutate/mutate.ts";
import type { Mutation } from "./mutate/mutation.ts";
import { type Base, findOptional } from "./mutate/text.ts";
import { wordsOf } from "./words.ts";

/** The year of the first release, and as good as any. */
const SEED = 2026;

/** Short and long texts, with and without a title, a notice, lists, an end of terms; half of them AI licences. */
const SPDX = "MIT BSD-2-Clause BSD-3-Clause ISC Zlib Apache-2.0 MPL-2.0 LGPL-2.1 CC-BY-4.0 CC0-1.0 Unlicense EPL-2.0";
const UPSTREAM: Readonly<Record<string, string>> = {
  llama2: "llama-2",
  "llama3.1": "llama-3.1",
  llama4: "llama-4",
  "kimi-k2": "kimi-k2-modified-mit",
  "minimax-m2": "minimax-m2-mit-titled",
  "deepseek-license-1.0": "deepseek-v3",
  "creativeml-openrail-m": "sd-1-creativeml-openrail-m",
  "databricks-open-model": "dbrx",
  "flux-1-dev-non-commercial": "flux1-dev-nc",
  "apple-amlr": "apple-amlr",
  "yi-license-2.1": "yi-2.1",
};

/** A mutation as a row, with what was changed. */
export interface GeneratedRow extends GoldRow {
  readonly mutation: Mutation;
}

/**
 * All mutations of all bases, the same in each run. Left out is what a deletion turned into another published text: the
 * BSD licence of three clauses without the third is the one of two. @throws Error when a corpus is not there.
 */
export function generateRows(): readonly GeneratedRow[] {
  const bases = [...SPDX.split(" ").map(readListed), ...Object.entries(UPSTREAM).map(readUpstream)];
  const published = readPublished();
  return bases
    .flatMap((base) => mutate(base, SEED).map((mutation) => toRow(base, mutation)))
    .filter((row) => row.change === "format" || !(isListedVariant(row) || published.has(toKey(row.mutation.text))));
}

/** BSD-1-Clause, which is listed with another holder in its disclaimer. */
function isListedVariant({ expected: [id], mutation: { kind, deleted } }: GeneratedRow): boolean {
  return id === "BSD-2-Clause" && kind === "deleted" && deleted.startsWith("2. ");
}

function readPublished(): ReadonlySet<string> {
  const folder = join(CORPORA, "spdx-texts/txt");
  return new Set(readdirSync(folder).map((file) => toKey(readFileSync(join(folder, file), "utf8"))));
}

/** The words of a text without its title and the numbers of its lists, which a deletion leaves behind. */
function toKey(text: string): string {
  const body = text.replace(/^\s*(?:the )?[^\n.]{0,60}\blicense\b[^\n.]{0,40}$/im, "");
  return wordsOf(body.replaceAll(/^\s*(?:[*•-]|\d+\.|\([a-z\d]\))\s/gm, "")).join(" ");
}

function toRow({ id }: Base, mutation: Mutation): GeneratedRow {
  const isForm = mutation.kind === "form";
  const set = isForm ? "generated, harmless" : "generated, altered";
  const path = `generated/${id}/${mutation.id}`;
  const change = isForm ? "format" : "altered";
  return { set, path, text: mutation.text, expected: [id], compare: "family", change, mutation };
}

function readListed(id: string): Base {
  const text = readFileSync(join(CORPORA, `spdx-texts/txt/${id}.txt`), "utf8");
  const xml = [id, `${id}-only`].map((name) => join(CORPORA, `spdx-texts/xml/src/${name}.xml`)).find(existsSync);
  return { id, text, optional: xml === undefined ? [] : findOptional(readFileSync(xml, "utf8"), text) };
}

function readUpstream([id, file]: readonly [id: string, file: string]): Base {
  return { id, text: readFileSync(join(CORPORA, `ai-upstream/${file}.txt`), "utf8"), optional: [] };
}
