/** Reads the header of a GGUF file and proves the bounds of its data, which it never touches. */

import { WindowCursor } from "../../bytes/window-cursor.ts";
import type { Facts, Field, Span, TemplateFact, WeightsFact } from "../../model/facts.ts";
import { pointTo } from "../../model/json-pointer.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import { type Header, MOST_KEPT, readHeader } from "./header.ts";
import { align, checkCover, type Data, type Listed } from "./tensors.ts";
import type { Faults, Value } from "./values.ts";
import { ERRORS, FAULTS, GAPS } from "./words.ts";

/** Magic, version and two counts. */
const LEAST = 24;

const MAGIC = [0x47, 0x47, 0x55, 0x46];

const VERSIONS: ReadonlySet<number> = new Set([2, 3]);

/** Padding of tensors where a file does not say (docs/gguf.md, `general.alignment`), and the largest that makes sense. */
const DEFAULT_ALIGNMENT = 32;
const LARGEST_ALIGNMENT = 1 << 20;

/** Longest value that is kept among the metadata, in UTF-16 units: a licence's whole text fits. */
const LONGEST_KEPT = 64 << 10;

/** Whether a file begins like GGUF. */
export function isMagic(head: Uint8Array): boolean {
  return MAGIC.every((byte, at) => head[at] === byte);
}

/**
 * Reads the header in windows, whatever the size of the file.
 * @throws FormatError with a code of {@link ERRORS} when there is no header to believe.
 */
export async function readGguf(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const cursor = new WindowCursor(source, ctx.signal);
  await readStart(cursor, source.size);
  const faults: Faults = new FaultLog(FAULTS);
  const spend = (count: number): void => ctx.spend("steps", count);
  const header = await readHeader({ cursor, faults, spend });
  const alignment = alignmentOf(header, faults);
  const dataStart = header.isWhole ? align(header.end, alignment) : header.end;
  const bounds = { start: dataStart, alignment, size: source.size };
  const dataEnd = header.isWhole ? checkData(header, bounds, faults) : header.end;
  checkArchitecture(header, faults);
  const found = faults.list();
  const isSound = header.isWhole && found.every(({ severity }) => severity !== "error");
  const weights = describeWeights(header, Math.min(dataEnd, source.size));
  const gaps = header.omitted === 0 ? [] : [say(GAPS, "over-limit", { omitted: header.omitted, kept: MOST_KEPT })];
  const spans = listSpans({ header: Math.min(dataStart, source.size), size: source.size }, isSound);
  return { facts: { weights, ...describeValues(header) }, children: [], spans, faults: found, gaps };
}

async function readStart(cursor: WindowCursor, size: number): Promise<void> {
  if (size < LEAST) throw refusal(ERRORS, "too-small", { size, least: LEAST });
  await cursor.fill(8);
  const magic = cursor.take(4);
  if (!isMagic(magic)) throw refusal(ERRORS, "not-gguf", { found: [...magic].map(hex).join(" ") });
  const view = cursor.view(4);
  // The byte order is not written down: of the version read both ways, one is a small number.
  cursor.littleEndian = VERSIONS.has(view.getUint32(0, true));
  if (!VERSIONS.has(view.getUint32(0, cursor.littleEndian)))
    throw refusal(ERRORS, "unknown-version", { version: view.getUint32(0, true), offset: 4 });
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function alignmentOf({ values }: Header, faults: Faults): number {
  const stated = values.get("general.alignment");
  if (stated === undefined) return DEFAULT_ALIGNMENT;
  const found = stated.kind === "scalar" ? stated.value : "an array";
  const isPower = typeof found === "number" && Number.isInteger(Math.log2(found));
  if (isPower && found >= 8 && found <= LARGEST_ALIGNMENT) return found;
  faults.add("bad-alignment", { found: String(found), limit: LARGEST_ALIGNMENT }, stated.at);
  return DEFAULT_ALIGNMENT;
}

function checkArchitecture({ values, end, isWhole }: Header, faults: Faults): void {
  const stated = values.get("general.architecture");
  if (stated === undefined) {
    if (isWhole) faults.add("no-architecture", {}, { start: 0, end });
  } else if (stated.kind !== "scalar" || typeof stated.value !== "string") {
    faults.add("bad-architecture", { found: stated.kind === "scalar" ? String(stated.value) : "an array" }, stated.at);
  }
}

interface Bounds extends Data {
  readonly size: number;
}

/** Holds the tensors against the file; what pads the last one may be there or not. Returns where the data ends. */
function checkData({ tensors }: Header, bounds: Bounds, faults: Faults): number {
  const { start, alignment, size } = bounds;
  const end = tensors.length === 0 ? Math.min(start, size) : checkCover(tensors, bounds, faults);
  const padded = align(end, alignment);
  if (end > size) faults.add("missing-bytes", { size, expected: end }, { start: size, end: size });
  if (padded < size)
    faults.add("trailing-bytes", { count: size - padded, size, expected: padded }, { start: padded, end: size });
  return end;
}

function describeWeights({ tensors, values }: Header, end: number): WeightsFact {
  const sound = tensors.filter((one): one is Listed & Sound => one.elements !== undefined);
  const dtypes = new Map<string, number>();
  for (const { type, elements } of sound) dtypes.set(type, (dtypes.get(type) ?? 0) + elements);
  return {
    tensors: sound.length,
    parameters: sound.reduce((sum, { elements }) => sum + elements, 0),
    dtypes: Object.fromEntries(dtypes),
    bytes: sound.reduce((sum, { bytes }) => sum + bytes, 0),
    names: sound.map(({ name }) => name),
    metadata: Object.fromEntries(
      listScalars(values).map(([key, { value }]) => [key, String(value).slice(0, LONGEST_KEPT)]),
    ),
    at: { start: 0, end },
  };
}

type Sound = Required<Pick<Listed, "type" | "elements" | "bytes">>;
type Scalar = Extract<Value, { readonly kind: "scalar" }>;

function listScalars(values: Header["values"]): readonly (readonly [string, Scalar])[] {
  return [...values].flatMap(([key, value]) => (value.kind === "scalar" ? [[key, value] as const] : []));
}

/** Keys under which chat templates stand: the default one, and others by name. */
const TEMPLATE = /^tokenizer\.chat_template(?:\.(.+))?$/;

function describeValues({ values }: Header): Omit<Facts, "weights"> {
  const scalars = listScalars(values);
  const fields = Object.fromEntries(
    scalars.map(([key, { value, at }]): [string, Field] => [pointTo("", key), { value, at }]),
  );
  const architecture = values.get("general.architecture");
  const name = architecture?.kind === "scalar" && typeof architecture.value === "string" ? architecture : undefined;
  const length = values.get(`${name?.value ?? ""}.context_length`);
  const tokens = values.get("tokenizer.ggml.tokens");
  const kind = values.get("tokenizer.ggml.model");
  const templates = scalars.flatMap(([key, { at }]): readonly TemplateFact[] => {
    const match = TEMPLATE.exec(key);
    return match === null ? [] : [{ name: match[1] ?? "", at }];
  });
  return {
    fields,
    model: {
      ...(name === undefined ? {} : { architecture: { value: name.value, at: name.at } }),
      ...(length?.kind === "scalar" && Number.isSafeInteger(length.value) && Number(length.value) > 0
        ? { contextLength: { value: length.value, at: length.at } }
        : {}),
    },
    ...(kind === undefined && tokens === undefined
      ? {}
      : {
          tokenizer: {
            ...(kind?.kind === "scalar" ? { kind: { value: kind.value, at: kind.at } } : {}),
            ...(tokens?.kind === "array" ? { vocabulary: tokens.length } : {}),
          },
        }),
    ...(templates.length === 0 ? {} : { templates }),
  };
}

/** The data is opaque only where all of it is proven to be tensors and padding; where anything is wrong it counts as unread. */
function listSpans(
  { header, size }: { readonly header: number; readonly size: number },
  isSound: boolean,
): readonly Span[] {
  const spans: Span[] = [{ start: 0, end: header, as: "parsed" }];
  if (size > header) spans.push({ start: header, end: size, as: isSound ? "opaque-by-format" : "unread" });
  return spans;
}
