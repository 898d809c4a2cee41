/** Whether the licence of what a sentence names is one that the Open Source Initiative approved. */

import type { ComponentLicense, TermSource } from "../model/inventory.ts";
import type { Note } from "../model/ledger.ts";
import type { FoundStatement, NamedModel, OpenPart, StatementQuestion } from "../model/statements.ts";
import type { Claim, Verdict } from "../model/types.ts";
import { describeDoubt, type HeldCriterion, type Holding, nameComponent } from "./held.ts";
import type { Approve } from "./licenses.ts";

const ID = "licence-osi";

/** Components by the part that a sentence names; of code in general, whichever is there. */
const COMPONENTS_OF: Readonly<Record<OpenPart, readonly string[]>> = {
  model: ["weights"],
  weights: ["weights"],
  code: ["inference-code", "training-code", "evaluation-code", "preprocessing-code", "architecture"],
  "training-code": ["training-code"],
  "inference-code": ["inference-code"],
  "evaluation-code": ["evaluation-code"],
  data: ["training-data"],
};

type Judged = Omit<HeldCriterion, "id">;

/** Holds the parts that a sentence names, and the models that it names, against the list. */
export function holdLicense(found: FoundStatement, { question, approve }: Holding): HeldCriterion {
  const ofOthers = found.named.map((named) => judgeNamed(named, approve));
  return { id: ID, ...join([...judgeOwn(found, question, approve), ...judgeOthers(found, ofOthers)]) };
}

/** The release itself, or what it was made from where the sentence speaks of that. */
function judgeOwn(found: FoundStatement, question: StatementQuestion, approve: Approve): readonly Judged[] {
  if (found.isUpstream) return judgeAncestors(question, approve, "all");
  if (found.about === "other") return [];
  const isOfModel = found.parts.some((part) => part === "model" || part === "weights");
  return [
    ...found.parts.map((part) => judgePart({ part, page: found.at.path }, question, approve)),
    ...(isOfModel ? judgeAncestors(question, approve, "not-carried") : []),
  ];
}

/** Of models that a sentence about the release names beside it only those count that deny it. */
function judgeOthers({ about, isUpstream }: FoundStatement, judged: readonly Judged[]): readonly Judged[] {
  return about === "other" || isUpstream ? judged : judged.filter(({ verdict }) => verdict === "unmet");
}

/** The worst decides, and is what is told. */
function join(judged: readonly Judged[]): Judged {
  const order: readonly Verdict[] = ["unmet", "unknown", "met"];
  const verdict = order.find((one) => judged.some((judgement) => judgement.verdict === one)) ?? "unknown";
  const deciding = judged.filter((one) => one.verdict === verdict);
  const needs = deciding.flatMap((one) => one.needs ?? [])[0];
  return {
    verdict,
    because:
      [...new Set(deciding.map(({ because }) => because))].slice(0, 3).join(" ") || "Nothing is known of the licence.",
    ...(needs === undefined ? {} : { needs }),
    evidence: [...new Set(deciding.flatMap(({ evidence }) => evidence))],
    notes: deciding.flatMap(({ notes }) => notes),
  };
}

/** A part, and the page on which it is called open. */
interface Asked {
  readonly part: OpenPart;
  readonly page: string;
}

function judgePart({ part, page }: Asked, question: StatementQuestion, approve: Approve): Judged {
  const ids = COMPONENTS_OF[part];
  const withheld = ids.map((id) => question.claims.get(`${id}.published`)).filter((claim) => claim?.value === false);
  if (withheld.length === ids.length) {
    const evidence = withheld.flatMap((claim) => claim?.evidence ?? []);
    const because = `Not released: ${nameComponent(ids[0] ?? "")}.`;
    return { verdict: "unmet", because, needs: "Publish it under a licence that OSI approved.", evidence, notes: [] };
  }
  const judged = ids.map((id) => judgeComponent({ id, page }, question, approve));
  // Of code in general what is there decides; nothing is asked of what is not.
  const there = judged.filter((_, index) => question.claims.get(`${ids[index]}.published`)?.value === true);
  return join(there.length > 0 ? there : judged);
}

function judgeComponent(
  { id, page }: { readonly id: string; readonly page: string },
  question: StatementQuestion,
  approve: Approve,
): Judged {
  const claim = question.claims.get(`${id}.license`);
  const isCode = id.endsWith("-code") || id === "architecture";
  const kind = isCode ? "code" : "other";
  const name = nameComponent(id);
  if (claim !== undefined && Array.isArray(claim.value))
    return describe({ name, ids: claim.value, kind, evidence: claim.evidence, notes: [] }, approve);
  const license = question.licensing.components.get(id as never);
  const isSilent = license === undefined || license.sources.length === 0;
  // The licence around a data set says nothing of a model.
  if (isSilent && (id !== "weights" || question.kind === "dataset")) return open(name, claim);
  const told = isSilent ? question.licensing.atRoot : license;
  return judgeSources({ name, told, claim, page, isElsewhere: isSilent }, question, approve);
}

interface Told {
  readonly name: string;
  readonly told: ComponentLicense;
  readonly claim: Claim | undefined;
  readonly page: string;
  /** Set where the weights are not among what was read. */
  readonly isElsewhere: boolean;
}

/** What governs, where it does not come to one clear licence: a text that denies it denies it whatever else is said. */
function judgeSources(
  { name, told, claim, page, isElsewhere }: Told,
  { licensing }: StatementQuestion,
  approve: Approve,
): Judged {
  const around = told.sources.filter(({ artifact }) => isAround(artifact.path, page));
  const altered = around.find((source) => isAltered(source, licensing.altered));
  if (altered !== undefined) return describeAltered(altered);
  const texts = around.filter(({ reading, terms }) => reading !== undefined && "ids" in terms);
  for (const source of texts) {
    const judged = describe({ name, ids: idsOf(source), kind: "other", evidence: [], notes: [source.note] }, approve);
    if (judged.verdict === "unmet") return { ...judged, because: describeText(source) };
  }
  if (!("ids" in told.terms)) return open(name, claim, told.sources.map(({ note }) => note).slice(0, 2));
  const notes = told.sources.map(({ note }) => note).slice(0, 2);
  const judged = describe({ name, ids: told.terms.ids, kind: "other", evidence: [], notes }, approve);
  const isNamed = told.governing.some(({ governs }) => governs === "explicit");
  if (judged.verdict !== "met" || !isElsewhere || isNamed) return judged;
  const because = `${told.terms.ids.join(" and ")} lies here; the weights are not among what was read.`;
  return {
    verdict: "unknown",
    because,
    needs: "State the licence of the weights where they lie.",
    evidence: [],
    notes,
  };
}

/** Whether a text lies above or below a page: one beside it governs another model. */
function isAround(text: string, page: string): boolean {
  const [one, other] = [folderOf(text), folderOf(page)];
  return one.startsWith(other) || other.startsWith(one);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function describeText(source: TermSource): string {
  const name = source.reading?.match.name ?? idsOf(source).join(" and ");
  return `${source.artifact.path}: ${name}, which is not a licence that OSI approved.`;
}

function idsOf({ terms }: TermSource): readonly string[] {
  return "ids" in terms ? terms.ids : [];
}

function isAltered({ note }: TermSource, altered: readonly Note[]): boolean {
  return altered.some(({ message }) => message === note.message);
}

function describeAltered({ artifact, reading, note }: TermSource): Judged {
  const { match, titled } = reading ?? {};
  const of = titled ?? match?.name ?? match?.id ?? "a listed licence";
  const because = `${artifact.path} is not ${of}: words are changed or added, and OSI approved ${of} as it stands.`;
  const needs = "Use the licence as it was approved, word for word.";
  return { verdict: "unmet", because, needs, evidence: [], notes: [note] };
}

interface Licensed {
  readonly name: string;
  readonly ids: readonly string[];
  readonly kind: "code" | "other";
  readonly evidence: readonly string[];
  readonly notes: readonly Note[];
}

function describe({ name, ids, kind, evidence, notes }: Licensed, approve: Approve): Judged {
  const { verdict, ids: deciding } = approve(ids, kind);
  const words = deciding.join(" and ");
  const told = { evidence, notes };
  if (verdict === "met") return { verdict, because: `${capital(name)}: ${words}, which OSI approved.`, ...told };
  if (verdict === "unmet") {
    const because = `${capital(name)}: ${words}, which is not a licence that OSI approved.`;
    return { verdict, because, needs: `License the ${name} under a licence that OSI approved.`, ...told };
  }
  const because = `${capital(name)}: ${words}, open terms that are not among the licences that OSI lists.`;
  return { verdict, because, needs: `License the ${name} under a licence that OSI approved.`, ...told };
}

function open(name: string, claim: Claim | undefined, notes: readonly Note[] = []): Judged {
  const because = `Licence of the ${name}: ${describeDoubt(claim)}.`;
  return {
    verdict: "unknown",
    because,
    needs: `State the licence of the ${name}.`,
    evidence: claim?.evidence ?? [],
    notes,
  };
}

/** What it was made from: of a statement about itself only what its own licence does not carry counts. */
function judgeAncestors(
  { ancestors }: StatementQuestion,
  approve: Approve,
  which: "all" | "not-carried",
): readonly Judged[] {
  return ancestors.flatMap(({ relation, base, license, compatible, evidence }) => {
    if (relation === "dataset" || license === null) return [];
    if (which === "not-carried" && compatible !== false) return [];
    const judged = describeBase(
      { name: base, ids: [license.split(" or ").join(" OR ")], kind: "other", evidence, notes: [] },
      approve,
    );
    if (which === "not-carried" && judged.verdict !== "unmet") return [];
    const because =
      which === "all" ? judged.because : `It was made from ${base}, under ${license}, whose terms go with it.`;
    return [{ ...judged, because }];
  });
}

function judgeNamed({ name, license, notes }: NamedModel, approve: Approve): Judged {
  return describeBase({ name, ids: [license.ids.join(" OR ")], kind: "other", evidence: [], notes }, approve);
}

/** Of models by others nothing can be demanded here but to say how they are. */
function describeBase(licensed: Licensed, approve: Approve): Judged {
  const { needs, ...judged } = describe(licensed, approve);
  const words = licensed.ids.join(" and ").replaceAll(" OR ", " or ");
  if (judged.verdict === "met") return judged;
  const what = judged.verdict === "unmet" ? "which OSI did not approve" : "open terms that OSI does not list";
  const because = `${licensed.name} is under ${words}, ${what}.`;
  return { ...judged, because, needs: needs === undefined ? "" : "Say of which models it is not true." };
}

/** Names of parts begin a sentence; those of repositories stay as they are. */
function capital(name: string): string {
  return name.includes("/") ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
