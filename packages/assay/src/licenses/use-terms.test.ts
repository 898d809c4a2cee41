import fc from "fast-check";
import { expect, test } from "vitest";
import { readUseTerms } from "./use-terms.ts";

test.each([
  [
    "If the products have greater than 700 million monthly active users in the preceding month, you must ask.",
    "user-threshold",
    700e6,
  ],
  ["A product with more than 1,500,000 monthly active users needs another licence.", "user-threshold", 1_500_000],
  ["or if you exceed 100 million monthly active users", "user-threshold", 100e6],
  ["companies with more than US$ 20 million in monthly revenue have to ask", "revenue-threshold", 20e6],
  ["whose annual revenue is above $30,000,000 have to ask", "revenue-threshold", 30e6],
  ["The weights are given solely for non-commercial research.", "commercial-use", false],
  ["It may not be used by anyone for commercial purposes.", "commercial-use", false],
  [
    "You will not use the Owl Materials or any output of them to improve any other large language model.",
    "outputs-may-train-others",
    false,
  ],
  ['You shall prominently display "Built with Owl" on a page.', "naming", "Built with Owl"],
  [
    "Follow the Acceptable Use Policy (available at https://owl.example/use-policy).",
    "policy-by-url",
    "https://owl.example/use-policy",
  ],
  ["The rights are not being granted to you if you live in the European Union.", "territory-excluded", "EU"],
  ["By clicking below or by using the model, you agree to these terms.", "acceptance", true],
])("%s", (text, type, value) => {
  const term = readUseTerms(text).find((one) => one.type === type);
  expect(term).toMatchObject({ value });
  expect(text.slice(term?.at.start, term?.at.end)).toBe(term?.quote);
});

test.each([
  "Permission is granted, free of charge, to use the work for any purpose, commercial or not.",
  "Our service has many monthly active users.",
  "We made the outputs with care and improve the model every month.",
])("no term is read from: %s", (text) => {
  expect(readUseTerms(text)).toEqual([]);
});

test("a term says on which line it stands, across line breaks", () => {
  const [term] = readUseTerms(
    "Title\n\nFirst sentence. You need a licence with greater than\n700 million monthly active\nusers.",
  );
  expect(term?.at.line).toBe(3);
  expect(term?.quote).toMatch(/^You need a licence.*users\.$/s);
});

test("quotes are stretches of the text, whatever stands around them", () => {
  const clause = "more than 5 million monthly active users";
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), fc.string({ maxLength: 600 }), (before, behind) => {
      const text = `${before} ${clause} ${behind}`;
      const terms = readUseTerms(text);
      expect(terms.some(({ type, quote }) => type === "user-threshold" && quote.includes(clause))).toBe(true);
      for (const { quote, at } of terms) expect(text.slice(at.start, at.end)).toBe(quote);
    }),
  );
});
