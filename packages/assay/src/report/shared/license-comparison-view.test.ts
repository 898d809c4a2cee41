import { expect, test } from "vitest";
import type { LicenseComparison, TermChange } from "../../model/documents.ts";
import { viewComparison } from "./license-comparison-view.ts";
import type { Block } from "./view.ts";

const MATCH = { id: "Owl-1.0", kind: "exact", similarity: 1 } as const;

function view(part: Partial<LicenseComparison>): readonly Block[] {
  const comparison: LicenseComparison = {
    old: "OLD",
    new: "NEW",
    licenses: { old: MATCH, new: MATCH },
    relation: "changed-words",
    shared: 0.9,
    verdict: "same",
    headline: "The same rights, as far as terms are read: only words changed",
    terms: [],
    texts: [],
    ...part,
  };
  return viewComparison(comparison, ({ id }) => id ?? "unknown");
}

function gained(type: string, value: string | number, direction: TermChange["direction"]): TermChange {
  const at = { start: 0, end: 9, line: 3 };
  return {
    change: "gained",
    type,
    direction,
    message: `${value}!`,
    silence: "words",
    new: { type, value, quote: "an owl", at },
  };
}

function titles(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "list" ? [block.title] : []));
}

test("the verdict stands above all else, by a mark and a word", () => {
  const [heading, verdict] = view({ verdict: "narrower", headline: "Narrower: nobody may feed it (NEW:3)" });
  expect(heading).toEqual({ kind: "heading", text: "OLD → NEW", aside: "Owl-1.0 → Owl-1.0" });
  expect(verdict).toMatchObject({
    kind: "answers",
    rows: [{ label: "Rights", answer: "no", word: "narrower", text: "nobody may feed it (NEW:3)" }],
  });
});

test("what is narrower comes first, with the quote and its line", () => {
  const terms = [
    gained("naming", "Owl", "other"),
    gained("naming", "Hen", "wider"),
    gained("naming", "Fox", "narrower"),
  ];
  const blocks = view({ terms });
  expect(titles(blocks)).toEqual(["narrower · Fox!", "wider · Hen!", "neither · Owl!"]);
  expect(blocks).toContainEqual({ kind: "list", title: "narrower · Fox!", items: ["NEW:3 “an owl”"], more: 0 });
});

test("a term that is known without words says so", () => {
  const term: TermChange = {
    ...gained("naming", "Owl", "wider"),
    new: { type: "naming", value: "Owl", clause: "2.b" },
  };
  expect(view({ terms: [term] })).toContainEqual(
    expect.objectContaining({ items: ["NEW, known of this licence: clause 2.b"] }),
  );
});

test("many forbidden uses are one list, and changes beyond twenty are counted", () => {
  const uses = Array.from({ length: 12 }, (_, n) => gained("forbidden-use", `use-${n}`, "narrower"));
  const names = Array.from({ length: 23 }, (_, n) => gained("naming", `owl-${n}`, "narrower"));
  const blocks = view({ terms: [...uses, ...names] });
  expect(titles(blocks).filter((title) => title.includes("owl-"))).toHaveLength(20);
  expect(blocks).toContainEqual({ kind: "note", text: "… and 3 more changes (--json lists all)" });
  expect(blocks).toContainEqual(expect.objectContaining({ title: "narrower · 12 uses newly forbidden", more: 2 }));
});

test("places with the same change are one line; of two different texts they are only counted", () => {
  const texts = [1, 5, 9].map((line) => ({ old: { text: "owl", line }, new: { text: "hen", line } }));
  const list = {
    kind: "list",
    title: "3 places with other words",
    items: ["OLD:1 “owl” → NEW:1 “hen” · 2 more places"],
    more: 0,
  };
  expect(view({ texts })).toContainEqual(list);
  expect(view({ texts, shared: 0.1 })).toContainEqual({
    kind: "note",
    text: "3 places with other words (--json lists them).",
  });
  const moved = [{ old: { text: "owl", line: 2 }, new: { text: "owl", line: 7 }, moved: true }] as const;
  expect(view({ texts: moved })).toContainEqual(
    expect.objectContaining({
      title: "1 place with other words, 1 only moved",
      items: ["moved · OLD:2 “owl” → NEW:7"],
    }),
  );
});
