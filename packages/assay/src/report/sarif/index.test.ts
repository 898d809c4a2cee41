import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../../model/errors.ts";
import type { ScanDocument, ScanFinding, ScannedFile } from "../../model/scan.ts";
import type { Severity } from "../../model/types.ts";
import sarif from "./index.ts";

const DEVICE = { colour: false, width: 80, isTerminal: false };

const CODES = { "needs-library": { means: "names that hold data", advice: "Install it." } };
const RULE = {
  id: "pickle-imports",
  danger: "It runs code",
  advice: "Do not load it.",
  help: "https://example.org/p",
  codes: CODES,
};

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Severity;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Readonly<Record<string, number>>;
    };
    readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Text {
  readonly text: string;
}

interface Run {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly rules: readonly {
        readonly id: string;
        readonly shortDescription: Text;
        readonly fullDescription: Text;
        readonly help: Text;
        readonly helpUri?: string;
        readonly properties: Readonly<Record<string, unknown>>;
      }[];
    };
  };
  readonly automationDetails: { readonly id: string };
  readonly results: readonly Result[];
}

function makeFinding(finding: Partial<ScanFinding> = {}): ScanFinding {
  return {
    rule: "pickle-imports",
    severity: "error",
    code: "known-danger",
    message: "calls posix.system when it is loaded",
    at: { offset: 12 },
    global: "posix.system",
    ...finding,
  };
}

function makeFile(findings: readonly ScanFinding[], file: Partial<ScannedFile> = {}): ScannedFile {
  const bytes = { parsed: 1, opaque: 0, unread: 0 };
  return { path: "a b/model.bin", format: "pickle", verdict: "dangerous", bytes, findings, gaps: [], ...file };
}

function makeScan(...files: readonly ScannedFile[]): ScanDocument {
  const summary = { dangerous: files.length, risky: 0, inconclusive: 0, clean: 0, "out-of-scope": 0 };
  const tool = { name: "assay", version: "1.2.3" };
  return {
    schema: "https://openassay.org/schemas/scan/v1.json",
    tool,
    target: "m",
    files,
    rules: [RULE],
    gaps: [],
    summary,
  };
}

function runsOf(document: unknown): readonly Run[] {
  const log = JSON.parse(sarif.render({ document, views: [] }, DEVICE));
  expect(log).toMatchObject({ version: "2.1.0", $schema: expect.stringMatching(/sarif.*2\.1\.0/) });
  return log.runs;
}

function runOf(document: unknown): Run {
  const [run] = runsOf(document);
  if (run === undefined) throw new Error("no run");
  check(run);
  return run;
}

/** What GitHub refuses a file for, and what SARIF 2.1.0 asks for. */
function check({ tool, automationDetails, results }: Run): void {
  expect(automationDetails.id).toMatch(/^.+\/$/);
  for (const { id, shortDescription, fullDescription, help } of tool.driver.rules) {
    expect(id.length).toBeLessThanOrEqual(255);
    for (const { text } of [shortDescription, fullDescription, help]) {
      expect(text.trim()).not.toBe("");
      expect(text.length).toBeLessThanOrEqual(1024);
    }
  }
  expect(new Set(tool.driver.rules.map(({ id }) => id)).size).toBe(tool.driver.rules.length);
  expect(results.length).toBeLessThanOrEqual(25_000);
  for (const result of results) checkResult(result, tool.driver.rules);
}

function checkResult(result: Result, rules: Run["tool"]["driver"]["rules"]): void {
  expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
  expect(["note", "warning", "error"]).toContain(result.level);
  expect(result.message.text.trim()).not.toBe("");
  expect(/\{\d+\}|\]\(|[\p{Cc}\p{Cf}\p{Cs}]/u.test(result.message.text)).toBe(false);
  expect(result.locations).toHaveLength(1);
  for (const { physicalLocation } of result.locations) {
    const { artifactLocation, region } = physicalLocation;
    expect(artifactLocation.uri).toMatch(/^[\w.!~*'()%-]+(?:\/[\w.!~*'()%-]+)*$/);
    expect(new URL(artifactLocation.uri, "file:///checkout/").href).toMatch(/^file:\/\/\/checkout\/./);
    expect(region).toMatchObject({ startColumn: 1, endColumn: 1, endLine: region.startLine });
    expect(region.startLine).toBeGreaterThan(0);
  }
  expect(result.partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:\d+$/);
}

test("a danger is a result with its rule, score, place and name", () => {
  const run = runOf(makeScan(makeFile([makeFinding()])));
  expect(run.automationDetails.id).toBe("assay/scan/m/");
  expect(run.tool.driver).toMatchObject({ name: "Assay", version: "1.2.3" });
  expect(run.tool.driver.rules).toMatchObject([
    {
      id: "pickle-imports/known-danger",
      helpUri: "https://example.org/p",
      help: { text: "It runs code. Do not load it." },
      properties: { "security-severity": "9.3", "problem.severity": "error", precision: "high" },
    },
  ]);
  expect(run.results).toMatchObject([
    {
      ruleId: "pickle-imports/known-danger",
      level: "error",
      message: { text: "calls posix.system when it is loaded" },
      locations: [{ physicalLocation: { artifactLocation: { uri: "a%20b/model.bin" }, region: { byteOffset: 12 } } }],
      properties: { global: "posix.system", offset: 12 },
    },
  ]);
});

test("a code with words of its own has those, and a note has no score", () => {
  const run = runOf(makeScan(makeFile([makeFinding({ severity: "note", code: "needs-library" })])));
  expect(run.tool.driver.rules).toMatchObject([
    {
      shortDescription: { text: "Names that hold data" },
      help: { text: "Names that hold data. Install it." },
      helpUri: "https://example.org/p#needs-library",
    },
  ]);
  expect(run.tool.driver.rules[0]?.properties).not.toHaveProperty("security-severity");
});

test("a place inside an archive is a logical location, and its offset is none of the file", () => {
  const inside = ["archive/data.pkl", "x.pkl"];
  const [result] = runOf(makeScan(makeFile([makeFinding({ at: { inside, offset: 7 } })]))).results;
  expect(result?.locations[0]?.logicalLocations).toMatchObject([{ fullyQualifiedName: "archive/data.pkl/x.pkl" }]);
  expect(result?.locations[0]?.physicalLocation.region).not.toHaveProperty("byteOffset");
  expect(result?.properties).toMatchObject({ offset: 7 });
  expect(result?.message.text).toContain("inside archive/data.pkl › x.pkl");
});

test("what was not read is a result, and no danger of its own", () => {
  const gaps = [{ code: "unread", message: "3 of its bytes are not accounted for" }];
  const run = runOf(makeScan(makeFile([], { gaps })));
  expect(run.results).toMatchObject([{ ruleId: "not-read", level: "note", message: { text: gaps[0]?.message } }]);
  expect(run.tool.driver.rules[0]?.properties).not.toHaveProperty("security-severity");
});

test("a finding keeps its fingerprint when bytes move, and two of a kind have two", () => {
  const hashes = (...offsets: readonly number[]): readonly string[] =>
    runOf(makeScan(makeFile(offsets.map((offset) => makeFinding({ at: { offset } }))))).results.map(
      ({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash,
    );
  expect(hashes(1, 2)).toEqual(hashes(30, 40));
  expect(new Set(hashes(1, 2)).size).toBe(2);
});

test("an assessment's findings have their place and no score of security", () => {
  const at = { path: "README.md", line: 4, start: 9 };
  const finding = {
    rule: "statement/contradicted",
    severity: "warning",
    code: "c",
    args: {},
    message: "It is not",
    at,
  };
  const elsewhere = { ...finding, rule: "target/renamed", at: { url: "https://example.org/x" } };
  const document = {
    schema: "https://openassay.org/schemas/assessment/v1.json",
    tool: { name: "assay", version: "1.2.3" },
    target: "hf:owl/owl",
    findings: [finding, elsewhere],
    gaps: [],
  };
  const run = runOf(document);
  expect(run.automationDetails.id).toBe("assay/assess/hf:owl/owl/");
  expect(run.results).toMatchObject([
    {
      ruleId: "statement/contradicted",
      locations: [{ physicalLocation: { region: { startLine: 4, byteOffset: 9 } } }],
    },
    { ruleId: "target/renamed", locations: [{ physicalLocation: { artifactLocation: { uri: "hf%3Aowl/owl" } } }] },
  ]);
  for (const { properties } of run.tool.driver.rules) expect(properties).not.toHaveProperty("security-severity");
});

test("more results than are shown are counted in the last, the worst before it", () => {
  const notes = Array.from({ length: 6000 }, () => makeFinding({ severity: "note", code: "needs-library" }));
  const { results } = runOf(makeScan(makeFile([...notes, makeFinding()])));
  expect(results).toHaveLength(5000);
  expect(results[0]?.level).toBe("error");
  expect(results.at(-1)).toMatchObject({
    ruleId: "more-findings",
    message: { text: expect.stringContaining("1002 more") },
  });
});

test("several targets are several runs, and too many are refused before GitHub does", () => {
  expect(runsOf([makeScan(), makeScan()])).toHaveLength(2);
  const many = Array.from({ length: 21 }, () => makeScan());
  expect(() => sarif.render({ document: many, views: [] }, DEVICE)).toThrow(UsageError);
});

test.each([null, {}, { schema: "https://openassay.org/schemas/plan/v1.json" }])(
  "%j tells of no findings",
  (document) => {
    expect(() => sarif.render({ document, views: [] }, DEVICE)).toThrow(UsageError);
  },
);

test("whatever files are called and findings say, the file is one that is taken", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "../../etc",
      "/",
      "",
      "C:\\x",
      "https://x/y",
      "[a](1) {0}",
      "\u001b[2J",
      "\ud800",
      "a".repeat(3000),
    ),
  );
  const filled = words.map((text) => `${text}.`);
  const finding = fc.record({
    severity: fc.constantFrom<Severity>("error", "warning", "note"),
    code: filled,
    message: filled,
    global: words,
    at: fc.record({ offset: fc.nat(), inside: fc.array(words, { maxLength: 3 }) }),
  });
  const holds = fc.property(words, words, fc.array(finding, { maxLength: 5 }), (path, origin, findings) => {
    runOf(makeScan(makeFile(findings.map(makeFinding), { path, origin })));
  });
  fc.assert(holds, { numRuns: 200 });
});
