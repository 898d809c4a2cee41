/** What the metadata of a weight file states of its licence: a name, or the whole text. */

import { factOf, type Place, type Text } from "../../model/facts.ts";
import { pointTo } from "../../model/json-pointer.ts";
import type { LicenseReader, LicenseReading } from "../../model/license.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile, type Remark } from "../shared/noting.ts";
import { readTerms, UNIDENTIFIED } from "./declared-terms.ts";
import { isLikeLicense, isRecognized, readInner } from "./inner-text.ts";
import { folderOf, type LicenseSource } from "./sources.ts";
import { describeText } from "./texts.ts";

/** Statements that are read of one file; kernels of several origins have five. */
const MOST_STATED = 32;

/** Longer statements are whole texts; the report names their beginning, in UTF-16 units. */
const LONGEST_STATED = 120;

/** Reads the metadata of weight files. Shards repeat theirs: an equal text is read once. */
export type MetadataReader = (bench: Workbench, artifact: Artifact) => Promise<readonly LicenseSource[]>;

/** A reader of metadata for one release (`license`, `modelspec.license`, `general.license`: what hub and trainers write). */
export function createMetadataReader(open: () => Promise<LicenseReader>): MetadataReader {
  const known = new Map<string, Promise<LicenseReading>>();
  const read = (words: string): Promise<LicenseReading> => {
    const reading = known.get(words) ?? open().then((reader) => reader.read(words));
    if (known.size < MOST_STATED) known.set(words, reading);
    return reading;
  };
  return async (bench, artifact) => {
    const readings = await bench.readings(artifact);
    const weights = factOf(readings, "weights");
    if (weights === undefined) return [];
    const fields = factOf(readings, "fields") ?? {};
    const stated = Object.entries(weights.metadata).filter(([key, value]) => /licen[cs]e/i.test(key) && value.trim());
    const sources: LicenseSource[] = [];
    for (const [n, [key, value]] of stated.slice(0, MOST_STATED + 1).entries()) {
      const text = placeText(value, fields[pointTo("", key)]?.at, weights.at);
      const reading = n < MOST_STATED && isLikeLicense(value) ? await read(value) : undefined;
      const isOver = n >= MOST_STATED;
      sources.push(await describe(bench, artifact, { key, text, isOver, ...(reading && { reading }) }));
    }
    return sources;
  };
}

/** A value as a text: with the place of each of its words where it stands in the file as it is, else with that of all. */
function placeText(content: string, own: Place | undefined, around: Place): Text {
  const encoder = new TextEncoder();
  const isVerbatim = own !== undefined && own.end - own.start === encoder.encode(content).length;
  if (!isVerbatim) return { content, place: () => around };
  const offset = (at: number): number => own.start + encoder.encode(content.slice(0, at)).length;
  return { content, place: (from, to) => ({ start: offset(from), end: offset(to) }) };
}

interface Stated {
  readonly key: string;
  readonly text: Text;
  readonly isOver: boolean;
  readonly reading?: LicenseReading;
}

async function describe(
  bench: Workbench,
  artifact: Artifact,
  { key, text, isOver, reading }: Stated,
): Promise<LicenseSource> {
  const { path } = artifact;
  const folder = folderOf(path);
  const about = { kind: "tag", artifact, folder, scope: "all", governs: "explicit" } as const;
  const inner = reading && isRecognized(reading) ? readInner(reading) : undefined;
  const declared = text.content.slice(0, LONGEST_STATED);
  const isText = inner !== undefined && reading?.match.kind !== "reference";
  const message =
    isText && reading !== undefined
      ? describeText(`${path} (${key})`, reading).message
      : `${path} declares the licence ${declared.replace(/\s+/g, " ")} in its metadata (${key})`;
  // A value with escapes stands in the file in other characters.
  const quote = JSON.stringify(declared) === `"${declared}"` ? { quote: declared } : {};
  const said = { code: "license-in-metadata", args: { path, key, declared }, message, basis: "declared" } as const;
  const remark: Remark = { ...said, at: text.place(0, text.content.length), ...quote };
  const note = await noteFile(bench, artifact, remark);
  return {
    ...about,
    declared: isText ? null : declared,
    found: inner?.found ?? null,
    terms: inner?.terms ?? (isOver ? UNIDENTIFIED : readTerms(text.content)),
    note,
    ...(reading && { reading, text }),
  };
}
