import { describe, expect, test } from "vitest";
import type { Right } from "../model/documents.ts";
import { UsageError } from "../model/errors.ts";
import type { Evidence } from "../model/types.ts";
import { answerFor, parseCase } from "./case.ts";

const LIMIT = { type: "user-threshold", value: 1_000_000, metric: "users", comparison: "more", window: "month" };
const REVENUE = {
  type: "revenue-threshold",
  value: 20_000_000,
  metric: "revenue",
  currency: "USD",
  comparison: "more",
  window: "year",
};

function term(id: string, args: Evidence["args"]): Evidence {
  return { id, probe: "it", code: "term", args, message: `clause ${id}`, basis: "measured", at: { path: "LICENSE" } };
}

const EVIDENCE = [
  term("users", LIMIT),
  term("revenue", REVENUE),
  term("monthly", { ...REVENUE, window: "month" }),
  term("eu", { type: "territory-excluded", value: "EU" }),
  term("kr", { type: "territory-excluded", value: "KR" }),
  term("gb", { type: "territory-excluded", value: "GB" }),
  { ...term("open", { answer: "unknown", because: "nobody knows" }), code: "right-within-limits" },
  { ...term("asks", { answer: "depends", because: "one has to register" }), code: "right-within-limits" },
  term("shown", { ...LIMIT, effect: "display" }),
];

function right(id: string, answer: Right["answer"], evidence: readonly string[]): Right {
  return { id, question: "?", answer, because: "it", ...(answer === "depends" && { on: "it" }), evidence };
}

function answer(words: string, one: Right): Pick<Right, "answer" | "because"> | undefined {
  return answerFor([one], EVIDENCE, parseCase(words))[0];
}

const sized = right("scale", "depends", ["users", "revenue"]);

test.each([
  ["users=1e6,revenue=2e7", "yes"],
  ["users=1000001,revenue=0", "no"],
  ["users=5,revenue=20000001", "no"],
  ["users=5", "depends"],
  ["revenue=1", "depends"],
  ["users=5,revenue=1,currency=EUR", "depends"],
  ["users=2e6,currency=EUR", "no"],
])("a size of %s: %s", (words, expected) => {
  expect(answer(words, sized)?.answer).toBe(expected);
});

test("revenue a month is a twelfth of that of a year", () => {
  expect(answer("revenue=2.4e8", right("scale", "depends", ["monthly"]))?.answer).toBe("yes");
  expect(answer("revenue=2.5e8", right("scale", "depends", ["monthly"]))?.answer).toBe("no");
});

test.each([
  ["country=DE", "no"],
  ["country=kr", "no"],
  ["country=US", "yes"],
  ["country=CH", "yes"],
  ["users=1", "no"],
])("%s: %s", (words, expected) => {
  expect(answer(words, right("country", "no", ["eu", "kr"]))?.answer).toBe(expected);
});

test.each([
  ["country=UK", "no"],
  ["country=GB", "no"],
  ["country=RE", "no"],
  ["country=GI", "depends"],
  ["country=EL", "no"],
  ["country=HK", "yes"],
])("codes of one country, and of its parts: %s is %s", (words, expected) => {
  expect(answer(words, right("country", "no", ["eu", "gb"]))?.answer).toBe(expected);
});

test("below every limit nothing is permitted that is otherwise open", () => {
  const own = "users=5,revenue=1,country=US";
  expect(answer(own, right("scale", "depends", ["users", "open"]))).toMatchObject({ answer: "unknown" });
  expect(answer(own, right("country", "no", ["kr", "open"]))).toMatchObject({ answer: "unknown" });
  const asked = answer(own, right("sell", "depends", ["revenue", "asks"]));
  expect(asked).toMatchObject({ answer: "depends", because: expect.stringContaining("register") });
});

test("a name has to be shown above the limit and not below it", () => {
  const shown = right("name", "depends", ["shown"]);
  expect(answer("users=2e6", shown)?.answer).toBe("yes");
  expect(answer("users=5", shown)?.answer).toBe("no");
});

describe("a use that is no commerce", () => {
  const noCommerce = { ...term("nc", { type: "commercial-use", value: "false" }) };
  const researchOnly = { ...term("ro", { type: "research-only", value: "true" }) };
  const other = (given: string): Evidence => ({
    ...term("other", { answer: given, because: "clause of its own" }),
    code: "right-for-other-use",
  });
  const ask = (words: string, one: Right, evidence: readonly Evidence[]): Right | undefined =>
    answerFor([{ ...one, evidence: evidence.map(({ id }) => id) }], evidence, parseCase(words))[0];
  const sell = right("sell", "no", []);

  test("is left open by what is not for commerce, and asks its own question", () => {
    expect(ask("use=research", sell, [noCommerce])).toMatchObject({
      question: "May I use it for research?",
      answer: "yes",
    });
    expect(ask("use=personal", sell, [noCommerce])).toMatchObject({
      question: "May I use it for myself?",
      answer: "yes",
    });
    expect(ask("use=commercial", sell, [noCommerce])).toMatchObject({ question: "?", answer: "no" });
  });

  test("is no personal one where only research is allowed", () => {
    expect(ask("use=personal", sell, [noCommerce, researchOnly])).toMatchObject({
      answer: "no",
      because: "clause ro",
    });
    expect(ask("use=research", sell, [noCommerce, researchOnly])?.answer).toBe("yes");
  });

  test("is not free where the rest is not known", () => {
    expect(ask("use=research", sell, [noCommerce, other("unknown")])).toMatchObject({ answer: "unknown" });
    expect(ask("use=research", sell, [noCommerce, other("depends")])).toMatchObject({ answer: "depends" });
  });

  test("is under the limits of size that are not for commerce alone", () => {
    const limited = right("sell", "depends", []);
    const limit = term("users", LIMIT);
    expect(ask("use=research", limited, [limit])?.answer).toBe("depends");
    expect(ask("use=research,users=5", limited, [limit])?.answer).toBe("yes");
    expect(ask("use=research,users=2e6", limited, [limit])?.answer).toBe("no");
    expect(ask("use=research,users=5", limited, [limit, other("unknown")])?.answer).toBe("unknown");
  });
});

test("no case settles what is not known", () => {
  const open = right("scale", "unknown", ["users"]);
  expect(answer("users=5", open)).toEqual(open);
});

test("what may govern is answered for the case, and stays conditional", () => {
  const open: Right = { ...right("scale", "unknown", ["users"]), conditional: { answer: "depends", because: "it" } };
  expect(answer("users=5", open)).toMatchObject({ answer: "unknown", conditional: { answer: "yes" } });
});

test("an answer names its case, in one form", () => {
  expect(answer("country=de, users=5_000_000,use=commercial", sized)).toMatchObject({
    for: "users=5000000,country=DE,use=commercial",
  });
});

describe("a case that cannot be read is refused", () => {
  test.each([
    ["user=5", 'knows no "user"'],
    ["users=many", "users is a number"],
    ["users=-5", "users is a number"],
    ["users=5,users=6", "says users twice"],
    ["country=Germany", "country is a code"],
    ["country=ZZ", '"ZZ" is none'],
    ["country=XI", '"XI" is none'],
    ["use=fun", "use is one of commercial, research, personal"],
    ["constructor=1", 'knows no "constructor"'],
  ])("%s", (words, message) => {
    expect(() => parseCase(words)).toThrow(UsageError);
    expect(() => parseCase(words)).toThrow(message);
  });
});
