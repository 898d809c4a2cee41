import { expect, test } from "vitest";
import { frameworks } from "../frameworks/all.generated.ts";
import type { LicenseTerms } from "../licenses/license-terms.ts";
import type { ShowDocument } from "../model/documents.ts";
import type { KnownRelease } from "../model/known-release.ts";
import { showRelease } from "./show-release.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const OWN = "LicenseRef-nest";
const POLICY = "LicenseRef-nest-policy";

const TERMS: LicenseTerms = new Map([
  [
    OWN,
    {
      name: "Nest Licence",
      terms: [
        { type: "commercial-use", value: true, clause: "1" },
        { type: "modification", value: true, clause: "1" },
        { type: "redistribution", value: true, clause: "1" },
        { type: "outputs-may-train-others", value: false, clause: "2" },
        { type: "attribution", value: "licence-copy", clause: "3" },
        { type: "policy-by-url", value: "https://nest.example/policy", clause: "4" },
      ],
      incorporates: [POLICY],
    },
  ],
  [POLICY, { name: "Nest Policy", isPolicy: true, terms: [{ type: "forbidden-use", value: "military", clause: "a" }] }],
]);

const BASE: KnownRelease = {
  id: "owl",
  name: "Owl",
  aliases: [],
  sources: {
    readme: { title: "README", at: `nest/owl@${COMMIT}:README.md`, whose: "publisher" },
    licence: { title: "LICENSE", at: `nest/owl@${COMMIT}:LICENSE`, whose: "publisher", sha256: "0".repeat(64) },
    index: { title: "An index", at: "https://index.example/owl", whose: "others", on: "2026-01" },
  },
  publisher: { value: "Nest", seen: ["readme:1"] },
  models: [{ name: "Owl 7B", parameters: 7e9, seen: ["readme:2"] }],
  licenses: [{ id: OWN, seen: ["licence"] }],
  components: {
    weights: { state: "published", whole: true, licenses: [OWN], licensesSeen: ["licence"], seen: ["readme:3"] },
    "training-data": { state: "not-released", seen: ["index:row 4"] },
    architecture: { state: "elsewhere", seen: ["readme:5"] },
    "training-code": { state: "disputed", seen: ["readme:6", "index"] },
  },
  statements: [],
  judgements: [],
};

function show(changes: Partial<KnownRelease> = {}): ShowDocument {
  const freedoms = frameworks.find(({ id }) => id === "freedoms");
  if (freedoms === undefined) throw new RangeError("no framework of the freedoms");
  const others = frameworks.filter((one) => one !== freedoms);
  return showRelease(
    { ...BASE, ...changes },
    { version: "0", terms: TERMS, deductions: [], frameworks: others, freedoms },
  );
}

function claim(document: ShowDocument, id: string): unknown {
  const found = document.claims.find((one) => one.id === id);
  return found?.because ?? found?.value;
}

test("facts become claims, and what no source says stays open", () => {
  const document = show();
  expect(claim(document, "weights.published")).toBe(true);
  expect(claim(document, "weights.license")).toEqual([OWN]);
  expect(claim(document, "training-data.published")).toBe(false);
  expect(claim(document, "architecture.published")).toBe("elsewhere");
  expect(claim(document, "training-code.published")).toBe("conflicting");
  expect(claim(document, "paper.published")).toBe("not-observed");
});

test("evidence leads to the line, says who speaks, and carries the digest of its text", () => {
  const { evidence } = show();
  const of = (about: string) => evidence.filter(({ args }) => args.about === about);
  expect(of("weights")[0]).toMatchObject({
    basis: "declared",
    at: { url: `https://github.com/nest/owl/blob/${COMMIT}/README.md?plain=1#L3` },
  });
  expect(of("training-data")[0]).toMatchObject({ basis: "attested", at: { url: "https://index.example/owl" } });
  expect(of("training-data")[0]?.message).toContain("row 4");
  expect(evidence.find(({ code }) => code === "term")).toMatchObject({
    basis: "inferred",
    sha256: "0".repeat(64),
    at: { url: `https://github.com/nest/owl/blob/${COMMIT}/LICENSE` },
  });
});

test("each freedom names the clauses that bear on it", () => {
  const [inspect, use, adapt, share] = show().freedoms.map(({ answer, because }) => `${answer}: ${because}`);
  expect(inspect).toMatch(/^partly: .*training data not released.*weights published/);
  expect(use).toMatch(/^partly: forbidden: military.*\(Nest Policy, a\)/);
  expect(adapt).toMatch(/^partly: within the limits of use; outputs may not .*\(clause 2\)/);
  expect(share).toMatch(/^partly: within the limits of use; to be kept or given: a copy of the licence \(clause 3\)/);
});

test("a licence that is stated in part permits nothing; one that was read whole answers by silence too", () => {
  const terms = [{ type: "commercial-use", value: false, clause: "9", seen: ["index"] }] as const;
  const stated = { name: "Burrow Licence", terms };
  const unknown = "LicenseRef-burrow";
  const weights = { state: "published", licenses: [unknown], licensesSeen: ["index"], seen: ["index"] } as const;
  const answers = (whole: boolean) =>
    Object.fromEntries(
      show({
        licenses: [{ id: unknown, stated: { ...stated, ...(whole && { whole: true as const }) }, seen: ["index"] }],
        components: { weights },
      }).rights.map(({ id, answer }) => [id, answer]),
    );
  expect(answers(false)).toMatchObject({ sell: "no", scale: "unknown", country: "unknown" });
  expect(answers(true)).toMatchObject({ sell: "no", scale: "yes", country: "yes" });
});

test("what is known of a licence counts before what is stated of it", () => {
  const { licenses } = show({ licenses: [{ id: OWN, stated: { name: "Other", terms: [] }, seen: ["index"] }] });
  expect(licenses[0]?.terms).toBe("whole");
});

test("a statement is held against each thing that it would mean", () => {
  const hold = (says: KnownRelease["statements"][number]["says"]) =>
    show({ statements: [{ quote: "it is free", says, seen: ["readme:7"] }] }).statements[0];
  expect(hold({ rights: ["sell"] })?.verdict).toBe("supported");
  expect(hold({ rights: ["sell", "purpose"] })).toMatchObject({
    verdict: "contradicted",
    criteria: [
      { id: "rights.sell", verdict: "met" },
      { id: "rights.purpose", verdict: "unmet" },
    ],
  });
  expect(hold({ published: ["weights"] })?.verdict).toBe("supported");
  expect(hold({ published: ["training-data"] })?.verdict).toBe("contradicted");
  expect(hold({ published: ["paper"] })?.verdict).toBe("unsettled");
  expect(hold({ license: OWN })?.verdict).toBe("supported");
  expect(hold({ license: "MIT" })?.verdict).toBe("contradicted");
  expect(hold({ openSource: true })?.criteria).toEqual([
    { id: "osi-approved", verdict: "unmet" },
    { id: "osaid@1.0", verdict: "unmet" },
  ]);
});

test("a condition contradicts who says any, and leaves open who does not", () => {
  const limited: LicenseTerms = new Map([
    [
      OWN,
      {
        terms: [
          { type: "commercial-use", value: true, clause: "1" },
          { type: "user-threshold", value: 10, clause: "2", details: { effect: "need-licence", metric: "users" } },
        ],
      },
    ],
  ]);
  const freedoms = frameworks.find(({ id }) => id === "freedoms");
  if (freedoms === undefined) throw new RangeError("no framework of the freedoms");
  const statements = (["scale", "sell"] as const).map((id) => {
    return { quote: id, says: { rights: [id] }, seen: ["readme:7"] };
  });
  const kit = { version: "0", terms: limited, deductions: [], frameworks: [], freedoms };
  const held = showRelease({ ...BASE, statements }, kit).statements.map(({ verdict }) => verdict);
  expect(held).toEqual(["contradicted", "unsettled"]);
});

test("facts that name no source are a mistake of ours and surface", () => {
  expect(() => show({ publisher: { value: "Nest", seen: ["nowhere:1"] } })).toThrow("name no source nowhere");
  expect(() => show({ licenses: [] })).toThrow(`do not say where ${OWN} stands`);
});
