/**
 * The documents that commands print as JSON. Their keys are public (see docs/cli.md) and stay as they are;
 * a key that nothing fills yet is an empty list.
 */

import type { ComponentId } from "./components.ts";
import type { ReleaseSource } from "./known-release.ts";
import type { Deviation, LicenseMatch, Term } from "./license.ts";
import type {
  ArtifactState,
  Claim,
  Doubt,
  Evidence,
  Finding,
  FrameworkResult,
  Gap,
  Locator,
  Origin,
  Sha256,
  Verdict,
} from "./types.ts";

/** The program that made a document. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}

/** A value and the evidence for it. */
export interface Shown<T> {
  readonly value: T;
  /** Ids of {@link Evidence}. */
  readonly evidence: readonly string[];
}

/** One model of a release. */
export interface ModelEntry {
  readonly id: string;
  readonly name: string;
  readonly publisher: string | null;
  readonly released?: Shown<string>;
  readonly parameters?: Shown<number>;
  readonly dtypes?: Shown<readonly string[]>;
  readonly architecture?: Shown<string>;
  readonly contextLength?: Shown<number>;
  readonly trainingCompute?: Shown<number>;
  readonly modalities?: Shown<readonly string[]>;
  readonly languages?: Shown<readonly string[]>;
}

/** The oldest question: may anyone inspect, use, adapt and share it? */
export interface Freedom {
  readonly id: "inspect" | "use" | "adapt" | "share";
  readonly answer: "yes" | "partly" | "no" | "unknown";
  readonly because: string;
  readonly evidence: readonly string[];
}

/** One file of the release. */
export interface ArtifactEntry {
  readonly origin: string;
  readonly path: string;
  /** Bytes; null where a listing does not know. */
  readonly size: number | null;
  readonly state: ArtifactState;
  /** 64 hex digits of the bytes that were read; null where they were not. */
  readonly sha256: string | null;
  /** A digest that somebody else stated. */
  readonly stated?: Sha256;
  /** Formats that read it, joined by `+`; null where none did. */
  readonly format: string | null;
}

/**
 * How a stated licence stands to the text that was found for the same files. `same`: both are one licence. `family-only`:
 * several licences go by the stated name, and the text is one of them. `contradicted`: the text is another licence.
 * `narrower`: the text restricts what the stated licence does not. `text-missing`: its text lies nowhere in the release.
 * `pointer-only`: a link leads to the text, elsewhere.
 */
export type Agreement = "same" | "family-only" | "contradicted" | "narrower" | "text-missing" | "pointer-only";

/** A licence that governs files of a component, and how it comes to govern them. */
export interface Governing {
  /** Files that say so. */
  readonly paths: readonly string[];
  /** What is stated (a tag, an identifier), as it stands there. */
  readonly declared: string | null;
  /** The licence its text was recognised as. */
  readonly found: string | null;
  readonly governs: "explicit" | "by-folder" | "by-default";
  /** Of what is stated; left out where nobody can tell. */
  readonly agreement?: Agreement;
}

/** One component of the release. */
export interface ComponentEntry {
  readonly id: ComponentId;
  readonly name: string;
  readonly about: string;
  readonly present: true | false | "unknown";
  readonly because?: Doubt;
  readonly artifacts: readonly string[];
  readonly licenses: readonly Governing[];
  /** Left out where nobody said how it is available. */
  readonly access?: "open" | "gated" | "on-request" | "closed" | "elsewhere" | (string & {});
  /** Set where models of this kind have no such component, with the reason. No framework asks less for it. */
  readonly inapplicable?: { readonly because: string; readonly evidence: readonly string[] };
  readonly evidence: readonly string[];
}

/** What was read from one licence text. */
export interface LicenseFile {
  readonly path: string;
  /** Why a file was not read as a text. */
  readonly because?: Doubt;
  readonly match: LicenseMatch;
  /** The listed licence that the text's title names, where the text is not that licence's. */
  readonly titled?: string;
  readonly deviations: readonly Deviation[];
  readonly terms: readonly Term[];
}

/** A term of one of two texts: read from its words, or known of the licence that the text is and then with its clause alone. */
export interface ComparedTerm extends Pick<Term, "type" | "value" | "clause" | "details"> {
  readonly quote?: string;
  readonly at?: Term["at"];
}

/** A change of what a licence permits or demands: a term that one of two texts has, or that both have differently. */
export interface TermChange {
  /** `reworded`: the same term in other words, which changes no right. */
  readonly change: "gained" | "lost" | "changed" | "reworded";
  readonly type: string;
  /** For who uses the work: `wider` is more allowed or less demanded. */
  readonly direction: "wider" | "narrower" | "other";
  /** The change as a sentence. */
  readonly message: string;
  /**
   * Why the other text is taken to say nothing of it: the words were put in or taken out of the same text (`words`), all
   * terms of that licence are known (`known`), a policy that it makes part of itself may say it (`policy`), or none was
   * found (`not-found`), which proves nothing.
   */
  readonly silence?: "words" | "known" | "policy" | "not-found";
  readonly old?: ComparedTerm;
  readonly new?: ComparedTerm;
}

/** A stretch in which two texts differ: words of the old one, of the new one, and the lines where they stand. */
export interface TextChange {
  readonly old?: { readonly text: string; readonly line: number };
  readonly new?: { readonly text: string; readonly line: number };
  /** The same words stand elsewhere in the other text. */
  readonly moved?: true;
}

/** What two texts are to each other, as licences. */
export type Relation =
  /** Not a word differs. */
  | "same-words"
  /** Copyright notices, titles, wrapping: what the SPDX guidelines call immaterial. */
  | "form"
  /** One text with changed words. */
  | "changed-words"
  /** Two licences. */
  | "other-licence"
  /** Two texts of which one or both are no licence that is known. */
  | "other-text"
  /** A text and a notice that refers to it. */
  | "reference"
  | "text-added"
  | "text-removed";

/** Two licence texts beside each other. */
export interface LicenseComparison {
  readonly old: string;
  readonly new: string;
  readonly licenses: { readonly old: LicenseMatch; readonly new: LicenseMatch };
  readonly relation: Relation;
  /** Share of the words of both that are the same and in the same order, 0 to 1. */
  readonly shared: number;
  /** What the newer text is for who uses the work; `same` as far as terms are read. */
  readonly verdict: "wider" | "narrower" | "both" | "same" | "unknown";
  /** The verdict and the change that counts most, in one sentence with its place. */
  readonly headline: string;
  readonly terms: readonly TermChange[];
  readonly texts: readonly TextChange[];
}

/** What `assay license` says. */
export interface LicenseDocument {
  readonly schema: "https://openassay.org/schemas/license/v1.json";
  readonly files: readonly LicenseFile[];
  /** With `--against`. */
  readonly comparison?: LicenseComparison;
}

/** A licence text of the release: `component` is what it governs, `declared` what is stated for the same. */
export interface LicenseEntry extends LicenseFile {
  readonly component: string;
  readonly declared: string | null;
}

/** What a question about rights can come to. */
export type RightAnswer = "yes" | "no" | "depends" | "unknown";

/** A question about rights and its answer. */
export interface Right {
  readonly id: string;
  readonly question: string;
  readonly answer: RightAnswer;
  /** The reason, in words. */
  readonly because: string;
  /** What it depends on. */
  readonly on?: string;
  /** Where the weights, or the data, are not part of what was read: what the terms that stand here answer, if they are theirs. */
  readonly conditional?: { readonly answer: RightAnswer; readonly because: string };
  /** The case that it was answered for, where one was stated: `users=5000000,country=DE`. */
  readonly for?: string;
  readonly evidence: readonly string[];
}

/** A publisher's sentence about openness, held against the evidence. */
export interface Statement {
  readonly quote: string;
  readonly at: Locator;
  readonly about: "this" | "other";
  /** What it would mean, each with its verdict, the reason, and what would make it true. */
  readonly criteria: readonly {
    readonly id: string;
    readonly verdict: Verdict;
    readonly because?: string;
    readonly needs?: string;
  }[];
  readonly verdict: "supported" | "contradicted" | "unsettled";
  readonly why: readonly string[];
}

/** A model or data set that this one was made from. */
export interface Ancestor {
  /** `adapter`, `finetune`, `merge`, `quantized`, `copy` (the same bytes) or `dataset`. */
  readonly relation: string;
  readonly base: string;
  /** Null where it is not known; `A or B` where it is not said which revision applies. */
  readonly license: string | null;
  /** Whether the licence of this release carries what that licence demands. */
  readonly compatible: true | false | "unknown";
  /** The reason; where it is unknown, the question that decides. */
  readonly why: string;
  /** Ids of {@link Evidence}: what names the base. */
  readonly evidence: readonly string[];
}

/** What is known of one release, as plain data without clock, policy or absolute path. */
export interface Assessment {
  readonly schema: "https://openassay.org/schemas/assessment/v1.json";
  readonly tool: Tool;
  /** Digest of plugin versions and frameworks: with the revision, the key of a cached result. */
  readonly ruleset: Sha256;
  readonly target: string;
  readonly revision: string;
  readonly kind: "model" | "dataset";
  readonly origins: readonly Origin[];
  readonly models: readonly ModelEntry[];
  readonly freedoms: readonly Freedom[];
  readonly artifacts: readonly ArtifactEntry[];
  readonly components: readonly ComponentEntry[];
  readonly licenses: readonly LicenseEntry[];
  readonly rights: readonly Right[];
  readonly evidence: readonly Evidence[];
  readonly claims: readonly Claim[];
  readonly frameworks: readonly FrameworkResult[];
  readonly statements: readonly Statement[];
  readonly lineage: readonly Ancestor[];
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
}

/** What `--json` prints: one assessment, or a list of them for several targets. */
export type AssessDocument = Assessment | readonly Assessment[];

/** One record as a framework rules it. */
export interface RuledRecord {
  readonly file: string;
  readonly name: string;
  readonly level: string | null;
  readonly requirements: FrameworkResult["requirements"];
  readonly progress?: Readonly<Record<string, number>>;
  /** The next level, and the requirements that it would have to drop to admit this record; none above the best. */
  readonly next?: { readonly level: string; readonly lacks: readonly string[] };
}

/** One that stands on another level than before. */
export interface Move {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly direction: "gains" | "loses";
  /** Requirements of the level that is gained or lost which decide it. */
  readonly because: readonly string[];
}

/** What `assay rule` prints. */
export interface RuleDocument {
  readonly schema: "https://openassay.org/schemas/rule/v1.json";
  /** Full address of the framework, `mof@1.0/tool`. */
  readonly framework: string;
  readonly records: readonly RuledRecord[];
  /** With `--against`: the framework before, and who moves. */
  readonly against?: string;
  readonly moves?: readonly Move[];
}

/** One part of `release.json`. */
export interface ManifestPart {
  /** A component id, or `*`. */
  readonly component: string;
  /** A target with its revision; `.` is the manifest's own folder. */
  readonly origin: string;
  readonly paths?: readonly string[];
  readonly level?: string;
  readonly license?: string;
  /** Who says so, in a draft of `assay find`; a part of which one side alone says so is a pointer and does not count. */
  readonly linkedBy?: Origin["linkedBy"];
  /** Where they say so: `README.md:12`, by the target of the origin that says it. */
  readonly saidAt?: readonly string[];
}

/** `release.json`: what a release consists of and what is intended. */
export interface ReleaseManifest {
  readonly schema: "https://openassay.org/schemas/release/v1.json";
  readonly name: string;
  readonly version?: string;
  readonly parts: readonly ManifestPart[];
  readonly intends?: readonly string[];
}

/** One framework as `assay frameworks --json` lists it. */
export interface FrameworkEntry {
  /** Full address, `mof@1.0/tool`. */
  readonly address: string;
  readonly title: string;
  readonly source: string;
  /** Best first. */
  readonly levels: readonly string[];
}

/** What `assay frameworks` prints. */
export interface FrameworksDocument {
  readonly schema: "https://openassay.org/schemas/frameworks/v1.json";
  readonly frameworks: readonly FrameworkEntry[];
}

/** One size of a known release. */
export interface ShownModel {
  readonly name: string;
  readonly parameters?: number;
  readonly evidence: readonly string[];
}

/** A licence of a known release. */
export interface ShownLicense {
  readonly id: string;
  readonly name: string;
  /** `whole`: all that it says is known. `in-part`: what others state of it. */
  readonly terms: "whole" | "in-part" | "unknown";
  /** Where its text lies, and the digest of its bytes (64 hex digits). */
  readonly at: string;
  readonly sha256?: string;
  readonly evidence: readonly string[];
}

/** A statement, and the evidence that it was made. */
export interface SourcedStatement extends Statement {
  readonly evidence: readonly string[];
}

/** What somebody else came to about a release. */
export interface Judgement {
  readonly by: string;
  readonly says: string;
  readonly on: string;
  readonly evidence: readonly string[];
}

/** What a publisher changed after the release. */
export interface ReleaseChange {
  readonly on: string;
  readonly what: string;
  readonly evidence: readonly string[];
}

/** A text that facts about a known release stand in. */
export interface ShownSource extends ReleaseSource {
  readonly id: string;
}

/** What `assay show NAME` says of a known release, from facts that ship: ruled by the engine that rules what is read. */
export interface ShowDocument {
  readonly schema: "https://openassay.org/schemas/show/v1.json";
  readonly tool: Tool;
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly publisher: Shown<string>;
  readonly released?: Shown<string>;
  readonly models: readonly ShownModel[];
  /** What it was made from. */
  readonly base?: Shown<string>;
  readonly paper?: Shown<string>;
  readonly trainingData?: Shown<string>;
  readonly freedoms: readonly Freedom[];
  readonly components: readonly ComponentEntry[];
  readonly licenses: readonly ShownLicense[];
  readonly rights: readonly Right[];
  readonly statements: readonly SourcedStatement[];
  readonly frameworks: readonly FrameworkResult[];
  readonly judgements: readonly Judgement[];
  readonly changes: readonly ReleaseChange[];
  readonly claims: readonly Claim[];
  readonly evidence: readonly Evidence[];
  readonly sources: readonly ShownSource[];
}

/** One release as `assay show` lists it. */
export interface KnownReleaseEntry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly publisher: string;
  readonly released?: string;
}

/** What `assay show` prints without a name. */
export interface KnownReleasesDocument {
  readonly schema: "https://openassay.org/schemas/known-releases/v1.json";
  readonly tool: Tool;
  readonly releases: readonly KnownReleaseEntry[];
}
