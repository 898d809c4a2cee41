/** Whether licences are approved by the Open Source Initiative, as far as a framework's sets tell. */

import type { Framework, Verdict } from "../model/types.ts";

/** What ids of licences come to. */
export interface Approval {
  readonly verdict: Verdict;
  /** The ids that decide it. */
  readonly ids: readonly string[];
}

/** Tells of licences in conjunctive normal form: all hold at once, `A OR B` is a choice. */
export type Approve = (ids: readonly string[], part: "code" | "other") => Approval;

/** Weights, data and documents may be under open terms that the OSI approves as terms and lists nowhere. */
const OPEN_TERMS = "terms";
const APPROVED = "osi-approved";

/** Reads the sets of the definition. */
export function readApproval({ sets = {} }: Framework): Approve {
  const approved = new Set(listMembers(APPROVED, sets));
  const open = new Set(listMembers(OPEN_TERMS, sets).map((id) => id.toLowerCase()));
  const judge = (id: string): Verdict => {
    const bare = id.replace(/ WITH .+$/, "");
    if (approved.has(bare)) return "met";
    return open.has(bare.replace(/^LicenseRef-/, "").toLowerCase()) ? "unknown" : "unmet";
  };
  return (ids, part) => {
    const verdicts = ids.map((demand) => best(demand.split(" OR ").map((id) => soften(judge(id), part))));
    const verdict = worst(verdicts);
    return { verdict, ids: ids.filter((_, index) => verdicts[index] === verdict) };
  };
}

/** Code asks for an approved licence and nothing else will do. */
function soften(verdict: Verdict, part: "code" | "other"): Verdict {
  return part === "code" && verdict === "unknown" ? "unmet" : verdict;
}

function best(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("met")) return "met";
  return verdicts.includes("unknown") ? "unknown" : "unmet";
}

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return "unknown";
  if (verdicts.includes("unmet")) return "unmet";
  return verdicts.includes("unknown") ? "unknown" : "met";
}

/** A set and those that it stands for. */
function listMembers(name: string, sets: NonNullable<Framework["sets"]>): readonly string[] {
  const direct = sets[name] ?? [];
  const nested = direct.flatMap((id) => (id.startsWith("@") ? (sets[id.slice(1)] ?? []) : []));
  return [...direct, ...nested].filter((id) => !id.startsWith("@"));
}
