import { expect, test } from "vitest";
import type { Freedom } from "../../model/documents.ts";
import type { Framework, FrameworkResult } from "../../model/types.ts";
import { describeVerdict } from "./verdict.ts";

const IDS = ["inspect", "use", "adapt", "share"] as const;

/** What a verdict is made of. */
interface Assessed {
  readonly freedoms: readonly Freedom[];
  readonly frameworks: readonly FrameworkResult[];
}

function assess(answers: readonly Freedom["answer"][], level: string | null = null): Assessed {
  const freedoms = answers.map((answer, index) => ({ id: IDS[index] ?? "use", answer, because: "", evidence: [] }));
  const verdict = level === null ? "unknown" : "met";
  const ruled = { version: "1.0", about: "*", ceiling: level, verdict, requirements: [] } as const;
  const frameworks = [
    { id: "first", level: null, ...ruled },
    { id: "mof", level, ...ruled },
  ];
  return { freedoms, frameworks };
}

const MOF: Framework = {
  id: "mof",
  version: "1.0",
  title: "MOF",
  source: "",
  requirements: [],
  levels: [
    { id: "I", title: "Class I", needs: [] },
    { id: "II", title: "Class II", needs: [] },
  ],
};

test.each([
  [["yes", "yes", "yes", "yes"], "yes", "yes"],
  [["no", "no", "no", "no"], "no", "no"],
  [["unknown", "unknown", "unknown", "unknown"], "unknown", "unknown"],
  [["partly", "yes", "yes", "unknown"], "partly", "use, adapt: yes · inspect: partly · share: unknown"],
  [["no", "unknown", "no", "no"], "unknown", "inspect, adapt, share: no · use: unknown"],
] as const)("without a framework the freedoms are told: %j", (answers, answer, word) => {
  expect(describeVerdict(assess(answers), undefined)).toEqual({ kind: "verdict", label: "open", answer, word });
});

test("the framework that was asked for is told, wherever it stands", () => {
  expect(describeVerdict(assess([], "II"), MOF)).toMatchObject({ answer: "yes", word: "MOF Class II" });
  expect(describeVerdict(assess([]), MOF)).toMatchObject({ answer: "unknown", word: "MOF unknown" });
});

test("a framework that nothing was ruled by is said to be that", () => {
  expect(describeVerdict(assess([]), { ...MOF, version: "2.0" })).toMatchObject({
    answer: "unknown",
    word: "not ruled",
  });
});
