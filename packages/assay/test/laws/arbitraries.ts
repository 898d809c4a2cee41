/** Random frameworks and claims for the laws of the rule engine. */

import fc from "fast-check";

import type { Claim, Condition, Framework, Value } from "../../src/model/types.ts";

/** What is true of a release, and how much of it is known at first and later. */
export interface Learning {
  readonly framework: Framework;
  readonly before: ReadonlyMap<string, Claim>;
  readonly after: ReadonlyMap<string, Claim>;
}

const IDS = ["a.flag", "b.flag", "c.license", "d.license", "e.text", "f.number", "g.number"] as const;
const LICENSES = ["MIT", "GPL-2.0-only", "CC-BY-4.0", "CC-BY-NC-4.0", "LicenseRef-own", "NONE"];
const SETS = {
  open: ["MIT", "@content"],
  content: ["CC-BY-4.0"],
  closed: ["CC-BY-NC-4.0", "NONE"],
};

const license = fc.oneof(
  fc.constantFrom(...LICENSES),
  fc.tuple(fc.constantFrom(...LICENSES), fc.constantFrom(...LICENSES)).map((pair) => pair.join(" OR ")),
  fc.constantFrom(...LICENSES).map((id) => `${id} WITH Some-exception`),
);
const number = fc.integer({ min: 0, max: 9 });
const values: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  flag: fc.boolean(),
  license: fc.array(license, { maxLength: 3 }),
  text: fc.constantFrom(...LICENSES),
  number,
};
const members = fc.oneof(
  fc.constantFrom("open", "content", "closed"),
  fc.uniqueArray(fc.constantFrom(...LICENSES, "@open", "@closed"), { minLength: 1, maxLength: 3 }),
);
const operators = fc.oneof(
  fc.constant({}),
  fc.record({ is: fc.oneof(fc.boolean(), fc.constantFrom(...LICENSES)) }),
  fc.record({ in: members }),
  fc.record({ in: members, out: members }),
  fc.record({ atLeast: number }),
  fc.record({ atLeast: number, atMost: number }),
  fc.constant({ answered: true as const }),
);

const { condition } = fc.letrec<{ condition: Condition; parts: [Condition, ...Condition[]] }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: "condition" },
    fc.tuple(fc.constantFrom(...IDS), operators).map(([claim, operator]) => ({ claim, ...operator })),
    tie("parts").map((all) => ({ all })),
    tie("parts").map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
    fc.tuple(tie("parts"), fc.integer({ min: 0, max: 4 })).map(([count, atLeast]) => ({ count, atLeast })),
  ),
  parts: fc
    .tuple(tie("condition"), fc.array(tie("condition"), { maxLength: 2, depthIdentifier: "condition" }))
    .map(([first, others]) => [first, ...others] as [Condition, ...Condition[]]),
}));

const words = { label: "label", text: "text", source: "source" };
const requirement = fc
  .record(
    {
      whens: fc.array(condition, { minLength: 1, maxLength: 3 }),
      mandatory: fc.constantFrom(true, false, false),
      appliesWhen: condition,
    },
    { requiredKeys: ["whens", "mandatory"] },
  )
  .map(({ whens, ...rest }) => ({ ...rest, grades: whens.map((when, rank) => ({ id: `grade-${rank}`, when })) }));

/** A framework of up to four requirements and three levels over the claims of {@link learning}. */
export const framework: fc.Arbitrary<Framework> = fc
  .record({
    drafts: fc.array(requirement, { minLength: 1, maxLength: 4 }),
    picks: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    progress: fc.constantFrom("share", "share-gated", "grades"),
  })
  .map(({ drafts, picks, progress }) => {
    const requirements = drafts.map((draft, index) => ({ id: `r${index}`, ...words, ...draft, otherwise: "none" }));
    const levels = picks.map((numbers, rank) => ({
      id: `level-${rank}`,
      title: "title",
      needs: pick(numbers, drafts),
    }));
    return { id: "random", version: "1", title: "t", source: "s", sets: SETS, requirements, levels, progress };
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<Framework>;

function pick(numbers: readonly number[], drafts: readonly { readonly grades: readonly object[] }[]): object[] {
  const indices = [...new Set(numbers.map((one) => one % drafts.length))];
  return indices.map((index, at) => {
    const grades = drafts[index]?.grades.length ?? 1;
    const rank = (numbers[at] ?? 0) % (grades + 1);
    return { requirement: `r${index}`, ...(rank < grades && { grade: `grade-${rank}` }) };
  });
}

/** One fact: what is true, and how much of it is known at first and later. An estimate may be narrowed. */
interface Fact {
  readonly id: string;
  readonly value: Value;
  readonly known: "known" | "learnt" | "never" | "missing" | "narrowed";
  readonly below: number;
  readonly above: number;
}

const facts = fc.tuple(...IDS.map(factAbout));

/** A framework, and claims of which more is known later than at first. */
export const learning: fc.Arbitrary<Learning> = fc.record({ framework, facts }).map((one) => ({
  framework: one.framework,
  before: new Map(one.facts.flatMap(claimBefore).map((claim) => [claim.id, claim])),
  after: new Map(one.facts.map(claimAfter).map((claim) => [claim.id, claim])),
}));

function factAbout(id: string): fc.Arbitrary<Fact> {
  return fc.record({
    id: fc.constant(id),
    value: values[id.split(".")[1] ?? ""] ?? fc.boolean(),
    known: fc.constantFrom("known", "learnt", "never", "missing", "narrowed"),
    below: number,
    above: number,
  });
}

function claimBefore({ id, value, known, below, above }: Fact): Claim[] {
  const head = { id, about: "*", evidence: [] };
  if (known === "missing") return [];
  if (known === "narrowed" && typeof value === "number") {
    return [{ ...head, value: value + above, range: [value - below, value + above] }];
  }
  return known === "known" ? [{ ...head, value }] : [{ ...head, value: "unknown", because: "not-observed" }];
}

function claimAfter({ id, value, known }: Fact): Claim {
  const head = { id, about: "*", evidence: [] };
  return known === "never" ? { ...head, value: "unknown", because: "offline" } : { ...head, value };
}
