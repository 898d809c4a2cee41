import { expect, test } from "vitest";
import { parseJson } from "../../bytes/json.ts";
import { LONGEST_POINTER } from "../../model/json-pointer.ts";
import { FieldCollector } from "./json-fields.ts";

test("a pointer beyond the bound is counted, not kept", () => {
  const text = JSON.stringify({ ["k".repeat(LONGEST_POINTER)]: 1, short: 2 });
  const bytes = new TextEncoder().encode(text);
  const collector = new FieldCollector(bytes, { limit: 10, onOdd: () => undefined });
  parseJson(bytes, collector);
  expect([...collector.fields.keys()]).toEqual(["/short"]);
  expect(collector.omitted).toBe(1);
});
