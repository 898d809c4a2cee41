/** Is what a release says of its openness so? Each sentence is held against the criteria that it invokes. */

import type { Statement } from "../model/documents.ts";
import { type Ledger, openLedger } from "../model/ledger.ts";
import type { FoundStatement, StatementAnswer, StatementQuestion } from "../model/statements.ts";
import type { Finding, Verdict } from "../model/types.ts";
import type { HeldCriterion } from "./held.ts";
import { holdCriteria } from "./hold.ts";
import { readApproval } from "./licenses.ts";

/** Rules on every sentence by itself. What is contradicted is a finding: a place, a criterion and a reason. */
export function ruleStatements(question: StatementQuestion): StatementAnswer {
  const ledger = openLedger("statements");
  const holding = { question, approve: readApproval(question.definition.framework) };
  const statements = question.found.map((found) => rule(found, holdCriteria(found, holding), ledger));
  const told = statements.map(({ statement }) => statement);
  return {
    statements: told,
    evidence: ledger.close().evidence,
    findings: statements.flatMap(({ statement, criteria }) => findContradiction(statement, criteria)),
  };
}

interface Ruled {
  readonly statement: Statement;
  readonly criteria: readonly HeldCriterion[];
}

function rule(found: FoundStatement, criteria: readonly HeldCriterion[], ledger: Ledger): Ruled {
  const why = criteria.flatMap(({ evidence, notes }) => [...evidence, ...notes.map((note) => ledger.note(note))]);
  const statement: Statement = {
    quote: found.quote,
    at: found.at,
    about: found.about,
    criteria: criteria.map(({ id, verdict, because, needs }) => ({
      id,
      verdict,
      because,
      ...(needs === undefined ? {} : { needs }),
    })),
    verdict: weigh(criteria),
    why: [...new Set(why)],
  };
  return { statement, criteria };
}

/** One thing that is not so contradicts it, unless the word may be meant otherwise; one that is open leaves it unsettled. */
function weigh(criteria: readonly HeldCriterion[]): Statement["verdict"] {
  const isDenied = criteria.some(({ verdict, isSoft }) => verdict === "unmet" && isSoft !== true);
  if (isDenied) return "contradicted";
  const isSo = criteria.length > 0 && criteria.every(({ verdict }) => verdict === ("met" satisfies Verdict));
  return isSo ? "supported" : "unsettled";
}

function findContradiction({ quote, at, verdict }: Statement, criteria: readonly HeldCriterion[]): readonly Finding[] {
  const denied = criteria.find((one) => one.verdict === "unmet" && one.isSoft !== true);
  if (verdict !== "contradicted" || denied === undefined) return [];
  const said = quote.replace(/\s+/g, " ");
  return [
    {
      rule: "statement/contradicted",
      severity: "warning",
      code: "statement-contradicted",
      args: { quote: said, criterion: denied.id },
      message: `It says "${said}". ${denied.because}`,
      at,
    },
  ];
}
