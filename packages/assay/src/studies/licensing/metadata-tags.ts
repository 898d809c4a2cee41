/** What the metadata of a weight file states of its licence: a name, the whole text, or terms of its own. */

import { readTerms as readClauses } from "../../licenses/terms/index.ts";
import { factOf, type Place, type Reading, type Text, type WeightsFact } from "../../model/facts.ts";
import { pointTo } from "../../model/json-pointer.ts";
import type { LicenseReader, LicenseReading } from "../../model/license.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Doubt } from "../../model/types.ts";
import { noteFile, type Remark } from "../shared/noting.ts";
import { readAddress, readTerms, UNIDENTIFIED } from "./declared-terms.ts";
import { isLikeLicense, isRecognized, readInner } from "./inner-text.ts";
import { isEmptyTerms, isRemarkKey, isTermsKey, namesLicense } from "./metadata-keys.ts";
import { readNoticeText } from "./notices.ts";
import { folderOf, type LicenseSource, type Terms } from "./sources.ts";
import { describeText } from "./texts.ts";

/** Statements that are read of one file; kernels of several origins have five. */
const MOST_STATED = 32;

/** Longer statements are whole texts; the report names their beginning, in UTF-16 units. */
const LONGEST_STATED = 120;

/** Longer remarks are no words about a model, in UTF-16 units: trainers write their settings and their tables there. */
const LONGEST_REMARK = 64 << 10;

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
    const place = (key: string, value: string): Text => placeText(value, fields[pointTo("", key)]?.at, weights.at);
    const sources: LicenseSource[] = [];
    for (const [n, [key, value]] of listStated(weights)
      .slice(0, MOST_STATED + 1)
      .entries()) {
      const isOver = n >= MOST_STATED;
      const reading = isOver ? undefined : await readValue(value, read);
      sources.push(
        await describe(bench, artifact, { key, text: place(key, value), isOver, ...(reading && { reading }) }),
      );
    }
    for (const [key, value] of listRemarks(weights))
      sources.push(...(await readNoticeText(bench, artifact, { text: place(key, value), inside: key })));
    for (const one of listLost(readings).slice(0, MOST_STATED)) sources.push(await describeLost(bench, artifact, one));
    return sources;
  };
}

function listStated({ metadata }: WeightsFact): readonly (readonly [key: string, value: string])[] {
  return Object.entries(metadata).filter(([key, value]) => isTermsKey(key) && !isEmptyTerms(key, value));
}

function listRemarks({ metadata }: WeightsFact): readonly (readonly [key: string, value: string])[] {
  return Object.entries(metadata)
    .filter(([key, value]) => isRemarkKey(key) && value.length <= LONGEST_REMARK)
    .slice(0, MOST_STATED);
}

/** A text that may be a licence; else the terms that are read in words that name none. */
async function readValue(
  value: string,
  read: (words: string) => Promise<LicenseReading>,
): Promise<LicenseReading | undefined> {
  if (isLikeLicense(value)) return await read(value);
  if ("ids" in state(value)) return undefined;
  const terms = readClauses(value);
  const unknown: LicenseReading["match"] = { id: null, kind: "unknown", similarity: 0 };
  return terms.length === 0 ? undefined : { match: unknown, deviations: [], terms };
}

function state(value: string): Terms {
  const named = readTerms(value);
  return "ids" in named ? named : readAddress(value.trim());
}

/** What was not kept of the metadata: lists under keys of terms, and all that is more than a reader keeps. */
interface Lost {
  readonly key: string;
  readonly at: Place;
  readonly because: Doubt;
}

function listLost(readings: readonly Reading[]): readonly Lost[] {
  return readings.flatMap(({ facts: { weights }, gaps }) => {
    if (weights === undefined) return [];
    const lists = Object.entries(weights.lists ?? {}).filter(([key]) => isTermsKey(key));
    const isCut = gaps.some(({ code }) => code === "over-limit");
    return [
      ...lists.map(([key, at]): Lost => ({ key, at, because: "unidentified" })),
      ...(isCut ? [{ key: "", at: weights.at, because: "over-limit" } as const] : []),
    ];
  });
}

async function describeLost(bench: Workbench, artifact: Artifact, { key, at, because }: Lost): Promise<LicenseSource> {
  const { path } = artifact;
  const message =
    because === "over-limit"
      ? `${path} has more metadata than was read, which may set terms`
      : `${path} states terms in its metadata (${key}) in a way that is not plain`;
  const remark = { code: "license-in-metadata-unclear", args: { path, key }, message, basis: "inferred" } as const;
  const about = { kind: "tag", artifact, folder: folderOf(path), scope: "all", governs: "explicit" } as const;
  const note = await noteFile(bench, artifact, { ...remark, at });
  return { ...about, declared: null, found: null, terms: { because }, note };
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
      : `${path} ${namesLicense(key) ? "declares the licence" : "sets the terms"} ${declared.replace(/\s+/g, " ")} in its metadata (${key})`;
  // A value with escapes stands in the file in other characters.
  const quote = JSON.stringify(declared) === `"${declared}"` ? { quote: declared } : {};
  const said = { code: "license-in-metadata", args: { path, key, declared }, message, basis: "declared" } as const;
  const remark: Remark = { ...said, at: text.place(0, text.content.length), ...quote };
  const note = await noteFile(bench, artifact, remark);
  return {
    ...about,
    declared: isText ? null : declared,
    found: inner?.found ?? null,
    terms: inner?.terms ?? (isOver ? UNIDENTIFIED : state(text.content)),
    note,
    ...(reading && { reading, text }),
  };
}
