import { expect, test } from "vitest";
import { openBench } from "../../../test/support/release.ts";
import { type Page, pages, sectionAt, statementOf } from "./index.ts";

async function readPages(files: Readonly<Record<string, string>>): Promise<readonly Page[]> {
  return await openBench({ files }).study(pages);
}

test("documents on the release come by depth, the README of the root first", async () => {
  const found = await readPages({
    "DATA.md": "# Data\n",
    "README_zh.md": "# Owl\n",
    "README.md": "# Owl\n",
    "model-card.md": "# Owl\n",
    "src/part/README.md": "# Part\n",
    "CHANGELOG.md": "# Changes\n",
    "tests/README.md": "# Tests\n",
    "skills/a/README.md": "# Skill\n",
    "src/notes.md": "# Notes\n",
  });
  expect(found.map(({ artifact }) => artifact.path)).toEqual([
    "README.md",
    "README_zh.md",
    "model-card.md",
    "DATA.md",
    "src/part/README.md",
  ]);
  expect(found.map(({ isFront }) => isFront)).toEqual([true, true, true, true, false]);
});

test("sentences have the place at which they begin; front matter, comments and code have none", async () => {
  const text =
    "---\nlicense: mit\n---\n# Owl\n\nIt hoots. It\nflies.\n<!-- It\nsings. -->\n```\nIt runs.\n```\n- one. Two\n";
  const [page] = await readPages({ "README.md": text });
  expect(page?.statements.map(({ words, line, lastLine }) => [words, line, lastLine])).toEqual([
    ["# Owl", 4, 4],
    ["It hoots.", 6, 6],
    ["It\nflies.", 6, 7],
    ["- one.", 13, 13],
    ["Two", 13, 13],
  ]);
  for (const { words, from } of page?.statements ?? []) expect(text.slice(from, from + words.length)).toBe(words);
});

test("a section without a kind of its own has that of the one around it", async () => {
  const [page] = await readPages({ "README.md": "# Owl\n\n## Training\n\n### For the hoot\n\nx\n\n## Wings\n" });
  if (page === undefined) throw new RangeError("no page");
  expect([1, 3, 7, 9].map((line) => sectionAt(page, line).kind)).toEqual([
    "none",
    "training-procedure",
    "training-procedure",
    "none",
  ]);
  expect(sectionAt(page, 7).titles).toEqual(["Owl", "Training", "For the hoot"]);
});

test("a link stands in its sentence, of several on one line too", async () => {
  const [page] = await readPages({ "README.md": "# Owl\n\nFirst [a](x.md). Then [b](y.md)\nand more.\n" });
  const found = page?.document.links.map((link) => statementOf(page, link)?.words);
  expect(found).toEqual(["First [a](x.md).", "Then [b](y.md)\nand more."]);
});
