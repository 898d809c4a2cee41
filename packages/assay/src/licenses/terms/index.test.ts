import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Term } from "../../model/license.ts";
import { readTerms } from "./index.ts";

/** Types and values of a text, in order. */
function valuesOf(text: string): readonly string[] {
  return readTerms(text).map(({ type, value }) => `${type}=${value}`);
}

function termOf(text: string, type: string): Term | undefined {
  return readTerms(text).find((one) => one.type === type);
}

test.each([
  [
    "If the products have greater than 700 million monthly active users in the preceding month, you must ask.",
    "user-threshold",
    700e6,
  ],
  ["A product with more than 1,500,000 monthly active users needs another licence.", "user-threshold", 1_500_000],
  ["If you exceed 100 million monthly active users, you must request a licence.", "user-threshold", 100e6],
  ["You must not exceed one million visits per month.", "visit-threshold", 1e6],
  ["如果月活跃用户数超过3亿，您必须向我们申请许可。", "user-threshold", 300e6],
  ["companies with more than US$ 20 million in monthly revenue have to ask", "revenue-threshold", 20e6],
  ["whose annual revenue is above $30,000,000 have to ask", "revenue-threshold", 30e6],
  ["The weights are given solely for non-commercial research.", "commercial-use", false],
  ["It may not be used by anyone for commercial purposes.", "commercial-use", false],
  ["本模型仅限非商业用途。", "commercial-use", false],
  ["To use the owl for commercial purposes, you must register first.", "commercial-use", "registration"],
  ["Permission is granted to use the work for any purpose, commercial or not.", "commercial-use", true],
  ["本模型支持商业用途。", "commercial-use", true],
  [
    "You will not use the Owl Materials or any output of them to improve any other large language model.",
    "outputs-may-train-others",
    false,
  ],
  ["您不得使用本模型的任何输出来改进任何其他模型。", "outputs-may-train-others", false],
  ["You may not use outputs to train a model that competes with ours.", "outputs-may-compete", false],
  [
    'If you use outputs to train an AI model, you shall include "Owl" at the beginning of its name.',
    "outputs-may-train-others",
    "if-named",
  ],
  ["Owl Inc. claims no rights in the outputs.", "outputs-owner", "unclaimed"],
  ["All rights in the Output remain the property of the Licensor.", "outputs-owner", "licensor"],
  ["You own any outputs.", "outputs-owner", "you"],
  ["Nothing in this licence restricts what you do with outputs.", "outputs-restricted", false],
  ['You shall prominently display "Built with Owl" on a page.', "naming", "Built with Owl"],
  [
    "Follow the Acceptable Use Policy (available at https://owl.example/use-policy).",
    "policy-by-url",
    "https://owl.example/use-policy",
  ],
  ["The rights are not being granted to you if you live in the European Union.", "territory-excluded", "EU"],
  ["By clicking below or by using the model, you agree to these terms.", "acceptance", true],
  ["You must give all recipients a copy of this licence.", "attribution", "licence-copy"],
  ["You are granted a revocable right.", "revocable", true],
  ["We may modify this agreement at any time.", "terms-may-change", true],
  ["Each owl grants you a worldwide patent licence.", "patent-grant", true],
  ["If you file a lawsuit that says the owl infringes a patent, your rights terminate.", "ends-on-suit", "patent"],
  ["We may terminate this agreement if you are in breach of it.", "ends-on-breach", "by-licensor"],
  ["We may terminate this agreement at any time.", "ends-at-will", true],
  ["You must not remove the safety filters.", "guardrail-lock", true],
  ["You may not offer the owl to third parties as a hosted service.", "service-gate", "hosted-service"],
  ["You must not use the owl for military purposes.", "forbidden-use", "military"],
  ["The restrictions must be an enforceable provision of your terms.", "pass-through", "use-restrictions"],
  ["Derivative works must be licensed under this licence.", "copyleft", "same-licence"],
  ["You may copy and distribute the owl.", "redistribution", true],
  [
    "The notice above and this permission notice shall be included in all copies of the owl.",
    "attribution",
    "licence-copy",
  ],
  ["You must retain the notice, this list of conditions and what follows.", "attribution", "licence-copy"],
  ["本许可声明应包含在所有副本中，您必须遵守。", "attribution", "licence-copy"],
  ["You must clearly indicate the substantial modifications made.", "attribution", "modification-notice"],
  ["若您修改猫头鹰，您必须以显著的方式说明修改的内容。", "attribution", "modification-notice"],
  ["You may pass the owl on if you also convey the machine-readable Corresponding Source.", "copyleft", "source"],
  ["You must not use it for military ends under laws governing the keeping of birds.", "forbidden-use", "military"],
  ["You may not spread false harmful information with the owl.", "forbidden-use", "disinformation"],
  [
    "You may not infer sensitive personal facts without the consents required by applicable laws.",
    "forbidden-use",
    "personal-data",
  ],
  [
    "Any use that is prohibited by the Acceptable Use Policy is out of scope.",
    "policy-by-reference",
    "Acceptable Use Policy",
  ],
  ["The outputs of the owl may not be used to train any other model.", "outputs-may-train-others", false],
  ["You must not distribute the owl or its materials.", "redistribution", false],
  ["You are granted a licence to use, copy and modify the owl.", "modification", true],
  ["You may create derivative works of the owl.", "modification", true],
  [
    "Redistribution and use, with or without modification, are permitted provided that you say so.",
    "modification",
    true,
  ],
  ["You must not modify the materials.", "modification", false],
  ["We grant you a licence to use, copy and distribute the owl.", "commercial-use", true],
  ["You may do everything with the owl that the law could forbid.", "commercial-use", true],
  ["You may not exercise these rights in a manner directed toward commercial advantage.", "commercial-use", false],
  ["You must not sublicense the owl.", "sublicensing", false],
  ["An adaptation of the owl may be distributed only under the terms of this licence.", "copyleft", "same-licence"],
  ["You may not impose any further restrictions on those who get it.", "pass-through", "same-terms"],
  ["You will not use, or allow others to use, the owl for harm.", "pass-through", "users-comply"],
  ["The permission notice shall be included in all copies.", "attribution", "licence-copy"],
  ["You must state that you have modified the owl.", "attribution", "modification-notice"],
  ["You must not remove any copyright notice of the owl.", "attribution", "copyright-notice"],
  ["Your use of the owl must comply with applicable laws.", "forbidden-use", "unlawful"],
  ["You must not reverse engineer the owl.", "forbidden-use", "other"],
  ["If you use the owl, you agree to these rules.", "acceptance", true],
  ["This licence shall terminate if you fail to comply with it.", "ends-on-breach", "automatic"],
  ["If you assert in writing that the owl is a claim under any patent, your rights end.", "ends-on-suit", "patent"],
  ["The nest does not grant you a licence for any patents.", "patent-grant", false],
  ["Each owl grants you a licence, under patent claims of its own, to make it.", "patent-grant", true],
])("%s", (text, type, value) => {
  const term = termOf(text, type);
  expect(term).toMatchObject({ value });
  expect(text.slice(term?.at.start, term?.at.end)).toBe(term?.quote);
});

test.each([
  "Our service has many monthly active users.",
  "We have more than 5 million monthly active users.",
  "In no event shall the liability exceed 100 dollars of revenue lost.",
  "We made the outputs with care and improve the model every month.",
  'You are encouraged to display a badge that says "Powered by Owl".',
  '"Non-Commercial Purpose" means any use that is not for commercial purposes.',
  "Owl Ltd. is the licensor if your principal place of business is in the European Union.",
  "This disclaimer does not apply in the European Union.",
  "This agreement is governed by the laws of China (excluding Hong Kong).",
  "Nothing in this licence says that you may not use outputs to train any other model.",
  "You grant us the right to sell your changes for commercial purposes.",
  "Any commercial use by a legal entity that exceeds the threshold is prohibited.",
  "The price is not the reason why surveillance grows.",
  "We may modify the owl, and reserve the right to distribute it.",
  "If you do not agree, you do not have any right to use, copy, modify or distribute the owl.",
  "No one other than the steward has the right to modify this agreement.",
  "You hereby grant us a licence to use, modify and distribute your feathers.",
  "Everyone may copy and distribute this license document.",
  "You may use, modify and copy the outputs.",
])("no term of use is read from: %s", (text) => {
  expect(valuesOf(text).filter((value) => !/^(?:redistribution|acceptance)/.test(value))).toEqual([]);
});

test("a threshold tells whose it is, over which time, when it counts and what follows", () => {
  const text =
    "If, on the Owl version release date, the monthly active users of the products of Licensee or Licensee's affiliates " +
    "is greater than 700 million in the preceding calendar month users, or exceeds 10 million users, you must request a license.";
  expect(termOf(text, "user-threshold")?.details).toEqual({
    number: 10_000_000,
    metric: "users",
    comparison: "more",
    window: "preceding-month",
    whose: "licensee-and-affiliates",
    testDate: "release",
    effect: "need-licence",
  });
});

test("a threshold that is defined in one place and used in another has the effect of its use", () => {
  const text =
    '"Threshold" shall mean annual revenue of 10 million United States dollars ($10,000,000) or more.\n\n' +
    "Commercial use by a company that exceeds the Threshold is not licensed.\n";
  expect(termOf(text, "revenue-threshold")).toMatchObject({
    value: 10e6,
    details: { currency: "USD", comparison: "at-least", window: "year", whose: "company", effect: "cut-off" },
  });
});

test("a territory that is defined by what it leaves out excludes that", () => {
  const text = '"Territory" shall mean the world, excluding the European Union, United Kingdom and South Korea.';
  expect(valuesOf(text)).toEqual(["EU", "GB", "KR"].map((code) => `territory-excluded=${code}`));
});

test("an item is read with the words that lead into its list, and says in which section it stands", () => {
  const text =
    "2. Restrictions\n\n2.1. You must not:\n\n(a) eat the owl;\n\n(b) use it for any commercial purpose.\n\n3. End.\n";
  expect(termOf(text, "commercial-use")).toMatchObject({ value: false, clause: "2.1.b", at: { line: 7 } });
});

test("a grant for non-commercial purposes is no ban beside one for commercial purposes", () => {
  const one = "We grant you a licence to use the owl for any Non-Commercial Purpose.";
  expect(valuesOf(one)).toEqual(["commercial-use=false"]);
  expect(valuesOf(`${one}\n\nWe grant you a licence to use the owl for any Commercial Purpose.`)).toEqual([
    "commercial-use=true",
  ]);
});

test("a grant of patents permits no copies", () => {
  const text = "We grant you a patent licence to make, use, modify and distribute the owl.";
  expect(valuesOf(text)).toEqual(["patent-grant=true"]);
});

test.each([
  "You must not use the owl for commercial purposes.",
  "The owl is meant for non-commercial purposes.",
  "Write to us about a commercial license.",
  "It is for evaluation purposes.",
])("a grant without a purpose permits no commerce in a text that says: %s", (limit) => {
  const grant = "We grant you a licence to use, copy and distribute the owl.";
  expect(valuesOf(grant)).toContain("commercial-use=true");
  expect(valuesOf(`${grant}\n\n${limit}`)).not.toContain("commercial-use=true");
});

test("an item of a list that forbids permits nothing", () => {
  const text =
    "You will not (and have no right to):\n\n(a) modify the owl;\n\n(b) share or distribute the materials.\n";
  expect(valuesOf(text).filter((value) => value.endsWith("=true"))).toEqual([]);
  expect(valuesOf(text)).toContain("redistribution=false");
});

test("the days of a cure are those after a notice, not those in which one may be given", () => {
  const text =
    "Violations of it automatically terminate your rights if you violate it, unless nobody tells you prior to 60 days after " +
    "the cessation. They come back if you cure it prior to 30 days after your receipt of the notice.";
  expect(termOf(text, "ends-on-breach")?.details).toEqual({ cureDays: 30 });
});

test("a ban on training others tells that one's own derivatives are none of them", () => {
  const text = "You must not use outputs to improve any other model (excluding the owl or derivative works thereof).";
  expect(termOf(text, "outputs-may-train-others")?.details).toEqual({ except: "own-derivatives" });
});

test("an alternative behind a semicolon has the consequence of its sentence", () => {
  const text =
    "You must request a licence if (i) you have more than 5 million users; or (ii) you exceed 2 million visits a month.";
  expect(valuesOf(text)).toEqual(["user-threshold=5000000", "visit-threshold=2000000"]);
});

test("marks of comments and of emphasis, and folded lines, change nothing", () => {
  const plain = "You must not use the outputs to train any other model.";
  const folded = "// **You** must not use the\n// outputs to train any\n// other model.\n";
  expect(valuesOf(folded)).toEqual(valuesOf(plain));
});

test("a term says on which line its quote starts, across line breaks", () => {
  const text =
    "Title\n\nFirst sentence. You need a licence with greater than\n700 million monthly active\nusers, and must ask for it.";
  const term = termOf(text, "user-threshold");
  expect(term?.at.line).toBe(3);
  expect(term?.quote).toMatch(/^You need a licence.*ask for it\.$/s);
});

test("quotes are stretches of the text, whatever stands around them", () => {
  const clause = "If you have more than 5 million monthly active users, you must ask us";
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), fc.string({ maxLength: 600 }), (before, behind) => {
      const text = `${before}\n\n${clause}.\n\n${behind}`;
      const terms = readTerms(text);
      expect(terms.some(({ type, quote }) => type === "user-threshold" && quote.includes(clause))).toBe(true);
      for (const { quote, at } of terms) expect(text.slice(at.start, at.end)).toBe(quote);
    }),
  );
});

describe("hostile text of 1 MiB is read in linear time", () => {
  const SIZE = 1 << 20;
  test.each([
    ["words without an end", "may not use outputs to improve models for commercial "],
    ["numbers", "more than 1,000,000,000 "],
    ["thresholds without users", "greater than 700 million revenue if you must "],
    ["regions", "European Union, United Kingdom, "],
    ["not granted", "not granted to you in "],
    ["leads", "You must not:\n\n(a) "],
    ["items", "1. a. i. "],
    ["quotes", 'display "'],
    ["opening brackets", "((i) (a) "],
    ["lines", "\n"],
    ["policies", "Acceptable Use Policy at https://"],
    ["definitions", '"Derivative" means a model created from output; '],
    ["Chinese", "不得使用输出来"],
    ["rights", "you may use, modify, prepare and distribute "],
    ["bans", "you must not modify, share or permit others to "],
    ["notices", "retain, include and provide a copy of this permission notice that you state "],
    ["licences", "must be distributed under the terms of this modified "],
    ["breaches", "rights will terminate if you fail to honor "],
    ["data", "will not use any data produced by it for commercial "],
    ["semicolons", "or you exceed 5 million users;"],
  ])("%s", (_, part) => {
    const read = (size: number): number => {
      const text = part.repeat(Math.ceil(size / part.length)).slice(0, size);
      const started = performance.now();
      readTerms(text);
      return performance.now() - started;
    };
    expect(read(SIZE)).toBeLessThan(5000);
  });
});
