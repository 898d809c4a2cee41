import type { RollSeat, VoteEvent } from "../packages/alliance/src/model/ballot.ts";
import type { Choice, VotingRule } from "../packages/alliance/src/model/rule.ts";
import { tally } from "../packages/alliance/src/tally/index.ts";
import type { BallotRecord } from "../packages/alliance/src/tally/votes.ts";
import type { Bench } from "./bench.ts";
import { medians } from "./measure.ts";

const BALLOTS = 10_000;
/** Seats of a large board. */
const SEATS = 25;
const ROUNDS = 5;
const CHOICES: readonly Choice[] = ["yes", "yes", "yes", "no", "abstain"];

/** Everything that a rule can ask for at once. */
const RULE: VotingRule = {
  id: "all",
  title: "More than half, with a quorum, a cap and a majority of a class",
  denominator: "present",
  threshold: { share: "1/2", is: "more-than" },
  quorum: { share: "1/2", abstentions: "count" },
  cap: { perGroup: 1 },
  majorities: [{ class: "academic", denominator: "cast", threshold: { share: "1/2", is: "more-than" } }],
  veto: { classes: ["public"], reason: "required" },
};

function makeRecord(ballot: number): BallotRecord {
  const roll = Array.from(
    { length: SEATS },
    (_, n): RollSeat => ({
      seat: `s${n}`,
      person: `p${n}`,
      class: n % 3 === 0 ? "academic" : "company",
      group: `g${n % 20}`,
    }),
  );
  // One seat is silent, so that it is asked whether that seat could still change the result.
  const events = roll
    .filter((_, n) => n !== ballot % SEATS)
    .map(
      ({ seat, person }, n): VoteEvent => ({
        kind: "vote",
        id: `e${n}`,
        at: `2026-03-01T00:00:${String(n).padStart(2, "0")}Z`,
        seat,
        voter: person,
        choice: CHOICES[(n * n + ballot) % CHOICES.length] ?? "yes",
      }),
    );
  return { rule: RULE, roll, window: { opens: "2026-03-01T00:00:00Z", closes: "2026-03-15T00:00:00Z" }, events };
}

function countPassed(records: readonly BallotRecord[]): number {
  return records.filter((record) => {
    const counted = tally(record);
    return "outcome" in counted && counted.outcome.result === "passed";
  }).length;
}

/** Milliseconds that a job takes. @throws Error where it does all or nothing, as then nothing was counted. */
function time(job: () => number): number {
  const start = process.hrtime.bigint();
  if (job() === 0) throw new Error("nothing passed, so that nothing was counted");
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const bench: Bench = {
  id: "ballots",
  title: "Ballots of 25 seats counted",
  measure: async () => {
    const records = Array.from({ length: BALLOTS }, (_, n) => makeRecord(n));
    const copies = records.map((record) => JSON.stringify(record));
    const [ours = Number.NaN, reference = Number.NaN] = await medians(
      ROUNDS,
      async () => time(() => countPassed(records)),
      async () => time(() => copies.map((one) => JSON.parse(one) as unknown).length),
    );
    const beside = { what: "parsing them from JSON", value: reference };
    return [{ what: `${BALLOTS} ballots`, unit: "ms", ours, reference: beside, relation: "at-most", bound: 1000 }];
  },
};

export default bench;
