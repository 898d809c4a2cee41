/** Scalars of a JSON text by JSON pointer, collected while the text is read. */

import type { JsonOddity, JsonVisitor } from "../../bytes/json.ts";
import { lineCounter } from "../../bytes/text.ts";
import type { Field, Place } from "../../model/facts.ts";
import { LONGEST_POINTER, pointTo } from "../../model/json-pointer.ts";

/** What to collect. */
export interface FieldRules {
  /** Fields kept at most; those behind are counted. */
  readonly limit: number;
  /** Pointers of large tables: their members are counted, the scalars in them are no fields. */
  readonly tables?: readonly string[];
  readonly onOdd: (what: JsonOddity, name: string, at: Place) => void;
}

interface Level {
  readonly pointer: string;
  readonly kind: "object" | "array";
  /** In a table nothing is a field; at its top, members are counted. */
  readonly table: "none" | "top" | "inside";
  members: number;
  /** Pointer of the member that comes next. */
  next: string;
}

/** A visitor that keeps scalars by pointer, and how many members tables have. Of a key that comes twice the first counts. */
export class FieldCollector implements JsonVisitor {
  readonly fields: Map<string, Field> = new Map();
  /** Members of each table met, by pointer. */
  readonly members: Map<string, number> = new Map();
  /** Tables that have objects or lists among their members. */
  readonly nested: Set<string> = new Set();
  /** Scalars that were left out because of the limit. */
  omitted = 0;
  root: "object" | "array" | "scalar" = "scalar";
  readonly #bytes: Uint8Array;
  readonly #rules: FieldRules;
  readonly #lineOf: (offset: number) => number;
  readonly #levels: Level[] = [];

  constructor(bytes: Uint8Array, rules: FieldRules) {
    this.#bytes = bytes;
    this.#rules = rules;
    this.#lineOf = lineCounter(bytes);
  }

  open(kind: "object" | "array"): void {
    const above = this.#levels.at(-1);
    const pointer = this.#pointer(above);
    if (above === undefined) this.root = kind;
    else above.members++;
    if (above?.table === "top") this.nested.add(above.pointer);
    this.#levels.push({ pointer, kind, table: this.#tableAt(pointer, above), members: 0, next: "" });
  }

  close(): void {
    const level = this.#levels.pop();
    if (level?.table === "top" && !this.members.has(level.pointer)) this.members.set(level.pointer, level.members);
  }

  key(name: string): void {
    const level = this.#levels.at(-1);
    if (level?.table === "none") level.next = pointTo(level.pointer, name);
  }

  value(value: string | boolean | null, start: number, end: number): void {
    this.#keep(typeof value === "string" ? value.toWellFormed() : value, start, end);
  }

  integer(value: number, start: number, end: number): void {
    this.#keep(value, start, end);
  }

  real(value: number, start: number, end: number): void {
    this.#keep(value, start, end);
  }

  /** Kept as its digits: the nearest double would be another number. */
  inexact(start: number, end: number): void {
    this.#keep(new TextDecoder().decode(this.#bytes.subarray(start, end)), start, end);
  }

  odd(what: JsonOddity, name: string, { start, end }: Place): void {
    this.#rules.onOdd(what, name, this.place(start, end));
  }

  #tableAt(pointer: string, above: Level | undefined): Level["table"] {
    if (above !== undefined && above.table !== "none") return "inside";
    return this.#rules.tables?.includes(pointer) ? "top" : "none";
  }

  #pointer(level: Level | undefined): string {
    if (level === undefined) return "";
    if (level.table !== "none") return level.pointer;
    return level.kind === "array" ? pointTo(level.pointer, level.members) : level.next;
  }

  #keep(value: Field["value"], start: number, end: number): void {
    const level = this.#levels.at(-1);
    if (level === undefined || level.table === "none")
      this.#keepAt(this.#pointer(level), value, this.place(start, end));
    if (level !== undefined) level.members++;
  }

  #keepAt(pointer: string, value: Field["value"], at: Place): void {
    if (pointer.length > LONGEST_POINTER) {
      this.omitted++;
      return;
    }
    if (this.fields.has(pointer)) return;
    if (this.fields.size < this.#rules.limit) this.fields.set(pointer, { value, at });
    else this.omitted++;
  }

  /** A place with its line; to be asked in rising order. */
  place(start: number, end: number): Place {
    return { start, end, line: this.#lineOf(start) };
  }
}
