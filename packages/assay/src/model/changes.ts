/**
 * The documents that tell what changed: between two assessments, and since a release was locked. Their keys are public
 * (see docs/cli.md) and stay as they are.
 */

import type { ComponentId } from "./components.ts";
import type {
  Agreement,
  Ancestor,
  Assessment,
  LicenseComparison,
  LicenseEntry,
  Right,
  RightAnswer,
  TermChange,
  TextChange,
  Tool,
} from "./documents.ts";
import type { Term } from "./license.ts";
import type { Doubt, Evidence, Finding, Gap, Origin, Ruling, Sha256, Value } from "./types.ts";

/** `now-known`: it was unknown before, and may have been so all the time. */
export type ChangeKind = "changed" | "now-known" | "no-longer-known";

/**
 * Where a difference comes from. `release`: from files that differ. `reading`: from what was read, or by which rules; the
 * release may have been so before.
 */
export type Cause = "release" | "reading";

/** For who uses the work: `wider` is more allowed or less demanded. */
export type Direction = TermChange["direction"];

/** One of two releases that are held beside each other. */
export interface DiffSide extends Pick<Assessment, "target" | "revision" | "kind" | "tool" | "ruleset" | "origins"> {
  readonly files: number;
  /** Set where it is a saved assessment: what it says is the word of whoever saved it. */
  readonly saved?: true;
}

/** What limits a comparison. */
export interface Caveat {
  readonly code:
    | "other-rules"
    | "other-options"
    | "not-hashed"
    | "not-opened"
    | "one-side-origin"
    | "other-kind"
    | "empty";
  readonly message: string;
}

/** One answer about rights, with what it rests on. */
export interface RightSide {
  readonly answer: RightAnswer;
  readonly because: string;
  /** The answer of the terms that stand here, which are not known to be those of the weights. */
  readonly conditional?: true;
  readonly evidence: readonly Evidence[];
}

/** A question about rights that is answered otherwise. */
export interface RightChange {
  readonly id: string;
  readonly question: string;
  readonly kind: ChangeKind;
  readonly cause: Cause;
  readonly direction: Direction;
  /** The change as a sentence. */
  readonly message: string;
  readonly old: RightSide;
  readonly new: RightSide;
}

/** A licence text of one of the two. */
export interface LicenseSideEntry extends Pick<LicenseEntry, "path" | "component" | "declared" | "match"> {
  /** Digest of the file that it stands in; null where it is not known. */
  readonly digest: Sha256 | null;
}

/** A licence text that is another one, or that one of two has alone. */
export interface LicenseChange {
  readonly change: "added" | "removed" | "changed";
  readonly cause: Cause;
  /** `words`: both texts were at hand. `terms`: only what was read from them before. `none`: there is one text alone. */
  readonly compared: "words" | "terms" | "none";
  readonly relation?: LicenseComparison["relation"];
  readonly verdict: LicenseComparison["verdict"];
  readonly headline: string;
  readonly terms: readonly TermChange[];
  readonly texts: readonly TextChange[];
  readonly old?: LicenseSideEntry;
  readonly new?: LicenseSideEntry;
}

/** A file of one of the two. */
export interface FileSide {
  readonly path: string;
  /** Left out for the first origin of a release. */
  readonly origin?: string;
  readonly size: number | null;
  readonly digest: Sha256 | null;
  /** Where the digest is from: the bytes, or somebody's word. */
  readonly basis?: "measured" | "stated";
}

/**
 * A file that differs. `renamed`: the same bytes under another path. `now-listed`, `not-listed`: the other side's list is
 * not known to be whole. `unknown`: there is no digest by which to tell.
 */
export interface FileChange {
  readonly change: "added" | "removed" | "replaced" | "renamed" | "now-listed" | "not-listed" | "unknown";
  readonly isWeights: boolean;
  readonly old?: FileSide;
  readonly new?: FileSide;
}

/** The weights by their digests. */
export interface WeightsChange {
  readonly verdict: "same" | "renamed" | "replaced" | "added" | "removed" | "changed" | "unknown" | "none";
  /** Files that are the same under the same path. */
  readonly same: number;
  readonly files: readonly FileChange[];
}

/** Whether a component is there; `unknown` always with a doubt. */
export interface Presence {
  readonly present: true | false | "unknown";
  readonly because?: Doubt;
}

/**
 * A component that differs. `added` and `removed` are the release's own word on both sides; `now-shown` was not known before,
 * `no-longer-shown` is not known any more; `now-denied` is said not to be released, `no-longer-denied` not said any more.
 */
export interface ComponentChange {
  readonly id: ComponentId;
  readonly name: string;
  readonly about: string;
  readonly cause: Cause;
  readonly presence?: {
    readonly change: "added" | "removed" | "now-shown" | "no-longer-shown" | "now-denied" | "no-longer-denied";
    readonly old: Presence;
    readonly new: Presence;
  };
  /** Its licences, where both sides know them and they differ. */
  readonly licenses?: { readonly old: readonly string[]; readonly new: readonly string[] };
  /** How it is available; null where nobody says. */
  readonly access?: { readonly old: string | null; readonly new: string | null };
  /** How what is stated of its licence stands to the text; null where nobody can tell. */
  readonly agreement?: { readonly old: Agreement | null; readonly new: Agreement | null };
  readonly evidence: { readonly old: readonly Evidence[]; readonly new: readonly Evidence[] };
}

/** One side of a claim; null beside it where that side was not asked. */
export interface ClaimSide {
  readonly value: Value;
  readonly unit?: string;
  readonly because?: Doubt;
  readonly evidence: readonly Evidence[];
}

/** A claim that is answered otherwise. */
export interface ClaimChange {
  readonly id: string;
  readonly about: string;
  readonly kind: ChangeKind;
  readonly cause: Cause;
  readonly old: ClaimSide | null;
  readonly new: ClaimSide | null;
}

/** What is proven of a level, and what is not yet disproved. */
export interface LevelSide {
  readonly level: string | null;
  readonly ceiling: string | null;
}

/** A requirement that is ruled otherwise. */
export interface RequirementChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly cause: Cause;
  readonly old: Ruling;
  readonly new: Ruling;
}

/**
 * A framework that rules otherwise. `raised` and `lowered`: beyond what was possible, or below what was proven.
 * `more-shown`, `less-shown`: more or less of what was possible is proven. `same`: the level stays.
 */
export interface FrameworkChange {
  readonly id: string;
  readonly version: string;
  readonly reading?: string;
  readonly about: string;
  readonly change: "raised" | "lowered" | "more-shown" | "less-shown" | "same" | "other";
  readonly cause: Cause;
  readonly old: LevelSide;
  readonly new: LevelSide;
  readonly requirements: readonly RequirementChange[];
}

/** A publisher's sentence that came, went, or stands otherwise to the evidence; null where it is not there. */
export interface StatementChange {
  readonly quote: string;
  readonly old: "supported" | "contradicted" | "unsettled" | null;
  readonly new: "supported" | "contradicted" | "unsettled" | null;
}

/** What it was made from, where that differs; null where it is not named. */
export interface LineageChange {
  readonly relation: string;
  readonly base: string;
  readonly old: Pick<Ancestor, "license" | "compatible" | "why"> | null;
  readonly new: Pick<Ancestor, "license" | "compatible" | "why"> | null;
}

/** A finding that came or went. */
export interface FindingChange {
  readonly change: "new" | "gone";
  readonly cause: Cause;
  readonly finding: Finding;
}

/** A gap that came or went. */
export interface GapChange {
  readonly change: "new" | "gone";
  readonly gap: Gap;
}

/**
 * The whole in one word. `identical`: the same files, byte for byte. `nothing-that-matters`: something differs, and neither
 * rights nor licences, weights, parts, levels or errors. `unknown`: a right was known and is not any more.
 */
export type DiffVerdict = "identical" | "nothing-that-matters" | "wider" | "narrower" | "both" | "changed" | "unknown";

/** What `assay diff` prints. */
export interface DiffDocument {
  readonly schema: "https://openassay.org/schemas/diff/v1.json";
  readonly tool: Tool;
  readonly old: DiffSide;
  readonly new: DiffSide;
  readonly verdict: DiffVerdict;
  /** The answer in one sentence, with the change that a person would ask for first. */
  readonly headline: string;
  readonly caveats: readonly Caveat[];
  readonly rights: readonly RightChange[];
  readonly licenses: readonly LicenseChange[];
  readonly weights: WeightsChange;
  readonly components: readonly ComponentChange[];
  readonly claims: readonly ClaimChange[];
  readonly frameworks: readonly FrameworkChange[];
  readonly statements: readonly StatementChange[];
  readonly lineage: readonly LineageChange[];
  readonly findings: readonly FindingChange[];
  readonly gaps: readonly GapChange[];
  readonly files: { readonly same: number; readonly changes: readonly FileChange[] };
}

/** A licence text as a lock keeps it: what it is and what it sets, none of its words. */
export interface LockedLicense extends LicenseSideEntry {
  readonly terms: readonly Pick<Term, "type" | "value" | "clause" | "details">[];
}

/** One release that a project uses, as it was when it was locked. */
export interface LockedTarget {
  /** As it is asked for: a path from the lock's folder, or a place. */
  readonly target: string;
  /** Further places of the same release, as they are asked for. */
  readonly with?: readonly string[];
  readonly name: string;
  readonly revision: string;
  readonly kind: Assessment["kind"];
  readonly ruleset: Sha256;
  readonly origins: readonly Pick<Origin, "id" | "target" | "revision">[];
  /** Whether all its places could be listed: what was not found there is not there. */
  readonly isListed: boolean;
  readonly weights: readonly FileSide[];
  readonly licenses: readonly LockedLicense[];
  readonly rights: readonly (Pick<Right, "id" | "answer" | "because"> & { readonly conditional?: RightAnswer })[];
  /** Full address of the framework, and what is reached in it. */
  readonly levels: readonly (LevelSide & { readonly framework: string })[];
  readonly findings: readonly (Pick<Finding, "rule" | "severity" | "code"> & { readonly path?: string })[];
  readonly gaps: readonly Pick<Gap, "path" | "stage" | "code">[];
}

/** `assay.lock.json`: the releases that a project uses. */
export interface LockDocument {
  readonly schema: "https://openassay.org/schemas/lock/v1.json";
  /** By target. */
  readonly targets: readonly LockedTarget[];
}

/** What a project minds. */
export type MindedId = "rights" | "licenses" | "weights" | "findings" | "reading";

/** One thing that is minded, and what became of it. */
export interface MindedResult {
  readonly id: MindedId;
  readonly outcome: "holds" | "fails" | "unsettled";
  /** What failed it or left it open. */
  readonly reasons: readonly string[];
  /** What changed and is not minded. */
  readonly notes: readonly string[];
}

/** One locked release, as it is now. */
export interface CheckedTarget {
  readonly target: string;
  readonly name: string;
  readonly outcome: MindedResult["outcome"];
  readonly revision: { readonly old: string; readonly new: string | null };
  readonly results: readonly MindedResult[];
}

/** What `assay check` prints. */
export interface CheckDocument {
  readonly schema: "https://openassay.org/schemas/check/v1.json";
  readonly tool: Tool;
  readonly policy: string;
  readonly outcome: MindedResult["outcome"];
  readonly targets: readonly CheckedTarget[];
}
