import { expect, test } from "vitest";
import { rule } from "../assess/rule.ts";
import { UsageError } from "../model/errors.ts";
import type { Claim, Framework, Value } from "../model/types.ts";
import { type Edit, parseEdits } from "./edits.ts";
import type { Bases } from "./publisher.ts";
import { imagine } from "./what-if.ts";

const FREE: Bases = { licenses: [], open: null, evidence: [], conflict: () => null };
const read = (words: string): readonly string[] => {
  if (words !== "MIT") throw new UsageError(`${words} is no licence`);
  return ["MIT"];
};

const framework: Framework = {
  id: "ours",
  version: "1",
  title: "ours",
  source: "ours",
  requirements: [
    {
      id: "code",
      label: "code",
      text: "t",
      source: "s",
      grades: [{ id: "met", when: { claim: "training-code.published" } }],
      otherwise: "unmet",
    },
    {
      id: "terms",
      label: "terms",
      text: "t",
      source: "s",
      grades: [{ id: "met", when: { claim: "rights.sell", is: "yes" } }],
      otherwise: "unmet",
    },
  ],
  levels: [
    { id: "all", title: "all", needs: [{ requirement: "code" }, { requirement: "terms" }] },
    { id: "some", title: "some", needs: [{ requirement: "code" }] },
  ],
};

function ask(edits: string, known: Readonly<Record<string, Value>>, bases = FREE) {
  const claims = Object.entries(known).map(([id, value]): Claim => ({ id, about: "*", value, evidence: [] }));
  return imagine({
    assessment: { claims },
    about: "*",
    edits: parseEdits(edits, read),
    frameworks: [{ address: "ours@1", framework }],
    engine: { rule },
    bases,
    terms: {
      answer: () => new Map([["sell", "yes"]]),
      listDuties: (ids) => ids.map((id) => `keep the notice of ${id}`),
    },
    derive: (all) => void all.set("derived.here", { id: "derived.here", about: "*", value: true, evidence: [] }),
  });
}

test("what is opened and relicensed gains, with its duties", () => {
  const imagined = ask("training-code=open, weights=MIT", { "training-code.published": false, "rights.sell": "no" });
  expect(imagined.edits).toEqual(["training-code=open", "weights=MIT"]);
  expect(imagined.frameworks).toEqual([
    {
      framework: "ours@1",
      before: { level: null, ceiling: null },
      after: { level: "all", ceiling: "all" },
      gained: ["code", "terms"],
      lost: [],
    },
  ]);
  expect(imagined.rights).toEqual([{ id: "sell", question: "May I make money with it?", before: "no", after: "yes" }]);
  expect(imagined.duties).toEqual(["keep the notice of MIT"]);
  expect(imagined.conflicts).toEqual([]);
  expect(imagined.changes.map(({ claim }) => claim)).toContain("derived.here");
});

test("what is closed is lost, and its terms are not known any more", () => {
  const imagined = ask("training-code=closed,weights=closed", {
    "training-code.published": true,
    "rights.sell": "yes",
  });
  expect(imagined.frameworks).toMatchObject([
    { before: { level: "all" }, after: { level: null }, gained: [], lost: ["code", "terms"] },
  ]);
  expect(imagined.rights).toMatchObject([{ before: "yes", after: "unknown" }]);
});

test("what changes nothing for a framework is not told of it", () => {
  expect(ask("paper=gated", { "training-code.published": true }).frameworks).toEqual([]);
});

test("terms of a base stand against it", () => {
  const bound: Bases = { ...FREE, conflict: (license) => `${license} does not carry it.`, open: "Which base is it?" };
  expect(ask("weights=MIT", {}, bound).conflicts).toEqual(["MIT does not carry it.", "Which base is it?"]);
  expect(ask("paper=MIT", {}, bound).conflicts).toEqual([]);
});

test.each([
  ["wights=open", /no component "wights"/],
  ["weights", /write COMPONENT=open/],
  ["weights=", /write COMPONENT=open/],
  ["=open", /write COMPONENT=open/],
  ["weights=Modified MIT", /no licence/],
  ["weights=open,weights=closed", /names weights twice/],
  [Array.from({ length: 33 }, () => "weights=open").join(), /at most 32/],
])("%j is wrong usage", (text, message) => {
  expect((): readonly Edit[] => parseEdits(text, read)).toThrow(message);
  expect(() => parseEdits(text, read)).toThrow(UsageError);
});
