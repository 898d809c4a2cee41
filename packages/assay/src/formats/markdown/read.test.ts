import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { testContext, watchedSource, work } from "../../../test/format-kit.ts";
import type { DocumentFact } from "../../model/facts.ts";
import { scanBlocks } from "./blocks.ts";
import { examples } from "./examples/build.ts";
import markdown from "./index.ts";
import { Skeleton } from "./skeleton.ts";
import * as words from "./words.ts";

testExamples(markdown, words, { url: import.meta.url, examples });

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function documentOf(text: string): Promise<DocumentFact> {
  const { read } = await work(markdown, encode(text));
  if (read?.facts.document === undefined) throw new Error("no document");
  return read.facts.document;
}

const urls = async (text: string): Promise<readonly string[]> => (await documentOf(text)).links.map((link) => link.url);
const titles = async (text: string): Promise<readonly string[]> =>
  (await documentOf(text)).headings.map((h) => h.title);

test("front matter is handed on so that its places are those of the file", async () => {
  const handed: [string, string][] = [];
  const text = "\ufeff---\r\nlicense: mit\r\n---  \r\n# T\r\n";
  const descend = async (child: { size: number; read(a: number, b: number): Promise<Uint8Array> }, name: string) => {
    handed.push([name, new TextDecoder("utf-8", { ignoreBOM: true }).decode(await child.read(0, child.size))]);
    return [];
  };
  const read = await markdown.read(watchedSource(encode(text)), testContext({ descend }));
  expect(handed).toEqual([["front-matter", "\ufeff---\r\nlicense: mit\r\n"]]);
  expect(read.facts.document?.body).toBe(encode("\ufeff---\r\nlicense: mit\r\n---  \r\n").length);
  expect(read.facts.document?.headings).toMatchObject([{ title: "T", at: { line: 4 } }]);
});

test("front matter that never closes leaves its text to the document", async () => {
  const { read } = await work(markdown, encode("---\nlicense: mit\n# T\n"));
  expect(read?.facts.document).toMatchObject({ body: 0, headings: [{ title: "T" }] });
});

test("a break at the top is no front matter", async () => {
  const { read } = await work(markdown, encode("---\n\n# T\n"));
  expect(read?.faults).toEqual([]);
});

test("headings: only what CommonMark takes for one", async () => {
  expect(await titles("#no\n####### seven\n\\# escaped\n    # code\n#\n# a #b##\n### c ###\n")).toEqual([
    "",
    "a #b##",
    "c",
  ]);
  expect(await titles("a\nb\n---\n\n- c\n---\n\n> d\n---\n\n---\n")).toEqual(["a b"]);
  expect(await titles("~~~\n# in\n```\n# in\n~~~~\n# out\n")).toEqual(["out"]);
  expect(await titles("1. x\n\n    ```\n# in\n    ```\n# out\n")).toEqual(["out"]);
  expect(await titles("# **License** [MIT](x) ![b](y)<a name='z'></a> snake_case &\n")).toEqual([
    "License MIT snake_case &",
  ]);
});

test("links: inline, by reference, automatic and raw", async () => {
  expect(await urls("[a](<b c> 'd') [e]( f ) [g](h i) [j]()")).toEqual(["b c", "f", ""]);
  expect(await urls("[![i](img)](to)")).toEqual(["to", "img"]);
  expect(await urls("[a [b](c) d](e)")).toEqual(["c"]);
  expect(await urls("[a][B  c] [b c][] [b c] [b c](x) [none]\n\n[B C]: <u> 't'\n[b c]: second\n")).toEqual([
    "u",
    "u",
    "u",
    "x",
  ]);
  expect(await urls("(https://a.b/c_(d)). **http://e.f** www.g.h, xhttp://no https://")).toEqual([
    "https://a.b/c_(d)",
    "http://e.f",
    "www.g.h",
  ]);
  expect(await urls("[https://a.b](https://a.b) `https://code` <!-- https://no --> <mailto:x@y.z>")).toEqual([
    "https://a.b",
    "mailto:x@y.z",
  ]);
  expect(await urls('<a class="x" href=\'u\'>t</a> <img\nsrc=i> <b href="no">')).toEqual(["u", "i"]);
  expect(await urls("text\n\n    [code](x)\n\n- item\n\n    [text](y)\n")).toEqual(["y"]);
});

test("tables: cells, escapes and where they end", async () => {
  const { tables } = await documentOf("a|b\n-|-\n1|2|3\nlast\n\nx | y\n--- | ---\n\n|a|\n|--|--|\n");
  expect(tables.map(({ header, rows }) => ({ header, rows }))).toEqual([
    { header: ["a", "b"], rows: [["1", "2", "3"], ["last"]] },
    { header: ["x", "y"], rows: [] },
  ]);
});

test("what is past a bound is a gap", async () => {
  const { read } = await work(markdown, encode("[a](b) ".repeat(20_001)));
  expect(read?.facts.document?.links).toHaveLength(20_000);
  expect(read?.gaps).toMatchObject([{ code: "over-limit", args: { what: "links" } }]);
});

/** Inputs on which other scanners take quadratic time or worse. */
const HOSTILE: readonly string[] = [
  "[",
  "]",
  "![",
  "[](",
  "[](a",
  '[](a "',
  "[](<",
  "[a](b",
  "[][",
  "[a][b",
  "`",
  "`` ` ",
  "<",
  "<a ",
  "<!--",
  "<!-- a ",
  "<h1>",
  '<a href="',
  "(",
  "\\",
  "*",
  "_",
  "http://",
  "http://(",
  "www.",
  "> ",
  "- ",
  "1. ",
  "#",
  "# ",
  "```\n",
  "~~~\n",
  "---\n",
  "a\n===\n",
  "|",
  "|-",
  "a|b\n-|-\n",
  "|\n|-\n",
  "[a]: b\n",
  "[a]:",
  "\t",
  " ",
  "\r",
  "<!--\n-->",
  "</a>",
  "</h1>",
  "> ```\n",
  "[a]\n",
];

test.each(HOSTILE)("work is linear on a repeated %j", (piece) => {
  for (const size of [10_000, 80_000]) {
    const content = piece.repeat(Math.ceil(size / piece.length));
    const found = new Skeleton(content);
    scanBlocks(content, 0, found);
    expect(found.steps).toBeLessThan(40 * content.length);
  }
});
