/** What a scanner said of one file, in words that all scanners share. */

/**
 * `flagged`: dangerous or risky, the scanner's exit code for findings. `open`: an error, or not scanned, said as such.
 * `passed`: nothing to see. A scanner that skips a file in silence has passed it.
 */
export type Outcome = "flagged" | "open" | "passed";

/** One scanner's word on one file. */
export interface Answer {
  readonly outcome: Outcome;
  /** The scanner's own word. */
  readonly verdict: string;
  /** Names that it says the file imports, `module.name`. */
  readonly globals?: readonly string[];
  /** Rules or codes of what it found, each once. */
  readonly findings?: readonly string[];
  /** Milliseconds, without the start of a program; of a peer those of the processor. */
  readonly ms: number;
}

/** Answers by absolute path. */
export type Answers = ReadonlyMap<string, Answer>;

/** Whether a set is of files that must be flagged, of files that must not, or of files of which it is only told what they get. */
export type Expectation = "flag" | "pass" | "told";

/** A file with its label. */
export interface Row {
  /** Name of the set that it is counted in. */
  readonly set: string;
  /** Absolute. */
  readonly path: string;
  readonly expected: Expectation;
  /** Names that it must be said to import. */
  readonly globals?: readonly string[];
}

/** A scanner with its answers. */
export interface Column {
  readonly id: string;
  readonly answers: Answers;
}

/** Whether an answer is what the row expects; a missing one never is. */
export function isRight({ expected }: Row, answer: Answer | undefined): boolean {
  if (expected === "told") return true;
  return answer !== undefined && (answer.outcome === "flagged") === (expected === "flag");
}
