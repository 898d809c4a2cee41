/** Sentences by which a release says of itself that a component is not published. A promise of it is no such sentence. */

import type { ComponentId } from "../../model/components.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Page, pages, type Statement, sectionAt } from "../pages/index.ts";
import type { SectionKind } from "../sections/classify.ts";
import { isForeignName } from "../shared/families.ts";
import { noteFile } from "../shared/noting.ts";
import { isPromise } from "../shared/prose.ts";
import { speaksOfRelease } from "./seen-link.ts";

interface Subject {
  readonly component: ComponentId;
  readonly names: string;
  /** Set where the name alone may mean somebody else's: the section has to be about the model's own. */
  readonly under?: ReadonlySet<SectionKind>;
}

const OF_DATA: ReadonlySet<SectionKind> = new Set([
  "training-data",
  "training-procedure",
  "data-collection",
  "preprocessing",
]);

const SUBJECTS: readonly Subject[] = [
  { component: "training-data", names: "(?:pre-?)?training (?:data ?sets?|data|corpus|corpora|set)" },
  { component: "training-data", names: "data ?sets?|corpus|data", under: OF_DATA },
  { component: "training-code", names: "(?:pre-?)?training (?:code|scripts?|pipeline|framework|codebase)" },
  { component: "evaluation-code", names: "evaluation (?:code|scripts?|framework|harness|suite|toolkit|pipeline)" },
  {
    component: "preprocessing-code",
    names: "(?:pre-?processing|data processing|filtering) (?:code|scripts?|pipeline)",
  },
  { component: "inference-code", names: "inference (?:code|scripts?)" },
  { component: "evaluation-data", names: "(?:evaluation|test) (?:data ?sets?|data|set)" },
  { component: "weights", names: "(?:model )?(?:weights|checkpoints?)" },
  { component: "intermediate-weights", names: "intermediate (?:weights|checkpoints?)" },
];

const RELEASING =
  "(?:releas(?:e|ed|ing)|publish(?:ed|ing)?|open-?sourc(?:e|ed|ing)|shar(?:e|ed|ing)|distribut(?:e|ed|ing)|disclos(?:e|ed|ing))";
const NOT = "(?:will not|won't|do(?:es)? not|don't|doesn't|cannot|can't|are not|aren't|have not|is not|are unable to)";

/** "will not be releasing the dataset": the verb is denied, and its object is the component alone. */
function denying(names: string): RegExp {
  return new RegExp(
    `\\b${NOT} (?:(?:plan|intend|going|be able|able|be|been|currently) (?:to )?(?:be )?)?${RELEASING} (?:the|our|this|any|its) (?:pre-?processed |processed |exact )?(?:${names})\\b(?! (?:card|sheet|format|splits?|loader)\\b)`,
    "i",
  );
}

/** "the training data are not publicly available", "the training data is proprietary". */
function deniedOf(names: string): RegExp {
  return new RegExp(
    `\\b(?:the|our|this|its) (?:${names}) (?:is|are|was|were|will|has|have|cannot|can) not (?:be |been )?(?:publicly |openly )?(?:${RELEASING}|available|public)\\b|\\b(?:the|our|this|its) (?:${names}) (?:is|are) (?:proprietary|closed-source|confidential|not open(?:-source)?)\\b`,
    "i",
  );
}

/** "the data we used in the paper is not publicly available". */
const USED =
  /\bthe (?:data|data ?sets?|corpus) (?:that )?(?:(?:we|was|were) )?(?:used|trained on) (?:in (?:the|our) paper|(?:to|for) (?:pre-?)?train(?:ing)?(?: \w+){0,3}) (?:is|are) not (?:publicly |openly )?(?:available|public|released)\b/i;

/** "based on the internal, non-open-source evaluation framework": the name says that it is not public. */
function calledClosed(names: string): RegExp {
  return new RegExp(
    `\\b(?:non-open-source|not open-source|closed-source|unreleased|non-public)\\b,? (?:[\\w-]{1,30} ){0,3}(?:${names})\\b`,
    "i",
  );
}

/** Sentences of something less, of somebody else, or only for now. */
const LESS =
  /\b(?:yet|currently|at this time|at the moment|until|unless|if|raw|original|full|entire|all of|some|part of|parts|subset|your|users?'?s?|customers?|personal|private|sensitive|third[- ]part(?:y|ies)|only|directly|without|because of|other than)\b/i;

/** A sentence without one of these denies nothing: looked for first, since most have none. */
const DENIAL = /\bnot\b|n't\b|\bcannot\b|non-open|non-public|closed-source|unreleased|proprietary|confidential/i;

interface Pattern extends Pick<Subject, "component" | "under"> {
  readonly denials: readonly RegExp[];
}

const PATTERNS: readonly Pattern[] = [
  ...SUBJECTS.map((subject) => ({
    ...subject,
    denials: [denying, deniedOf, calledClosed].map((pattern) => pattern(subject.names)),
  })),
  { component: "training-data", denials: [USED] },
];

/** What the release says that it does not publish, each with the sentence. */
export async function findWithheld(bench: Workbench): Promise<ReadonlyMap<ComponentId, Note>> {
  const found = new Map<ComponentId, Note>();
  for (const page of (await bench.study(pages)).filter((one) => (one.isFront || one.isCard) && speaksOfRelease(one))) {
    for (const { statement, component } of listDenied(bench, page)) {
      if (!found.has(component)) found.set(component, await noteDenied(bench, page, { statement, component }));
    }
  }
  return found;
}

interface Denied {
  readonly statement: Statement;
  readonly component: ComponentId;
}

function* listDenied({ release }: Workbench, page: Page): Generator<Denied> {
  for (const statement of page.statements) {
    if (!DENIAL.test(statement.words)) continue;
    const words = statement.words.replace(/\s+/g, " ").replace(/[*_`]/g, "");
    if (LESS.test(words) || words.endsWith("?") || isPromise(words) || isForeignName(release, words)) continue;
    const { kind } = sectionAt(page, statement.line);
    for (const { component, under, denials } of PATTERNS) {
      const isMeant = under === undefined || under.has(kind);
      if (isMeant && denials.some((denial) => denial.test(words))) yield { statement, component };
    }
  }
}

async function noteDenied(bench: Workbench, page: Page, { statement, component }: Denied): Promise<Note> {
  const { path } = page.artifact;
  const { from, words } = statement;
  const message = `${path} says that ${component.replaceAll("-", " ")} is not published`;
  const remark = { code: "said-withheld", args: { path, component }, message, basis: "declared" as const };
  const at = page.text.place(from, from + words.length);
  return await noteFile(bench, page.artifact, { ...remark, at, quote: words });
}
