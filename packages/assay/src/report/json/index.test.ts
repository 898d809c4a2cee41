import { expect, test } from "vitest";
import type { Device } from "../shared/report.ts";
import json from "./index.ts";

const DEVICE: Device = { colour: true, width: 10, isTerminal: false };

test("a document is one line of canonical JSON, whatever the device and the views", () => {
  const document = { b: ["\u001b[31m", 1e21], a: { z: undefined, y: null } };
  const views = [[{ kind: "note" as const, text: "not shown" }]];
  expect(json.render({ document, views }, DEVICE)).toBe(`${String.raw`{"a":{"y":null},"b":["\u001b[31m",1e+21]}`}\n`);
});

test("several targets are a list in their order", () => {
  expect(json.render({ document: [{ target: "b" }, { target: "a" }], views: [] }, DEVICE)).toBe(
    '[{"target":"b"},{"target":"a"}]\n',
  );
});

test("to a terminal, what it would obey is written as escapes of JSON, and the document stays the same", () => {
  const document = { text: "\u0000\u001b[2J\u007f\u009b\u202e\u2028\ufeff\u{e0001}", "\u200b": "é 模 😀" };
  const shown = json.render({ document, views: [] }, { ...DEVICE, isTerminal: true });
  expect(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(shown.trimEnd())).toBe(false);
  expect(shown).toContain("é 模 😀");
  expect(JSON.parse(shown)).toEqual(document);
});
