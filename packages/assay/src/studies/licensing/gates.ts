/**
 * What the host of an origin says of its licence: the words that one has to accept before files are given out, and what is
 * declared there. A gate is a contract's text or a part of one, and is read without a token.
 */

import { readTerms as readClauses } from "../../licenses/terms/index.ts";
import type { LicenseReader } from "../../model/license.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { HostRecord, HostWords } from "../../model/types.ts";
import { knownTerms } from "../shared/known-terms.ts";
import { isCardName } from "./card-tags.ts";
import { agreeWithFamily, readTerms, UNIDENTIFIED } from "./declared-terms.ts";
import { findMention } from "./mentions.ts";
import { isRestrictive } from "./restrictions.ts";
import { agreeWithGate } from "./same-restriction.ts";
import { type LicenseSource, namesOf } from "./sources.ts";
import { nameText } from "./texts.ts";

/** Words by which a gate is more than a form. */
const TERMS =
  /\b(?:licen[cs]\w*|agreement|terms|conditions|polic(?:y|ies)|non-?commercial|commercial|prohibit\w*|permitted|restrict\w*|copyright|you (?:agree|accept))\b/i;

/** A quote longer than this no longer fits a line of a report. */
const LONGEST_QUOTE = 200;

/** Whether words of a gate set terms, or only ask who somebody is. */
export function setsTerms(words: string): boolean {
  return TERMS.test(words) || findMention(words) !== null || readClauses(words).some(isRestrictive);
}

/** Reads the gates of all origins, and what their hosts declare where no card says it. */
export async function readHosts(
  bench: Workbench,
  open: () => Promise<LicenseReader>,
): Promise<readonly LicenseSource[]> {
  const { release } = bench;
  const sources: LicenseSource[] = [];
  for (const record of release.hostRecords) {
    for (const words of record.gate) {
      if (setsTerms(words.words)) sources.push(await readGate(bench, { record, words }, await open()));
    }
    const hasCard = release.artifacts.some(
      ({ origin, path, state }) =>
        origin === record.origin && state === "here" && isCardName(path) && !path.includes("/"),
    );
    if (!hasCard) sources.push(...readDeclared(record));
  }
  return sources;
}

interface Gate {
  readonly record: HostRecord;
  readonly words: HostWords;
}

async function readGate(bench: Workbench, { record, words }: Gate, reader: LicenseReader): Promise<LicenseSource> {
  const reading = await reader.read(words.words);
  const found = nameText(reading.match);
  const at = placeOf(record, words);
  const message =
    found === null
      ? `The gate of ${record.origin} sets terms of its own`
      : `The gate of ${record.origin} is the text of ${found}`;
  const said = { code: "license-gate", args: { origin: record.origin, pointer: words.pointer }, message };
  const agreesWith = agreeWithGate(words.words, reading, await bench.study(knownTerms));
  return {
    ...ROOT,
    // Not as a text of the root: a text in a folder governs instead of one further out, and a gate stands before them all.
    kind: "tag",
    artifact: { origin: record.origin, path: at.url },
    declared: null,
    found,
    terms: found === null ? UNIDENTIFIED : { ids: namesOf(found) },
    note: { ...said, basis: "measured", at, quote: cut(words.words), sha256: record.sha256 },
    reading,
    ...(agreesWith && { agreesWith }),
  };
}

const ROOT = { folder: "", scope: "all", governs: "by-default" } as const;

/** An id is a statement by itself; beside it, a name or a link says that the id does not say it all. */
function readDeclared(record: HostRecord): readonly LicenseSource[] {
  const isPlain = record.licenses.every(({ kind }) => kind === "id");
  const links = record.licenses.filter(({ kind }) => kind === "link");
  return record.licenses.map((stated) => {
    const agreesWith = record.licenses.length === 1 ? agreeWithFamily(stated.words) : undefined;
    const at = placeOf(record, stated);
    const message = `The host of ${record.origin} declares the licence ${stated.words}`;
    const said = { code: "license-declared", args: { origin: record.origin, declared: stated.words }, message };
    return {
      ...ROOT,
      kind: "tag",
      artifact: { origin: record.origin, path: at.url },
      declared: stated.words,
      found: null,
      terms: isPlain ? readTerms(stated.words) : UNIDENTIFIED,
      note: { ...said, basis: "declared", at, quote: cut(stated.words), sha256: record.sha256 },
      ...(agreesWith && { agreesWith }),
      ...(links[0] && { pointsTo: links[0].words }),
    };
  });
}

/** RFC 6901, 6: a pointer as the fragment of an address. */
function placeOf({ url }: HostRecord, { pointer }: HostWords): { readonly url: string } {
  return { url: `${url}#${pointer.split("/").map(encodeURIComponent).join("/")}` };
}

function cut(words: string): string {
  const line = words.trim().split("\n")[0] ?? "";
  return line.slice(0, LONGEST_QUOTE).replace(/[\uD800-\uDBFF]$/, "");
}
