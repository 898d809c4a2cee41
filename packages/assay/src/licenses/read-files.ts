/** `assay license`: licence texts by themselves, outside a release. */

import { decodeText } from "../bytes/text.ts";
import type { LicenseComparison, LicenseDocument, LicenseFile } from "../model/documents.ts";
import { FormatError } from "../model/errors.ts";
import type { LicenseReader } from "../model/license.ts";
import type { Platform } from "../model/plugin.ts";
import type { Artifact, Doubt } from "../model/types.ts";
import { compareLicenses, type LicenseSide } from "./compare-texts.ts";
import { type LicenseTerms, openLicenseTerms } from "./license-terms.ts";
import { UNKNOWN } from "./matching/matcher.ts";
import { describeMissing } from "./missing-words.ts";
import { openLicenseReader } from "./open-reader.ts";

/** A file and its bytes; `bytes` is null for one that is too large to be a licence text. */
export interface LicenseInput {
  readonly path: string;
  readonly bytes: Uint8Array | null;
}

/** Bytes: the longest licence with all its translations stays below 0.5 Mi; a file of notices may be longer. */
export const LARGEST_LICENSE: number = 1 << 20;

/** Reads licence texts; with `against` also holds the first two, the older and the newer, beside each other. */
export async function readLicenses(
  inputs: readonly LicenseInput[],
  { platform, against = false }: { readonly platform: Platform; readonly against?: boolean },
): Promise<LicenseDocument> {
  const reader = await openLicenseReader(platform);
  const read: LicenseFile[] = [];
  for (const input of inputs) read.push(await readOne(input, reader));
  const texts = read.map((reading, n) => {
    const text = readText(inputs[n]?.bytes ?? null);
    return { path: reading.path, text: text.because === undefined ? text.content : "", reading };
  });
  const files = describeMissing(texts);
  const comparison = against ? compareFirst(inputs, files, await openLicenseTerms(platform)) : null;
  return {
    schema: "https://openassay.org/schemas/license/v1.json",
    files,
    ...(comparison !== null && { comparison }),
  };
}

/** Words of the licence texts of a release, by path; those that are only a part of a file have none. */
export async function readLicenseTexts(
  artifacts: readonly Artifact[],
  licenses: readonly { readonly path: string }[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(licenses.map(({ path }) => path));
  const named = Map.groupBy(
    artifacts.filter(({ path }) => wanted.has(path)),
    ({ path }) => path,
  );
  const texts = new Map<string, string>();
  for (const [path, [artifact, other]] of named) {
    // A path that two places have names no text.
    if (artifact === undefined || other !== undefined || artifact.state !== "here") continue;
    const text = readText(await readBytes(artifact));
    if (text.because === undefined) texts.set(path, text.content);
  }
  return texts;
}

/** Null where the file is too large, or not what it was when it was assessed: then its terms are compared. */
async function readBytes(artifact: Artifact): Promise<Uint8Array | null> {
  try {
    const source = artifact.open();
    return source.size > LARGEST_LICENSE ? null : await source.read(0, source.size);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

async function readOne({ path, bytes }: LicenseInput, reader: LicenseReader): Promise<LicenseFile> {
  const text = readText(bytes);
  if (text.because === undefined) return { path, ...(await reader.read(text.content)) };
  return { path, because: text.because, ...UNKNOWN, terms: [] };
}

type Text = { readonly content: string; readonly because?: undefined } | { readonly because: Doubt };

function readText(bytes: Uint8Array | null): Text {
  if (bytes === null || bytes.length > LARGEST_LICENSE) return { because: "over-limit" };
  const { content, invalidAt } = decodeText(bytes);
  if (content.includes("\0")) return { because: "unreadable" };
  return { content: invalidAt < 0 ? content : new TextDecoder("windows-1252").decode(bytes) };
}

function compareFirst(
  inputs: readonly LicenseInput[],
  files: readonly LicenseFile[],
  known: LicenseTerms,
): LicenseComparison | null {
  const [older, newer] = inputs.map(({ bytes }, n): LicenseSide | null => {
    const [text, file] = [readText(bytes), files[n]];
    return file === undefined || text.because !== undefined ? null : { ...file, text: text.content };
  });
  return older && newer ? compareLicenses(older, newer, known) : null;
}
