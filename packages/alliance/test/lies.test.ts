/** Books that lie and are signed by everybody who has to: each lie is told. */

import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openBallot } from "../src/write/open-ballot.ts";
import { writeYaml } from "../src/write/yaml.ts";
import { TestAlliance } from "./support/alliance.ts";

let alliance: TestAlliance;
beforeEach(() => {
  alliance = new TestAlliance();
});
afterEach(() => alliance.remove());

const BALLOT = "ballots/one/ballot.yaml";
const DECISION = "decisions/one.yaml";

function resign(path: string, fields: Readonly<Record<string, unknown>>): void {
  alliance.edit(path, fields);
  alliance.sign(path, "ada");
}

/** Before the ballot opens, and after it was decided. */
interface Lie {
  readonly before?: () => void;
  readonly after?: () => void;
  readonly codes: readonly string[];
}

const OWL = { kind: "tool", id: "owl" };

const LIES: Readonly<Record<string, Lie>> = {
  "a decision makes another thing of the tool than was voted on": {
    after: () => {
      resign(DECISION, { does: [{ about: OWL, state: "suspended" }] });
      alliance.edit("tools/owl.yaml", { status: { state: "suspended", decision: "one" } });
    },
    codes: ["other-effect"],
  },
  "a decision does nothing of what was voted on": {
    after: () => {
      resign(DECISION, { does: [] });
      alliance.edit("tools/owl.yaml", { status: { state: "listed" } });
    },
    codes: ["other-effect"],
  },
  "a decision is called otherwise": { after: () => resign(DECISION, { title: "Admit Owl" }), codes: ["other-title"] },
  "a second decision on the same ballot": {
    after: () => {
      alliance.put("decisions/two.yaml", alliance.get(DECISION));
      alliance.sign("decisions/two.yaml", "ada");
    },
    codes: ["decided-twice", "superseded"],
  },
  "a decision is held back": {
    after: () => alliance.edit("tools/owl.yaml", { status: { state: "listed" } }),
    codes: ["superseded"],
  },
  "a state that there is not": {
    before: () => {
      const [version] = alliance.get("proposals/vet-owl.yaml").versions as readonly object[];
      alliance.edit("proposals/vet-owl.yaml", { versions: [{ ...version, makes: "graduated" }] });
    },
    codes: ["jump", "no-state", "undecided"],
  },
  "a change of what is asked that is called immaterial": {
    before: () => {
      const [version] = alliance.get("proposals/vet-owl.yaml").versions as readonly object[];
      const versions = [
        { ...version, makes: "suspended" },
        { ...version, isMaterial: false },
      ];
      alliance.edit("proposals/vet-owl.yaml", { versions });
    },
    codes: ["material"],
  },
  "another report than the one that was voted on": {
    before: () => alliance.write("evidence/owl.md", "# Owl was tried\n"),
    after: () => {
      const sha256 = "09a35c37bb9a8f86e5b3c0b5f40d5eeb1e7a5dbd2fd3d4dbcb5cf4b1e0e0c6dd";
      alliance.edit("tools/owl.yaml", { report: { path: "evidence/owl.md", sha256 } });
    },
    codes: ["evidence-changed", "not-decided-on"],
  },
  "evidence of nothing": {
    before: () => {
      alliance.write("evidence/empty.md", "");
      const sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
      alliance.edit("proposals/vet-owl.yaml", { evidence: [{ path: "evidence/empty.md", sha256 }] });
    },
    codes: ["evidence-empty"],
  },
  "evidence outside of the books": {
    before: () => {
      const evidence = ["../secret.md", "/etc/hostname", "charters/../charters/board.md"].map((path) => ({
        path,
        sha256: (alliance.get("bodies/board.yaml").charter as { readonly sha256: string }).sha256,
      }));
      alliance.edit("proposals/vet-owl.yaml", { evidence });
    },
    codes: ["evidence-missing"],
  },
  "a proposal that calls itself a mere text, for the easier rule": {
    before: () => alliance.edit("proposals/vet-owl.yaml", { kind: "text" }),
    codes: ["other-kind"],
  },
  "a body that does not decide on tools": {
    after: () => alliance.edit("bodies/board.yaml", { rules: { level: "two-thirds" } }),
    codes: ["not-competent"],
  },
  "an easier rule than the one of the body": {
    after: () => alliance.edit("bodies/board.yaml", { rules: { any: "two-thirds" } }),
    codes: ["other-rule"],
  },
  "rules that were others until a day, by no decision on them": {
    after: () =>
      alliance.edit("bodies/board.yaml", {
        rules: { any: "two-thirds" },
        earlier: [{ until: "2026-04-01", rules: { any: "majority" }, decision: "one" }],
      }),
    codes: ["undecided"],
  },
  "a ballot opened by somebody without a seat": {
    after: () => {
      alliance.edit("seats/board-cy.yaml", { body: "club" });
      alliance.put("bodies/club.yaml", alliance.get("bodies/board.yaml"));
      alliance.edit(BALLOT, { openedBy: "cy" });
      alliance.sign(BALLOT, "cy");
    },
    codes: ["evidence-changed", "no-seat", "roll-differs"],
  },
  "a decision signed with the key of another": {
    after: () => alliance.sign(DECISION, "bo"),
    codes: ["bad-signature"],
  },
  "a seat that was made on the day of the ballot": {
    after: () => alliance.edit("seats/board-bo.yaml", { holders: [{ person: "bo", from: "2026-03-01" }] }),
    codes: ["roll-differs"],
  },
  "one person with two seats": {
    after: () => alliance.edit("seats/board-bo.yaml", { holders: [{ person: "ada", from: "2026-01-01" }] }),
    codes: ["roll-differs", "two-seats"],
  },
  "a name that looks like another": {
    after: () => alliance.put("people/\u0430da.yaml", { name: "Ada", keys: [], affiliations: [] }),
    codes: ["bad-name"],
  },
  "a key that cannot sign": {
    before: () => {
      const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
      const key = publicKey.export({ type: "spki", format: "pem" }).toString();
      alliance.put("people/fay.yaml", { name: "Fay", keys: [{ public: key, from: "2026-01-01" }], affiliations: [] });
    },
    codes: ["bad-key"],
  },
  "one key in two forms, for two people": {
    before: () => {
      const { publicKey } = generateKeyPairSync("ed25519");
      const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
      const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-32);
      const length = (of: number): Buffer => Buffer.from([0, 0, 0, of]);
      const wire = Buffer.concat([length(11), Buffer.from("ssh-ed25519"), length(32), raw]);
      const term = { from: "2026-01-01" };
      alliance.put("people/fay.yaml", { name: "Fay", keys: [{ public: pem, ...term }], affiliations: [] });
      const line = `ssh-ed25519 ${wire.toString("base64")} gus`;
      alliance.put("people/gus.yaml", { name: "Gus", keys: [{ public: line, ...term }], affiliations: [] });
    },
    codes: ["same-person"],
  },
  "a rule that passes with no yes at all": {
    before: () => alliance.edit("rules/majority.yaml", { threshold: { share: "0/1", is: "at-least" } }),
    codes: ["asks-nothing"],
  },
  "a request to join that a stranger approved": {
    before: () =>
      alliance.put("projects/nest.yaml", {
        name: "Nest",
        class: "supported",
        stage: { state: "proposed" },
        lead: "bo",
        license: "Apache-2.0",
        reviewed: "2026-01-01",
        requests: [
          {
            person: "cy",
            at: "2026-01-02T00:00:00Z",
            message: "May I?",
            state: "approved",
            answer: { by: "cy", at: "2026-01-03T00:00:00Z" },
          },
        ],
      }),
    codes: ["bad-request"],
  },
  "an appeal after the last day": {
    after: () => {
      resign(DECISION, { appealUntil: "2026-04-01" });
      alliance.put("appeals/late.yaml", { decision: "one", by: "cy", at: "2026-04-02T00:00:00Z", grounds: "No." });
    },
    codes: ["too-late"],
  },
};

test.each(Object.keys(LIES))("%s", async (name) => {
  const { before, after, codes } = LIES[name] ?? { codes: [] };
  const { propose } = alliance;
  alliance.propose = () => {
    propose.call(alliance);
    before?.();
  };
  await alliance.complete();
  after?.();
  expect(await alliance.codes()).toEqual(codes);
});

test("stages are taken one after the other", async () => {
  alliance.put("projects/nest.yaml", {
    name: "Nest",
    class: "supported",
    stage: { state: "graduated", decision: "one" },
    lead: "bo",
    license: "Apache-2.0",
    reviewed: "2026-01-01",
  });
  alliance.propose = () =>
    alliance.put("proposals/vet-owl.yaml", {
      title: "Graduate Nest",
      kind: "project-stage",
      about: { kind: "project", id: "nest" },
      by: "ada",
      versions: [{ at: "2026-02-01T00:00:00Z", isMaterial: true, text: "It is ripe.", makes: "graduated" }],
      evidence: [],
    });
  alliance.propose();
  await alliance.open();
  for (const name of ["ada", "bo", "cy"] as const) alliance.vote(name, "yes");
  await alliance.decide();
  expect(await alliance.codes()).toEqual(["jump"]);
});

test("rules may change by a decision, and ballots before keep to those of their day", async () => {
  alliance.propose = () =>
    alliance.put("proposals/vet-owl.yaml", {
      title: "Let the board decide by two thirds",
      kind: "rule",
      about: { kind: "body", id: "board" },
      by: "ada",
      versions: [{ at: "2026-02-01T00:00:00Z", isMaterial: true, text: "Two thirds.", makes: "adopted" }],
      evidence: [],
    });
  alliance.edit("bodies/board.yaml", { rules: { any: "majority" } });
  alliance.propose();
  await alliance.open();
  for (const name of ["ada", "bo", "cy"] as const) alliance.vote(name, "yes");
  await alliance.decide();
  alliance.edit("bodies/board.yaml", {
    rules: { any: "two-thirds" },
    earlier: [{ until: "2026-03-11", rules: { any: "majority" }, decision: "one" }],
  });
  expect(await alliance.codes()).toEqual([]);
});

describe("a secret ballot", () => {
  function makeKey(): string {
    return generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }).toString();
  }

  async function open(receipts: Readonly<Record<string, string>>): Promise<readonly string[]> {
    alliance.propose();
    const request = { proposal: "vet-owl", body: "board", by: "ada", at: "2026-03-01T00:00:00Z", receipts };
    alliance.write(BALLOT, writeYaml(openBallot(await alliance.books(), request)));
    alliance.sign(BALLOT, "ada");
    return await alliance.codes();
  }

  test("nobody has two pseudonyms by one key", async () => {
    const key = makeKey();
    expect(await open({ birch: key, elm: key, fir: makeKey(), oak: makeKey() })).toEqual(["receipts"]);
  });

  test("is not held by a rule that asks who belongs together", async () => {
    alliance.edit("rules/majority.yaml", { cap: { perGroup: 1 } });
    expect(await open({ birch: makeKey(), elm: makeKey(), fir: makeKey(), oak: makeKey() })).toEqual(["not-secret"]);
  });
});

test.each([
  ["a directive", "%YAML 1.1\n---\nchoice: yes\n"],
  ["a tag", "choice: !!str yes\n"],
  ["an anchor", "choice: &a yes\n"],
  ["an alias", "ballot: &a one\nchoice: *a\n"],
  ["a key of many parts", "? [choice]\n: yes\n"],
])("%s is refused: the next reader might take it for another vote", async (_, text) => {
  await alliance.complete();
  alliance.write("ballots/one/votes/board-di.yaml", text);
  expect(await alliance.codes()).toContain("not-plain");
});

test("a key that stands twice is refused", async () => {
  await alliance.complete();
  alliance.write("ballots/one/votes/board-di.yaml", "choice: yes\nchoice: no\n");
  expect(await alliance.codes()).toContain("not-yaml");
});

test("an id of a number is none", async () => {
  await alliance.complete();
  alliance.edit("ballots/one/votes/board-bo.yaml", { seat: 1e3 });
  expect((await alliance.faults())[0]?.message).toBe("is not of its kind: seat must be string; correct it.");
});
