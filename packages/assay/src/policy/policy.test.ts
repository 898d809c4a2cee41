import { expect, test } from "vitest";
import type { Assessment } from "../model/documents.ts";
import type { Severity } from "../model/types.ts";
import { DEFAULT_POLICY, decide, type Policy } from "./policy.ts";

const NOW = new Date("2026-01-02T03:04:05.678Z");
const STRICT: Policy = { id: "strict", failsFrom: "warning", gapsUnsettle: true };
const PEDANTIC: Policy = { id: "pedantic", failsFrom: "note", gapsUnsettle: true };
const LENIENT: Policy = { id: "lenient", failsFrom: "error", gapsUnsettle: false };

/** As much of an assessment as a policy looks at. */
function assessmentOf(severities: readonly Severity[], gaps: number, files = 1): Assessment {
  return {
    artifacts: Array.from({ length: files }, (_, index) => ({ path: `file-${index}` })),
    findings: severities.map((severity, index) => ({ severity, message: `${severity} ${index}` })),
    gaps: Array.from({ length: gaps }, (_, index) => ({ message: `gap ${index}` })),
  } as unknown as Assessment;
}

interface Row {
  readonly policy: Policy;
  readonly findings: readonly Severity[];
  readonly gaps: number;
  readonly outcome: "holds" | "fails" | "unsettled";
  readonly exitCode: 0 | 1 | 2;
}

const TABLE: readonly Row[] = [
  { policy: DEFAULT_POLICY, findings: [], gaps: 0, outcome: "holds", exitCode: 0 },
  { policy: DEFAULT_POLICY, findings: ["note", "warning"], gaps: 0, outcome: "holds", exitCode: 0 },
  { policy: DEFAULT_POLICY, findings: ["error"], gaps: 0, outcome: "fails", exitCode: 1 },
  { policy: DEFAULT_POLICY, findings: [], gaps: 1, outcome: "unsettled", exitCode: 2 },
  { policy: DEFAULT_POLICY, findings: ["warning"], gaps: 1, outcome: "unsettled", exitCode: 2 },
  { policy: DEFAULT_POLICY, findings: ["error"], gaps: 1, outcome: "fails", exitCode: 1 },
  { policy: STRICT, findings: ["note"], gaps: 0, outcome: "holds", exitCode: 0 },
  { policy: STRICT, findings: ["warning"], gaps: 0, outcome: "fails", exitCode: 1 },
  { policy: STRICT, findings: ["error"], gaps: 3, outcome: "fails", exitCode: 1 },
  { policy: PEDANTIC, findings: ["note"], gaps: 0, outcome: "fails", exitCode: 1 },
  { policy: LENIENT, findings: ["warning"], gaps: 2, outcome: "holds", exitCode: 0 },
  { policy: LENIENT, findings: ["error"], gaps: 2, outcome: "fails", exitCode: 1 },
];

test.each(TABLE)("$policy.id: findings $findings, $gaps gaps: $outcome", ({ policy, findings, gaps, ...expected }) => {
  expect(decide(assessmentOf(findings, gaps), policy, NOW)).toMatchObject({ policy: policy.id, ...expected });
});

test("the reasons are the messages of what failed it, or of what left it open", () => {
  const failed = decide(assessmentOf(["warning", "error", "note", "error"], 2), DEFAULT_POLICY, NOW);
  expect(failed.reasons).toEqual(["error 1", "error 3"]);
  expect(decide(assessmentOf(["note"], 2), DEFAULT_POLICY, NOW).reasons).toEqual(["gap 0", "gap 1"]);
  expect(decide(assessmentOf(["note"], 0), DEFAULT_POLICY, NOW).reasons).toEqual([]);
});

test.each([DEFAULT_POLICY, LENIENT])("$id: where there is no file there is nothing to settle it by", (policy) => {
  const decision = decide(assessmentOf([], 0, 0), policy, NOW);
  expect(decision).toMatchObject({ outcome: "unsettled", exitCode: 2 });
  expect(decision.reasons[0]).toMatch(/no file/);
});

test("it is a pure function of the assessment, the policy and the date it is handed", () => {
  const assessment = assessmentOf(["error", "note"], 1);
  const before = structuredClone(assessment);
  const first = decide(assessment, DEFAULT_POLICY, NOW);
  const later = decide(assessment, DEFAULT_POLICY, new Date(NOW.getTime() + 1));
  expect(assessment).toEqual(before);
  expect(first.decidedAt).toBe("2026-01-02T03:04:05.678Z");
  expect(decide(assessment, DEFAULT_POLICY, new Date(NOW))).toEqual(first);
  expect(later).toEqual({ ...first, decidedAt: "2026-01-02T03:04:05.679Z" });
});
