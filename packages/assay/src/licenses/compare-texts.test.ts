import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LicenseComparison, TermChange } from "../model/documents.ts";
import type { LicenseMatch } from "../model/license.ts";
import { compareLicenses, type LicenseSide } from "./compare-texts.ts";
import type { KnownTerms } from "./known-license.ts";
import { readTerms } from "./terms/index.ts";

const OWL = [
  "The Owl Licence",
  "You are granted a worldwide and royalty-free right to use, copy, change and feed the owl as you like.",
  "If your products have more than 700 million monthly active users, you must request a licence from Owl Inc.",
  "You must give all recipients a copy of this licence, and you may keep the feathers that the owl lets fall.",
  "You must not use the owl for military purposes, nor may you wake it before the sun has set over the barn.",
  "We may terminate this agreement if you are in breach of it, and then the owl flies home to where it was.",
].join("\n\n");

const UNKNOWN: LicenseMatch = { id: null, kind: "unknown", similarity: 0 };

function side(path: string, text: string, match: LicenseMatch = UNKNOWN): LicenseSide {
  return { path, text, match, deviations: [], terms: readTerms(text) };
}

function clean(id: string): LicenseMatch {
  return { id, kind: "exact", similarity: 1 };
}

function compare(older: string, newer: string): LicenseComparison {
  return compareLicenses(side("OLD", older), side("NEW", newer));
}

/** Changes of rights in short; of other words alone not. */
function changesOf({ terms }: LicenseComparison): readonly string[] {
  return terms.filter(({ change }) => change !== "reworded").map(say);
}

function say({ change, direction, type, old, new: newer }: TermChange): string {
  return `${change} ${direction} ${type}=${[old, newer].flatMap((term) => (term ? [term.value] : [])).join("→")}`;
}

test("a threshold that moves is one change with both numbers", () => {
  const told = compare(OWL, OWL.replace("700 million", "100 million"));
  expect(changesOf(told)).toEqual(["changed narrower user-threshold=700000000→100000000"]);
  expect(told).toMatchObject({ relation: "changed-words", verdict: "narrower" });
  expect(told.headline).toBe(
    "Narrower: above 100 million monthly users another licence is needed " +
      "(before: above 700 million monthly users another licence is needed) (NEW:5)",
  );
});

test("a display above a threshold is told with the name that has to be shown", () => {
  const clause =
    'If the owl has more than 100 million monthly active users, you shall prominently display "Built with Owl" on its page.';
  const told = compare(OWL, `${OWL}\n\n${clause}`);
  expect(told.headline).toBe(
    "Narrower: above 100 million monthly users “Built with Owl” has to be displayed (NEW:13); 1 more",
  );
});

test.each([
  ["effect", "you must request a licence from Owl Inc", 'you must display "Owl" on your page', "wider"],
  ["whose", "your products have", "you and your affiliates have", "other"],
  ["comparison", "more than 700 million", "at least 700 million", "narrower"],
])("another %s is a change of the same threshold", (name, ...[old, next, direction]) => {
  const told = compare(OWL, OWL.replace(old, next)).terms.find(({ type }) => type === "user-threshold");
  expect(told).toMatchObject({ change: "changed", direction });
  expect(told?.old?.details?.[name]).not.toEqual(told?.new?.details?.[name]);
});

test("another currency is neither wider nor narrower", () => {
  const clause = "Companies with more than US$ 20 million in monthly revenue have to ask for a licence.";
  const told = compare(`${OWL}\n\n${clause}`, `${OWL}\n\n${clause.replace("US$", "EUR")}`);
  expect(changesOf(told)).toEqual(["changed other revenue-threshold=20000000→20000000"]);
  expect(told.verdict).toBe("same");
  expect(told.headline).toMatch(/^Neither wider nor narrower: above EUR 20 million/);
});

test("a clause that stands elsewhere is neither gone nor new", () => {
  const paragraphs = OWL.split("\n\n");
  const moved = [paragraphs[0], paragraphs[4], ...paragraphs.slice(1, 4), paragraphs[5]].join("\n\n");
  const told = compare(OWL, moved);
  expect(told.terms).toEqual([]);
  expect(told.verdict).toBe("same");
  expect(told.texts.length).toBeGreaterThan(0);
  expect(told.texts.map(({ old, new: newer, moved }) => [moved, old?.text === newer?.text])).toEqual(
    told.texts.map(() => [true, true]),
  );
});

test("other words of the same term change no right and are listed", () => {
  const told = compare(OWL, OWL.replace("more than 700 million", "in excess of 700 million"));
  expect(told.terms.map(say)).toEqual(["reworded other user-threshold=700000000→700000000"]);
  expect(told).toMatchObject({ verdict: "same", relation: "changed-words" });
});

describe("only the form", () => {
  const WITH_NOTICE = `Copyright (c) 2024 Owl Inc.\n\n${OWL}`;

  test.each([
    ["lines are broken elsewhere", OWL, OWL.replace(/ (?=use|request|keep|wake)/g, "\n")],
    ["quotes and dashes", OWL, OWL.replace("royalty-free", "royalty\u2011free").replace("owl as", "“owl” as")],
    ["marks of headings and lists", OWL, `## ${OWL.replace("You must give", "2. You must give")}`],
    ["the year of a copyright notice", WITH_NOTICE, WITH_NOTICE.replace("2024", "2025")],
  ])("%s", (_, older, newer) => {
    expect(older).not.toBe(newer);
    const told = compare(older, newer);
    expect(told).toMatchObject({ relation: "form", verdict: "same", terms: [] });
    expect(told.headline).toBe("The same rights: only the form changed");
  });

  test("not a word", () => {
    expect(compare(OWL, OWL)).toMatchObject({
      relation: "same-words",
      verdict: "same",
      terms: [],
      texts: [],
      shared: 1,
    });
  });

  test("one word more is more than form", () => {
    expect(compare(OWL, OWL.replace("as you like", "as you do not like")).relation).toBe("changed-words");
  });
});

test("lost and gained permissions go both ways", () => {
  const sold = `${OWL}\n\nYou are granted the right to sublicense the work.`;
  const told = compare(sold, OWL.replace(/You must not use the owl for military purposes, nor may you/, "You may not"));
  expect(changesOf(told)).toEqual(["lost wider forbidden-use=military", "lost narrower sublicensing=true"]);
  expect(told.verdict).toBe("both");
  expect(told.headline).toBe(
    "Wider: no longer said: military use is forbidden (OLD:9); narrower: no longer said: it may be sublicensed (OLD:13)",
  );
});

test("a text to which another licence was added is one text with more words", () => {
  const both: LicenseMatch = { id: null, ids: ["Owl-1.0", "Hen-1.0"], kind: "contains", similarity: 0.9 };
  const more = `${OWL}\n\nParts of the barn come from the hens, and whoever has a hen may count the eggs of it.`;
  const told = compareLicenses(side("OLD", OWL, clean("Owl-1.0")), side("NEW", more, both));
  expect(told).toMatchObject({ relation: "changed-words", verdict: "same", licenses: { new: { ids: both.ids } } });
});

test("commerce that is allowed and limited is limited", () => {
  const free = `${OWL}\n\nPermission is granted to use the work for any purpose, commercial or not.`;
  const told = compare(free, `${free}\n\nTo use the owl for commercial purposes, you must register first.`);
  expect(changesOf(told)).toEqual(["changed narrower commercial-use=true→registration"]);
});

test("a policy at another address leaves the rights open", () => {
  const clause = "You must follow the Acceptable Use Policy (available at https://owl.example/first).";
  const told = compare(`${OWL}\n\n${clause}`, `${OWL}\n\n${clause.replace("first", "second")}`);
  expect(told.verdict).toBe("unknown");
  expect(told.headline).toBe(
    "Not known: another policy is part of it: https://owl.example/second (before: https://owl.example/first) (NEW:13)",
  );
});

test("what a text no longer forbids may be forbidden by the policy that is part of it", () => {
  const policy = "You must follow the Acceptable Use Policy (available at https://owl.example/use).";
  const told = compare(`${OWL}\n\n${policy}`, `${OWL.replace(/You must not use.*/, "")}\n\n${policy}`);
  expect(told.terms).toMatchObject([{ change: "lost", type: "forbidden-use", direction: "other", silence: "policy" }]);
  expect(told.verdict).toBe("unknown");
});

describe("two licences", () => {
  const HEN = [
    "The Hen Licence",
    "Whoever holds a hen may count her eggs and sell each of them at any market in the land, on any day.",
    "She has to be shut in at night because foxes come from the wood; nothing else is asked of anybody here.",
  ].join("\n\n");
  const known = new Map<string, KnownTerms>([
    ["Owl-1.0", { terms: [{ type: "commercial-use", value: true, clause: "1" }] }],
    ["Hen-1.0", { terms: [{ type: "commercial-use", value: true, clause: "paragraph 1" }] }],
  ]);

  test("of which all is known: what neither says is no change, and silence is an answer", () => {
    const told = compareLicenses(side("OLD", OWL, clean("Owl-1.0")), side("NEW", HEN, clean("Hen-1.0")), known);
    expect(told).toMatchObject({ relation: "other-licence", verdict: "wider" });
    expect(told.terms.find(({ type }) => type === "commercial-use")).toBeUndefined();
    expect(told.terms.find(({ type }) => type === "user-threshold")).toMatchObject({ silence: "known" });
  });

  test("of which one is not known: a permission that was not found is not lost", () => {
    const told = compareLicenses(side("OLD", OWL, clean("Owl-1.0")), side("NEW", HEN), known);
    expect(told.relation).toBe("other-text");
    expect(told.terms.find(({ type }) => type === "commercial-use")).toMatchObject({
      change: "lost",
      direction: "other",
      silence: "not-found",
    });
  });

  test("a text of which more is known than was read is not narrowed by a version that is not known", () => {
    const altered = OWL.replace("as you like", "as you do");
    const told = compareLicenses(side("OLD", OWL, clean("Owl-1.0")), side("NEW", altered), known);
    expect(told).toMatchObject({ relation: "changed-words", verdict: "same" });
  });

  test("policies that are part of a licence count where they are known", () => {
    const text = `${HEN}\n\nFollow the Acceptable Use Policy (available at https://hen.example/use-policy).`;
    const next = text.replace("use-policy", "use-policy-2").replace("Hen Licence", "Hen Licence 2");
    const facts = new Map<string, KnownTerms>([
      ["Hen-1.0", { terms: [], incorporates: ["Policy-1"] }],
      ["Hen-2.0", { terms: [], incorporates: ["Policy-2"] }],
      ["Policy-1", { terms: [] }],
      ["Policy-2", { terms: [{ type: "territory-excluded", value: "EU", clause: "3" }] }],
    ]);
    const told = compareLicenses(side("OLD", text, clean("Hen-1.0")), side("NEW", next, clean("Hen-2.0")), facts);
    expect(told.verdict).toBe("narrower");
    expect(told.headline).toBe("Narrower: no rights are granted in the European Union (clause 3 of Policy-2)");
  });

  test("a notice has the terms of the licence that it names, or none that count", () => {
    const notice: LicenseMatch = { id: "Owl-1.0", kind: "reference", similarity: 0 };
    const same = compareLicenses(side("OLD", OWL, clean("Owl-1.0")), side("NEW", "Under the Owl Licence.", notice));
    expect(same).toMatchObject({ relation: "reference", verdict: "same", terms: [] });
    const other = compareLicenses(side("OLD", HEN, clean("Hen-1.0")), side("NEW", "Under the Owl Licence.", notice));
    expect(other).toMatchObject({ relation: "other-licence", verdict: "unknown", terms: [] });
    expect(other.headline).toBe("Not known: a reference to Owl-1.0 (before: Hen-1.0)");
  });

  test("two notices that name one licence are no two licences", () => {
    const notice: LicenseMatch = { id: "Owl-1.0", kind: "reference", similarity: 0 };
    const told = compareLicenses(
      side("OLD", "All of this is under the Owl Licence.", notice),
      side("NEW", "License: Owl-1.0", notice),
    );
    expect(told).toMatchObject({ relation: "other-text", verdict: "same", terms: [] });
    expect(told.headline).toBe("The same licence, Owl-1.0, in another text");
  });

  test("an altered text is not the licence that a notice names", () => {
    const altered: LicenseMatch = { id: "Owl-1.0", kind: "modified", similarity: 0.9 };
    const notice: LicenseMatch = { id: "Owl-1.0", kind: "reference", similarity: 0 };
    const told = compareLicenses(side("OLD", OWL, altered), side("NEW", "Under the Owl Licence.", notice));
    expect(told.relation).not.toBe("reference");
    expect(told.verdict).not.toBe("same");
  });
});

test.each([
  ["", OWL, "text-added", "Not known: nothing stood here before; now no licence that is known"],
  [OWL, " \n", "text-removed", "Not known: the text is gone, it was no licence that is known"],
  ["A card of an owl.", "Words about hens.", "other-text", "Not known: neither a licence nor terms were recognised"],
])("what cannot be compared stays open: %#", (older, newer, ...[relation, headline]) => {
  expect(compare(older, newer)).toMatchObject({ relation, headline, verdict: "unknown" });
});

const WORDS =
  "you must not may the owl licence use of for commercial purposes 100 million users terminate . ; ( 1 a".split(" ");
const text = fc.array(fc.constantFrom(...WORDS, "\n\n"), { maxLength: 120 }).map((words) => words.join(" "));

test("whichever way round, what is gained one way is lost the other", () => {
  const flip: Readonly<Record<string, string>> = {
    gained: "lost",
    lost: "gained",
    wider: "narrower",
    narrower: "wider",
  };
  const turn = ({ change, direction, type }: TermChange): string =>
    `${flip[change] ?? change} ${flip[direction] ?? direction} ${type}`;
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const [there, back] = [compare(older, newer), compare(newer, older)];
      expect(there.terms.map(turn).sort()).toEqual(
        back.terms.map(({ change, direction, type }) => `${change} ${direction} ${type}`).sort(),
      );
      expect(compare(older, older)).toMatchObject({ relation: "same-words", terms: [], texts: [] });
    }),
    { numRuns: 200 },
  );
});

describe("texts of a mebibyte", () => {
  /** Numbers that look random and are the same each time. */
  const random = (seed: number): (() => number) => {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
  };
  const fill = (seed: number, words: readonly string[]): string => {
    const next = random(seed);
    let [out, length] = ["", 0];
    for (; length < 1 << 20; length = out.length) out += `${words[Math.floor(next() * words.length)]} `;
    return out;
  };
  const many = Array.from({ length: 50_000 }, (_, n) => `w${n.toString(36)}`);

  test.each([
    ["few words", fill(1, ["owl", "hen", "."]), fill(2, ["owl", "hen", "."])],
    ["many words", fill(1, many), fill(2, many)],
    ["one word", "owl ".repeat(1 << 18), "owl ".repeat((1 << 18) - 7)],
    ["turned round", fill(1, many), fill(1, many).split(" ").reverse().join(" ")],
    ["blocks that move", blocks(1), blocks(7)],
    ["clauses", `${"You must not use it for military purposes. ".repeat(20_000)}`, "You may use it. ".repeat(60_000)],
  ])(
    "%s: in a time that grows with the length",
    (_, older, newer) => {
      const start = performance.now();
      const told = compareLicenses({ ...side("OLD", ""), text: older }, { ...side("NEW", ""), text: newer });
      expect(performance.now() - start).toBeLessThan(15_000);
      expect(told.texts.length).toBeLessThanOrEqual(2001);
    },
    60_000,
  );

  function blocks(step: number): string {
    return Array.from({ length: 7000 }, (_, n) => {
      const block = (n * step) % 7000;
      return Array.from({ length: 20 }, (__, at) => `b${block}x${at}`).join(" ");
    }).join(" . ");
  }
});
