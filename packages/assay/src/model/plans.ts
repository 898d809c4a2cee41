/** The way to a level of a framework, as `assay plan` prints it. Its keys are public and stay as they are. */

import type { Right, RightAnswer, Tool } from "./documents.ts";
import type { Claim, Condition, Doubt, Evidence, Framework, FrameworkResult, Origin, Value, Verdict } from "./types.ts";

/** Claims by id. */
export type PlanClaims = ReadonlyMap<string, Claim>;

/** What a plan is handed: the engine that rules releases. */
export interface PlanEngine {
  rule(framework: Framework, claims: PlanClaims, about: string): FrameworkResult;
  test(
    condition: Condition,
    claims: PlanClaims,
    sets: NonNullable<Framework["sets"]>,
  ): { readonly verdict: Verdict; readonly claims: readonly string[] };
}

/** A claim that has to change: what it says now, and a value that suffices. */
export interface ClaimChange {
  readonly claim: string;
  /** `unknown` where it is open or nobody asked. */
  readonly from: Value;
  readonly because?: Doubt;
  /** One value that suffices; others may. */
  readonly to: Value;
  /** What is asked for, in words: "published", "one of Apache-2.0, MIT…". */
  readonly wanted: string;
}

/** A demand that a step serves, with its place in the norm. */
export interface ServedRequirement {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly source: string;
}

/** A requirement of another framework that a step serves too. */
export interface OtherAsker {
  /** Full address, `osaid@1.0`. */
  readonly framework: string;
  readonly requirement: string;
  readonly label: string;
}

/**
 * One addition. `add`: the release lacks it. `show`: it is not known whether it is there. `license`: it is there, under no
 * terms that are known. `relicense`: it is there, under terms that do not suffice.
 */
export interface PlanStep {
  readonly id: string;
  readonly kind: "add" | "show" | "license" | "relicense";
  readonly what: string;
  readonly why: readonly ServedRequirement[];
  /** A file to add, a section, a place to name. */
  readonly where: string;
  readonly example: string;
  readonly askedBy: readonly OtherAsker[];
  readonly changes: readonly ClaimChange[];
  /** Ids of evidence: what says how it is now. */
  readonly evidence: readonly string[];
  /** What has to be known before: the licence of a base that nobody knows. */
  readonly caution?: string;
}

/** What no publisher of this release can change. */
export interface PlanBlock {
  readonly what: string;
  readonly why: string;
  readonly requirements: readonly ServedRequirement[];
  readonly changes: readonly ClaimChange[];
  /** Ids of evidence: what names the base, what says how it is. */
  readonly evidence: readonly string[];
}

/** What would turn one requirement that is not met. */
export interface Flip {
  readonly framework: string;
  readonly requirement: string;
  readonly label: string;
  readonly verdict: "unmet" | "unknown";
  readonly changes: readonly ClaimChange[];
  /** The changes in words; the reason where none helps. */
  readonly message: string;
  readonly isBlocked: boolean;
}

/** A file that needs no knowledge that only the publisher has. */
export interface PlanFile {
  readonly path: string;
  readonly content: string;
  readonly why: string;
  /** `exists`: a file of that name is there and is never overwritten. */
  readonly state: "new" | "exists" | "written";
}

/** What a framework comes to when parts change. */
export interface ImaginedLevel {
  /** Full address, `mof@1.0/tool`. */
  readonly framework: string;
  readonly before: Pick<FrameworkResult, "level" | "ceiling">;
  readonly after: Pick<FrameworkResult, "level" | "ceiling">;
  /** Labels of requirements that are met only afterwards. */
  readonly gained: readonly string[];
  /** Labels of requirements that are met only before. */
  readonly lost: readonly string[];
}

/** What would follow if parts were opened, closed, or put under other terms. */
export interface Imagined {
  readonly edits: readonly string[];
  readonly changes: readonly ClaimChange[];
  readonly frameworks: readonly ImaginedLevel[];
  readonly rights: readonly (Pick<Right, "id" | "question"> & {
    readonly before: RightAnswer;
    readonly after: RightAnswer;
  })[];
  /** What the licences that are named demand of who takes the parts, each with its clause. */
  readonly duties: readonly string[];
  /** What stands against it: terms of a base that would not be carried, or a base whose terms are not known. */
  readonly conflicts: readonly string[];
}

/** A model of the release that does not come to the same as the whole. */
export interface PlanModel {
  /** As in the assessment; what `--model` takes. */
  readonly id: string;
  readonly name: string;
  /** What it reaches now. */
  readonly now: Pick<FrameworkResult, "level" | "ceiling">;
  /** Whether it reaches the level that is asked for already. */
  readonly isReached: boolean;
  /** Labels of requirements of the level that it lacks, in the order of the level. */
  readonly lacks: readonly string[];
  /** Of these the ones that are known not to be met, so that showing more does not help. */
  readonly denied: readonly string[];
  /** Labels of requirements that the whole lacks and this one does not. */
  readonly has: readonly string[];
}

/** What `assay plan` prints. */
export interface PlanDocument {
  readonly schema: "https://openassay.org/schemas/plan/v1.json";
  readonly tool: Tool;
  readonly target: string;
  readonly revision: string;
  /** The id of a model, or `*` for the release as a whole: then the level has to hold for all of its models. */
  readonly about: string;
  /** Full address, `mof@1.0/tool`. */
  readonly framework: string;
  readonly level: string;
  readonly title: string;
  readonly status: "reached" | "reachable" | "blocked";
  /** The answer in one sentence. */
  readonly headline: string;
  /** What is reached now. */
  readonly now: Pick<FrameworkResult, "level" | "ceiling">;
  /** Of a plan for the whole the models that come to something else; empty where all come to the same. */
  readonly models: readonly PlanModel[];
  readonly steps: readonly PlanStep[];
  readonly blocks: readonly PlanBlock[];
  /** False where the search was cut short: then there may be a shorter way. */
  readonly isShortest: boolean;
  readonly flips: readonly Flip[];
  readonly files: readonly PlanFile[];
  readonly whatIf?: Imagined;
  readonly origins: readonly Origin[];
  /** What steps and blocks cite, from the assessment. */
  readonly evidence: readonly Evidence[];
}
