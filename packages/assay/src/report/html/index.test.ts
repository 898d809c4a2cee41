import fc from "fast-check";
import { expect, test } from "vitest";
import { attributeOf, type Element, listElements, listShape, textOf } from "../../../test/support/markup.ts";
import { anyWords, makeView } from "../../../test/support/view.ts";
import { toPrintable } from "../shared/printable.ts";
import type { AnswerRow, View } from "../shared/view.ts";
import html from "./index.ts";

function render(...views: readonly View[]): string {
  return html.render({ document: null, views }, { colour: false, width: 80, isTerminal: false });
}

function named(elements: readonly Element[], tag: string): readonly Element[] {
  return elements.filter(({ tagName }) => tagName === tag);
}

function classed(elements: readonly Element[], name: string): readonly Element[] {
  return elements.filter((element) => (attributeOf(element, "class") ?? "").split(" ").includes(name));
}

/** Lines and tabs of a quote are kept; the rest of what a terminal would obey is escaped. */
function toQuoted(words: string): string {
  return words.replaceAll("\r\n", "\n").replace(/[^\n\t]+/g, toPrintable);
}

const PLAIN = listShape(render(makeView("x")));
/** What the page is made of; nothing of it runs or fetches anything. */
const WRITTEN = new Set(
  "html head meta title style body svg symbol circle path use main article header section footer h1 h2 h3 p span bdi a table colgroup col thead tbody tr th td details summary ol ul li blockquote dl div dt dd nav".split(
    " ",
  ),
);

test("any words in any field stay words: the page has the same elements, and shows the words escaped", () => {
  const holds = fc.property(anyWords, (words) => {
    // A word that is the answer's own is said once, and an address that is one becomes a link.
    fc.pre(words !== "partly" && !/^https?:/i.test(words));
    const elements = listElements(render(makeView(words)));
    const shown = toPrintable(words);
    expect(elements.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(" "))).toEqual(PLAIN);
    expect(named(elements, "h1").map(textOf)).toEqual([`${shown} @ ${shown}`]);
    for (const header of named(elements, "th").filter((one) => attributeOf(one, "scope") === "row"))
      expect(textOf(header)).toBe(shown);
    for (const word of classed(elements, "word")) expect(textOf(word)).toBe(shown);
    for (const quote of named(elements, "blockquote")) expect(textOf(quote)).toBe(toQuoted(words));
    for (const place of classed(elements, "place")) expect(textOf(place)).toBe(shown);
    expect(classed(elements, "note").map(textOf)).toContain(shown);
    expect(named(elements, "dt").map(textOf)).toEqual([shown]);
  });
  fc.assert(holds, { numRuns: 600 });
});

test("the page is made of what we wrote, runs nothing, and fetches nothing", () => {
  const page = render(makeView("https://hub.example/a?b=1&c=2"), makeView("b"));
  const elements = listElements(page);
  for (const { tagName, attrs } of elements) {
    expect(WRITTEN).toContain(tagName);
    for (const { name, value } of attrs) {
      expect(name).not.toMatch(/^on|^src|^style$|^action$/);
      if (name === "href") expect(value).toMatch(/^(?:#[a-z]+-\w+|https:\/\/hub\.example\/a\?b=1&c=2)$/);
    }
  }
  const policy = elements.find((one) => attributeOf(one, "http-equiv") === "Content-Security-Policy");
  expect(attributeOf(policy ?? fail(), "content")).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
  const [style] = named(elements, "style");
  expect(textOf(style ?? fail())).not.toMatch(/url\(|@import|expression/i);
});

function fail(): never {
  throw new Error("it is not there");
}

test("links are of the web, and tell nothing of where they were followed from", () => {
  const links = named(listElements(render(makeView("https://hub.example/x"))), "a");
  expect(links.length).toBeGreaterThan(1);
  for (const link of links) expect(attributeOf(link, "rel")).toBe("noopener noreferrer");
  for (const url of [
    "javascript:alert(1)",
    "data:text/html,x",
    "https://me:secret@hub.example/",
    "\0https://hub.example/",
    " https://hub.example/",
  ])
    expect(named(listElements(render(makeView(url))), "a")).toEqual([]);
});

/** Ranks of the headings, in their order. */
function listRanks(page: string): readonly number[] {
  return listElements(page).flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
}

test.each([1, 3])("headings descend by one step, from one of rank 1, over %i views", (count) => {
  const ranks = listRanks(render(...Array.from({ length: count }, (_, index) => makeView(`view ${index}`))));
  expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
  for (const [index, rank] of ranks.entries()) expect(rank - (ranks[index - 1] ?? 0)).toBeLessThanOrEqual(1);
});

test("a page of several has a list that leads to each", () => {
  const elements = listElements(render(makeView("a"), makeView("b")));
  const targets = named(elements, "a").map((link) => attributeOf(link, "href"));
  expect(targets).toEqual(["#report-1", "#report-2"]);
  for (const target of targets)
    expect(elements.filter((one) => attributeOf(one, "id") === target?.slice(1))).toHaveLength(1);
});

test("every table has a name, heads for its columns and a head for each row", () => {
  const tables = named(listElements(render(makeView("x"))), "table");
  expect(tables).toHaveLength(5);
  for (const table of tables) expect(attributeOf(table, "aria-label")).toBe("x");
});

const ROW: AnswerRow = { label: "Weights", answer: "yes", text: "" };

test("a shape says its answer aloud where the word beside it is another", () => {
  const shapes = (row: AnswerRow): readonly (string | null)[] =>
    classed(listElements(render([{ kind: "answers", marks: true, rows: [row] }])), "shape").map((shape) =>
      attributeOf(shape, "aria-label"),
    );
  expect(shapes({ ...ROW, word: "Apache-2.0" })).toEqual(["yes:"]);
  expect(shapes(ROW)).toEqual([null]);
  expect(shapes({ ...ROW, unmarked: true })).toEqual([]);
});

test("what stands under two answers has one number, and is printed once", () => {
  const evidence = [{ text: "it is said", place: "LICENSE:1", quote: "words" }];
  const rows = [
    { ...ROW, evidence },
    { ...ROW, evidence: [{ text: "other" }, ...evidence] },
  ];
  const elements = listElements(render([{ kind: "answers", marks: true, rows }]));
  const entries = named(elements, "li").map((one) => [attributeOf(one, "value"), attributeOf(one, "class")]);
  expect(entries).toEqual([
    ["1", null],
    ["2", null],
    ["1", "elsewhere"],
  ]);
  expect(classed(elements, "printed").map(textOf)).toEqual(["See 1"]);
});

test("what is cut from a later answer is printed under the opening one", () => {
  const many = Array.from({ length: 50 }, (_, n) => ({ text: `number ${n}` }));
  const elements = listElements(
    render([
      { kind: "answers", marks: true, rows: [{ ...ROW, evidence: many.slice(49) }] },
      { kind: "answers", marks: true, rows: [{ ...ROW, evidence: many }] },
    ]),
  );
  const [first] = named(elements, "li");
  expect([first && textOf(first), first && attributeOf(first, "class")]).toEqual(["number 49", null]);
});

test("the same observation under one answer is shown once", () => {
  const evidence = [{ text: "it is said" }, { text: "it is said" }];
  const elements = listElements(render([{ kind: "answers", marks: true, rows: [{ ...ROW, evidence }] }]));
  expect(named(elements, "li")).toHaveLength(1);
  expect(named(elements, "summary").map(textOf)).toEqual(["what was looked at for Weights"]);
});

test("what an opening answer rests on is printed where it is told of below, if it is", () => {
  const [said, alone] = [{ text: "it is said" }, { text: "it is alone" }];
  const elements = listElements(
    render([
      { kind: "answers", marks: true, rows: [{ ...ROW, evidence: [said, alone] }] },
      { kind: "answers", marks: true, rows: [{ ...ROW, evidence: [said] }] },
    ]),
  );
  const entries = named(elements, "li").map((one) => [textOf(one), attributeOf(one, "class")]);
  expect(entries).toEqual([
    ["it is said", "elsewhere"],
    ["it is alone", null],
    ["it is said", null],
  ]);
});

test("evidence and quotes without end are cut, and what is left out is counted", () => {
  const evidence = Array.from({ length: 50 }, (_, n) => ({ text: `number ${n}`, quote: "w".repeat(9000) }));
  const elements = listElements(render([{ kind: "answers", marks: true, rows: [{ ...ROW, evidence }] }]));
  expect(named(elements, "li")).toHaveLength(40);
  expect(classed(elements, "left").map(textOf)).toEqual(["and 10 more in the JSON"]);
  for (const quote of named(elements, "blockquote")) expect(textOf(quote).length).toBeLessThan(4100);
});

test("what a short report counts only is folded, and what is in neither is counted", () => {
  const page = render([{ kind: "list", title: "Gaps", items: ["one"], rest: ["two"], more: 5 }]);
  expect(named(listElements(page), "li").map((one) => textOf(one).trim())).toEqual(["one", "two"]);
  expect(page).toContain("and 4 more in the JSON");
});
