import fc from "fast-check";
import { expect, test } from "vitest";

import { pointTo } from "./json-pointer.ts";

test("names are escaped as RFC 6901 says", () => {
  expect(pointTo("", "a/b")).toBe("/a~1b");
  expect(pointTo("/x", "m~n")).toBe("/x/m~0n");
  expect(pointTo("", "~1")).toBe("/~01");
  expect(pointTo("", "")).toBe("/");
  expect(pointTo("/list", 0)).toBe("/list/0");
  expect(pointTo("", "\ud800")).toBe("/\ufffd");
});

test("different members have different pointers, and no name opens a level", () => {
  const name = fc.string();
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(pointTo("", one) === pointTo("", other)).toBe(one === other);
      expect(pointTo("/x", one).split("/")).toHaveLength(3);
    }),
  );
});
