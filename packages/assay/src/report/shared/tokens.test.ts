import { expect, test } from "vitest";
import { DARK, LIGHT, type Theme } from "./tokens.ts";

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test("the measure is WCAG's: black on white is 21 to 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});

const THEMES: readonly (readonly [string, Theme])[] = [
  ["light", LIGHT],
  ["dark", DARK],
];

test.each(THEMES)("every word has contrast AA on every ground of the %s theme", (_, theme) => {
  const words = [theme.ink, theme.faint, theme.link, ...Object.values(theme.answers)];
  for (const ground of [theme.ground, theme.inset])
    for (const word of words) expect(contrast(word, ground), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});

test("white words have contrast AA on every ground of a badge", () => {
  for (const ground of [DARK.rule, ...Object.values(LIGHT.answers)])
    expect(contrast("#ffffff", ground)).toBeGreaterThanOrEqual(4.5);
});
