import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { attributeOf, type Element, listElements, listShape, textOf } from "../../../test/support/markup.ts";
import { anyWords, makeView } from "../../../test/support/view.ts";
import { toPrintable } from "../shared/printable.ts";
import type { View } from "../shared/view.ts";
import markdown from "./index.ts";

function write(...views: readonly View[]): string {
  return markdown.render({ document: null, views }, { colour: false, width: 80, isTerminal: false });
}

/** As GitHub reads it, but for what it removes afterwards. */
function read(text: string): string {
  return micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

function named(elements: readonly Element[], ...tags: readonly string[]): readonly Element[] {
  return elements.filter(({ tagName }) => tags.includes(tagName));
}

/** Blanks do not count: Markdown folds them. */
function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const PLAIN = listShape(read(write(makeView("x y"))));

test("any words in any field stay words: no link, no element, no cell more or less", () => {
  const holds = fc.property(anyWords, (words) => {
    // Nothing seen is nothing to list, and an address that is one becomes a link of ours.
    fc.pre(words.trim() !== "" && !/^\s*https?:/i.test(toPrintable(words)));
    const source = write(makeView(`a ${words} b`));
    const elements = listElements(read(source));
    const lines = words.split(/\r?\n/).length;
    const paragraphs = (shape: readonly string[]): readonly string[] => shape.filter((one) => one !== "p");
    const shape = elements.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(" "));
    if (lines === 1) expect(shape, source).toEqual(PLAIN);
    else expect(paragraphs(shape), source).toEqual(paragraphs(PLAIN));
    const shown = fold(toPrintable(`a ${words} b`));
    for (const element of named(elements, "strong", "h2", "summary").filter((one) => textOf(one) !== "Evidence"))
      expect(fold(textOf(element)), source).toBe(shown);
    for (const quote of named(elements, "blockquote"))
      expect(fold(textOf(quote)), source).toBe(fold(`a ${words} b`.split(/\r?\n/).map(toPrintable).join("\n")));
  });
  fc.assert(holds, { numRuns: 600 });
});

test.each(["@octocat", "a@b.example", "#1", "GH-1", "me/owl#1", "@acme/owls", ":smile:", ":a:b"])(
  "%s is no mention, in whatever is sought in the finished text",
  (words) => {
    const text = `see ${words} now`;
    const folded = { kind: "answers", title: text, rows: [{ label: "a", answer: "no", text }], marks: true } as const;
    const page = read(
      write([
        { kind: "note", text },
        { ...folded, folded: true },
      ]),
    );
    // The words stand in two pieces of text, which no search for them joins.
    expect(page).not.toContain(words);
    expect(page.replaceAll("<!-- -->", "")).toContain(words);
  },
);

test.each(["$x$", "www.evil.example", "https://evil.example"])("%s is escaped where it is written", (words) => {
  expect(write([{ kind: "note", text: words }])).not.toContain(words);
});

test("places link to their revision, in tables and in lists", () => {
  const url = "https://hub.example/a(b)|c_d?x=1&copy=2#L3";
  const evidence = [{ text: "it is said", place: "LICENSE:3", url }];
  const row = { label: "USE", answer: "no", text: "no", place: "LICENSE:3", evidence } as const;
  const elements = listElements(read(write([{ kind: "answers", marks: false, rows: [row] }])));
  const links = named(elements, "a").map((link) => attributeOf(link, "href"));
  expect(links).toHaveLength(2);
  for (const link of links) expect(decodeURIComponent(link ?? "")).toBe(decodeURIComponent(new URL(url).href));
  expect(named(elements, "td")).toHaveLength(3);
});

test("each answer has its shape", () => {
  const rows = (["yes", "partly", "no", "unknown"] as const).map((answer) => ({ label: answer, answer, text: "" }));
  const text = write([{ kind: "answers", marks: false, rows }]);
  expect(text.match(/[●◐○◌] \w+/gu)).toEqual(["● yes", "◐ partly", "○ no", "◌ unknown"]);
});

test("words are quoted once", () => {
  const evidence = [{ text: "it is said", place: "LICENSE:3", quote: "so it is" }];
  const row = { label: "USE", answer: "no", text: "no", evidence } as const;
  const text = write([{ kind: "answers", marks: false, rows: [row, row] }]);
  expect(text.match(/it is said/g)).toHaveLength(2);
  expect(text.match(/so it is/g)).toHaveLength(1);
});

test("a report that no comment would hold is written without its evidence, and says so", () => {
  const evidence = [{ text: "it is said", quote: "owl ".repeat(150) }];
  const rows = Array.from({ length: 300 }, (_, n) => ({
    label: `row ${n}`,
    answer: "no" as const,
    text: "no",
    evidence: evidence.map((one) => ({ ...one, quote: `${n} ${one.quote}` })),
  }));
  const text = write([{ kind: "answers", marks: false, rows }]);
  expect(text.length).toBeLessThan(60_000);
  expect(text).toContain("row 299");
  expect(text).not.toContain("it is said");
  expect(text).toContain("The evidence is left out here");
});
