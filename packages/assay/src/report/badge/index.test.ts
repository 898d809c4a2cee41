import fc from "fast-check";
import { expect, test } from "vitest";
import { listElements, textOf } from "../../../test/support/markup.ts";
import { anyWords, makeView } from "../../../test/support/view.ts";
import { UsageError } from "../../model/errors.ts";
import { toPrintable } from "../shared/printable.ts";
import type { Answer, View } from "../shared/view.ts";
import badge from "./index.ts";

const DEVICE = { colour: false, width: 80, isTerminal: false };

function makeVerdict(word: string, answer: Answer = "yes"): View {
  return [{ kind: "verdict", label: "open", answer, word }];
}

function draw(word: string, answer?: Answer): string {
  return badge.render({ document: null, views: [makeVerdict(word, answer)] }, DEVICE);
}

test("it says its words to those who see it and to those who hear it", () => {
  const svg = draw("MOF Class III");
  expect(svg).toContain('role="img" aria-label="open: MOF Class III"');
  expect(svg).toContain("<title>open: MOF Class III</title>");
  expect(svg).toMatch(/>open<\/text>\n.*>MOF Class III<\/text>/);
  expect(svg).not.toMatch(/href|url\(|<script|<style/);
});

test("the four answers differ in shape and in colour", () => {
  const all = (["yes", "partly", "no", "unknown"] as const).map((answer) => draw("x", answer));
  expect(new Set(all.map((svg) => svg.match(/<svg x=.*<\/svg>/)?.[0])).size).toBe(4);
  expect(new Set(all.map((svg) => svg.match(/h-[\d.]+z" fill="(#\w+)"\/>\n<g/)?.[1])).size).toBe(4);
});

test("any words stay words", () => {
  const shape = (svg: string): readonly string[] => listElements(svg).map(({ tagName }) => tagName);
  const plain = shape(draw("x"));
  const holds = fc.property(anyWords, (words) => {
    const elements = listElements(draw(words));
    expect(elements.map(({ tagName }) => tagName)).toEqual(plain);
    const [, shown] = elements.filter(({ tagName }) => tagName === "text").map(textOf);
    const whole = toPrintable(words);
    expect([...whole].length > 80 ? whole.startsWith((shown ?? "").slice(0, -1)) : shown === whole).toBe(true);
  });
  fc.assert(holds, { numRuns: 300 });
});

test("a file that ends in .json gets what shields.io reads", () => {
  const rendered = { document: null, views: [makeVerdict("MOF unknown", "unknown")] };
  const json = badge.render(rendered, { ...DEVICE, path: "out/openness.JSON" });
  expect(JSON.parse(json)).toEqual({
    schemaVersion: 1,
    label: "open",
    message: "MOF unknown",
    color: expect.stringMatching(/^[0-9a-f]{6}$/),
  });
  expect(badge.render(rendered, { ...DEVICE, path: "badge.svg" })).toContain("<svg");
});

test("there is none of a document without a verdict, nor of two releases", () => {
  for (const views of [[], [[{ kind: "note", text: "x" }] as const], [makeView("a"), makeView("b")]])
    expect(() => badge.render({ document: null, views }, DEVICE)).toThrow(UsageError);
});
