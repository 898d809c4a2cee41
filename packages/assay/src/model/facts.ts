/**
 * What files say, in words that hold for every format: probes ask for `facts.weights`, never for a format's name.
 */

import type { Said, Severity, Sha256 } from "./types.ts";

/** A stretch of a file: half-open byte offsets, and the line (from 1) where it starts in a text. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line?: number;
}

/** A scalar as it stands in a structured file. */
export interface Field {
  readonly value: string | number | boolean | null;
  readonly at: Place;
}

/** Tensors that a weight file holds. */
export interface WeightsFact {
  readonly tensors: number;
  /** Sum of the tensors' element counts. */
  readonly parameters: number;
  /** Element count per dtype, as the format writes the dtype. */
  readonly dtypes: Readonly<Record<string, number>>;
  /** Bytes of tensor data. */
  readonly bytes: number;
  readonly names: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly at: Place;
}

/** Which tensors a sharded weight set keeps in which file, as its index says. */
export interface ShardsFact {
  /** Shard file name (relative to the index) → names of its tensors. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** Bytes of tensor data in all shards together, as stated. */
  readonly totalSize?: number;
  readonly at: Place;
}

/** What a configuration says about a model. */
export interface ModelFact {
  readonly architecture?: Field;
  readonly contextLength?: Field;
  /** Code that a loader would import from the release, for example an `auto_map` entry. */
  readonly code?: readonly Field[];
}

/** What a tokenizer file says. */
export interface TokenizerFact {
  readonly kind?: Field;
  readonly vocabulary?: number;
}

/** A heading and the section under it, down to the next heading of its level or above. */
export interface Heading {
  readonly level: number;
  readonly title: string;
  readonly at: Place;
  /** Byte offset where its section ends. */
  readonly end: number;
}

/** A link or an image of a document. */
export interface Link {
  readonly text: string;
  readonly url: string;
  readonly at: Place;
}

/** A pipe table of a document. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly at: Place;
}

/** The skeleton of a prose document. */
export interface DocumentFact {
  /** Byte offset where prose begins, behind the front matter. */
  readonly body: number;
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly tables: readonly Table[];
}

/** A Git LFS stub: what it stands for. */
export interface PointerFact {
  readonly oid: Sha256;
  readonly size: number;
}

/** Everything that a reading can state. A format states what its files say and leaves the rest out. */
export interface Facts {
  readonly weights?: WeightsFact;
  readonly shards?: ShardsFact;
  readonly model?: ModelFact;
  readonly tokenizer?: TokenizerFact;
  /** Scalars of a structured file by JSON pointer (RFC 6901). */
  readonly fields?: Readonly<Record<string, Field>>;
  readonly document?: DocumentFact;
  readonly pointer?: PointerFact;
  readonly text?: { readonly lines: number };
}

/** Something wrong with a file: it contradicts its format or itself. */
export interface Fault extends Said {
  readonly severity: Severity;
  readonly at: Place;
}

/** How a stretch of a file was treated. `opaque-by-format`: bytes that no loader interprets, inside bounds that were proven. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly as: "parsed" | "opaque-by-format" | "unread";
}

/** What one format reader made of one file or of one member of it. A broken file keeps its valid prefix. */
export interface Reading {
  readonly format: string;
  /** Names walked through from the file to here; empty for the file itself. */
  readonly inside: readonly string[];
  readonly facts: Facts;
  readonly children: readonly Reading[];
  readonly spans: readonly Span[];
  readonly faults: readonly Fault[];
  readonly gaps: readonly Said[];
}

/** Decoded text that can say where in the file a stretch of it stands. */
export interface Text {
  readonly content: string;
  /** Place of the UTF-16 range `[from, to)` of `content` in the file. */
  place(from: number, to: number): Place;
}

/** The first fact of this kind that the readings state. */
export function factOf<K extends keyof Facts>(readings: readonly Reading[], kind: K): Facts[K] | undefined {
  return readings.find(({ facts }) => facts[kind] !== undefined)?.facts[kind];
}

/** Whether a reading found an error, by which the file is not what its format says. */
export function isBroken(readings: readonly Reading[]): boolean {
  return readings.some(({ faults }) => faults.some(({ severity }) => severity === "error"));
}
