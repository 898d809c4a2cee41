/** Bad books, as they come of merges, clocks and people: one line each with the file and what to do, and nothing counted. */

import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runAlliance } from "../src/cli/run.ts";
import { LOG, listNew, makeCheckpoint } from "../src/log/log.ts";
import { TestAlliance } from "./support/alliance.ts";

let alliance: TestAlliance;
beforeEach(() => {
  alliance = new TestAlliance();
});
afterEach(() => alliance.remove());

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  let text = "";
  const take = (words: string): void => {
    text += words;
  };
  const code = await runAlliance([...args, "--in", alliance.folder], { out: take, err: take });
  return { code, text };
}

function read(path: string): string {
  return readFileSync(join(alliance.folder, path), "utf8");
}

function replace(path: string, from: string, to: string): void {
  const text = read(path);
  expect(text).toContain(from);
  alliance.write(path, text.replace(from, to));
}

const VOTE = "ballots/one/votes/board-bo.yaml";
const CHECKPOINT = "log/checkpoints/00000007.yaml";

async function keepLog(at: string): Promise<void> {
  const lines = listNew(await alliance.books());
  alliance.write(LOG, lines.map((line) => `${line}\n`).join(""));
  alliance.put(CHECKPOINT, makeCheckpoint(lines, { by: "ada", at }));
  alliance.sign(CHECKPOINT, "ada");
}

/** A line of a log or a checkpoint names its file; what has to be done comes after a colon or a comma. */
interface Bad {
  readonly make: (a: TestAlliance) => Promise<void> | void;
  readonly line: RegExp;
}

const BAD: Readonly<Record<string, Bad>> = {
  "conflicting edits after a merge": {
    make: () => replace(VOTE, "choice: yes\n", "<<<<<<< ours\nchoice: yes\n=======\nchoice: no\n>>>>>>> theirs\n"),
    line: /^ {2}ballots\/one\/votes\/board-bo\.yaml:5 has a conflict of a merge left in it: keep one side/m,
  },
  "conflicting edits of the log": {
    make: async () => {
      await keepLog("2026-03-11T00:00:00Z");
      alliance.write(LOG, `<<<<<<< ours\n${read(LOG)}`);
    },
    line: /^ {2}log\/entries\.tsv:1 .*conflict of a merge.*: put the log back/m,
  },
  "two files for one person": {
    make: (a) => a.put("people/bo-again.yaml", a.get("people/bo.yaml")),
    line: /^ {2}people\/bo(-again)?\.yaml has a key of people\/bo(-again)?\.yaml: two files for one person, keep one\./m,
  },
  "a vote after the close": {
    make: (a) => a.vote("di", "yes", { at: "2026-03-08T00:00:00Z" }),
    line: /^ {2}ballots\/one\/ballot\.yaml board-di of seat board-di is of .* after the ballot closed .*: it cannot count, take it out\./m,
  },
  "a vote before the ballot opened, by a clock that is slow": {
    make: (a) => a.vote("di", "yes", { at: "2026-02-28T23:59:58Z" }),
    line: /before the ballot opened \(2026-03-01T00:00:00Z\): it cannot count/,
  },
  "a checkpoint older than what it holds": {
    make: async () => await keepLog("2026-03-09T00:00:00Z"),
    line: /^ {2}log\/checkpoints\/00000007\.yaml .*decisions\/one\.yaml.*one of the two clocks was wrong/m,
  },
  "a day that no calendar has": {
    make: () => replace("seats/board-bo.yaml", "from: 2026-01-01", "from: 2026-02-30"),
    line: /^ {2}seats\/board-bo\.yaml:7 names 2026-02-30, which no calendar has: correct the day\./m,
  },
  "a seat voted twice, by its holder and its alternate": {
    make: (a) => {
      // The ballot opened with the alternate on its roll.
      a.edit("seats/board-bo.yaml", { alternates: [{ person: "di", from: "2026-01-01" }] });
      const { roll } = a.get("ballots/one/ballot.yaml") as { readonly roll: readonly { readonly seat: string }[] };
      a.edit("ballots/one/ballot.yaml", {
        roll: roll.map((one) => (one.seat === "board-bo" ? { ...one, alternate: "di" } : one)),
      });
      a.sign("ballots/one/ballot.yaml", "ada");
      const path = "ballots/one/votes/board-bo-2.yaml";
      a.put(path, { ...a.get(VOTE), voter: "di", choice: "no" });
      a.sign(path, "di");
    },
    line: /^ {2}ballots\/one\/ballot\.yaml Seat board-bo was voted by bo and di: one of them has to withdraw the vote\./m,
  },
  "circular related groups": {
    make: (a) => {
      a.edit("organisations/bo-co.yaml", { parent: "cy-co" });
      a.edit("organisations/cy-co.yaml", { parent: "bo-co" });
    },
    line: /^ {2}organisations\/bo-co\.yaml bo-co belongs to itself by a chain of parents: take one of them out\./m,
  },
  "the vote of somebody who was taken out of the books": {
    make: (a) => rmSync(join(a.folder, "people/bo.yaml")),
    line: /^ {2}ballots\/one\/votes\/board-bo\.yaml names bo, and there is no people\/bo\.yaml: add it or correct the name\./m,
  },
  "the vote of a member that had left": {
    make: (a) => a.edit("organisations/bo-co.yaml", { member: { from: "2026-01-01", until: "2026-02-01" } }),
    line: /^ {2}ballots\/one\/ballot\.yaml has on its roll for seat board-bo .*by the books of that day it is nothing/m,
  },
  "a removed member's key": {
    make: (a) => {
      const [key] = a.get("people/bo.yaml").keys as readonly object[];
      a.edit("people/bo.yaml", { keys: [{ ...key, until: "2026-03-01" }] });
    },
    line: /^ {2}ballots\/one\/votes\/board-bo\.yaml is signed by a key that was not bo's on 2026-03-02: sign it with a key/m,
  },
  "an unknown field": {
    make: (a) => a.edit(VOTE, { comment: "hello" }),
    line: /^ {2}ballots\/one\/votes\/board-bo\.yaml:6 has the field comment, which is none of its kind: take it out/m,
  },
  "a rewritten history": {
    make: async (a) => {
      await keepLog("2026-03-11T00:00:00Z");
      a.edit("decisions/one.yaml", { appealUntil: "2026-05-01" });
      a.sign("decisions/one.yaml", "ada");
    },
    line: /^ {2}log\/entries\.tsv:5 says that decisions\/one\.yaml had .* is another file now: what is in the log stays as it is, put it back\./m,
  },
  "a rule that was swapped before anybody voted under it": {
    make: async (a) => {
      await keepLog("2026-03-11T00:00:00Z");
      a.edit("rules/two-thirds.yaml", { threshold: { share: "1/9", is: "at-least" } });
    },
    line: /^ {2}log\/entries\.tsv:7 says that rules\/two-thirds\.yaml had .* stays as it is, put it back\./m,
  },
  "a vote in a folder of the wrong name": {
    make: (a) => a.put("ballots/one/vote/board-di.yaml", a.get(VOTE)),
    line: /^ {2}ballots\/one\/vote\/board-di\.yaml lies where no book is read: name it as/m,
  },
  "a link": {
    make: (a) => symlinkSync("/etc/hostname", join(a.folder, "evidence.md")),
    line: /^ {2}evidence\.md is a link or no regular file: put the file itself there\./m,
  },
  "a book of more than four megabytes": {
    make: (a) => writeFileSync(join(a.folder, "seats/board-bo.yaml"), `# ${"x".repeat(4 << 20)}\n`),
    line: /^ {2}seats\/board-bo\.yaml has 4194307 bytes, more than the 4194304 that a book may have: split it\./m,
  },
  "lists within lists without end": {
    make: (a) => a.write("seats/board-bo.yaml", "[".repeat(20_000)),
    line: /^ {2}seats\/board-bo\.yaml:1 is not YAML: it is nested too deeply: correct it\./m,
  },
  "alliance.yaml that does not say in how many days": {
    make: (a) => a.edit("alliance.yaml", { answerDays: -1 }),
    line: /^ {2}alliance\.yaml:\d+ is not of its kind: answerDays must be >= 0; correct it\./m,
  },
  "alliance.yaml that forgot a class": {
    make: (a) => a.edit("alliance.yaml", { classes: ["company"] }),
    line: /^ {2}organisations\/bo-co\.yaml is of the class academic, which alliance\.yaml does not list: add it there/m,
  },
  "no alliance.yaml": {
    make: (a) => rmSync(join(a.folder, "alliance.yaml")),
    line: /^ {2}alliance\.yaml is not there: `assay alliance init` makes one\./m,
  },
};

test.each(Object.keys(BAD))("%s: named in one line, and nothing is counted", async (name) => {
  await alliance.complete();
  expect(await run("tally", "one")).toMatchObject({ code: 0, text: expect.stringContaining("PASSED") });
  const { make, line } = BAD[name] ?? {};
  await make?.(alliance);
  const checked = await run("check");
  expect(checked.text).toMatch(line ?? /nothing/);
  expect(checked.code).toBe(1);
  for (const command of [["tally", "one"], ["selfcheck"], ["render", join(alliance.folder, "../never")]]) {
    const { code, text } = await run(...command);
    expect([code, text]).toEqual([2, expect.stringContaining("Nothing is counted from them.")]);
    expect(text).not.toMatch(/PASSED|FAILED/);
  }
});

test("what would not check is not written: by nobody, by somebody without a seat, in the books for all to see", async () => {
  await alliance.complete();
  const at = ["--at", "2026-04-01T00:00:00Z"];
  const open = ["open", "vet-owl", "--as", "two", "--body", "board"];
  expect(await run(...open, "--by", "zed", ...at)).toEqual({ code: 64, text: "assay: There is no people/zed.yaml.\n" });
  alliance.put("people/fay.yaml", { name: "Fay", keys: [], affiliations: [] });
  const refused = await run(...open, "--by", "fay", ...at);
  expect([refused.code, refused.text]).toEqual([
    64,
    expect.stringContaining("fay has no seat of body board on 2026-04-01"),
  ]);
  const vote = ["vote", "one", "--seat", "board-di", "--choice", "yes"];
  expect((await run(...vote, "--by", "bo", "--at", "2026-03-02T00:00:00Z")).text).toContain("only di may vote for it");
  expect((await run(...vote, "--by", "di", ...at)).text).toContain("after the ballot closed");
  expect(await alliance.faults()).toEqual([]);
});
