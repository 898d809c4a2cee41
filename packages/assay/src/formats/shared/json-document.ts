/** Reading a whole JSON file into fields: what the readers of named JSON files share. */

import type { JsonErrorCode, JsonOddity } from "../../bytes/json.ts";
import type { Fault, Field, Place, Span } from "../../model/facts.ts";
import type { ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Said, Severity } from "../../model/types.ts";
import { FieldCollector } from "./json-fields.ts";
import { parsePrefix } from "./json-prefix.ts";
import type { FaultWords, Words } from "./words.ts";
import { FaultLog, refusal, say } from "./words.ts";

/** Why a JSON file is not read at all. */
export type JsonRefusal = "over-limit";

/** What can be wrong with a JSON file that is read nevertheless. */
export type JsonFault = JsonErrorCode | JsonOddity | "not-an-object";

/** Sentences of {@link JsonRefusal}. */
export const JSON_ERRORS: Words<JsonRefusal> = {
  "over-limit": "JSON file is too large to be read whole · {size} bytes · at most {limit}",
};

/** Sentences of {@link JsonFault} at the severity a format gives them. */
export function jsonFaults(severity: Severity): FaultWords<JsonFault> {
  return {
    "not-json": [severity, "{what}", "damage"],
    "not-utf8": [severity, "{what}", "damage"],
    "too-deep": [severity, "{what}", "damage"],
    "duplicate-key": [severity, 'key "{name}" stands twice in one object: readers disagree on which counts'],
    "lone-surrogate": [severity, 'text "{name}" holds half of a surrogate pair, which is no character'],
    "byte-order-mark": [severity, "file begins with a byte order mark, which JSON does not allow"],
    "not-an-object": [severity, "top level is {root} · expected an object"],
  };
}

/** What may be left out of a JSON file's facts. */
export const JSON_GAPS: Words<"over-limit"> = {
  "over-limit": "{omitted} scalars are not listed · {kept} are · at most {kept}",
};

/** Bounds of one format, and what it counts instead of listing. */
export interface JsonBounds {
  /** Bytes. */
  readonly size: number;
  readonly fields: number;
  readonly tables?: readonly string[];
  readonly faults: FaultWords<JsonFault>;
  /** Whether the top level has to be an object, as in a configuration. */
  readonly top: "object" | "anything";
}

/** A JSON file as fields. `members` tells how many members the tables have, `nested` which hold more than scalars. */
export interface JsonDocument {
  readonly fields: ReadonlyMap<string, Field>;
  readonly members: ReadonlyMap<string, number>;
  readonly nested: ReadonlySet<string>;
  readonly spans: readonly Span[];
  readonly faults: readonly Fault[];
  readonly gaps: readonly Said[];
}

/**
 * Reads a JSON file. One that breaks off keeps the fields before the break, with a fault.
 * @throws FormatError `over-limit`
 */
export async function readJsonDocument(
  source: ByteSource,
  bounds: JsonBounds,
  ctx: ReadContext,
): Promise<JsonDocument> {
  const { size } = source;
  if (size > bounds.size) throw refusal(JSON_ERRORS, "over-limit", { size, limit: bounds.size });
  const bytes = await source.read(0, size, ctx.signal);
  const log = new FaultLog<JsonFault>(bounds.faults);
  const onOdd = (what: JsonOddity, name: string, at: Place): void => log.add(what, { name }, at);
  const tables = bounds.tables ?? [];
  const found = new FieldCollector(bytes, { limit: bounds.fields, tables, onOdd });
  const { end, spans } = parsePrefix(bytes, found, ({ code, what, at }) =>
    log.add(code, { what }, found.place(at.start, at.end)),
  );
  if (bounds.top === "object" && found.root !== "object" && end === size)
    log.add("not-an-object", { root: found.root === "scalar" ? "a scalar" : "an array" }, { start: 0, end });
  const gaps =
    found.omitted === 0 ? [] : [say(JSON_GAPS, "over-limit", { omitted: found.omitted, kept: bounds.fields })];
  const { fields, members, nested } = found;
  return { fields, members, nested, spans, faults: log.list(), gaps };
}
