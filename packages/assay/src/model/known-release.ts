/** A release that is known without reading it: facts that people wrote down, each with where it stands. No words of others. */

import type { ComponentId } from "./components.ts";
import type { Term } from "./license.ts";
import type { RightId } from "./rights.ts";

/** A day, a month or a year, as far as the source says. @pattern ^\d{4}(-\d{2}(-\d{2})?)?$ */
export type FactDate = string;

/**
 * Where a fact stands: the key of a source, and the line or the words that lead to the place: `readme:19`,
 * `epoch:row Llama 2-70B`.
 *
 * @pattern ^[a-z][a-z0-9-]*(:.+)?$
 */
export type FactPlace = string;

/** Something that is said, and where. */
export interface Fact {
  /** @minItems 1 */
  readonly seen: readonly FactPlace[];
}

/** A value that is said. */
export interface SaidValue<T> extends Fact {
  readonly value: T;
}

/** A text that facts stand in. */
export interface ReleaseSource {
  readonly title: string;
  /** `owner/repository@commit:path` of a code host, or an address. */
  readonly at: string;
  /** Who speaks in it. */
  readonly whose: "publisher" | "others";
  /** When it was written or looked at, where its address names no revision. */
  readonly on?: FactDate;
  /** Digest of its bytes. @pattern ^[0-9a-f]{64}$ */
  readonly sha256?: string;
}

/** One size of a release. */
export interface KnownModel extends Fact {
  readonly name: string;
  readonly parameters?: number;
}

/** A licence or a policy of use that governs parts of the release; `seen` is its text, or who names it. */
export interface LicenseFact extends Fact {
  /** Of the SPDX list, or `LicenseRef-…`; what is known of its terms stands with the licences. */
  readonly id: string;
  /** For a licence that is not among those whose terms are known: its name, and what is stated of it. */
  readonly stated?: {
    readonly name: string;
    /** Set where somebody read all of its text: what is not here, it does not say. */
    readonly whole?: true;
    readonly terms: readonly StatedFact[];
  };
}

/** A term that somebody states of a licence. */
export interface StatedFact extends Fact, Pick<Term, "type" | "value" | "details"> {
  readonly clause: string;
}

/** What is known of one component. */
export interface ComponentFact extends Fact {
  /** `elsewhere`: it is said to lie outside of the release. `disputed`: sources contradict each other. */
  readonly state: "published" | "not-released" | "elsewhere" | "disputed";
  readonly access?: "open" | "gated";
  /** Set where all of it is said to be there. */
  readonly whole?: true;
  /** Ids of the licences that hold at once; left out where no source says. */
  readonly licenses?: readonly string[];
  readonly licensesSeen?: readonly FactPlace[];
}

/** Words of the publisher about openness: a few of them, and what they come to if they are true. */
export interface StatementFact extends Fact {
  readonly quote: string;
  readonly says: {
    /** Questions of the rights card that it answers with what a user hopes for. */
    readonly rights?: readonly RightId[];
    readonly published?: readonly ComponentId[];
    /** The id of the licence that it names. */
    readonly license?: string;
    /** It calls the release open source. */
    readonly openSource?: true;
  };
}

/** What somebody else came to about the release. */
export interface JudgementFact extends Fact {
  readonly by: string;
  readonly says: string;
  readonly on: FactDate;
}

/** What the publisher changed after the release. */
export interface ChangeFact extends Fact {
  readonly on: FactDate;
  readonly what: string;
}

/** A known release: `src/known-releases/<id>/release.json`. */
export interface KnownRelease {
  /** @pattern ^[a-z0-9][a-z0-9.-]*$ */
  readonly id: string;
  readonly name: string;
  /** Other names, in lower case, words joined by `-`: of its sizes, and where the hub has it. */
  readonly aliases: readonly string[];
  readonly sources: Readonly<Record<string, ReleaseSource>>;
  readonly publisher: SaidValue<string>;
  readonly released?: SaidValue<FactDate>;
  readonly models: readonly KnownModel[];
  /** What it was made from. */
  readonly base?: SaidValue<string>;
  readonly paper?: SaidValue<string>;
  /** What is said of the data that it was trained on, in our words. */
  readonly trainingData?: SaidValue<string>;
  readonly licenses: readonly LicenseFact[];
  readonly components: Readonly<Partial<Record<ComponentId, ComponentFact>>>;
  readonly statements: readonly StatementFact[];
  readonly judgements: readonly JudgementFact[];
  readonly changes?: readonly ChangeFact[];
}
