/** Licence texts and notices in the first comment of source files. */

import type { LicenseReader, LicenseReading } from "../../model/license.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile, quoteLine, type Remark } from "../shared/noting.ts";
import { isLikeLicense, isRecognized, listNamed, patternOf, readInner, shiftReading } from "./inner-text.ts";
import { isDemanding } from "./restrictions.ts";
import { folderOf, type LicenseSource } from "./sources.ts";

/** Comments that are looked at, in UTF-16 units: longer ones are followed by code. */
const WITHIN = 16 << 10;

/** Different comments of a release that are read; repositories repeat theirs, and those of many origins have some 30. */
const MOST_READ = 128;

/** Longer words of a notice do not fit a line, in UTF-16 units. */
const LONGEST_WORDS = 120;

/** The first comment of a file, behind a shebang: lines with marks, a block, or the string that Python takes for one. */
const LINES = /^(?:#![^\n]*\n)?(?:[ \t]*\n)*((?:[ \t]*(?:#|\/\/|--|;|%)[^\n]*(?:\n|$)|[ \t]*\n)+)/;
const BLOCK = /^(?:#[^\n]*\n)*\s*(\/\*[\s\S]*?\*\/|"""[\s\S]*?"""|'''[\s\S]*?''')/;

/** Reads the headers of source files. Equal ones are read once. */
export type HeaderReader = (bench: Workbench, artifact: Artifact) => Promise<readonly LicenseSource[]>;

/** A reader of headers for one release. */
export function createHeaderReader(open: () => Promise<LicenseReader>): HeaderReader {
  const known = new Map<string, Promise<LicenseReading>>();
  const read = (words: string): Promise<LicenseReading> | null => {
    const before = known.get(words);
    if (before !== undefined || known.size >= MOST_READ) return before ?? null;
    const reading = open().then((reader) => reader.read(words));
    known.set(words, reading);
    return reading;
  };
  return async (bench, artifact) => {
    const text = await bench.text(artifact);
    if (!text.ok) return [];
    const head = text.value.content.slice(0, WITHIN);
    // Identifiers say it in a line, and are read as statements.
    const comment = head.includes("SPDX-License-Identifier") ? null : findComment(head);
    if (comment === null || !isLikeLicense(comment.words)) return [];
    const reading = await read(comment.words);
    const place = quoteLine(text.value, comment.offset + Math.max(0, comment.words.search(NAMING)));
    if (reading === null) return [await describeUnread(bench, artifact, place)];
    if (!isRecognized(reading)) return [];
    return [await describe(bench, artifact, { reading: shiftReading(reading, text.value, comment.offset), place })];
  };
}

/** Where a notice or a text names itself. */
const NAMING = /licen[cs]ed under|permission is|redistribution and|licen[cs]e/i;

function findComment(head: string): { readonly words: string; readonly offset: number } | null {
  const found = BLOCK.exec(head) ?? LINES.exec(head);
  const words = found?.[1];
  return found === null || words === undefined ? null : { words, offset: found[0].length - words.length };
}

interface Seen {
  readonly reading: LicenseReading;
  readonly place: ReturnType<typeof quoteLine>;
}

async function describe(bench: Workbench, artifact: Artifact, { reading, place }: Seen): Promise<LicenseSource> {
  const { path } = artifact;
  const { found, terms } = readInner(reading);
  const id = found ?? listNamed(reading).join(", ");
  const words = place.quote.replace(/^[\s#/*;%-]+/, "").slice(0, LONGEST_WORDS);
  const source = { artifact, folder: folderOf(path), scope: "all", found, governs: "explicit" } as const;
  if ("ids" in terms) {
    const isText = found !== null;
    const message = isText ? `${path} begins with the text of ${id}` : `${path} begins with the notice of ${id}`;
    const note = await noteFile(bench, artifact, remark("license-header-text", message, { path, id, ...place }));
    return { ...source, kind: "tag", declared: isText ? null : words, terms, note, ...(isText && { reading }) };
  }
  const message = `${path} speaks of ${id} in its first comment`;
  const note = await noteFile(bench, artifact, remark("license-header-loose", message, { path, id, ...place }));
  // Words beside a licence that demand something may change it; any others only name it.
  if (isDemanding(reading)) return { ...source, kind: "tag", declared: null, terms, note };
  return {
    ...source,
    kind: "prose",
    declared: words,
    terms: { because: "conflicting" },
    note,
    agreesWith: patternOf(listNamed(reading)),
  };
}

async function describeUnread(bench: Workbench, artifact: Artifact, place: Seen["place"]): Promise<LicenseSource> {
  const { path } = artifact;
  const message = `${path} speaks of a licence in its first comment, which was not read: more than ${MOST_READ} differ`;
  const note = await noteFile(
    bench,
    artifact,
    remark("license-headers-over-limit", message, { path, id: "", ...place }),
  );
  const about = { artifact, folder: folderOf(path), scope: "all", governs: "explicit" } as const;
  return { ...about, kind: "tag", declared: null, found: null, terms: { because: "over-limit" }, note };
}

type Told = Seen["place"] & { readonly path: string; readonly id: string };

function remark(code: string, message: string, { path, id, at, quote }: Told): Remark {
  return { code, args: { path, id }, message, basis: "declared", at, quote };
}
