import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { BallotEvent, Outcome, RollSeat, VoteEvent } from "../model/ballot.ts";
import type { Choice, VotingRule } from "../model/rule.ts";
import { tally } from "./index.ts";
import type { BallotRecord } from "./votes.ts";

const WINDOW = { opens: "2026-03-01T00:00:00Z", closes: "2026-03-15T00:00:00Z" };

function seatOf(n: number, more: Partial<RollSeat> = {}): RollSeat {
  return { seat: `s${n}`, person: `p${n}`, class: "company", group: `g${n}`, ...more };
}

function voteOf(n: number, choice: Choice, more: Partial<VoteEvent> = {}): VoteEvent {
  return {
    kind: "vote",
    id: `e${n}`,
    at: `2026-03-02T00:00:${String(n % 60).padStart(2, "0")}Z`,
    seat: `s${n}`,
    voter: `p${n}`,
    choice,
    ...more,
  };
}

const MAJORITY: VotingRule = {
  id: "majority",
  title: "More than half of the votes cast",
  denominator: "cast",
  threshold: { share: "1/2", is: "more-than" },
};

function recordOf(
  rule: VotingRule,
  choices: readonly (Choice | null)[],
  more: Partial<BallotRecord> = {},
): BallotRecord {
  const events = choices.flatMap((choice, n) => (choice === null ? [] : [voteOf(n, choice)]));
  return { rule, roll: choices.map((_, n) => seatOf(n)), window: WINDOW, events, ...more };
}

function count(record: BallotRecord): Outcome {
  const counted = tally(record);
  if ("problems" in counted) throw new Error(counted.problems.map(({ message }) => message).join("\n"));
  return counted.outcome;
}

function codesOf(record: BallotRecord): readonly string[] {
  const counted = tally(record);
  return "problems" in counted ? counted.problems.map(({ code }) => code) : [];
}

/** So many votes of each kind. */
function votes(counts: Partial<Record<Choice | "silent", number>>): readonly (Choice | null)[] {
  return Object.entries(counts).flatMap(([choice, n]) =>
    Array.from({ length: n }, () => (choice === "silent" ? null : (choice as Choice))),
  );
}

describe("edges at exact fractions", () => {
  const twoThirds: VotingRule = { ...MAJORITY, threshold: { share: "2/3", is: "at-least" } };
  test.each([
    [MAJORITY, { yes: 5, no: 5 }, "failed"],
    [MAJORITY, { yes: 6, no: 5 }, "passed"],
    [MAJORITY, { yes: 1 }, "passed"],
    [MAJORITY, {}, "failed"],
    [twoThirds, { yes: 6, no: 3 }, "passed"],
    [twoThirds, { yes: 599, no: 300 }, "failed"],
    [{ ...twoThirds, denominator: "present" }, { yes: 6, no: 2, abstain: 1 }, "passed"],
    [{ ...twoThirds, denominator: "present" }, { yes: 6, no: 2, abstain: 2 }, "failed"],
    [{ ...twoThirds, denominator: "eligible" }, { yes: 6, silent: 3 }, "passed"],
    [{ ...twoThirds, denominator: "eligible" }, { yes: 6, silent: 4 }, "failed"],
    [{ ...MAJORITY, quorum: { share: "1/2", abstentions: "count" } }, { yes: 1, abstain: 4, silent: 5 }, "passed"],
    [{ ...MAJORITY, quorum: { share: "1/2", abstentions: "count" } }, { yes: 1, abstain: 3, silent: 6 }, "failed"],
    [
      { ...MAJORITY, quorum: { share: "1/2", abstentions: "do-not-count" } },
      { yes: 1, abstain: 4, silent: 5 },
      "failed",
    ],
  ] as const)("%# %j", (rule, counts, result) => {
    expect(count(recordOf(rule as VotingRule, votes(counts))).result).toBe(result);
  });
});

describe("caps, classes, vetoes, ties", () => {
  test("related seats weigh together what the cap allows", () => {
    const roll = [0, 1, 2, 3].map((n) => seatOf(n, n < 3 ? { group: "large" } : {}));
    const rule: VotingRule = { ...MAJORITY, cap: { perGroup: 1 } };
    const events = [voteOf(0, "yes"), voteOf(1, "yes"), voteOf(2, "no"), voteOf(3, "no")];
    const { result, seats } = count({ rule, roll, window: WINDOW, events });
    expect(seats.map(({ weight }) => weight)).toEqual(["1/3", "1/3", "1/3", "1"]);
    expect(result).toBe("failed");
  });

  test("a majority of every class that the rule names, and of the whole", () => {
    const rule: VotingRule = {
      ...MAJORITY,
      majorities: [{ class: "academic", denominator: "cast", threshold: { share: "2/3", is: "at-least" } }],
    };
    const roll = [0, 1, 2, 3, 4].map((n) => seatOf(n, n > 1 ? { class: "academic" } : {}));
    const vote = (choices: readonly Choice[]): Outcome =>
      count({ rule, roll, window: WINDOW, events: choices.map((choice, n) => voteOf(n, choice)) });
    expect(vote(["yes", "yes", "yes", "no", "no"]).result).toBe("failed");
    expect(vote(["no", "no", "yes", "yes", "yes"]).result).toBe("passed");
  });

  test("a veto stops a proposal, and one without its reason is a plain no", () => {
    const rule: VotingRule = { ...MAJORITY, veto: { classes: "all", reason: "required" } };
    const roll = [0, 1, 2].map((n) => seatOf(n));
    const cast = (reason?: string): Outcome =>
      count({
        rule,
        roll,
        window: WINDOW,
        events: [voteOf(0, "yes"), voteOf(1, "yes"), voteOf(2, "veto", reason === undefined ? {} : { reason })],
      });
    expect(cast("breaks the build").result).toBe("failed");
    expect(cast().result).toBe("passed");
    expect(cast("  ").result).toBe("passed");
  });

  test("the chair breaks a tie, and fails to where silent", () => {
    const rule: VotingRule = { ...MAJORITY, tie: "chair" };
    const roll = [0, 1].map((n) => seatOf(n, n === 0 ? { isChair: true } : {}));
    expect(count({ rule, roll, window: WINDOW, events: [voteOf(0, "yes"), voteOf(1, "no")] }).result).toBe("passed");
    expect(count({ rule, roll, window: WINDOW, events: [voteOf(0, "no"), voteOf(1, "yes")] }).result).toBe("failed");
  });
});

describe("no outcome from books that do not check", () => {
  test.each<readonly [string, Partial<BallotRecord>]>([
    ["unknown-seat", { events: [voteOf(9, "yes")] }],
    ["not-theirs", { events: [voteOf(0, "yes", { voter: "p1" })] }],
    ["outside-window", { events: [voteOf(0, "yes", { at: WINDOW.closes })] }],
    ["event-twice", { events: [voteOf(0, "yes"), voteOf(1, "no", { id: "e0" })] }],
    ["seat-twice", { roll: [seatOf(0), seatOf(0)] }],
    ["no-veto", { events: [voteOf(0, "veto")] }],
    ["recused-voted", { roll: [seatOf(0, { recused: "wrote the report" })], events: [voteOf(0, "yes")] }],
    [
      "voted-twice",
      { roll: [seatOf(0, { alternate: "a0" })], events: [voteOf(0, "yes"), voteOf(0, "no", { id: "x", voter: "a0" })] },
    ],
    ["bad-share", { rule: { ...MAJORITY, threshold: { share: "0.5", is: "at-least" } } }],
    ["out-of-reach", { rule: { ...MAJORITY, threshold: { share: "1", is: "more-than" } } }],
    ["asks-nothing", { rule: { id: "none", title: "Nothing", denominator: "cast" } }],
    ["unfair-tie", { rule: { ...MAJORITY, threshold: { share: "2/3", is: "at-least" }, tie: "chair" } }],
    ["bad-cap", { rule: { ...MAJORITY, cap: { perGroup: 0 } } }],
  ])("%s", (code, more) => {
    expect(codesOf(recordOf(MAJORITY, ["yes", "no"], more))).toContain(code);
  });

  test("an alternate may vote alone", () => {
    const roll = [seatOf(0, { alternate: "a0" })];
    expect(count({ rule: MAJORITY, roll, window: WINDOW, events: [voteOf(0, "yes", { voter: "a0" })] }).result).toBe(
      "passed",
    );
  });
});

const share = fc
  .tuple(fc.nat(6), fc.integer({ min: 1, max: 6 }))
  .filter(([a, b]) => a <= b)
  .map(([a, b]) => `${a}/${b}`);
const threshold = fc
  .record({ share, is: fc.constantFrom("at-least" as const, "more-than" as const) })
  .filter(({ share: [a, , b], is }) => is === "at-least" || a !== b);
const denominator = fc.constantFrom("cast" as const, "present" as const, "eligible" as const);
const CLASSES = ["company", "academic"];
const anyRule: fc.Arbitrary<VotingRule> = fc.record(
  {
    id: fc.constant("any"),
    title: fc.constant("Any"),
    denominator,
    threshold,
    least: fc.record({ yes: fc.nat(4) }),
    most: fc.record({ no: fc.nat(4) }),
    quorum: fc.record({ share, abstentions: fc.constantFrom("count" as const, "do-not-count" as const) }),
    veto: fc.record({
      classes: fc.constantFrom<"all" | readonly string[]>("all", ["academic"]),
      reason: fc.constantFrom("required" as const, "optional" as const),
    }),
    majorities: fc.array(fc.record({ class: fc.constantFrom(...CLASSES), denominator, threshold }), { maxLength: 2 }),
    cap: fc.record({ perGroup: fc.integer({ min: 1, max: 3 }) }),
  },
  { requiredKeys: ["id", "title", "denominator", "threshold"] },
);
const anyRoll = fc.array(
  fc.record(
    { class: fc.constantFrom(...CLASSES), group: fc.constantFrom("a", "b", "c"), recused: fc.constant("conflict") },
    { requiredKeys: ["class", "group"] },
  ),
  { minLength: 1, maxLength: 9 },
);
const anyRecord: fc.Arbitrary<BallotRecord> = fc
  .tuple(anyRule, anyRoll, fc.infiniteStream(fc.constantFrom("yes", "no", "abstain", "veto", null)), fc.boolean())
  .map(([rule, seats, choices, isReasoned]) => {
    const roll = seats.map((more, n) => seatOf(n, more));
    const events = roll.flatMap((seat, n): BallotEvent[] => {
      const choice = choices.next().value as Choice | null;
      const said = choice === "veto" && rule.veto === undefined ? "no" : choice;
      if (said === null || seat.recused !== undefined) return [];
      return [voteOf(n, said, isReasoned ? { reason: "because" } : {})];
    });
    return { rule, roll, window: WINDOW, events };
  });

/** Cases of each law; 100,000 more are held against another implementation (`test/independent`). */
const RUNS = 8_000;
const PATIENCE = { timeout: 120_000 };

test("the order of events is nothing", PATIENCE, () => {
  fc.assert(
    fc.property(anyRecord, fc.infiniteStream(fc.nat()), (record, keys) => {
      const shuffled = record.events.map((event) => [keys.next().value, event] as const).sort(([a], [b]) => a - b);
      expect(tally({ ...record, events: shuffled.map(([, event]) => event) })).toEqual(tally(record));
    }),
    { numRuns: RUNS },
  );
});

test("a yes more, or a no that becomes one, never turns a pass into a failure", PATIENCE, () => {
  let changed = 0;
  fc.assert(
    fc.property(anyRecord, fc.nat(), (record, which) => {
      const seat = record.roll[which % record.roll.length];
      fc.pre(seat !== undefined && seat.recused === undefined);
      const n = record.roll.indexOf(seat);
      const others = record.events.filter((event) => event.seat !== seat.seat);
      const [before, after] = [count(record), count({ ...record, events: [...others, voteOf(n, "yes")] })];
      if (before.result !== after.result) changed++;
      if (before.result === "passed") expect(after.result).toBe("passed");
    }),
    { numRuns: RUNS },
  );
  expect(changed).toBeGreaterThan(RUNS / 100);
});

test("what is settled stays as it is, whatever the silent do", PATIENCE, () => {
  let settled = 0;
  fc.assert(
    fc.property(
      anyRecord,
      fc.infiniteStream(fc.constantFrom("yes", "no", "abstain", "veto", null)),
      (record, choices) => {
        const before = count(record);
        if (!before.isSettled) return;
        const silent = record.roll.flatMap((seat, n) =>
          before.seats[n]?.choice === "silent" && seat.recused === undefined ? [n] : [],
        );
        const later = silent.flatMap((n) => {
          const choice = choices.next().value as Choice | null;
          if (choice === null || (choice === "veto" && record.rule.veto === undefined)) return [];
          return [voteOf(n, choice, { reason: "because" })];
        });
        if (later.length > 0) settled++;
        expect(count({ ...record, events: [...record.events, ...later] }).result).toBe(before.result);
      },
    ),
    { numRuns: RUNS },
  );
  expect(settled).toBeGreaterThan(RUNS / 100);
});

test("who is recused is on the roll and in no count", PATIENCE, () => {
  fc.assert(
    fc.property(anyRecord, fc.constantFrom(...CLASSES), (record, ofClass) => {
      const one = seatOf(50, { class: ofClass, group: "a", recused: "conflict" });
      const [without, within] = [count(record), count({ ...record, roll: [...record.roll, one] })];
      expect(within.seats.at(-1)).toMatchObject({ seat: "s50", choice: "recused", weight: "0" });
      expect({ ...within, seats: within.seats.slice(0, -1) }).toEqual(without);
    }),
    { numRuns: RUNS },
  );
});

test("a second vote of a seat takes the place of the first, and never counts beside it", PATIENCE, () => {
  fc.assert(
    fc.property(anyRecord, fc.constantFrom<Choice>("yes", "no", "abstain"), (record, choice) => {
      const voted = record.events[0];
      fc.pre(voted !== undefined && voted.kind === "vote");
      const second = { ...voted, id: "second", at: "2026-03-09T00:00:00Z", choice } as const;
      const replaced = record.events.map((event) => (event === voted ? { ...voted, choice } : event));
      const [twice, once] = [
        count({ ...record, events: [...record.events, second] }),
        count({ ...record, events: replaced }),
      ];
      expect(twice).toEqual(once);
    }),
    { numRuns: RUNS },
  );
});
