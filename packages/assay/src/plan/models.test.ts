import { expect, test } from "vitest";
import type { ModelEntry } from "../model/documents.ts";
import { UsageError } from "../model/errors.ts";
import { findModel } from "./models.ts";

function holding(...entries: readonly (readonly [id: string, name: string])[]): { readonly models: ModelEntry[] } {
  return { models: entries.map(([id, name]) => ({ id, name, publisher: null })) };
}

test("a model goes by its id, or by a name that no other has", () => {
  const two = holding(["acme/nest/owl", "owl"], ["acme/nest/old/owl", "owl"], ["acme/nest/eagle", "eagle"]);
  expect(findModel(two, "acme/nest/old/owl")).toBe("acme/nest/old/owl");
  expect(findModel(two, "eagle")).toBe("acme/nest/eagle");
  expect(() => findModel(two, "owl")).toThrow(/2 models go by that name; there is acme\/nest\/owl, /);
  expect(() => findModel(two, "mouse")).toThrow(UsageError);
});

test("the only model of a release is the release", () => {
  expect(findModel(holding(["acme/owl", "owl"]), "owl")).toBe("*");
});

test("of many models the first are named", () => {
  const many = holding(...Array.from({ length: 40 }, (_, at) => [`acme/owl-${at}`, `owl-${at}`] as const));
  expect(() => findModel(many, "x")).toThrow(/acme\/owl-7 and 32 more$/);
});
