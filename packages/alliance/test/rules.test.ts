/** Rules of others as data: what their own documents say passes and fails. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseFile } from "../src/books/parse-file.ts";
import type { RollSeat } from "../src/model/ballot.ts";
import type { BallotRule } from "../src/model/books.ts";
import type { Choice } from "../src/model/rule.ts";
import { tally } from "../src/tally/index.ts";

const FOLDER = join(import.meta.dirname, "../../../docs/alliance/rules");
const WINDOW = { opens: "2026-03-01T00:00:00Z", closes: "2026-03-04T00:00:00Z" };

function read(name: string): BallotRule {
  const parsed = parseFile(readFileSync(join(FOLDER, `${name}.yaml`)), "rule");
  if ("faults" in parsed) throw new Error(parsed.faults.map(({ message }) => message).join("\n"));
  return parsed.value as BallotRule;
}

/** A vote of each seat; `issuer:yes` names its class, `veto!` gives a reason. */
function resultOf(rule: string, votes: string): string {
  const said = votes.split(" ").map((words) => {
    const [choice = "", ofClass = "member"] = words.split(":").reverse();
    return { choice: choice.replace("!", ""), ofClass, isReasoned: choice.endsWith("!") };
  });
  const roll = said.map(
    ({ ofClass }, n): RollSeat => ({ seat: `s${n}`, person: `p${n}`, class: ofClass, group: `g${n}` }),
  );
  const events = said.flatMap(({ choice, isReasoned }, n) =>
    choice === "silent"
      ? []
      : [
          {
            kind: "vote" as const,
            id: `e${n}`,
            at: WINDOW.opens,
            seat: `s${n}`,
            voter: `p${n}`,
            choice: choice as Choice,
            ...(isReasoned ? { reason: "it breaks" } : {}),
          },
        ],
  );
  const counted = tally({ rule: { ...read(rule), id: rule }, roll, window: WINDOW, events });
  return "problems" in counted ? counted.problems[0].code : counted.outcome.result;
}

test("every rule of the folder is one", () => {
  const names = readdirSync(FOLDER).map((file) => file.replace(".yaml", ""));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names)
    expect([name, resultOf(name, "issuer:yes issuer:yes consumer:yes")]).toEqual([name, "passed"]);
});

describe("what passes and what fails", () => {
  test.each([
    ["cncf-toc-supermajority", "yes yes yes yes yes yes silent silent silent", "passed"],
    ["cncf-toc-supermajority", "yes yes yes yes yes silent silent silent silent", "failed"],
    ["cncf-toc-change", "yes yes silent silent", "passed"],
    ["cncf-toc-change", "yes silent silent silent", "failed"],
    ["cncf-toc-change", "yes yes yes no", "failed"],
    ["apache-procedure", "yes no", "failed"],
    ["apache-procedure", "yes yes no abstain abstain", "passed"],
    ["apache-code-change", "yes yes yes no no no no", "passed"],
    ["apache-code-change", "yes yes yes veto!", "failed"],
    ["apache-code-change", "yes yes yes veto", "passed"],
    ["apache-code-change", "yes yes", "failed"],
    ["apache-release", "yes yes yes no no", "passed"],
    ["apache-release", "yes yes yes no no no", "failed"],
    ["apache-release", "yes yes yes veto!", "no-veto"],
    ["two-classes", "issuer:yes issuer:yes issuer:no consumer:yes", "passed"],
    ["two-classes", "issuer:yes issuer:no consumer:yes consumer:yes", "failed"],
    ["two-classes", "issuer:yes issuer:yes consumer:yes consumer:no", "failed"],
    ["two-classes", "issuer:yes issuer:abstain consumer:yes consumer:abstain", "passed"],
    ["lazy-consensus", "yes silent silent", "passed"],
    ["lazy-consensus", "yes no", "failed"],
  ])("%s: %s → %s", (rule, votes, result) => {
    expect(resultOf(rule, votes)).toBe(result);
  });
});
