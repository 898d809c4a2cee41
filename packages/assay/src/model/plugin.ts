/** What a plugin of each kind is. The engine is handed its plugins; it imports none. */

import type { CodeImport } from "./code-import.ts";
import type { Reading, Text } from "./facts.ts";
import type { ReleaseModel } from "./models.ts";
import type { Artifact, ByteSource, Claim, Doubt, Evidence, Finding, Release, Severity } from "./types.ts";

/** Identity of a plugin; the version is part of every cache key (the ruleset). */
export interface Plugin<Id extends string = string> {
  readonly id: Id;
  readonly version: number;
}

/** A streaming SHA-256. */
export interface Hash {
  update(bytes: Uint8Array): void;
  /** 64 lower-case hex digits. */
  digest(): Promise<string>;
}

/** Data that are unpacked piece by piece, as they are asked for; pieces have 64 KiB at most. */
export interface Unpacking extends AsyncIterable<Uint8Array> {
  /** Bytes of the packed data that were taken: behind the last piece, where the data ended. */
  readonly used: number;
}

/** Data that were unpacked at once, and how many packed bytes they took. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly used: number;
}

/** What a platform does better than portable code; built by a front door and handed in. */
export interface Platform {
  sha256(): Hash;
  /**
   * Inflates raw deflate data (RFC 1951) that come in pieces; what is behind their end is left alone.
   * @throws FormatError while iterating: `corrupt`, or `cut-off` where the pieces end before the data do.
   */
  inflate(pieces: AsyncIterable<Uint8Array>): Unpacking;
  /** Inflates small data at once; null where they are broken, cut off, or become more than `most` bytes. */
  inflateSmall(bytes: Uint8Array, most: number): Unpacked | null;
  /** Unpacks Zstandard data (RFC 8878) as `inflate` does; left out where the platform has no decoder. */
  unpackZstd?(pieces: AsyncIterable<Uint8Array>): Unpacking;
  /** A data file that ships with the package, unpacked. @throws when the package is incomplete. */
  asset(name: "licenses" | "fingerprints" | "license-terms" | "known-releases"): Promise<Uint8Array>;
}

/** Work that is counted across a whole release, so that no nesting multiplies it. */
export type Budget = "members" | "depth" | "steps" | "unpacked";

/** What a reader may do besides reading its own bytes. */
export interface ReadContext {
  /** Path or name of what is read, as formats were asked by it. */
  readonly name: string;
  readonly platform: Platform;
  readonly signal: AbortSignal;
  /** Reads a child with every format that matches it: the only way into a child. */
  descend(child: ByteSource, name: string): Promise<readonly Reading[]>;
  /** Takes from a budget of the whole release. @throws FormatError `over-limit` when it is used up. */
  spend(what: Exclude<Budget, "depth">, n: number): void;
}

/** What a reader returns: a {@link Reading} without the place that the workbench knows. */
export type Read = Omit<Reading, "format" | "inside">;

/** A file format: bytes → facts, faults and gaps. */
export interface Format<Id extends string = string> extends Plugin<Id> {
  readonly title: string;
  /** Address of the specification that the reader follows. */
  readonly spec: string;
  /** Set where a file stands for another one, whatever its name: where it matches, no other format is asked. */
  readonly standsIn?: true;
  /** Set for a reader of what no other format is named for: asked only where no specific one matches. */
  readonly general?: true;
  /** Set for documents: no loader of models opens such a file, so that a scan has nothing to say of it. */
  readonly isDocument?: true;
  /** Head is the first 4 KiB and tail the last 64 KiB of the file, or all of it when it is smaller. */
  matches(path: string, head: Uint8Array, tail: Uint8Array): boolean;
  /** @throws FormatError with a code of the format's README when nothing can be read. */
  read(bytes: ByteSource, ctx: ReadContext): Promise<Read>;
}

/** A value, or the reason why there is none. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: Doubt };

/** A reading of the whole release that many probes share; run once. */
export interface Study<T> extends Plugin {
  run(bench: Workbench): Promise<T>;
  /** What of the whole is about one model of several, on whose workbench it is asked; left out where all of it is. */
  narrow?(whole: T, bench: NarrowBench): T | Promise<T>;
}

/** A release on the table: every file is opened and read once, however many plugins ask. */
export interface Workbench {
  /** On the workbench of one model of several, without the files of the others. */
  readonly release: Release;
  /** The model that is asked about where a release holds several; null for all of it. */
  readonly model: ReleaseModel | null;
  readonly platform: Platform;
  readonly signal: AbortSignal;
  /** All formats that match the file. */
  readings(artifact: Artifact): Promise<readonly Reading[]>;
  /** The file as UTF-8 text, if it is one and is at hand. */
  text(artifact: Artifact): Promise<Outcome<Text>>;
  /** Whether the file is at hand and its bytes could not be had: no permission, changed, a device error. */
  isMissed(artifact: Artifact): Promise<boolean>;
  /** Digest (64 hex digits) of a file at hand, null where hashing is off or the file is not at hand. */
  sha256(artifact: Artifact): Promise<string | null>;
  study<T>(study: Study<T>): Promise<T>;
}

/** The workbench of one model of several. */
export interface NarrowBench extends Workbench {
  readonly model: ReleaseModel;
  /** Whether a file is about the model, and so among those of its `release`. */
  isAbout(artifact: Pick<Artifact, "origin" | "path">): boolean;
}

/** What a probe saw and what it concludes from it. */
export interface Observation {
  readonly evidence: readonly Evidence[];
  readonly claims: readonly Claim[];
  /** Where files of the release contradict each other. */
  readonly findings: readonly Finding[];
}

/** One question about a release. No other probe answers its claims. */
export interface Probe<Id extends string = string> extends Plugin<Id> {
  /** Ends in "?". */
  readonly question: string;
  readonly kinds: readonly ("model" | "dataset")[];
  /** Ids of the claims that it answers, each time all of them. */
  readonly answers: readonly [string, ...string[]];
  observe(bench: Workbench): Promise<Observation>;
}

/** A claim that follows from other claims. */
export interface Deduction<Id extends string = string> extends Plugin<Id> {
  readonly needs: readonly [string, ...string[]];
  readonly answers: string;
  /** Handed every claim it needs. */
  derive(claims: ReadonlyMap<string, Claim>): Claim;
}

/** What a code of a rule means. Its page has a section of that name. */
export interface RuleCode {
  readonly severity: Severity;
  /** In a few words: "a name that is known to run code". */
  readonly means: string;
  /** What to do about it, where that is not the rule's advice: a sentence. */
  readonly advice?: string;
}

/** What a rule may know beside the file itself: what the release as a whole makes of it. */
export interface ScanContext {
  /** All code that loaders import from the release, whoever names it. */
  readonly imports: readonly CodeImport[];
}

/** One danger: readings of a file → findings. Its README is its page, for readers who never heard of it. */
export interface ScanRule<Id extends string = string> extends Plugin<Id> {
  readonly danger: string;
  /** What to do about it: a sentence. */
  readonly advice: string;
  /** Its own codes; null where it passes on those of the formats. */
  readonly codes: Readonly<Record<string, RuleCode>> | null;
  inspect(readings: readonly Reading[], artifact: Artifact, context: ScanContext): readonly Finding[];
}

/** What somebody else wrote down about one release, as claims. */
export interface ReleaseRecord {
  readonly name: string;
  readonly claims: ReadonlyMap<string, Claim>;
}

/** A format of records: text → claims. */
export interface RecordReader<Id extends string = string> extends Plugin<Id> {
  readonly title: string;
  /** Address of the specification that the reader follows. */
  readonly spec: string;
  /** @throws FormatError with a code of the reader's README when the text is no record. */
  read(text: string): Promise<ReleaseRecord>;
}
