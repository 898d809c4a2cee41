import { expect, test } from "vitest";
import { test as testCondition } from "../assess/condition.ts";
import { rule } from "../assess/rule.ts";
import type { Assessment } from "../model/documents.ts";
import type { PlanDocument } from "../model/plans.ts";
import type { Claim, Condition, Framework, Value } from "../model/types.ts";
import { makePlan } from "./index.ts";
import type { Bases } from "./publisher.ts";

const FREE: Bases = { licenses: [], open: null, evidence: [], conflict: () => null };
const OPEN = ["Apache-2.0", "CC-BY-4.0", "CDLA-Permissive-2.0"];

/** A framework with one level over these requirements. */
function asking(conditions: Readonly<Record<string, Condition>>, id = "ours"): Framework {
  const names = Object.keys(conditions);
  const requirements = Object.entries(conditions).map(([name, when]) => ({
    id: name,
    label: name,
    text: `It asks for ${name}.`,
    source: `ours, ${name}`,
    grades: [{ id: "met", when }] as const,
    otherwise: "unmet",
  }));
  const level = { id: "good", title: "good", needs: names.map((requirement) => ({ requirement })) };
  return { id, version: "1", title: id, source: "ours", sets: { open: OPEN }, requirements, levels: [level] };
}

function licensed(component: string): Condition {
  return { all: [{ claim: `${component}.published` }, { claim: `${component}.license`, in: "open" }] };
}

/** Claims that are known; null is one that nobody could answer. */
function assessed(known: Readonly<Record<string, Value | null>>, more: Partial<Assessment> = {}): Assessment {
  const claims = Object.entries(known).map(([id, value]): Claim => {
    if (value === null) return { id, about: "*", value: "unknown", because: "unidentified", evidence: ["e#1"] };
    return { id, about: "*", value, evidence: ["e#1"] };
  });
  const evidence = [
    {
      id: "e#1",
      probe: "e",
      code: "seen",
      args: {},
      message: "seen",
      basis: "measured" as const,
      at: { path: "README.md", line: 3 },
    },
  ];
  const rest = {
    origins: [],
    artifacts: [],
    components: [],
    licenses: [],
    lineage: [],
    rights: [],
    models: [],
    target: "owl",
    revision: "1",
  };
  return { ...rest, claims, evidence, ...more } as unknown as Assessment;
}

function plan(
  framework: Framework,
  assessment: Assessment,
  { bases = FREE, others = [] as readonly Framework[], about = "*" } = {},
): PlanDocument {
  const [level] = framework.levels;
  const asked = { address: `${framework.id}@1`, framework };
  const frameworks = [asked, ...others.map((one) => ({ address: `${one.id}@1`, framework: one }))];
  const tool = { name: "assay", version: "0" };
  return makePlan({ assessment, asked, level, about, frameworks, bases, engine: { rule, test: testCondition }, tool });
}

test("what the release says it lacks is added, what nobody saw is shown", () => {
  const both = asking({ code: licensed("training-code"), card: licensed("data-card") });
  const made = plan(both, assessed({ "training-code.published": false }));
  expect(made.status).toBe("reachable");
  expect(made.headline).toBe("One addition and one thing to show to reach OURS: good");
  expect(made.steps.map(({ id, kind }) => [id, kind])).toEqual([
    ["data-card", "show"],
    ["training-code", "add"],
  ]);
  const [, code] = made.steps;
  expect(code).toMatchObject({
    what: "the code that trained it, under Apache-2.0 or a licence like it",
    where: "train.py (or src/train/), with its settings",
    why: [{ id: "code", text: "It asks for code.", source: "ours, code" }],
    evidence: ["e#1"],
  });
  expect(code?.changes.map(({ claim, from, to }) => [claim, from, to])).toEqual([
    ["training-code.license", "unknown", ["Apache-2.0"]],
    ["training-code.published", false, true],
  ]);
  expect(made.evidence.map(({ id }) => id)).toEqual(["e#1"]);
});

test("one text states the terms of all parts that have none", () => {
  const both = asking({ weights: licensed("weights"), card: licensed("model-card") });
  const known = {
    "weights.published": true,
    "weights.license": ["NONE"],
    "model-card.published": true,
    "model-card.license": null,
  };
  const { steps, headline } = plan(both, assessed(known));
  expect(steps.map(({ id, kind }) => [id, kind])).toEqual([["release:terms", "license"]]);
  expect(steps[0]?.what).toBe(
    "a licence that is known for the model card, weights: Apache-2.0 or one like it (the one here cannot be told)",
  );
  expect(headline).toBe("One licence to state to reach OURS: good");
});

test("other terms are a step of their own, and more work than a document", () => {
  const either = asking({ one: { any: [licensed("weights"), licensed("paper")] } });
  const known = { "weights.published": true, "weights.license": ["CC-BY-NC-4.0"] };
  expect(plan(either, assessed(known)).steps.map(({ id }) => id)).toEqual(["paper"]);
  const alone = plan(asking({ weights: licensed("weights") }), assessed(known));
  expect(alone.steps).toMatchObject([{ id: "weights:terms", kind: "relicense" }]);
});

test("a licence that the release has already is proposed for what is added", () => {
  const asked = asking({ code: licensed("training-code"), data: licensed("evaluation-data") });
  const { steps } = plan(asked, assessed({ "weights.license": ["CC-BY-4.0"] }));
  const chosen = steps.flatMap(({ changes }) =>
    changes.flatMap(({ to }) => (typeof to === "object" ? [to.join()] : [])),
  );
  // For code nobody takes it.
  expect(chosen).toEqual(["Apache-2.0", "CC-BY-4.0"]);
});

test("the licence of a base blocks for good what it denies, and nothing else", () => {
  const bases: Bases = {
    licenses: ["LicenseRef-owl"],
    open: null,
    evidence: ["e#1"],
    conflict: (license) =>
      license === "LicenseRef-owl" ? null : `It was made from owl; ${license} does not carry it.`,
  };
  const known = assessed({ "weights.published": true, "weights.license": ["LicenseRef-owl"] });
  const made = plan(asking({ weights: licensed("weights"), card: licensed("data-card") }), known, { bases });
  expect(made.status).toBe("blocked");
  expect(made.headline).toBe("OURS: good is blocked: it was made from owl");
  expect(made.blocks).toMatchObject([
    {
      why: "It was made from owl; Apache-2.0 does not carry it.",
      evidence: ["e#1", "e#1"],
      requirements: [{ id: "weights" }],
    },
  ]);
  expect(made.steps.map(({ id }) => id)).toEqual(["data-card"]);
  // Where the base's own licence suffices, nothing is blocked.
  const mild = asking({ weights: { claim: "weights.license", in: ["LicenseRef-owl"] } });
  const none = assessed({ "weights.published": true, "weights.license": ["NONE"] });
  expect(plan(mild, none, { bases })).toMatchObject({
    status: "reachable",
    steps: [{ kind: "license", changes: [{ to: ["LicenseRef-owl"] }] }],
  });
});

test("rights are the licence's to give", () => {
  const selling = asking({ sell: { claim: "rights.sell", is: "yes" } });
  const known = assessed({ "weights.published": true, "weights.license": ["CC-BY-NC-4.0"], "rights.sell": "no" });
  expect(plan(selling, known).steps).toMatchObject([{ id: "weights:terms", kind: "relicense" }]);
  const bases: Bases = { ...FREE, licenses: ["CC-BY-NC-4.0"], conflict: () => "The base is not for sale." };
  expect(plan(selling, known, { bases }).status).toBe("blocked");
});

test("nobody is told to take back what is published, or to make facts otherwise", () => {
  const hidden = asking({ secret: { not: { claim: "training-data.published" } } });
  const shown = plan(hidden, assessed({ "training-data.published": true }));
  expect(shown).toMatchObject({ status: "blocked", steps: [], blocks: [{ what: "secret" }] });
  const small = asking({ small: { claim: "training-compute.flop", atMost: 1e25 } });
  expect(plan(small, assessed({ "training-compute.flop": 3e25 }))).toMatchObject({
    status: "blocked",
    blocks: [{ requirements: [{ id: "small" }] }],
  });
  expect(plan(small, assessed({}))).toMatchObject({
    status: "reachable",
    steps: [{ kind: "show", where: 'README.md, section "Compute"' }],
  });
});

test("what is reached needs nothing, and what would turn the rest is told", () => {
  const done = asking({ card: { claim: "model-card.published" } });
  const other = asking(
    { limits: { claim: "limitations.described" }, card: { claim: "model-card.published" } },
    "other",
  );
  const made = plan(done, assessed({ "model-card.published": true }), { others: [other] });
  expect(made).toMatchObject({
    status: "reached",
    headline: "OURS: good is reached already",
    steps: [],
    blocks: [],
    isShortest: true,
  });
  expect(made.flips).toMatchObject([
    {
      framework: "other@1",
      requirement: "limits",
      verdict: "unknown",
      isBlocked: false,
      changes: [{ claim: "limitations.described", to: true }],
    },
  ]);
});

test("a step names who else asks for it, and no other reading of the same norm", () => {
  const asked = asking({ card: licensed("data-card") });
  const other = asking({ data: { claim: "data-card.published" }, code: { claim: "training-code.published" } }, "other");
  const [step] = plan(asked, assessed({}), { others: [other, { ...asked, version: "2" }] }).steps;
  expect(step?.askedBy).toEqual([{ framework: "other@1", requirement: "data", label: "data" }]);
});

test("where the weights lie elsewhere, what the terms here deny is told", () => {
  const conditional = { answer: "depends", because: "above a million users" };
  const right = { id: "scale", question: "At any size?", answer: "unknown", because: "", conditional, evidence: [] };
  const rights = [right] as unknown as Assessment["rights"];
  const [step] = plan(asking({ free: { claim: "rights.unlimited" } }), assessed({}, { rights })).steps;
  expect(step).toMatchObject({
    id: "weights",
    what: "the weights, under terms without limits of use",
    caution: 'The terms that stand here answer "At any size?" with depends: above a million users.',
  });
});

test("a text at the root that governs what is added is told", () => {
  const match = { id: "LicenseRef-owl", kind: "exact" };
  const licenses = [{ path: "LICENSE", match }] as unknown as Assessment["licenses"];
  const [step] = plan(asking({ card: licensed("data-card") }), assessed({}, { licenses })).steps;
  expect(step?.caution).toBe(
    "LICENSE is LicenseRef-owl and governs what is added without a licence of its own; state another one beside its part.",
  );
  const usual = [{ path: "LICENSE", match: { id: "CC-BY-4.0", kind: "exact" } }] as unknown as Assessment["licenses"];
  const [kept] = plan(asking({ card: licensed("data-card") }), assessed({}, { licenses: usual })).steps;
  expect(kept).toMatchObject({ what: "a data card, under CC-BY-4.0 or a licence like it" });
  expect(kept?.caution).toBeUndefined();
  const altered = [{ path: "LICENSE", match: { ...match, kind: "modified" } }] as unknown as Assessment["licenses"];
  expect(
    plan(asking({ card: licensed("data-card") }), assessed({}, { licenses: altered })).steps[0]?.caution,
  ).toBeUndefined();
});

test("of two long sets the one licence that both take is found, wherever it stands", () => {
  const one = Array.from({ length: 60 }, (_, at) => `A-${at}`);
  const other = Array.from({ length: 60 }, (_, at) => `B-${at}`);
  for (const at of [0, 31, 59]) {
    const sets = { one, other: other.toSpliced(at, 1, "A-43") };
    const conditions = {
      all: [
        { claim: "data-card.published" },
        { claim: "data-card.license", in: "one" },
        { claim: "data-card.license", in: "other" },
      ],
    } satisfies Condition;
    const made = plan({ ...asking({ card: conditions }), sets }, assessed({}));
    expect(made).toMatchObject({ status: "reachable", isShortest: true });
    const changed = made.steps.flatMap(({ changes }) => changes.map(({ claim, to }) => [claim, to]));
    expect(changed).toContainEqual(["data-card.license", ["A-43"]]);
  }
});

test("of licences that a set takes alike one that the base allows is proposed", () => {
  const bound: Bases = {
    ...FREE,
    conflict: (license) => (license === "C-77" ? null : `${license} does not carry it.`),
  };
  const sets = { open: Array.from({ length: 90 }, (_, at) => `C-${at}`) };
  const made = plan({ ...asking({ weights: licensed("weights") }), sets }, assessed({}), { bases: bound });
  expect(made.blocks).toEqual([]);
  expect(made.steps.flatMap(({ changes }) => changes.map(({ to }) => to))).toContainEqual(["C-77"]);
});

/** Two models of one release: the code of the first is there, the second says that it has none. */
function several(): Assessment {
  const whole = assessed({ "data-card.published": true, "training-code.published": false });
  const own: readonly Claim[] = [
    { id: "training-code.published", about: "owl/a", value: true, evidence: ["e#1"] },
    { id: "training-code.published", about: "owl/b", value: false, evidence: ["e#1"] },
  ];
  const models = ["a", "b"].map((name) => ({ id: `owl/${name}`, name, publisher: null }));
  return { ...whole, claims: [...whole.claims, ...own], models };
}

const CODE_AND_CARD = asking({
  code: { claim: "training-code.published" },
  card: { claim: "data-card.published" },
});

test("a plan for the whole names the models that come to something else", () => {
  const made = plan(CODE_AND_CARD, several());
  expect(made).toMatchObject({
    about: "*",
    status: "reachable",
    headline: "One addition to OURS: good; a is there already",
  });
  expect(made.models).toEqual([
    {
      id: "owl/a",
      name: "a",
      now: { level: "good", ceiling: "good" },
      isReached: true,
      lacks: [],
      denied: [],
      has: ["code"],
    },
  ]);
});

test("a plan for one model is about that one", () => {
  const [first, second] = ["owl/a", "owl/b"].map((about) => plan(CODE_AND_CARD, several(), { about }));
  expect(first).toMatchObject({
    about: "owl/a",
    headline: "OURS: good for a is reached already",
    steps: [],
    models: [],
  });
  expect(second).toMatchObject({ headline: "One addition to OURS: good for b", now: { level: null, ceiling: null } });
});

test("what is known not to be met of one model alone is told of it", () => {
  const whole = assessed({ "training-code.published": null });
  const own: Claim = { id: "training-code.published", about: "owl/b", value: false, evidence: ["e#1"] };
  const { models } = several();
  const made = plan(CODE_AND_CARD, { ...whole, models, claims: [...whole.claims, own] });
  expect(made.models).toMatchObject([
    { id: "owl/b", now: { ceiling: null }, isReached: false, lacks: ["code", "card"], denied: ["code"], has: [] },
  ]);
});

test("models that come to the same are not told apart", () => {
  const alike = several();
  const claims = alike.claims.filter(({ about }) => about === "*");
  expect(plan(CODE_AND_CARD, { ...alike, claims }).models).toEqual([]);
});
