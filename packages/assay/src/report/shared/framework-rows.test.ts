import { expect, test } from "vitest";
import type { Assessment } from "../../model/documents.ts";
import type { Framework, FrameworkResult, Ruling } from "../../model/types.ts";
import { describeFrameworks } from "./framework-rows.ts";
import type { AnswerRow } from "./view.ts";

const grades = (...ids: readonly [string, ...string[]]): Framework["requirements"][number]["grades"] => {
  const [first, ...others] = ids.map((id) => ({ id, when: { claim: `${id}.claim` } }));
  if (first === undefined) throw new Error("no grade");
  return [first, ...others];
};

function requirement(id: string, ...ids: readonly [string, ...string[]]): Framework["requirements"][number] {
  return { id, label: `the ${id}`, text: id, source: id, grades: grades(...ids), otherwise: "none" };
}

function framework(reading?: string): Framework {
  return {
    id: "mof",
    version: "1.0",
    ...(reading === undefined ? {} : { reading }),
    title: "Framework",
    source: "source",
    requirements: [requirement("paper", "open", "shared"), requirement("code", "open")],
    levels: [
      { id: "I", title: "Class I", needs: [{ requirement: "paper" }, { requirement: "code" }] },
      { id: "II", title: "Class II", needs: [{ requirement: "paper", grade: "shared" }] },
    ],
  };
}

type Level = Pick<FrameworkResult, "level" | "verdict">;

function result(one: Framework, { level, verdict }: Level, requirements: readonly Ruling[] = []): FrameworkResult {
  const { id, version, reading } = one;
  const name = reading === undefined ? { id, version } : { id, version, reading };
  return { ...name, about: "*", level, ceiling: level, verdict, requirements };
}

function ruled(id: string, grade: string | null, bestGrade: string): Ruling {
  return { id, claims: [], applies: true, verdict: "unknown", grade, bestGrade };
}

function describe(results: readonly FrameworkResult[], frameworks: readonly Framework[]): readonly AnswerRow[] {
  return describeFrameworks({ frameworks: results } as unknown as Assessment, frameworks);
}

const [tool, spec, plain] = [framework("tool"), framework("spec"), framework()];
const BEST: Level = { level: "I", verdict: "met" };

test("readings that agree share a line", () => {
  const rows = describe([result(tool, BEST), result(spec, BEST)], [tool, spec]);
  expect(rows).toEqual([{ label: "MOF 1.0 tool, spec", answer: "yes", word: "Class I", text: "" }]);
});

test("readings that differ, in the level or in what is missing, have a line each", () => {
  const second: Level = { level: "II", verdict: "met" };
  const rows = describe(
    [
      result(tool, BEST),
      result(spec, second, [ruled("paper", "open", "open"), ruled("code", "none", "none")]),
      result(plain, second, [ruled("paper", "open", "open"), ruled("code", null, "open")]),
    ],
    [tool, spec, plain],
  );
  expect(rows).toEqual([
    { label: "MOF 1.0 tool", answer: "yes", word: "Class I", text: "" },
    { label: "MOF 1.0 spec", answer: "yes", word: "Class II", text: "for Class I: missing: the code" },
    { label: "MOF 1.0", answer: "yes", word: "Class II", text: "for Class I: not settled: the code" },
  ]);
});

test("without a level the lowest one is told of, and a need is kept by any grade that is at least as good", () => {
  const none: Level = { level: null, verdict: "unmet" };
  const text = (ruling: Ruling): string | undefined => describe([result(plain, none, [ruling])], [plain])[0]?.text;
  expect(text(ruled("paper", "none", "none"))).toBe("for Class II: missing: the paper");
  expect(text(ruled("paper", null, "open"))).toBe("for Class II: not settled: the paper");
  expect(text(ruled("paper", "shared", "shared"))).toBe("");
  expect(text(ruled("paper", "open", "open"))).toBe("");
  expect(text({ id: "paper", claims: [], applies: false })).toBe("");
});

test("what can only be reached in part is not told as missing", () => {
  const second: Level = { level: "II", verdict: "met" };
  const text = (ruling: Ruling): string | undefined => describe([result(plain, second, [ruling])], [plain])[0]?.text;
  expect(text(ruled("paper", "shared", "shared"))).toBe("for Class I: only in part: the paper");
  expect(text(ruled("paper", null, "shared"))).toBe("for Class I: only in part: the paper");
});

test("a part that is there and under another licence is not told as missing", () => {
  const none: Level = { level: null, verdict: "unmet" };
  const text = (...claims: readonly string[]): string | undefined =>
    describe([result(plain, none, [{ ...ruled("paper", "none", "none"), claims }])], [plain])[0]?.text;
  expect(text("paper.license")).toBe("for Class II: not under an accepted licence: the paper");
  expect(text("paper.license", "paper.published")).toBe("for Class II: missing: the paper");
});

test("a need of which nobody knows whether it applies is not settled", () => {
  const ruling: Ruling = { ...ruled("paper", null, "open"), applies: "unknown" } as Ruling;
  const rows = describe([result(plain, { level: null, verdict: "unknown" }, [ruling])], [plain]);
  expect(rows).toEqual([
    { label: "MOF 1.0", answer: "unknown", word: "unknown", text: "for Class II: not settled: the paper" },
  ]);
});

test.each([
  [
    { level: "I", verdict: "met" },
    { answer: "yes", word: "met" },
  ],
  [
    { level: null, verdict: "unmet" },
    { answer: "no", word: "unmet" },
  ],
  [
    { level: null, verdict: "unknown" },
    { answer: "unknown", word: "unknown" },
  ],
] as const)("a framework of one level says met, not the level's name: %j", (level, row) => {
  const single: Framework = { ...plain, levels: [plain.levels[0]] };
  expect(describe([result(single, level)], [single])).toMatchObject([row]);
});

test("no level and none possible is told as such", () => {
  const rows = describe([result(plain, { level: null, verdict: "unmet" })], [plain]);
  expect(rows).toMatchObject([{ answer: "no", word: "no level" }]);
});
