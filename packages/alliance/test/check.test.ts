import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countBallot } from "../src/check/ballots.ts";
import { TestAlliance } from "./support/alliance.ts";

let alliance: TestAlliance;
beforeEach(() => {
  alliance = new TestAlliance();
});
afterEach(() => alliance.remove());

test("new books check, and so do books with a ballot and what it decided", async () => {
  expect(await alliance.faults()).toEqual([]);
  await alliance.complete();
  expect(await alliance.faults()).toEqual([]);
});

test("the roll is of the day, and who has an interest is on it and does not vote", async () => {
  alliance.propose();
  alliance.put("disclosures/bo-owl.yaml", {
    person: "bo",
    about: { kind: "tool", id: "owl" },
    interest: "advises its makers",
    from: "2026-01-01",
  });
  await alliance.open();
  const ballot = (await alliance.books()).ballots.get("one");
  expect(ballot?.value.roll.map(({ seat, recused }) => [seat, recused])).toEqual([
    ["board-ada", undefined],
    ["board-bo", "disclosed: advises its makers"],
    ["board-cy", undefined],
    ["board-di", undefined],
    ["board-eve", "related: tool owl is of eve-co"],
  ]);
});

test("the votes are counted by the rule", async () => {
  await alliance.complete();
  const books = await alliance.books();
  const ballot = books.ballots.get("one");
  if (ballot === undefined) throw new Error("no ballot");
  expect(countBallot(books, ballot)).toMatchObject({ outcome: { result: "passed" } });
});

/** Each damage, and the code by which it is told. */
const DAMAGES: Readonly<Record<string, (alliance: TestAlliance) => Promise<void> | void>> = {
  "bad-shape": (a) => a.edit("seats/board-bo.yaml", { votes: "yes" }),
  "unknown-field": (a) => a.edit("seats/board-bo.yaml", { colour: "blue" }),
  "not-yaml": (a) => a.write("seats/board-bo.yaml", "body: [board\n"),
  dangling: (a) => a.edit("seats/board-bo.yaml", { body: "bord" }),
  circle: (a) => {
    a.edit("organisations/bo-co.yaml", { parent: "cy-co" });
    a.edit("organisations/cy-co.yaml", { parent: "bo-co" });
  },
  unlisted: (a) => a.edit("organisations/bo-co.yaml", { class: "bird" }),
  "no-day": (a) => a.edit("organisations/bo-co.yaml", { member: { from: "2026-02-30" } }),
  "bad-term": (a) => a.edit("organisations/bo-co.yaml", { member: { from: "2026-02-02", until: "2026-02-01" } }),
  "same-person": (a) => a.put("people/bo-again.yaml", a.get("people/bo.yaml")),
  "held-twice": (a) =>
    a.edit("seats/board-bo.yaml", {
      holders: [
        { person: "bo", from: "2026-01-01" },
        { person: "cy", from: "2026-02-01" },
      ],
    }),
  "evidence-changed": (a) => a.write("charters/board.md", "# Another charter\n"),
  "rule-changed": (a) => a.edit("rules/majority.yaml", { openDays: 8 }),
  "roll-differs": (a) => a.edit("people/bo.yaml", { affiliations: [] }),
  unsigned: (a) =>
    a.put("ballots/one/votes/board-di.yaml", {
      ...a.get("ballots/one/votes/board-bo.yaml"),
      seat: "board-di",
      voter: "di",
    }),
  "bad-signature": (a) => a.edit("ballots/one/votes/board-cy.yaml", { choice: "yes" }),
  "not-theirs": (a) => a.vote("bo", "yes", { seat: "board-di" }),
  "outside-window": (a) => a.vote("di", "yes", { at: "2026-03-08T00:00:00Z" }),
  "recused-voted": (a) => a.vote("eve", "yes"),
  "unknown-seat": (a) => a.vote("di", "yes", { seat: "board-nobody" }),
  "other-ballot": (a) => a.vote("di", "yes", { ballot: "two" }),
  "no-reason": (a) => a.vote("di", "recusal"),
  "wrong-result": (a) => a.edit("decisions/one.yaml", { result: "failed" }),
  "not-cited": (a) => a.edit("decisions/one.yaml", { restsOn: [] }),
  "no-effect": (a) => a.edit("decisions/one.yaml", { result: "failed" }),
  "other-subject": (a) =>
    a.edit("decisions/one.yaml", { does: [{ about: { kind: "tool", id: "other" }, state: "vetted" }] }),
  "no-dissent": (a) => a.edit("decisions/one.yaml", { dissents: [{ seat: "board-ada", text: "I never said so." }] }),
  undecided: (a) => a.edit("tools/owl.yaml", { status: { state: "suspended", decision: "one" } }),
  "expired-key": (a) => {
    const [key] = a.get("people/bo.yaml").keys as readonly object[];
    a.edit("people/bo.yaml", { keys: [{ ...key, until: "2026-03-01" }] });
  },
};

test.each(Object.keys(DAMAGES))("%s is named, with its file and what to do", async (code) => {
  await alliance.complete();
  await DAMAGES[code]?.(alliance);
  const fault = (await alliance.faults()).find((one) => one.code === code);
  expect(fault?.message).toMatch(/\w.*[.?]$/);
  expect(fault?.path).toMatch(/\.yaml$/);
});

describe("every single field of what is signed", () => {
  test.each(["ballots/one/ballot.yaml", "ballots/one/votes/board-cy.yaml", "decisions/one.yaml"])(
    "%s",
    async (path) => {
      await alliance.complete();
      const file = join(alliance.folder, path);
      const original = readFileSync(file, "utf8");
      const places = listScalars(alliance.get(path));
      expect(places.length).toBeGreaterThan(5);
      for (const place of places) {
        const changed = structuredClone(alliance.get(path));
        mutate(changed, place);
        alliance.put(path, changed);
        expect([place.join("."), await alliance.codes()]).not.toEqual([place.join("."), []]);
        alliance.write(path, original);
      }
      expect(await alliance.codes()).toEqual([]);
    },
  );
});

/** Paths of all scalars of a value. */
function listScalars(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (value === null || typeof value !== "object") return [at];
  return Object.entries(value).flatMap(([key, member]) => listScalars(member, [...at, key]));
}

function mutate(value: unknown, path: readonly string[]): void {
  const [key = "", ...rest] = path;
  const holder = value as Record<string, unknown>;
  const old = holder[key];
  if (rest.length > 0) mutate(old, rest);
  else if (typeof old === "number") holder[key] = old + 1;
  else holder[key] = typeof old === "boolean" ? !old : other(String(old));
}

/** Another text of the same form. */
function other(old: string): string {
  if (/^[0-9a-f]{64}$/.test(old)) return createHash("sha256").update(old).digest("hex");
  return old.includes("2026") ? old.replace("2026", "2025") : `${old}x`;
}
