/** The header's JSON → its entries, with everything in it that is not as the format wants it. */

import type { JsonOddity, JsonVisitor } from "../../bytes/json.ts";
import type { Place } from "../../model/facts.ts";
import type { Said } from "../../model/types.ts";
import type { FaultLog } from "../shared/words.ts";
import { say } from "../shared/words.ts";
import { multiply } from "./product.ts";
import type { FaultCode } from "./words.ts";
import { GAPS } from "./words.ts";

/** Faults of this format. */
export type Faults = FaultLog<FaultCode>;

/** A tensor as the header states it; whatever is missing or of the wrong type is left out. */
export interface Entry {
  readonly name: string;
  /** From the opening to the closing brace of its entry. */
  at: Place;
  dtype?: string;
  /** Product of the dimensions: exact, or Infinity past 64 bits. */
  product?: number | bigint;
  begin?: number;
  end?: number;
}

const METADATA = "__metadata__";

/** Entries of the metadata that are kept; trainers that write their settings there write some hundred. */
const MAX_METADATA = 10_000;

/** Largest dimension: the reference reader holds it in 64 bits. */
const MAX_DIMENSION = 2n ** 64n - 1n;

/** Depths of the header's JSON: the header, a tensor or the metadata, a list. */
const TOP = 1;
const ENTRY = 2;
const LIST = 3;

const MINUS = 0x2d;

/** What is said of a number that is no dimension and no offset. */
const NO_SIZE = "a number that is fractional, negative or too large";

/** Takes an entry as soon as it is closed. */
type OnEntry = (entry: Entry) => void;

/** Builds entries out of JSON events and hands each on. Of a name that stands twice the first counts. */
export class HeaderVisitor implements JsonVisitor {
  readonly metadata: Map<string, string> = new Map();
  readonly #bytes: Uint8Array;
  readonly #faults: Faults;
  readonly #onEntry: OnEntry;
  readonly #repeated: Set<string> = new Set();
  #depth = 0;
  #name = "";
  #nameAt: Place = { start: 0, end: 0 };
  #key = "";
  #repeatedKey = false;
  #inMetadata = false;
  #entry: Entry | undefined;
  /** Of the list that is open: a shape of a hundred million bytes is a few numbers too. */
  #count = 0;
  #first: number | bigint = 0;
  #second: number | bigint = 0;
  #product: number | bigint = 1;
  #omitted = 0;
  #listFault = "";

  constructor(bytes: Uint8Array, faults: Faults, onEntry: OnEntry) {
    this.#bytes = bytes;
    this.#faults = faults;
    this.#onEntry = onEntry;
  }

  open(kind: "object" | "array", start: number): void {
    this.#depth++;
    if (this.#depth === ENTRY) this.#openEntry(kind, start);
    else if (this.#depth === LIST) this.#openList(kind, start);
    else if (this.#depth > LIST) this.#listFault ||= "a nested value";
  }

  close(end: number): void {
    if (this.#depth === LIST) this.#closeList(end);
    if (this.#depth === ENTRY && this.#entry !== undefined) this.#closeEntry(this.#entry, end);
    this.#depth--;
  }

  key(name: string, start: number, end: number): void {
    if (this.#depth === TOP) {
      this.#name = name;
      this.#nameAt = { start, end };
      this.#repeatedKey = this.#repeated.delete(name);
    } else if (this.#depth === ENTRY) {
      this.#key = name;
      if (this.#entry !== undefined && !KEYS.includes(name)) {
        this.#faults.add("unknown-key", { name: this.#name, key: name }, { start, end });
      }
    }
  }

  value(value: string | boolean | null, start: number, end: number): void {
    const at = { start, end };
    const found = describe(value);
    if (this.#depth === TOP) this.#notObject(found, at);
    else if (this.#depth >= LIST) this.#listFault ||= found;
    else if (this.#entry === undefined) this.#metadataValue(value, found, at);
    else if (this.#key === "dtype" && typeof value === "string") this.#entry.dtype ??= value;
    else this.#badValue(found, at);
  }

  integer(value: number, start: number, end: number): void {
    if (this.#depth !== LIST) this.#strayNumber({ start, end });
    else if (this.#bytes[start] === MINUS) this.#listFault ||= NO_SIZE;
    else this.#push(value);
  }

  real(_value: number, start: number, end: number): void {
    if (this.#depth === LIST) this.#listFault ||= NO_SIZE;
    else this.#strayNumber({ start, end });
  }

  inexact(start: number, end: number): void {
    const big = this.#depth === LIST ? this.#bigInteger(start, end) : undefined;
    if (big !== undefined) this.#push(big);
    else this.real(0, start, end);
  }

  odd(what: JsonOddity, name: string, at: Place): void {
    this.#faults.add(what, { name }, at);
    if (what === "duplicate-key" && this.#depth === TOP) this.#repeated.add(name);
  }

  /** What was left out. */
  gaps(): readonly Said[] {
    return this.#omitted === 0 ? [] : [say(GAPS, "over-limit", { omitted: this.#omitted, kept: MAX_METADATA })];
  }

  #openEntry(kind: "object" | "array", start: number): void {
    this.#entry = undefined;
    this.#key = "";
    this.#inMetadata = kind === "object" && this.#name === METADATA;
    if (kind === "array") this.#notObject("an array", { start, end: start + 1 });
    else if (this.#name !== METADATA) this.#entry = { name: this.#name, at: { start, end: start } };
  }

  #closeEntry(entry: Entry, end: number): void {
    entry.at = { start: entry.at.start, end };
    if (!this.#repeatedKey) this.#onEntry(entry);
    this.#entry = undefined;
  }

  #openList(kind: "object" | "array", start: number): void {
    this.#count = 0;
    this.#product = 1;
    this.#listFault = kind === "array" ? "" : "an object";
    const found = kind === "array" ? "an array" : "an object";
    if (this.#entry === undefined) this.#metadataValue(null, found, { start, end: start + 1 });
    else if (this.#key === "dtype") this.#badValue(found, { start, end: start + 1 });
  }

  #closeList(end: number): void {
    const entry = this.#entry;
    const at = { start: Math.max(end - 1, 0), end };
    if (entry === undefined || (this.#key !== "shape" && this.#key !== "data_offsets")) return;
    if (this.#listFault !== "") this.#badValue(this.#listFault, at);
    else if (this.#key === "shape") entry.product ??= this.#product;
    else this.#offsets(entry, at);
  }

  #offsets(entry: Entry, at: Place): void {
    const begin = this.#first;
    const end = this.#second;
    if (this.#count !== 2) this.#badValue(`${this.#count} numbers`, at);
    else if (typeof begin !== "number" || typeof end !== "number") this.#badValue("a number past 2^53 - 1", at);
    else if (begin > end) this.#badValue(`${begin} before ${end}`, at);
    else if (entry.begin === undefined) Object.assign(entry, { begin, end });
  }

  #push(value: number | bigint): void {
    if (this.#count === 0) this.#first = value;
    else if (this.#count === 1) this.#second = value;
    this.#count++;
    this.#product = multiply(this.#product, value);
  }

  /** A number where a string, a list or an object belongs. */
  #strayNumber(at: Place): void {
    if (this.#depth === TOP) this.#notObject("a number", at);
    else if (this.#depth > LIST) this.#listFault ||= "a nested value";
    else if (this.#entry === undefined) this.#metadataValue(null, "a number", at);
    else this.#badValue("a number", at);
  }

  /** An integer between 2^53 and 2^64; undefined for anything else. 2^64 has 20 digits, so no longer text is parsed. */
  #bigInteger(start: number, end: number): bigint | undefined {
    const digits = new TextDecoder().decode(this.#bytes.subarray(start, Math.min(end, start + 21)));
    if (!/^\d{1,20}$/.test(digits)) return undefined;
    const value = BigInt(digits);
    return value <= MAX_DIMENSION ? value : undefined;
  }

  #notObject(found: string, at: Place): void {
    if (this.#name === METADATA) this.#faults.add("metadata-not-object", { found }, at);
    else this.#faults.add("tensor-not-object", { name: this.#name, found }, this.#nameAt);
  }

  #metadataValue(value: string | boolean | null, found: string, at: Place): void {
    if (!this.#inMetadata) return;
    if (typeof value !== "string") this.#faults.add("metadata-not-string", { name: this.#key, found }, at);
    else if (this.metadata.has(this.#key)) return;
    else if (this.metadata.size < MAX_METADATA) this.metadata.set(this.#key, value);
    else this.#omitted++;
  }

  #badValue(found: string, at: Place): void {
    const name = this.#name;
    if (this.#key === "dtype") this.#faults.add("bad-dtype", { name, found }, at);
    else if (this.#key === "shape") this.#faults.add("bad-shape", { name, found }, at);
    else if (this.#key === "data_offsets") this.#faults.add("bad-offsets", { name, found }, at);
  }
}

const KEYS: readonly string[] = ["dtype", "shape", "data_offsets"];

function describe(value: string | boolean | null): string {
  return value === null ? "null" : `a ${typeof value}`;
}
