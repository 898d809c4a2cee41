import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ancestor } from "../model/documents.ts";
import type { ComponentLicense, Licensing } from "../model/inventory.ts";
import type { FoundBase, FoundLineage, LineageAnswer, LineageTerms, Relation } from "../model/lineage.ts";
import { ruleLineage } from "./index.ts";

type Terms = LineageTerms["terms"];

const notice: Terms = [{ type: "attribution", value: "licence-copy", clause: "1" }];
const nonCommercial: Terms = [{ type: "commercial-use", value: false, clause: "2.a" }];
const KNOWN: ReadonlyMap<string, LineageTerms> = new Map<string, LineageTerms>([
  ["MIT", { terms: notice }],
  ["Apache-2.0", { terms: notice }],
  ["CC-BY-SA-4.0", { terms: [{ type: "copyleft", value: "same-licence", clause: "3.b" }] }],
  ["GPL-3.0-only", { terms: [{ type: "copyleft", value: "same-licence", clause: "5.c" }] }],
  ["CC-BY-NC-4.0", { terms: nonCommercial }],
  ["CC-BY-ND-4.0", { terms: [{ type: "modification", value: false, clause: "2.a" }] }],
  [
    "LicenseRef-owl",
    {
      terms: [
        ...notice,
        {
          type: "user-threshold",
          value: 1000,
          clause: "2",
          details: { effect: "need-licence", metric: "users" },
        },
        { type: "naming", value: "Owl", clause: "1.b", details: { as: "model-name" } },
        { type: "naming", value: "Built with Owl", clause: "1.b", details: { as: "display" } },
      ],
      incorporates: ["LicenseRef-owl-policy"],
    },
  ],
  ["LicenseRef-owl-policy", { terms: [{ type: "forbidden-use", value: "military", clause: "4" }] }],
  ["LicenseRef-quoted", { isPartial: true, terms: notice }],
  ["LicenseRef-crow", { terms: [{ type: "pass-through", value: "same-terms", clause: "2.d" }] }],
  [
    "LicenseRef-copies",
    { terms: [{ type: "pass-through", value: "same-terms", clause: "4", details: { of: "copies" } }] },
  ],
  ["LicenseRef-lawful", { terms: [{ type: "forbidden-use", value: "unlawful", clause: "5" }] }],
]);

/** What a case says of a release; all else is as plain as can be. */
interface Sketch {
  readonly base?: readonly [string, ...string[]] | null;
  readonly relation?: Relation;
  /** Licences of the release; a word that is declared and not known; or nothing. */
  readonly own?: readonly string[] | string | null;
  readonly more?: Partial<FoundBase>;
  readonly found?: Partial<FoundLineage>;
  readonly terms?: ReadonlyMap<string, LineageTerms>;
  /** Set where no weights lie in it, and the licence is that of the whole. */
  readonly isWhole?: boolean;
}

function sketchLicensing(own: NonNullable<Sketch["own"]> | null, isWhole: boolean): Licensing {
  const declared = typeof own === "string" ? own : null;
  const terms: ComponentLicense["terms"] = Array.isArray(own)
    ? { ids: own }
    : { because: declared === null ? "not-observed" : "unidentified" };
  const governing = [{ paths: ["README.md"], declared, found: null, governs: "by-default" as const }];
  const license: ComponentLicense = { governing: declared === null ? [] : governing, sources: [], notes: [], terms };
  const silent: ComponentLicense = { governing: [], sources: [], notes: [], terms: { because: "not-observed" } };
  const [weights, atRoot] = isWhole ? [silent, license] : [license, silent];
  return { components: new Map([["weights", weights]]), atRoot, texts: [], altered: [], disagreements: [] };
}

function rule(sketch: Sketch): LineageAnswer {
  const { base = ["MIT"], own = ["MIT"], relation = "finetune" } = sketch;
  const note = {
    code: "base-named",
    args: {},
    message: "m",
    basis: "declared" as const,
    at: { path: "README.md", line: 2 },
  };
  const one: FoundBase = {
    relation,
    base: "acme/owl",
    naming: "repository",
    isHint: false,
    license: base === null ? null : { ids: base, source: "s" },
    notes: [note],
    ...sketch.more,
  };
  const found: FoundLineage = {
    bases: [one],
    names: [{ name: "crow-1b", isPublished: true }],
    owners: [],
    apart: null,
    warnings: [],
    declaredNames: new Map([["owl-terms", ["LicenseRef-owl"]]]),
    terms: sketch.terms ?? KNOWN,
    hasNoticeFile: false,
    says: () => false,
    ...sketch.found,
  };
  const evidence = [{ id: "lineage-stated#1", probe: "lineage-stated", ...note }];
  return ruleLineage({ found, licensing: sketchLicensing(own, sketch.isWhole ?? false), evidence });
}

function ask(sketch: Sketch): Ancestor {
  const [ancestor] = rule(sketch).ancestors;
  if (ancestor === undefined) throw new Error("no base was ruled on");
  return ancestor;
}

describe("a base that asks for notices alone", () => {
  test.each([["MIT"], ["CC-BY-NC-4.0"], ["GPL-3.0-only"], ["LicenseRef-owl"]])("is carried by %s", (own) => {
    const { compatible, why } = ask({ base: ["Apache-2.0"], own: [own] });
    expect(compatible).toBe(true);
    expect(why).toContain("a copy of the licence (none found here)");
  });

  test("what the law forbids anyway, and terms of copies alone, bind no derivative", () => {
    expect(ask({ base: ["LicenseRef-lawful"], own: ["MIT"] }).compatible).toBe(true);
    expect(ask({ base: ["LicenseRef-copies"], own: ["MIT"] }).compatible).toBe(true);
  });
});

describe("a restriction of the base", () => {
  test.each([
    [["CC-BY-NC-4.0"], ["MIT"], "no commercial use (§2.a)"],
    [["CC-BY-SA-4.0"], ["MIT"], "derivatives under the same licence (§3.b)"],
    [["CC-BY-SA-4.0"], ["CC-BY-NC-4.0"], "derivatives under the same licence (§3.b)"],
    [["GPL-3.0-only"], ["CC-BY-SA-4.0"], "derivatives under the same licence (§5.c)"],
    [
      ["LicenseRef-owl"],
      ["CC-BY-NC-4.0"],
      "a licence of its own above 1,000 users (§2), forbidden uses (its policy, 4)",
    ],
    [["CC-BY-ND-4.0"], ["CC-BY-ND-4.0"], "no changed versions (§2.a)"],
    [["LicenseRef-crow"], ["LicenseRef-owl"], "the same terms for derivatives (§2.d)"],
  ] as const)("of %s is not carried by %s: %s", (base, own, words) => {
    const { ancestors, findings } = rule({ base, own });
    expect(ancestors[0]?.compatible).toBe(false);
    expect(ancestors[0]?.why).toContain(words);
    expect(findings[0]).toMatchObject({
      rule: "lineage/license",
      severity: "warning",
      at: { path: "README.md", line: 2 },
      message: expect.stringContaining(words),
    });
  });

  test.each([
    [["CC-BY-NC-4.0"], ["CC-BY-NC-4.0"]],
    [["CC-BY-NC-4.0"], ["MIT", "CC-BY-NC-4.0"]],
    [["CC-BY-SA-4.0"], ["GPL-3.0-only"]],
  ] as const)("of %s is carried by %s", (base, own) => {
    expect(ask({ base, own }).compatible).toBe(true);
  });

  test("is not carried by a choice that leaves it out", () => {
    expect(ask({ base: ["CC-BY-NC-4.0"], own: ["CC-BY-NC-4.0 OR MIT"] }).compatible).toBe(false);
  });
});

describe("what stays a question", () => {
  test.each([
    ["a base whose licence nobody knows", { base: null }, /^Under which licence is the model acme\/owl\?/],
    ["a namesake", { base: null, more: { namesake: "crow/owl" } }, /Is it a copy of crow\/owl\?/],
    ["a path", { base: null, more: { naming: "path", base: "/data/owl" } }, /place on somebody's machine/],
    ["a base that is not named", { base: null, more: { naming: "none" } }, /^Which model was it made from\?/],
    ["nothing declared", { base: ["CC-BY-NC-4.0"], own: null }, /under CC-BY-NC-4\.0\. Nothing is declared here/],
    ["other", { base: ["MIT"], own: "other" }, /declares "other" and names no licence/],
    ["a name that nobody knows", { base: ["MIT"], own: "my-terms" }, /Which licence is meant here by "my-terms"/],
    ["a base whose terms nobody read", { base: ["LicenseRef-strange"] }, /terms are not known here/],
    [
      "own terms that nobody read",
      { base: ["CC-BY-NC-4.0"], own: ["LicenseRef-strange"] },
      /Its terms are not known here/,
    ],
    ["terms that are known in part", { base: ["LicenseRef-quoted"] }, /Not all of its terms are known/],
    ["revisions that disagree", { base: ["CC-BY-NC-4.0", "Apache-2.0"] }, /which revision applies\?/],
    ["a hint", { base: ["CC-BY-NC-4.0"], more: { isHint: true } }, /Was it made from acme\/owl\?/],
    ["the same publisher", { base: ["CC-BY-NC-4.0"], found: { owners: ["Acme"] } }, /license its own work anew/],
    ["data", { base: ["CC-BY-NC-4.0"], relation: "dataset" }, /not settled/],
    ["an adapter of what may not be changed", { base: ["CC-BY-ND-4.0"], relation: "adapter" }, /Does an adapter/],
    [
      "a quantisation of what may not be changed",
      { base: ["CC-BY-ND-4.0"], relation: "quantized" },
      /Is another number format/,
    ],
  ] as const satisfies readonly (readonly [string, Sketch, RegExp])[])("%s", (_, sketch, question) => {
    const { ancestors, findings } = rule(sketch);
    expect(ancestors[0]).toMatchObject({ compatible: "unknown", why: expect.stringMatching(question) });
    expect(ancestors[0]?.why).toMatch(/\?|not settled/);
    expect(findings).toEqual([]);
  });
});

describe("names", () => {
  test("a licence that is declared by name alone is the base's, and its text is missed", () => {
    const { compatible, why } = ask({ base: ["LicenseRef-owl"], own: "Owl-Terms" });
    expect(compatible).toBe(true);
    expect(why).toMatch(
      /by name alone.*a copy of the licence \(none found here\).*"Built with Owl".*\(not in the card\)/,
    );
  });

  test.each([
    [[{ name: "crow-1b", isPublished: true }], "finetune", "warning"],
    [[{ name: "my folder", isPublished: false }], "finetune", "note"],
    [[{ name: "crow-1b-GGUF", isPublished: true }], "quantized", "note"],
    [[{ name: "OWL-1b-crow", isPublished: true }], "finetune", null],
    [
      [
        { name: "crow", isPublished: false },
        { name: "Owl 1b", isPublished: true },
      ],
      "finetune",
      null,
    ],
  ] as const)("%j of a %s: %s", (names, relation, severity) => {
    const { ancestors, findings } = rule({
      base: ["LicenseRef-owl"],
      own: ["LicenseRef-owl"],
      relation,
      found: { names },
    });
    expect(ancestors[0]?.compatible).toBe(true);
    expect(findings.map((finding) => [finding.rule, finding.severity])).toEqual(
      severity === null ? [] : [["lineage/name", severity]],
    );
    expect(/begins with "Owl" \(§1\.b\)/.test(ancestors[0]?.why ?? "")).toBe(severity !== null);
  });
});

test("where no weights lie, the licence of the whole counts, and it is said", () => {
  const { compatible, why } = ask({ base: ["CC-BY-NC-4.0"], own: ["MIT"], isWhole: true });
  expect(compatible).toBe(false);
  expect(why).toMatch(/No weights lie here/);
});

test("what names the base is the evidence", () => {
  expect(ask({}).evidence).toEqual(["lineage-stated#1"]);
});

describe("laws", () => {
  const value = fc.constantFrom<Terms[number]>(
    ...nonCommercial,
    ...notice,
    { type: "research-only", value: true, clause: "1" },
    { type: "copyleft", value: "same-licence", clause: "2" },
    { type: "forbidden-use", value: "military", clause: "3" },
    { type: "forbidden-use", value: "weapons", clause: "3" },
    { type: "pass-through", value: "use-restrictions", clause: "4" },
    { type: "outputs-may-train-others", value: false, clause: "5" },
    { type: "user-threshold", value: 10, clause: "6", details: { metric: "users", effect: "need-licence" } },
    { type: "user-threshold", value: 99, clause: "6", details: { metric: "users", effect: "need-licence" } },
  );
  const terms = fc.array(value, { maxLength: 5 });
  const relation = fc.constantFrom<Relation>("finetune", "adapter", "merge", "quantized", "copy", "dataset");

  function answer(base: Terms, own: Terms, more: Sketch = {}): Ancestor["compatible"] {
    const known = new Map<string, LineageTerms>([...KNOWN, ["A", { terms: base }], ["B", { terms: own }]]);
    return ask({ base: ["A"], own: ["B"], terms: known, ...more }).compatible;
  }

  test("further terms of one's own never turn what is carried into a conflict", () => {
    fc.assert(
      fc.property(terms, terms, terms, (base, own, further) => {
        if (answer(base, own) === true) expect(answer(base, [...own, ...further])).toBe(true);
      }),
    );
  });

  test("a further licence that holds too never does, and a choice is carried only where each is", () => {
    fc.assert(
      fc.property(terms, terms, fc.constantFrom("MIT", "CC-BY-NC-4.0", "LicenseRef-strange"), (base, own, other) => {
        if (answer(base, own) === true) expect(answer(base, own, { own: ["B", other] })).toBe(true);
        if (answer(base, own) !== true) expect(answer(base, own, { own: [`B OR ${other}`] })).not.toBe(true);
      }),
    );
  });

  test("fewer terms of the base never turn what is carried into a conflict", () => {
    fc.assert(
      fc.property(terms, terms, (base, own) => {
        if (answer(base, own) === true) expect(answer(base.slice(1), own)).toBe(true);
      }),
    );
  });

  test("a base whose licence is not known is never carried and never in conflict", () => {
    fc.assert(
      fc.property(terms, relation, (own, kind) => {
        expect(answer([], own, { base: null, relation: kind })).toBe("unknown");
      }),
    );
  });

  test("data is never in conflict, and its restrictions are never carried in silence", () => {
    fc.assert(
      fc.property(terms, terms, (base, own) => {
        const asData = answer(base, own, { relation: "dataset" });
        expect(asData).not.toBe(false);
        expect(asData === true).toBe(answer(base, own) === true);
      }),
    );
  });
});
