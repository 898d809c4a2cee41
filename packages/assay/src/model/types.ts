/**
 * The vocabulary of Assay.
 *
 * target      what the user names on the command line
 * release     the files of one publication at fixed revisions, from one or several origins
 * origin      one place of a release (a folder, a hub repository, a code repository, a data set)
 * host        what serves an origin over a network
 * pointer     a link that one side states: it leads to a part and is none
 * part        what a manifest says a release consists of: a component and where it lies
 * model       a release holds one or several
 * component   a part that frameworks speak of (weights, training code, data card…)
 * artifact    one file
 * reading     what a format reader made of an artifact
 * facts       what the file says
 * fault       something wrong with a file: it contradicts its format or itself
 * evidence    one observation, with its place
 * claim       a proposition about a model, answered with evidence or left open
 * statement   a publisher's sentence about openness, held against claims (never called a claim)
 * finding     a defect that a person should know of
 * requirement what a framework demands of claims
 * grade, level what is reached
 * verdict     met, unmet or unknown
 * gap         something that should have been looked at and was not
 * assessment  all of it, as plain data
 */

/** Strong Kleene truth: see `verdict.ts` for its laws. */
export type Verdict = "met" | "unmet" | "unknown";

/** How much a finding matters: a note informs, a warning asks for a look, an error fails the default policy. */
export type Severity = "note" | "warning" | "error";

/** A digest with its algorithm, as file lists and revisions write it. */
export type Sha256 = `sha256:${string}`;

/** Words as a code and its arguments, so that they can be translated; `message` is the English of it. */
export interface Said {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly message: string;
}

/** `here`: bytes at hand. `listed`: known by name and size only. `pointer`: a Git LFS stub stands for it. */
export type ArtifactState = "here" | "listed" | "pointer";

/** Random access to bytes that do not change; ranges are half-open byte offsets. */
export interface ByteSource {
  readonly size: number;
  /** Set where each read of what was not read before is asked of a network: readers ask for what they need only. */
  readonly isRemote?: true;
  /**
   * Returns exactly `end - start` bytes.
   * @throws FormatError `changed` or `truncated` when the bytes are not there any more, `out-of-reach` when their host does
   * not give them.
   */
  read(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array>;
}

/** How a caller follows long work on one file. */
export interface Watch {
  readonly signal?: AbortSignal;
  /** Told of bytes done since it was last told. */
  readonly onBytes?: (bytes: number) => void;
}

/** One file of a release, wherever it lies. */
export interface Artifact {
  /** Id of the {@link Origin} it came from. */
  readonly origin: string;
  /** Path inside its origin, `/`-separated. */
  readonly path: string;
  /** Size in bytes; null for a listed file whose listing does not know it. */
  readonly size: number | null;
  readonly state: ArtifactState;
  /** A digest that somebody else stated (an LFS stub, a blob's name); checked where the bytes are at hand. */
  readonly stated?: Sha256;
  /** Set where bytes come over a network piece by piece: such a file is read whole only when its digest is asked for. */
  readonly remote?: true;
  /** Digest of the bytes. @throws FormatError `changed` when the file changed since it was listed. */
  digest(watch?: Watch): Promise<Sha256>;
  /** The bytes of a `here` artifact. @throws FormatError `not-at-hand` for any other. */
  open(): ByteSource;
}

/** Which kind of thing an origin is expected to hold. */
export type Role = "model" | "code" | "data" | "document";

/** One place of a release and who said that it belongs to it. */
export interface Origin {
  readonly id: string;
  readonly target: string;
  readonly revision: string;
  readonly role: Role;
  readonly linkedBy: "user" | "manifest" | "publisher-both-ways" | "publisher-one-way";
  /** Address on the web, where its host shows a file of a revision at `blob/REVISION/PATH` beneath it. */
  readonly page?: string;
}

/** One entry of a manifest (`release.json`): a component, and where the publisher says it lies. */
export interface Part {
  /** A component id, or `*` for everything the origin holds. */
  readonly component: string;
  /** Id of the origin; absent when the part lies where nothing was read. */
  readonly origin?: string;
  /** The origin as the manifest writes it. */
  readonly target: string;
  /** Paths of its artifacts in that origin. */
  readonly files: readonly string[];
  /** How the publisher says it is available: open, gated, closed… */
  readonly level?: string;
  readonly license?: string;
  /** Set where a draft still marks who says so: then nobody has said that it is all of it. */
  readonly isDrafted?: true;
  /** Where in the manifest it stands, and the words. */
  readonly at: FilePlace;
  readonly quote: string;
}

/** What `release.json` says a release consists of: the place where absence can be read. */
export interface Manifest {
  readonly path: string;
  readonly name?: string;
  readonly version?: string;
  readonly parts: readonly Part[];
  /** Levels the publisher announces, `mof:I`. */
  readonly intends: readonly string[];
  /** Digest of the manifest file, 64 hex digits. */
  readonly sha256: string;
}

/** An origin as its source opened it; a folder has no revision until its files are hashed. */
export type OpenOrigin = Omit<Origin, "revision"> & { readonly revision?: string };

/** Words of a host's answer: where they stand in it (a JSON pointer), and the words. */
export interface HostWords {
  readonly pointer: string;
  readonly words: string;
}

/**
 * What the host of an origin says of it beside its files: the model hub's answer about a repository. No file of a release
 * can pass for it.
 */
export interface HostRecord {
  /** Id of the {@link Origin} it is about. */
  readonly origin: string;
  /** Address of the answer, and the digest of its bytes, 64 hex digits. */
  readonly url: string;
  readonly sha256: string;
  readonly access: "open" | "gated";
  /** What one has to accept before the files are given out: a contract's text, or a part of one. */
  readonly gate: readonly HostWords[];
  /** Licences that are declared there, in the host's words: an id, a name, a link. */
  readonly licenses: readonly (HostWords & { readonly kind: "id" | "name" | "link" })[];
  /** What it is said to be made from: models, how, and data. Left out where nothing is said. */
  readonly bases?: readonly (HostWords & { readonly kind: "base" | "relation" | "dataset" })[];
  /** What the host itself read of the model's files. */
  readonly model: {
    readonly architecture?: HostWords;
    readonly contextLength?: number;
    readonly parameters?: number;
    /** Element count per dtype. */
    readonly dtypes?: Readonly<Record<string, number>>;
  };
}

/** The files of one publication at fixed revisions. */
export interface Release {
  readonly kind: "model" | "dataset";
  readonly target: string;
  readonly origins: readonly [OpenOrigin, ...OpenOrigin[]];
  /** Sorted by origin and path. */
  readonly artifacts: readonly Artifact[];
  readonly manifest?: Manifest;
  readonly hostRecords: readonly HostRecord[];
  /** What the sources noticed: a digest that is not the stated one, a name that stands for two things. */
  readonly findings: readonly Finding[];
  /** What the sources could not list or refused to follow. */
  readonly gaps: readonly Gap[];
}

/** A place in a file. Offsets are bytes; lines count from 1. `origin` is left out for the first origin of a release. */
export interface FilePlace {
  readonly path: string;
  readonly origin?: string;
  readonly start?: number;
  readonly end?: number;
  readonly line?: number;
  /** Members or sections walked through, outermost first. */
  readonly inside?: readonly string[];
}

/** Where something was seen: a place in a file, an address, or the list of places searched in vain. */
export type Locator = FilePlace | { readonly url: string } | { readonly searched: readonly string[] };

/** How an observation was come by, strongest first. */
export type Basis = "measured" | "attested" | "declared" | "inferred";

/** One observation with its place. */
export interface Evidence extends Said {
  /** `<probe>#<n>`, stable for the same release and version. */
  readonly id: string;
  readonly probe: string;
  readonly basis: Basis;
  readonly at: Locator;
  /** The words themselves, as they stand in the file. */
  readonly quote?: string;
  /** Digest (64 hex digits) of the file the quote stands in. */
  readonly sha256?: string;
}

/** Why a claim stays open. */
export type Doubt =
  | "not-observed"
  | "listed-not-read"
  | "elsewhere"
  | "offline"
  | "conflicting"
  | "unidentified"
  | "unreadable"
  | "probe-failed"
  | "over-limit";

/** What a claim can say. A list means that all of its members hold at once. */
export type Value = boolean | number | string | readonly string[];

/** A proposition about a model: no unknown without its reason; the probes answer none without evidence, records have none. */
export type Claim = {
  /** `subject.property`, for example `weights.published`. */
  readonly id: string;
  /** A model's id, or `*` for all models of the release. */
  readonly about: string;
  readonly evidence: readonly string[];
} & (
  | {
      readonly value: Value;
      readonly unit?: string;
      /** An estimate: lowest and highest plausible value. A comparison that it straddles is unknown. */
      readonly range?: readonly [number, number];
      readonly because?: undefined;
    }
  | { readonly value: "unknown"; readonly because: Doubt }
);

/** A defect with its place. */
export interface Finding extends Said {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Locator;
}

/** Something that should have been looked at and was not. */
export interface Gap extends Said {
  readonly path: string;
  /** Left out for the first origin of a release, as in a {@link FilePlace}. */
  readonly origin?: string;
  readonly stage: "source" | "format" | "scan" | "probe";
}

/**
 * A test over claims; a claim alone asks for `true`, several operators of one claim hold together. `answered` asks for any
 * answer but `false` and the empty list: a number, a name, members.
 * `in` and `out` name a set of the framework or list ids, where `@name` stands for a whole set.
 * Without `out`, all that is not `in` is unmet. With it, only what is `out` is unmet, and the rest is unknown:
 * so a licence that nobody has judged yet is not judged by its absence from a list.
 */
export type Condition =
  | {
      readonly claim: string;
      readonly is?: boolean | string;
      readonly in?: string | readonly string[];
      readonly out?: string | readonly string[];
      readonly answered?: true;
      readonly atLeast?: number;
      readonly atMost?: number;
    }
  | { readonly all: readonly [Condition, ...Condition[]] }
  | { readonly any: readonly [Condition, ...Condition[]] }
  | { readonly not: Condition }
  | { readonly count: readonly Condition[]; readonly atLeast: number };

/** One step of a graded requirement. */
export interface Grade {
  readonly id: string;
  readonly when: Condition;
}

/** A framework's demand, in our words; `source` points into the norm. Grades stand best first. */
export interface Requirement {
  readonly id: string;
  /** Two to five words for a list of what is missing: "evaluation code". */
  readonly label: string;
  readonly text: string;
  readonly source: string;
  /** Denies every level alone when it is unmet. */
  readonly mandatory?: boolean;
  readonly appliesWhen?: Condition;
  readonly grades: readonly [Grade, ...Grade[]];
  readonly otherwise: string;
}

/** A level and the grades it needs; a need without `grade` asks for the best one. */
export interface Level {
  readonly id: string;
  readonly title: string;
  readonly needs: readonly { readonly requirement: string; readonly grade?: string }[];
}

/** A choice of reading that the norm leaves open, with our reason, so that others can choose otherwise. */
export interface Choice {
  readonly id: string;
  readonly chosen: string;
  readonly because: string;
}

/** A framework of openness as data: requirements over claims, and levels over requirements, best first. */
export interface Framework {
  readonly id: string;
  readonly version: string;
  readonly reading?: string;
  /** One to three words for a row of a table; the id in capitals where it is left out. */
  readonly label?: string;
  readonly title: string;
  readonly source: string;
  readonly choices?: readonly Choice[];
  /** Named sets of ids, mostly licences; a member `@name` stands for all of another set. */
  readonly sets?: Readonly<Record<string, readonly string[]>>;
  readonly requirements: readonly Requirement[];
  readonly levels: readonly [Level, ...Level[]];
  /**
   * Share of a level's applicable needs that is met, in percent; gated: 0 until the levels below are met; by grades: a need
   * of n grades counts (n - i)/n where its grade of rank i, the best 0, is proven.
   */
  readonly progress?: "share" | "share-gated" | "grades";
  /** Claims that no probe answers yet, with the reason; they rule unknown. */
  readonly unanswered?: readonly { readonly claim: string; readonly why: string }[];
}

/** What became of one requirement; `claims` are those that decided it. */
export type Ruling = { readonly id: string; readonly claims: readonly string[] } & (
  | { readonly applies: false }
  | {
      readonly applies: true | "unknown";
      readonly verdict: Verdict;
      /** Grade that is proven, null while none is. */
      readonly grade: string | null;
      /** Best grade that is not yet disproved. */
      readonly bestGrade: string;
    }
);

/** A framework ruled over a release. `level` is the best proven, `ceiling` the best not yet disproved. */
export interface FrameworkResult {
  readonly id: string;
  readonly version: string;
  readonly reading?: string;
  readonly about: string;
  readonly level: string | null;
  readonly ceiling: string | null;
  /** Of the lowest level: met once any level is proven, unmet once none can be. */
  readonly verdict: Verdict;
  /** Percent per level, keyed by the level's rank from the best (`"1"`). */
  readonly progress?: Readonly<Record<string, number>>;
  readonly requirements: readonly Ruling[];
}
