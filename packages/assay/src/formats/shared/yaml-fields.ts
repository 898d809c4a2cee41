/** A parsed YAML document → its scalars by JSON pointer. Nothing is built that an alias could blow up. */

import type { Alias, Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { DecodedText } from "../../bytes/text.ts";
import type { CodeReference, Field, Place } from "../../model/facts.ts";
import { LONGEST_POINTER, pointTo } from "../../model/json-pointer.ts";
import type { Said } from "../../model/types.ts";
import type { FaultLog } from "./words.ts";
import { say } from "./words.ts";
import type { YamlFault } from "./yaml-words.ts";
import { YAML_GAPS } from "./yaml-words.ts";

/** Faults of a YAML file. */
export type YamlFaults = FaultLog<YamlFault>;

/** Scalars listed; a probe asks for a handful. */
const MAX_FIELDS = 10_000;

/** Levels of nesting that are walked; model cards have 7. */
const MAX_DEPTH = 64;

/** Nodes that aliases may repeat. Real files repeat some dozens; "billion laughs" needs 65 KB for 10^9. */
const MAX_REPEATED = 10_000;

/** Tags of the core schema (YAML 1.2.2, chapter 10). */
const CORE_TAG = "tag:yaml.org,2002:";
const CORE_TYPES: readonly string[] = ["map", "seq", "str", "null", "bool", "int", "float"];

/** Tags by which PyYAML's loaders that trust a file call or import what they name: `!!python/object/apply:os.system`. */
const PYTHON_TAG = /^tag:yaml\.org,2002:python\/(?:object(?:\/apply|\/new)?|name|module):(.+)$/s;

/** Names of Python in tags that are told. */
const MAX_CALLS = 1_000;

/** What the walk needs of the library, which is loaded only when a YAML file is there. */
export type Kinds = Pick<typeof import("yaml"), "isAlias" | "isMap" | "isScalar" | "isSeq">;

/** Walks a document in its order, so that an alias finds the latest anchor of its name, as YAML says. */
export class FieldWalk {
  readonly fields: Map<string, Field> = new Map();
  /** What tags of Python name. */
  readonly code: CodeReference[] = [];
  readonly #kinds: Kinds;
  readonly #text: DecodedText;
  readonly #faults: YamlFaults;
  readonly #anchors: Map<string, Node> = new Map();
  /** Nodes that the walk is inside of. */
  readonly #open: Set<Node> = new Set();
  readonly #gaps: Map<string, Said> = new Map();
  #repeating = 0;
  #repeated = 0;

  constructor(kinds: Kinds, text: DecodedText, faults: YamlFaults) {
    this.#kinds = kinds;
    this.#text = text;
    this.#faults = faults;
  }

  /** What was left out. */
  gaps(): readonly Said[] {
    return [...this.#gaps.values()];
  }

  walk(node: unknown, pointer: string, depth: number): void {
    // An alias counts too, even one that leads nowhere: lists of them repeated by others would be endless work.
    if (this.#repeating > 0 && ++this.#repeated > MAX_REPEATED) return;
    if (!this.#kinds.isAlias(node)) this.#collect(node as Node | null, pointer, depth);
    else this.#follow(node, pointer, depth);
  }

  #collect(node: Node | null, pointer: string, depth: number): void {
    if (depth > MAX_DEPTH) {
      this.#gaps.set("too-deep", say(YAML_GAPS, "too-deep", { limit: MAX_DEPTH }));
      return;
    }
    if (node === null) return;
    this.#note(node, pointer);
    this.#open.add(node);
    if (this.#kinds.isMap(node)) this.#map(node, pointer, depth);
    else if (this.#kinds.isSeq(node)) this.#list(node, pointer, depth);
    else if (this.#kinds.isScalar(node)) this.#scalar(node, pointer);
    this.#open.delete(node);
  }

  #follow(alias: Alias, pointer: string, depth: number): void {
    const name = alias.source;
    const target = this.#anchors.get(name);
    if (target === undefined) this.#faults.add("unknown-alias", { name }, this.#place(alias));
    else if (this.#open.has(target)) this.#faults.add("alias-cycle", { name }, this.#place(alias));
    else if (this.#repeated <= MAX_REPEATED) this.#repeat(target, pointer, depth);
  }

  #repeat(target: Node, pointer: string, depth: number): void {
    this.#repeating++;
    this.#collect(target, pointer, depth);
    this.#repeating--;
    if (this.#repeating === 0 && this.#repeated > MAX_REPEATED) {
      this.#faults.add("alias-bomb", { limit: MAX_REPEATED }, this.#place(target));
    }
  }

  /** Only what stands in the file is noted: a repeated node was noted before. */
  #note(node: Node, pointer: string): void {
    if (this.#repeating > 0) return;
    if ("anchor" in node && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const { tag } = node;
    if (tag === undefined || tag === "!" || CORE_TYPES.some((type) => tag === CORE_TAG + type)) return;
    const at = this.#place(node);
    this.#faults.add("custom-tag", { tag }, at);
    const called = PYTHON_TAG.exec(unescapeTag(tag))?.[1];
    if (called !== undefined && this.code.length < MAX_CALLS)
      this.code.push({ kind: "target", pointer, field: { value: called, at } });
  }

  #map(map: YAMLMap, pointer: string, depth: number): void {
    const keys = new Set<string>();
    for (const pair of map.items) {
      const name = this.#keyOf(pair, pointer);
      if (name === undefined) continue;
      if (!keys.has(name)) this.walk(pair.value, pointTo(pointer, name), depth + 1);
      else if (this.#repeating === 0) this.#faults.add("duplicate-key", { name }, this.#place(pair.key));
      keys.add(name);
    }
  }

  #keyOf(pair: Pair, pointer: string): string | undefined {
    const key = this.#kinds.isAlias(pair.key) ? this.#anchors.get(pair.key.source) : pair.key;
    if (key === null || key === undefined) return "";
    if (!this.#kinds.isScalar(key)) {
      if (this.#repeating === 0) this.#faults.add("complex-key", {}, this.#place(pair.key));
      return undefined;
    }
    if (this.#repeating === 0) this.#note(key, pointer);
    return key.source ?? String(key.value);
  }

  #list(list: YAMLSeq, pointer: string, depth: number): void {
    let index = 0;
    for (const item of list.items) this.walk(item, pointTo(pointer, index++), depth + 1);
  }

  #scalar(scalar: Scalar, pointer: string): void {
    if (this.fields.size >= MAX_FIELDS || pointer.length > LONGEST_POINTER)
      this.#gaps.set("over-limit", say(YAML_GAPS, "over-limit", { kept: MAX_FIELDS }));
    else if (!this.fields.has(pointer))
      this.fields.set(pointer, { value: plainValue(scalar), at: this.#place(scalar) });
  }

  #place(node: unknown): Place {
    const range = (node as Node | null)?.range;
    return range ? this.#text.place(range[0], range[1]) : { start: 0, end: 0, line: 1 };
  }
}

/** Numbers that a double cannot hold, and those that are none (`.nan`), stay the text they are written as. */
function plainValue({ value, source }: Scalar): Field["value"] {
  if (typeof value === "number") {
    const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    return exact ? value : (source ?? String(value));
  }
  if (value === null || typeof value === "boolean") return value;
  return String(value).toWellFormed();
}

/** Loaders take escapes of addresses in tags for what they stand for. */
function unescapeTag(tag: string): string {
  return tag.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
