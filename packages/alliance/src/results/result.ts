/** A result of a benchmark in one form, whatever wrote it. What a file does not say stays unsaid: nothing is guessed. */

/** Who ran it, seen from who made the model (the words of Every Eval Ever). */
export type Relationship = "first_party" | "third_party" | "collaborative" | "other" | "unknown";

/** What has to be the same for two numbers to mean the same. */
export interface Setup {
  readonly benchmark: string;
  readonly metric: string;
  readonly revision?: string;
  readonly split?: string;
  readonly samples?: string;
  readonly shots?: string;
  readonly template?: string;
  readonly filter?: string;
  readonly harness?: string;
  readonly decoding?: string;
  readonly judge?: string;
}

/** One number. */
export interface BenchmarkResult extends Setup {
  readonly model: string;
  readonly value: number;
  readonly standardError?: number;
  readonly lowerIsBetter?: boolean;
  readonly date?: string;
  readonly relationship: Relationship;
  readonly organisation?: string;
  /** Format, file, and JSON pointer (RFC 6901) to where it stands. */
  readonly source: { readonly format: string; readonly path: string; readonly pointer: string };
}

/** What a file gave: results, and what could not be taken from it. */
export interface ReadResults {
  readonly results: readonly BenchmarkResult[];
  readonly gaps: readonly string[];
}
