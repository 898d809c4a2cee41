/**
 * Walks a Keras configuration. `deserialize_keras_object` looks at every object at any depth that has a `class_name` (keras
 * 3.12, src/saving/serialization_lib.py), and so does this: what is found is listed, nothing is looked up.
 */

import type { JsonOddity, JsonVisitor } from "../../../bytes/json.ts";
import { lineCounter } from "../../../bytes/text.ts";
import type { LayerFact, Place } from "../../../model/facts.ts";

/** Different things that are kept; the largest models name some hundred. */
export const MOST_LAYERS = 10_000;

/** UTF-16 units of a text that are kept. */
const LONGEST_TEXT = 1_000;

/** Texts of an object that say what it is; of the rest nothing is kept. */
const TOLD: ReadonlySet<string> = new Set([
  "class_name",
  "config",
  "module",
  "registered_name",
  "spec_name",
  "function",
  "function_type",
  "output_shape_type",
  "mask_type",
]);

/** Settings of layers whose text is a file or an address that is opened (CVE-2025-12058, CVE-2026-1462). */
const OPENED: ReadonlySet<string> = new Set(["vocabulary", "filepath", "file_path", "idf_weights", "origin"]);

/** Settings by which a layer states how its function is written down, in Keras 2. */
const CODE_TYPES: readonly string[] = ["function_type", "output_shape_type", "mask_type"];

/** Layers that wrap a function of TensorFlow, which they name by its path in that package (tf_keras, `tf_op_layer.py`). */
const OPERATIONS: ReadonlySet<string> = new Set(["TFOpLambda", "SlicingOpLambda", "ClassMethod"]);

interface Level {
  readonly kind: "object" | "array";
  readonly start: number;
  key: string;
  readonly texts: Map<string, string>;
  /** Keys whose value is a list. */
  readonly lists: Set<string>;
  readonly opens: { readonly key: string; readonly value: string }[];
  /** The object under the key `config`. */
  config?: Level;
}

/** Collects what a configuration names. */
export class KerasVisitor implements JsonVisitor {
  readonly dialect = "python";
  /** Things that were left out because of the limit. */
  omitted = 0;
  readonly #found: Map<string, LayerFact> = new Map();
  readonly #lineOf: (offset: number) => number;
  readonly #onOdd: (what: JsonOddity, name: string, at: Place) => void;
  readonly #levels: Level[] = [];

  constructor(bytes: Uint8Array, onOdd: (what: JsonOddity, name: string, at: Place) => void) {
    this.#lineOf = lineCounter(bytes);
    this.#onOdd = onOdd;
  }

  /** Different ones, in the order in which they begin. */
  list(): readonly LayerFact[] {
    const found = [...this.#found.values()].sort((a, b) => a.at.start - b.at.start);
    return found.map((one) => ({ ...one, at: { ...one.at, line: this.#lineOf(one.at.start) } }));
  }

  open(kind: "object" | "array", start: number): void {
    const above = this.#levels.at(-1);
    if (kind === "array" && above?.kind === "object") above.lists.add(above.key);
    this.#levels.push({ kind, start, key: "", texts: new Map(), lists: new Set(), opens: [] });
  }

  close(end: number): void {
    const level = this.#levels.pop();
    const above = this.#levels.at(-1);
    if (level === undefined || level.kind === "array") return;
    if (above?.key === "config" && above.kind === "object") above.config = level;
    for (const one of describe(level)) this.#add(one, { start: level.start, end });
  }

  key(name: string): void {
    const level = this.#levels.at(-1);
    if (level !== undefined) level.key = name;
  }

  value(value: string | boolean | null): void {
    const level = this.#levels.at(-1);
    if (typeof value !== "string" || level?.kind !== "object") return;
    const text = value.slice(0, LONGEST_TEXT).toWellFormed();
    if (TOLD.has(level.key)) level.texts.set(level.key, text);
    if (OPENED.has(level.key)) level.opens.push({ key: level.key, value: text });
  }

  integer(): void {
    // Numbers name nothing.
  }

  real(): void {
    // Numbers name nothing.
  }

  inexact(): void {
    // Numbers name nothing.
  }

  odd(what: JsonOddity, name: string, at: Place): void {
    this.#onOdd(what, name, at);
  }

  #add(one: Named, at: Place): void {
    const key = JSON.stringify([one.kind, one.name, one.module, one.registered, one.opens]);
    const before = this.#found.get(key);
    if (before !== undefined) this.#found.set(key, { ...before, count: before.count + 1 });
    else if (this.#found.size < MOST_LAYERS) this.#found.set(key, { ...one, count: 1, at });
    else this.omitted += 1;
  }
}

type Named = Omit<LayerFact, "count" | "at">;

/** What an object is for Keras; nothing where it has no `class_name`. */
function describe({ texts, config }: Level): readonly Named[] {
  const name = texts.get("class_name");
  if (name === undefined) return [];
  const module = texts.get("module");
  const registered = texts.get("registered_name");
  const from = {
    ...(module === undefined ? {} : { module }),
    ...(registered === undefined || registered === name ? {} : { registered }),
  };
  if (name === "__lambda__") return [{ name, kind: "bytecode", ...from }];
  if (name === "function") return [{ name: texts.get("config") ?? "", kind: "function", ...from }];
  if (name === "__typespec__") return [{ name: texts.get("spec_name") ?? "", kind: "object", ...from }];
  const opens = config === undefined || config.opens.length === 0 ? {} : { opens: config.opens };
  const own: Named = { name, kind: "object", ...from, ...opens };
  if (config === undefined) return [own];
  if (name === "Lambda") return [own, ...describeLambda(config)];
  return OPERATIONS.has(name) ? [own, ...describeOperation(config)] : [own];
}

/** The function of a `Lambda` as Keras 2 writes it: compiled, as a list or by its type, or by name in a module. */
function describeLambda({ texts, lists }: Level): readonly Named[] {
  const isCompiled = lists.has("function") || CODE_TYPES.some((key) => texts.get(key) === "lambda");
  const text = texts.get("function");
  const module = texts.get("module");
  if (isCompiled || (text !== undefined && !/^[\w.<>-]*$/.test(text))) return [{ name: "Lambda", kind: "bytecode" }];
  if (text === undefined) return [];
  return [{ name: text, kind: "function", ...(module === undefined ? {} : { module }) }];
}

function describeOperation({ texts }: Level): readonly Named[] {
  const name = texts.get("function");
  return name === undefined ? [] : [{ name, kind: "function", module: "tensorflow" }];
}
