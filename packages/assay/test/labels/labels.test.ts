/** Labels are checked against the files they speak of, and against the drawing; never against an answer of ours. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMPONENTS } from "../../src/model/components.ts";
import { type DrawnHeading, drawHeadings, drawReleases, readListing } from "./draw.ts";
import {
  type ComponentLabel,
  covers,
  type HeadingLabel,
  halfOf,
  type Pointer,
  readHeadingLabels,
  readReleaseLabels,
} from "./read-labels.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../shared/corpora");
const isAbsent = !existsSync(join(CORPORA, "releases"));

/** Drawings of headings and how many each has: of some corpora the last ones take all that is left. */
const HEADINGS = [
  [1, 200],
  [2, 200],
  [3, 380],
  [4, 350],
] as const;

const KINDS = [
  "description",
  "intended-use",
  "out-of-scope-use",
  "limitations",
  "bias-risks",
  "training-data",
  "training-procedure",
  "preprocessing",
  "evaluation-data",
  "evaluation-results",
  "usage",
  "license",
  "citation",
  "environmental-impact",
  "compute",
  "data-collection",
  "data-annotation",
  "personal-data",
  "architecture",
  "contact",
  "changelog",
  "safety",
  "model-sources",
  "none",
];

describe.each(readReleaseLabels())("$release", (labels) => {
  const all = Object.entries(labels.components);

  test("every component has one label with what its state asks for", () => {
    expect(Object.keys(labels.components)).toEqual(COMPONENTS.map(({ id }) => id));
    expect(labels.half).toBe(halfOf(labels.release));
    const empty = all.filter(([, label]) => !isSubstantiated(label)).map(([id]) => id);
    expect(empty).toEqual([]);
  });

  test("no path has to be found and must not be", () => {
    const wrong = all.flatMap(([id, { must = [], anyOf = [], may = [], never = [] }]) =>
      [...must, ...anyOf, ...may].filter((path) => covers(never, path)).map((path) => `${id}: ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test.skipIf(isAbsent)("every path is listed, every pointer stands where the label says", () => {
    const folder = join(CORPORA, "releases", labels.release);
    const listing = readFileSync(join(folder, "TREE.tsv"));
    expect(`sha256:${createHash("sha256").update(listing).digest("hex")}`).toBe(labels.listing);
    const listed = readListing(folder);
    const wrong = all.flatMap(([id, label]) => listBreaches(label, folder, listed).map((breach) => `${id}: ${breach}`));
    expect(wrong).toEqual([]);
    expect(labels.access.filter(({ at }) => !stands(at, folder))).toEqual([]);
  });
});

describe("headings", () => {
  const labels = readHeadingLabels();

  test("every heading has kinds of the list and the half of its words", () => {
    const wrong = labels.filter(({ heading, kind, alternatives = [], half }) => {
      const isKnown = [kind, ...alternatives].every((item) => KINDS.includes(item)) && !alternatives.includes(kind);
      return !isKnown || half !== halfOf(heading.toLowerCase());
    });
    expect(wrong).toEqual([]);
  });

  test("each of six languages has every kind", () => {
    const own = new Set(
      labels.flatMap(({ language, kind }) => (language === undefined ? [] : [`${language} ${kind}`])),
    );
    const asked = ["en", "nl", "fr", "de", "es", "zh"].flatMap((language) =>
      KINDS.map((kind) => `${language} ${kind}`),
    );
    expect(asked.filter((item) => !own.has(item))).toEqual([]);
  });

  test.skipIf(isAbsent).each(HEADINGS)("drawing %i gives the %i headings that are labelled", (drawing, many) => {
    const labelled = labels.filter((label) => label.drawing === drawing);
    expect(labelled.length).toBe(many);
    expect(labelled.map(standingOf)).toEqual(drawHeadings(CORPORA, drawing).map(standingOf));
  });
});

test.skipIf(isAbsent).each([1, 2])("drawing %i gives the releases that are labelled", (drawing) => {
  const labelled = readReleaseLabels().filter((labels) => labels.drawing === drawing);
  expect(new Set(labelled.map(({ release }) => release))).toEqual(new Set(drawReleases(CORPORA, drawing)));
});

function standingOf({ path, line, heading, under, isTitle }: HeadingLabel | DrawnHeading): object {
  return { path, line, heading, under, isTitle };
}

function isSubstantiated({ state, alternatives = [], must = [], anyOf = [], at = [], why }: ComponentLabel): boolean {
  if (alternatives.includes(state)) return false;
  if (state === "present") return must.length + anyOf.length > 0;
  return state === "unknown" ? why !== undefined : at.length > 0;
}

function listBreaches(label: ComponentLabel, folder: string, listed: readonly string[]): readonly string[] {
  const { must = [], anyOf = [], may = [], never = [], at = [] } = label;
  const unlisted = [...must, ...anyOf, ...may, ...never].filter((path) => !listed.some((item) => covers([path], item)));
  const misplaced = at.filter((pointer) => !stands(pointer, folder)).map(({ path, line }) => `${path}:${line}`);
  return [...unlisted, ...misplaced];
}

function stands({ path, line, to = "" }: Pointer, folder: string): boolean {
  const file = join(folder, path);
  const text = existsSync(file) ? readFileSync(file, "utf8").split("\n")[line - 1] : undefined;
  return text !== undefined && text.trim() !== "" && text.includes(to);
}
