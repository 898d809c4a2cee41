import { expect, test } from "vitest";
import type { Framework, Ruling } from "../../model/types.ts";
import { detailFrameworks } from "./framework-details.ts";

const IDS = ["paper", "code", "data", "card"];

const FRAMEWORK: Framework = {
  id: "mof",
  version: "1.0",
  title: "Framework 1.0",
  source: "",
  requirements: IDS.map((id) => ({
    id,
    label: `the ${id}`,
    text: `There is a ${id}.`,
    source: "§1",
    grades: [{ id: "open", when: { claim: `${id}.published` } }],
    otherwise: "unmet",
  })),
  levels: [{ id: "I", title: "I", needs: [] }],
};

const RULINGS: readonly Ruling[] = [
  { id: "paper", claims: ["paper.published"], applies: true, verdict: "met", grade: "open", bestGrade: "open" },
  { id: "code", claims: [], applies: true, verdict: "unmet", grade: "unmet", bestGrade: "unmet" },
  { id: "data", claims: [], applies: false },
];

const RULED = { version: "1.0", level: null, ceiling: null, verdict: "unknown", requirements: RULINGS } as const;

const ASSESSMENT: Parameters<typeof detailFrameworks>[0] = {
  origins: [],
  evidence: [
    {
      id: "p#1",
      probe: "p",
      code: "paper",
      args: {},
      message: "paper.md is a paper",
      basis: "inferred",
      at: { path: "paper.md" },
    },
  ],
  claims: [
    { id: "paper.published", about: "*", value: true, evidence: ["p#1"] },
    { id: "paper.published", about: "one", value: true, evidence: ["p#2"] },
  ],
  frameworks: [
    { ...RULED, id: "mof", about: "*" },
    { ...RULED, id: "mof", about: "one" },
    { ...RULED, id: "gone", about: "*" },
  ],
};

test("each requirement has its verdict, its words with their source, and the evidence of its claims", () => {
  expect(detailFrameworks(ASSESSMENT, [FRAMEWORK])).toEqual([
    {
      kind: "answers",
      title: "Requirements: Framework 1.0",
      marks: false,
      folded: true,
      rows: [
        {
          label: "the paper",
          answer: "yes",
          word: "open",
          text: "There is a paper. (§1)",
          evidence: [{ text: "paper.md is a paper", basis: "inferred", place: "paper.md" }],
        },
        { label: "the code", answer: "no", word: "unmet", text: "There is a code. (§1)", evidence: [] },
        {
          label: "the data",
          answer: "unknown",
          word: "does not apply",
          unmarked: true,
          text: "There is a data. (§1)",
          evidence: [],
        },
        { label: "the card", answer: "unknown", word: "not ruled", text: "There is a card. (§1)", evidence: [] },
      ],
    },
  ]);
});

test.each([
  ["unknown", "partial", "open", "partial at least"],
  ["unmet", null, "partial", "partial at most"],
  ["unmet", "partial", "partial", "partial"],
  ["unmet", "closed", "closed", "closed"],
  ["unknown", null, "open", "unknown"],
] as const)("a verdict of %s between %s and %s is told: %s", (...[verdict, grade, bestGrade, word]) => {
  const graded = ["open", "partial"].map((id) => ({ id, when: { claim: `card.${id}` } }));
  const [first, second] = graded;
  if (first === undefined || second === undefined) throw new Error("there are two");
  const framework: Framework = {
    ...FRAMEWORK,
    requirements: [
      {
        id: "card",
        label: "the card",
        text: "There is a card.",
        source: "§1",
        grades: [first, second],
        otherwise: "closed",
      },
    ],
  };
  const requirements = [{ id: "card", claims: [], applies: true, verdict, grade, bestGrade }] as const;
  const [block] = detailFrameworks({ ...ASSESSMENT, frameworks: [{ ...RULED, id: "mof", about: "*", requirements }] }, [
    framework,
  ]);
  expect(block?.rows[0]?.word).toBe(word);
});
