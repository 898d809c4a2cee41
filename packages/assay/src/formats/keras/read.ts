/** Reads what a Keras configuration makes its loader build. */

import type { JsonOddity } from "../../bytes/json.ts";
import type { Place } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { baseName, extensionOf } from "../shared/file-name.ts";
import type { JsonFault } from "../shared/json-document.ts";
import { parsePrefix } from "../shared/json-prefix.ts";
import { KerasVisitor, MOST_LAYERS } from "../shared/keras/config-walk.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import { ERRORS, FAULTS, GAPS } from "./words.ts";

/** Bytes. The largest known, of models with vocabularies of 10^6 words in them, have some 30 MB. */
const MAX_BYTES = 64 * 2 ** 20;

/** Parts of HDF5 files and of SavedModels that hold a configuration; the readers of those call them by these names. */
const ATTRIBUTES: ReadonlySet<string> = new Set(["model_config", "training_config", "keras_metadata"]);

/** Bytes of the end of a file that a format is shown. */
const TAIL = 64 << 10;

const CLASS_NAME = /"class_name"/;
const CONFIG = /"config"/;
/** A key can be written with escapes, which only a parser undoes. */
const ESCAPE = /\\u[0-9a-fA-F]/;

/**
 * Whether a file may be a configuration of Keras. In archives it is called `config.json`, as those of other libraries are:
 * one that is seen whole is known by its keys, one that is not is read to be sure.
 */
export function isKerasConfig(path: string, head: Uint8Array, tail: Uint8Array): boolean {
  const name = baseName(path);
  if (ATTRIBUTES.has(name)) return true;
  if (extensionOf(name) !== "json") return false;
  const text = decode(head) + decode(tail);
  if (name !== "config.json") return CLASS_NAME.test(text) && CONFIG.test(text);
  return CLASS_NAME.test(text) || ESCAPE.test(text) || tail.length >= TAIL;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes);
}

/** @throws FormatError `over-limit` */
export async function readKeras(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  if (size > MAX_BYTES) throw refusal(ERRORS, "over-limit", { size, limit: MAX_BYTES });
  const bytes = await source.read(0, size, ctx.signal);
  const log = new FaultLog<JsonFault>(FAULTS);
  const visitor = new KerasVisitor(bytes, (what: JsonOddity, name: string, at: Place) => log.add(what, { name }, at));
  const { spans } = parsePrefix(bytes, visitor, ({ code, what, at }) => log.add(code, { what }, at));
  const layers = visitor.list();
  const { omitted } = visitor;
  const gaps = omitted === 0 ? [] : [say(GAPS, "over-limit", { omitted, kept: MOST_LAYERS })];
  return { facts: layers.length === 0 ? {} : { layers }, children: [], spans, faults: log.list(), gaps };
}
