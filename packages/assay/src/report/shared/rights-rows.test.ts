import { expect, test } from "vitest";
import type { Assessment, Right } from "../../model/documents.ts";
import { describeRights } from "./rights-rows.ts";
import type { Answers } from "./view.ts";

function seen(id: string, code: string, line: number): Assessment["evidence"][number] {
  return {
    id,
    probe: "it",
    code,
    args: {},
    message: id,
    basis: "measured",
    at: { path: "TERMS", line, start: 0, end: 1 },
  };
}

const EVIDENCE = [seen("clause", "term", 7), seen("text", "license-identified", 1)];

function right(id: Right["id"], answer: Right["answer"], said: Pick<Right, "because" | "evidence">): Right {
  return { id, question: `${id}?`, answer, ...said };
}

function describe(rights: readonly Right[]): Answers | undefined {
  const [block] = describeRights({ rights, evidence: EVIDENCE });
  return block?.kind === "answers" ? block : undefined;
}

test("a clause has its place, silence has none, and the title names the text", () => {
  const block = describe([
    right("sell", "yes", { because: "it is granted", evidence: ["clause"] }),
    right("scale", "yes", { because: "there is no limit", evidence: ["text"] }),
  ]);
  expect(block?.title).toBe("Rights in the weights, by TERMS");
  expect(block?.rows.map(({ place }) => place)).toEqual(["TERMS:7", undefined]);
  expect(block?.rows[1]?.evidence).toMatchObject([{ place: "TERMS:1" }]);
});

test("the reason of the line before is not told again", () => {
  const said = { because: "above 5 users", evidence: ["clause"] };
  const rows = describe([right("sell", "depends", said), right("scale", "depends", said)])?.rows;
  expect(rows?.map(({ text }) => text)).toEqual(["above 5 users", "for the same reason"]);
  expect(rows?.[1]?.place).toBeUndefined();
});

test("what is unknown of all questions for one reason is one line", () => {
  const said = { because: "the terms are not all known", evidence: ["text"] };
  const rows = describe([right("sell", "unknown", said), right("scale", "unknown", said)])?.rows;
  expect(rows).toMatchObject([{ label: "All ten questions", answer: "unknown", text: said.because }]);
});
