/** Reads which tensor lies in which file, and lets no file name lead out of the index's folder. */

import type { JsonOddity, JsonVisitor } from "../../bytes/json.ts";
import type { Place, ShardsFact } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { parsePrefix } from "../shared/json-prefix.ts";
import { FaultLog, refusal } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";
import { ERRORS, FAULTS } from "./words.ts";

/** Bytes of an index. The largest known (about 100,000 tensors) have some 10 MB. */
const MAX_BYTES = 64 * 2 ** 20;

/** Files of one set. The largest known sets have some 200. */
const MAX_SHARDS = 10_000;

type Faults = FaultLog<FaultCode>;

/** @throws FormatError with a code of {@link ERRORS}. An index that breaks off keeps the entries before the break. */
export async function readSafetensorsIndex(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  if (size > MAX_BYTES) throw refusal(ERRORS, "over-limit", { size, limit: MAX_BYTES });
  const bytes = await source.read(0, size, ctx.signal);
  const faults: Faults = new FaultLog(FAULTS);
  const visitor = new IndexVisitor(faults);
  const { end, spans } = parsePrefix(bytes, visitor, ({ code, what, at }) => {
    if (visitor.files.size === 0) throw refusal(ERRORS, code, { what, offset: at.start });
    faults.add(code, { what }, at);
  });
  if (visitor.files.size === 0) throw refusal(ERRORS, "no-weight-map", {});
  const shards = { files: Object.fromEntries(visitor.files), ...visitor.total, at: { start: 0, end } };
  return { facts: { shards }, children: [], spans, faults: faults.list(), gaps: [] };
}

/** Follows `weight_map` and `metadata.total_size`; of a key that stands twice the first counts. */
class IndexVisitor implements JsonVisitor {
  readonly files: Map<string, string[]> = new Map();
  total: Pick<ShardsFact, "totalSize"> = {};
  readonly #faults: Faults;
  readonly #repeated: Set<string> = new Set();
  #depth = 0;
  #section = "";
  #key = "";

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  open(kind: "object" | "array", start: number): void {
    if (this.#depth === 2) this.#entry(kind === "array" ? [] : {}, { start, end: start + 1 });
    this.#depth++;
    if (this.#depth === 2 && kind === "array") this.#section = "";
  }

  close(): void {
    this.#depth--;
    if (this.#depth < 2) this.#repeated.clear();
  }

  key(name: string): void {
    if (this.#depth === 1) this.#section = name;
    else if (this.#depth === 2) this.#key = name;
  }

  value(value: string | boolean | null, start: number, end: number): void {
    if (this.#depth === 2) this.#entry(value, { start, end });
  }

  integer(value: number, start: number, end: number): void {
    if (this.#depth === 2) this.#entry(value, { start, end });
  }

  real(value: number, start: number, end: number): void {
    if (this.#depth === 2) this.#entry(value, { start, end });
  }

  inexact(start: number, end: number): void {
    if (this.#depth === 2) this.#entry(Number.NaN, { start, end });
  }

  odd(what: JsonOddity, name: string, at: Place): void {
    this.#faults.add(what, { name }, at);
    if (what === "duplicate-key" && this.#depth === 2) this.#repeated.add(name);
  }

  #entry(value: unknown, at: Place): void {
    if (this.#repeated.delete(this.#key)) return;
    if (this.#section === "weight_map") this.#shard(value, at);
    else if (this.#section === "metadata" && this.#key === "total_size") this.#totalSize(value, at);
  }

  #shard(file: unknown, at: Place): void {
    if (typeof file !== "string") {
      this.#faults.add("shard-not-string", { tensor: this.#key, found: describe(file) }, at);
    } else if (!isPlainName(file)) {
      this.#faults.add("shard-outside", { file }, at);
    } else {
      const tensors = this.files.get(file);
      if (tensors !== undefined) tensors.push(this.#key);
      else if (this.files.size < MAX_SHARDS) this.files.set(file, [this.#key]);
      else throw refusal(ERRORS, "too-many-shards", { limit: MAX_SHARDS, offset: at.start });
    }
  }

  #totalSize(value: unknown, at: Place): void {
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) this.total = { totalSize: value };
    else this.#faults.add("bad-total-size", { found: typeof value === "number" ? String(value) : describe(value) }, at);
  }
}

/** No separators of any system, no drive or stream (`:`), no control character, and not a step up. */
function isPlainName(file: string): boolean {
  if (file === "" || file === "." || file === ".." || !file.isWellFormed()) return false;
  return !/[/\\:\p{Cc}]/u.test(file);
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
