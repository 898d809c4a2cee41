/** Sentences in which a release calls something open: what a study finds, and what the ruling on them is handed. */

import type { Ancestor, Statement } from "./documents.ts";
import type { Licensing } from "./inventory.ts";
import type { Note } from "./ledger.ts";
import type { BaseLicense } from "./lineage.ts";
import type { Artifact, Claim, Evidence, FilePlace, Finding, Framework, FrameworkResult } from "./types.ts";

/** What is called open: the model as such, or a part of it. */
export type OpenPart = "model" | "weights" | "code" | "training-code" | "inference-code" | "evaluation-code" | "data";

/** What it is called, which decides the criteria that it is held against. */
export type Calling =
  /** "open source". */
  | "open-source"
  /** "fully open", "truly open". */
  | "fully-open"
  /** "open weights". */
  | "open-weights"
  /** "under an open source licence". */
  | "open-license"
  /** "meets the Open Source AI Definition". */
  | "definition"
  /** A class of the Model Openness Framework. */
  | "mof-I"
  | "mof-II"
  | "mof-III";

/** A model that a sentence names and whose licence is known, with what says so. */
export interface NamedModel {
  readonly name: string;
  readonly license: BaseLicense;
  readonly notes: readonly Note[];
}

/** A sentence of the release that calls something open. */
export interface FoundStatement {
  readonly quote: string;
  readonly at: FilePlace;
  readonly about: "this" | "other";
  readonly parts: readonly [OpenPart, ...OpenPart[]];
  readonly calling: Calling;
  /** Set where it speaks of what the release was made from. */
  readonly isUpstream: boolean;
  /** Models that it names, or that lie under the same heading, by other names than the release's. */
  readonly named: readonly NamedModel[];
}

/** The sentences of a release; `cutAt` is the document from which on no more of them were read. */
export interface FoundStatements {
  readonly found: readonly FoundStatement[];
  readonly cutAt?: Pick<Artifact, "origin" | "path">;
}

/** What the sentences are held against. */
export interface StatementQuestion {
  readonly found: readonly FoundStatement[];
  readonly kind: "model" | "dataset";
  readonly claims: ReadonlyMap<string, Claim>;
  readonly licensing: Licensing;
  readonly ancestors: readonly Ancestor[];
  /** The Open Source AI Definition and the Model Openness Framework, and what they make of the release. */
  readonly definition: RuledFramework;
  readonly classes: RuledFramework;
}

/** A framework and its ruling. */
export interface RuledFramework {
  readonly framework: Framework;
  readonly result: FrameworkResult;
}

/** The verdicts, the evidence that they add, and what a person should know of them. */
export interface StatementAnswer {
  readonly statements: readonly Statement[];
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
}
