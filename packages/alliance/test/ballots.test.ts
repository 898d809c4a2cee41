import { generateKeyPairSync, sign } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countBallot } from "../src/check/ballots.ts";
import { fulfils } from "../src/check/reviews.ts";
import { LOG, listNew, makeCheckpoint } from "../src/log/log.ts";
import { rootOf } from "../src/log/merkle.ts";
import type { Outcome } from "../src/model/ballot.ts";
import { openBallot } from "../src/write/open-ballot.ts";
import { sealOf } from "../src/write/seal.ts";
import { TestAlliance } from "./support/alliance.ts";

let alliance: TestAlliance;
beforeEach(() => {
  alliance = new TestAlliance();
});
afterEach(() => alliance.remove());

async function count(): Promise<Outcome> {
  expect(await alliance.faults()).toEqual([]);
  const books = await alliance.books();
  const ballot = books.ballots.get("one");
  if (ballot === undefined) throw new Error("no ballot");
  const counted = countBallot(books, ballot);
  if ("problems" in counted) throw new Error(counted.problems[0].message);
  return counted.outcome;
}

describe("votes that are hidden until the close", () => {
  const opening = { choice: "yes", nonce: "00112233445566778899aabbccddeeff" } as const;

  async function seal(): Promise<void> {
    alliance.edit("rules/majority.yaml", { hiddenUntilClose: true });
    alliance.propose();
    await alliance.open();
    const path = "ballots/one/votes/board-ada.yaml";
    const vote = { ballot: "one", seat: "board-ada", voter: "ada", at: "2026-03-02T00:00:00Z" };
    alliance.put(path, { ...vote, sealed: sealOf(opening) });
    alliance.sign(path, "ada");
  }

  test("a sealed vote is silent, and counts once it is opened", async () => {
    await seal();
    expect((await count()).seats[0]?.choice).toBe("silent");
    alliance.put("ballots/one/openings/board-ada.yaml", opening);
    expect((await count()).seats[0]).toMatchObject({ seat: "board-ada", choice: "yes" });
  });

  test("what opens it is what was sealed", async () => {
    await seal();
    alliance.put("ballots/one/openings/board-ada.yaml", { ...opening, choice: "no" });
    expect(await alliance.codes()).toEqual(["bad-opening"]);
  });

  test("an open vote is told where the rule hides votes, and a sealed one where it does not", async () => {
    await seal();
    alliance.vote("bo", "yes");
    expect(await alliance.codes()).toEqual(["not-sealed"]);
  });
});

describe("a secret ballot", () => {
  const pairs = ["birch", "elm", "fir", "oak"].map((name) => [name, generateKeyPairSync("ed25519")] as const);
  const receipts = Object.fromEntries(
    pairs.map(([name, { publicKey }]) => [name, publicKey.export({ type: "spki", format: "pem" }).toString()]),
  );

  /** Four of the five seats may vote: the tool is of eve's organisation. */
  async function open(keys: Readonly<Record<string, string>>): Promise<void> {
    alliance.propose();
    const request = { proposal: "vet-owl", body: "board", by: "ada", at: "2026-03-01T00:00:00Z", receipts: keys };
    alliance.put("ballots/one/ballot.yaml", openBallot(await alliance.books(), request));
    alliance.sign("ballots/one/ballot.yaml", "ada");
  }

  function vote(name: string, signer = name): void {
    const path = `ballots/one/votes/${name}.yaml`;
    alliance.put(path, { ballot: "one", seat: name, voter: name, at: "2026-03-02T00:00:00Z", choice: "yes" });
    const key = pairs.find(([one]) => one === signer)?.[1].privateKey;
    if (key === undefined) throw new Error("no key");
    alliance.write(`${path}.sig`, sign(null, readFileSync(join(alliance.folder, path)), key).toString("base64"));
  }

  test("pseudonyms vote, each with the key that was handed in under it", async () => {
    await open(receipts);
    vote("oak");
    vote("elm");
    const { result, seats } = await count();
    expect([result, seats.map(({ seat, choice }) => `${seat} ${choice}`)]).toEqual([
      "passed",
      ["birch silent", "elm yes", "fir silent", "oak yes"],
    ]);
  });

  test("with another's key nobody votes", async () => {
    await open(receipts);
    vote("oak", "elm");
    expect(await alliance.codes()).toEqual(["bad-signature"]);
  });

  test("there are as many receipts as seats that may vote", async () => {
    const { oak: _, ...fewer } = receipts;
    await open(fewer);
    expect(await alliance.codes()).toEqual(["receipts"]);
  });
});

describe("reviews", () => {
  const roles = ["developer", "researcher"] as const;
  const review = { roles: [...roles] as [string, ...string[]], areUnrelated: true, regions: 2 };
  const dev = { by: "a", role: "developer", group: "g1", region: "asia" };
  const res = { by: "b", role: "researcher", group: "g2", region: "europe" };

  test.each([
    ["one each, unrelated, of two regions", [dev, res], true],
    ["one role alone", [dev], false],
    ["one person in both", [dev, { ...res, by: "a" }], false],
    ["related groups", [dev, { ...res, group: "g1" }], false],
    ["one region", [dev, { ...res, region: "asia" }], false],
    ["a second choice", [dev, { ...res, by: "c", group: "g1" }, res], true],
  ])("%s", (_, reviewers, holds) => {
    expect(fulfils(reviewers, review)).toBe(holds);
  });

  test("a ballot that opened without them is told", async () => {
    alliance.edit("rules/majority.yaml", { review: { ...review, regions: 1 } });
    alliance.propose();
    await alliance.open();
    expect(await alliance.codes()).toEqual(["reviews"]);
    const said = { at: "2026-02-02T00:00:00Z", text: "Read." };
    const reviews = [
      { by: "bo", role: "developer", ...said },
      { by: "cy", role: "researcher", ...said },
    ];
    alliance.edit("proposals/vet-owl.yaml", { reviews });
    await alliance.open();
    expect(await alliance.codes()).toEqual([]);
  });
});

describe("the log", () => {
  /** Hashes of RFC 6962's tree, from the test vectors of certificate transparency. */
  test("an empty list and a list of one empty entry have the hashes of the standard", () => {
    expect(rootOf([])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(rootOf([""])).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  });

  async function keep(): Promise<readonly string[]> {
    await alliance.complete();
    const lines = listNew(await alliance.books());
    alliance.write(LOG, lines.map((line) => `${line}\n`).join(""));
    const path = "log/checkpoints/00000007.yaml";
    alliance.put(path, makeCheckpoint(lines, { by: "ada", at: "2026-03-11T00:00:00Z" }));
    alliance.sign(path, "ada");
    expect(await alliance.faults()).toEqual([]);
    return lines;
  }

  test("it has each rule, ballot, vote and decision, and nothing twice", async () => {
    const lines = await keep();
    expect(lines.map((line) => line.slice(65))).toEqual([
      "ballots/one/ballot.yaml",
      "ballots/one/votes/board-ada.yaml",
      "ballots/one/votes/board-bo.yaml",
      "ballots/one/votes/board-cy.yaml",
      "decisions/one.yaml",
      "rules/majority.yaml",
      "rules/two-thirds.yaml",
    ]);
    expect(listNew(await alliance.books())).toEqual([]);
  });

  test("a decision that is rewritten and signed anew is told", async () => {
    await keep();
    alliance.edit("decisions/one.yaml", { appealUntil: "2026-04-01" });
    alliance.sign("decisions/one.yaml", "ada");
    expect(await alliance.codes()).toEqual(["rewritten"]);
  });

  test("so is a log that was rewritten with it", async () => {
    const lines = await keep();
    alliance.edit("decisions/one.yaml", { appealUntil: "2026-04-01" });
    alliance.sign("decisions/one.yaml", "ada");
    const kept = lines.filter((line) => !line.endsWith("decisions/one.yaml"));
    writeFileSync(join(alliance.folder, LOG), "");
    const anew = listNew(await alliance.books());
    alliance.write(LOG, anew.map((line) => `${line}\n`).join(""));
    expect(await alliance.codes()).toEqual(["rewritten"]);
    alliance.write(LOG, kept.map((line) => `${line}\n`).join(""));
    expect(await alliance.codes()).toEqual(["rewritten"]);
  });
});
