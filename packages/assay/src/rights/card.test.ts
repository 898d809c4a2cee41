import { expect, test } from "vitest";
import { RIGHTS_QUESTIONS } from "../model/rights.ts";
import type { Claim, Evidence } from "../model/types.ts";
import { answerRights } from "./card.ts";

function seen(id: string, args: Evidence["args"], code = "term"): Evidence {
  return { id, probe: "it", code, args, message: `${args.told ?? id} (2)`, basis: "measured", at: { path: "LICENSE" } };
}

function answer(id: string, claim: Partial<Claim>, evidence: readonly Evidence[] = []) {
  const whole = { id: `rights.${id}`, about: "*", evidence: evidence.map((one) => one.id), ...claim } as Claim;
  const rights = answerRights(new Map([[whole.id, whole]]), new Map(evidence.map((one) => [one.id, one])));
  return rights.find((right) => right.id === id);
}

test("there are ten questions, each answered", () => {
  const rights = answerRights(new Map(), new Map());
  expect(rights.map(({ id }) => id)).toEqual(RIGHTS_QUESTIONS.map(({ id }) => id));
  expect(rights).toHaveLength(10);
  expect(new Set(rights.map(({ answer: one }) => one))).toEqual(new Set(["unknown"]));
});

test("a reason is its clauses, or what their silence means", () => {
  expect(answer("sell", { value: "no" }, [seen("a", { type: "commercial-use", told: "not for sale" })])).toMatchObject({
    answer: "no",
    because: "not for sale (2)",
    evidence: ["a"],
  });
  const text = seen("text", {}, "license-identified");
  expect(answer("sell", { value: "yes" }, [text])?.because).toBe("nothing limits commercial use");
});

test("a clause that stands in two files is told once", () => {
  const twice = ["a", "b"].map((id) => ({
    ...seen(id, { type: "pass-through", told: "users comply" }),
    message: `users comply (${id})`,
  }));
  expect(answer("own-terms", { value: "no" }, twice)?.because).toBe("users comply (a)");
});

test("forbidden uses are one list", () => {
  const uses = ["war", "fraud", "spam", "theft", "lies"].map((use) =>
    seen(use, { type: "forbidden-use", told: `forbidden: ${use}` }),
  );
  expect(answer("purpose", { value: "no" }, uses)?.because).toBe("forbidden: war, fraud, spam and 2 more");
});

test("what an answer depends on is said under its key", () => {
  const limit = seen("a", { type: "user-threshold", told: "above 5 users" });
  expect(answer("scale", { value: "depends" }, [limit])).toMatchObject({ on: "above 5 users (2)" });
});

test("of weights elsewhere the answer is unknown, and what stands here is told beside it", () => {
  const would = seen("w", { right: "scale", answer: "no" }, "right-by-terms-here");
  const limit = seen("a", { type: "user-threshold", told: "above 5 users" });
  expect(answer("scale", { value: "unknown", because: "elsewhere" }, [would, limit])).toMatchObject({
    answer: "unknown",
    because: "the weights are not part of what was read",
    conditional: { answer: "no", because: "above 5 users (2)" },
  });
});
