/** What a scan says: of each file whether it is safe to load, and why. Its keys are public (docs/cli.md). */

import type { Tool } from "./documents.ts";
import type { Gap, Severity } from "./types.ts";

/**
 * Whether a file is safe to load. `dangerous`: known to run or hide code, or built to mislead a reader. `risky`: needs code
 * that is on no list of what is safe. `clean`: every byte is accounted for. `inconclusive`: something was not read.
 * `out-of-scope`: no loader opens it, and its beginning and end show nothing that one would.
 */
export type ScanVerdict = "dangerous" | "risky" | "inconclusive" | "clean" | "out-of-scope";

/** A danger and the byte where it is. */
export interface ScanFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly at: { readonly inside?: readonly string[]; readonly offset: number; readonly line?: number };
  /** The name that a pickle imports. */
  readonly global?: string;
}

/** A rule that findings name. */
export interface ScanRuleEntry {
  readonly id: string;
  readonly danger: string;
  /** What to do about it: a sentence. */
  readonly advice: string;
  /** Address of its page. */
  readonly help: string;
  /** What each of its own codes means, and what to do about that one; empty where it passes on those of formats. */
  readonly codes: Readonly<Record<string, { readonly means: string; readonly advice: string }>>;
}

/** One file that was scanned. */
export interface ScannedFile {
  readonly path: string;
  /** Left out for the first origin of the release. */
  readonly origin?: string;
  /** Formats that read it, joined by `+`; null where none did. */
  readonly format: string | null;
  readonly verdict: ScanVerdict;
  /** For pickles: whether `torch.load(weights_only=True)` takes them, and which globals keep it from it. */
  readonly weightsOnly?: { readonly loads: boolean; readonly missing: readonly string[] };
  /** How its bytes were treated; null where its size is not known. */
  readonly bytes: { readonly parsed: number; readonly opaque: number; readonly unread: number } | null;
  readonly findings: readonly ScanFinding[];
  readonly gaps: readonly { readonly code: string; readonly message: string }[];
}

/** What `assay scan` says. */
export interface ScanDocument {
  readonly schema: "https://openassay.org/schemas/scan/v1.json";
  readonly tool: Tool;
  readonly target: string;
  readonly files: readonly ScannedFile[];
  /** Every rule that was asked, whether it found anything or not. */
  readonly rules: readonly ScanRuleEntry[];
  /** What the sources could not list, and findings about no single file. */
  readonly gaps: readonly Gap[];
  /** Files by verdict. */
  readonly summary: Readonly<Record<ScanVerdict, number>>;
}
