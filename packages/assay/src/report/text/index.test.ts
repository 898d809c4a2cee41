import { expect, test } from "vitest";
import type { Device } from "../shared/report.ts";
import type { View } from "../shared/view.ts";
import text from "./index.ts";

const PLAIN: Device = { colour: false, width: 80, isTerminal: false };
const EVIL = "\u001b[2Jowl\u202e\u0007\n\ud800";

/** Every kind of block, with a stranger's words in every place that holds words. */
const VIEW: View = [
  { kind: "heading", text: EVIL, aside: EVIL },
  {
    kind: "answers",
    title: EVIL,
    marks: true,
    rows: [{ label: EVIL, answer: "yes", word: EVIL, text: EVIL, place: EVIL }],
  },
  { kind: "answers", marks: false, rows: [{ label: EVIL, answer: "no", text: EVIL }] },
  { kind: "list", title: EVIL, items: [EVIL], more: 3 },
  { kind: "note", text: EVIL },
];

function render(views: readonly View[], device: Device): string {
  return text.render({ document: null, views }, device);
}

test("words of strangers cannot command the terminal from any block", () => {
  const shown = render([VIEW], PLAIN);
  const unsafe = [...shown].filter((character) => character !== "\n" && /[\p{Cc}\p{Cf}\p{Cs}]/u.test(character));
  expect(unsafe).toEqual([]);
  expect(shown.match(/\\u\{1b\}\[2Jowl\\u\{202e\}\\u\{7\}\\u\{a\}\\u\{d800\}/g)).toHaveLength(12);
});

test("colour adds escapes of its own and changes no word", () => {
  const coloured = render([VIEW], { ...PLAIN, colour: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the escapes that colour is made of.
  const bare = coloured.replace(/\u001b\[\d+m/g, "");
  expect(coloured).not.toBe(bare);
  expect(bare).toBe(render([VIEW], PLAIN));
});

test("each answer has a shape of its own, so that it is told without colour", () => {
  const rows = (["yes", "partly", "no", "unknown"] as const).map((answer) => ({ label: answer, answer, text: "" }));
  const lines = render([[{ kind: "answers", marks: true, rows }]], PLAIN)
    .trim()
    .split("\n");
  expect(new Set(lines.map((line) => line.trim()[0])).size).toBe(4);
});

test("labels, words and texts stand in columns, and long texts stay in theirs", () => {
  const rows = [
    { label: "A", answer: "yes" as const, word: "Apache-2.0", text: "one two three four five six seven" },
    { label: "Longer", answer: "no" as const, text: "short" },
  ];
  expect(render([[{ kind: "answers", marks: false, rows }]], { ...PLAIN, width: 40 })).toBe(
    "\n  A       Apache-2.0  one two three four\n                      five six seven\n  Longer  no          short\n\n",
  );
});

test("a title longer than a line is broken over lines", () => {
  const rows = [{ label: "A", answer: "yes" as const, text: "b" }];
  const view: View = [{ kind: "answers", title: "Rights by one and two and three", marks: false, rows }];
  expect(render([view], { ...PLAIN, width: 20 })).toBe("\n  Rights by one and\n  two and three\n  A  yes  b\n\n");
});

test("what is left out of a list is counted", () => {
  const shown = render([[{ kind: "list", title: "Gaps", items: ["one"], more: 2 }]], PLAIN);
  expect(shown).toContain("… and 2 more");
  expect(render([[{ kind: "list", title: "Gaps", items: ["one"], more: 0 }]], PLAIN)).not.toContain("more");
});

test("a heading keeps what stands aside on its line while there is room", () => {
  const view: View = [{ kind: "heading", text: "owl", aside: "3 files" }];
  expect(render([view], { ...PLAIN, width: 20 })).toBe(`\n  owl${" ".repeat(8)}3 files\n\n`);
  expect(render([view], { ...PLAIN, width: 12 })).toBe("\n  owl\n  3 files\n\n");
});

test("reports of several targets follow each other", () => {
  const note = (words: string): View => [{ kind: "note", text: words }];
  expect(render([note("first"), note("second")], PLAIN)).toBe("\n  first\n\n\n  second\n\n");
});
