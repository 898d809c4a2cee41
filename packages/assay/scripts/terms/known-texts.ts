/** Licences whose terms people read, each with its text: what the reader of terms is held against. */

import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { KnownTerm, ListedTerms } from "../../src/licenses/known-license.ts";
import { CORPORA } from "../compile-fingerprints.ts";
import { readKnown } from "../fingerprints/known.ts";
import { PACKAGE } from "../gen/output.ts";

/** The rules are mended with the seen half alone in view, so that the other says how they do on what nobody looked at. */
export type Half = "seen" | "unseen";

/** A licence with its text and what it is known to say. */
export interface KnownText {
  readonly id: string;
  readonly half: Half;
  /** Its family has no text in the seen half; a licence of the SPDX list is a family by its name's first part. */
  readonly isStranger: boolean;
  readonly path: string;
  readonly text: string;
  readonly terms: readonly KnownTerm[];
}

interface Entry {
  readonly id: string;
  readonly family: string;
  readonly sha256: string;
  readonly terms: readonly KnownTerm[];
}

const FOLDERS = ["ai-upstream", "scancode-licensedb-ai", "spdx-texts/txt"];

/** Every licence with a text at hand, in the order of the ids; of several with one text the first. */
export function listKnownTexts(): readonly KnownText[] {
  const files = textsByHash();
  const met = new Set<string>();
  const entries = listEntries().filter(({ sha256 }) => files.has(sha256) && !met.has(sha256) && met.add(sha256));
  const seen = new Set(entries.filter(({ id }) => halfOf(id) === "seen").map(({ family }) => family));
  return entries.map(({ id, family, sha256, terms }) => {
    const { path, text } = files.get(sha256) ?? { path: "", text: "" };
    return { id, half: halfOf(id), isStranger: !seen.has(family), path, text, terms };
  });
}

function halfOf(id: string): Half {
  return ((createHash("sha256").update(id).digest()[0] ?? 0) & 1) === 0 ? "seen" : "unseen";
}

/** The terms follow the first text of each. */
function listEntries(): readonly Entry[] {
  const listed = globSync("*/license.json", { cwd: join(PACKAGE, "src/licenses/listed") }).map((path): Entry => {
    const { id, sha256, terms } = JSON.parse(
      readFileSync(join(PACKAGE, "src/licenses/listed", path), "utf8"),
    ) as ListedTerms;
    return { id, family: id.split("-")[0] ?? id, sha256, terms };
  });
  const known = readKnown().flatMap(({ id, family, texts, terms }): readonly Entry[] => {
    const [first] = texts;
    return terms === undefined || first === undefined ? [] : [{ id, family, sha256: first.sha256, terms }];
  });
  return [...listed, ...known].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function textsByHash(): ReadonlyMap<string, { readonly path: string; readonly text: string }> {
  const paths = FOLDERS.flatMap((folder) => globSync(`${folder}/*.txt`, { cwd: CORPORA }));
  return new Map(
    paths.map((path) => {
      const bytes = readFileSync(join(CORPORA, path));
      return [createHash("sha256").update(bytes).digest("hex"), { path, text: bytes.toString("utf8") }];
    }),
  );
}
