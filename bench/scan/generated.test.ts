/** A slice of the generated files: each is flagged, and no twin is. */

import { expect, test } from "vitest";

import { inFolder } from "../measure.ts";
import type { Row } from "./answer.ts";
import { foldersOf, scanWithAssay } from "./assay.ts";
import { generateFiles } from "./generate/files.ts";
import { FORMS } from "./generate/forms.ts";
import { writeGenerated } from "./sets/generated.ts";
import { listWrong } from "./table.ts";

const SLICE = { count: 300, twins: 60, seed: 7 };

const { rows, recipes, column } = await inFolder(async (folder) => {
  const written = writeGenerated(folder, SLICE);
  const answers = await scanWithAssay(foldersOf(written.rows.map(({ path }) => path)));
  return { ...written, column: { id: "assay", answers } };
});
const wrong = (expected: Row["expected"]): readonly string[] =>
  listWrong(
    rows.filter((row) => row.expected === expected),
    column,
    recipes,
  );

test("every generated file is dangerous or risky", () => {
  expect(wrong("flag")).toEqual([]);
});

test("no twin with data alone is dangerous or risky", () => {
  expect(wrong("pass")).toEqual([]);
});

test("every form is drawn, and every file another one", () => {
  const forms = [...recipes.values()].map((recipe) => recipe.split(" · ")[1]);
  expect(new Set(forms)).toEqual(new Set(FORMS.map(({ id }) => id)));
  expect(new Set(recipes.keys()).size).toBe(SLICE.count);
});

test("the same seed gives the same files", () => {
  const draw = (): readonly string[] =>
    Array.from(generateFiles(20, 3), ({ name, bytes }) => name + Buffer.from(bytes).toString("base64"));
  expect(draw()).toEqual(draw());
});
