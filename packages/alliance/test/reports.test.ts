import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askGate, type GateReport } from "../src/gate/gate.ts";
import type { ReadEvidence } from "../src/gate/needs.ts";
import { renderRecord } from "../src/render/index.ts";
import { selfCheck } from "../src/selfcheck/index.ts";
import { TestAlliance } from "./support/alliance.ts";

let alliance: TestAlliance;
beforeEach(() => {
  alliance = new TestAlliance();
});
afterEach(() => alliance.remove());

function read(): ReadEvidence {
  return async (path) => readFileSync(join(alliance.folder, path), "utf8");
}

/** Writes evidence and cites it. */
function cite(path: string, content: unknown): { readonly path: string; readonly sha256: string } {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  alliance.write(path, text);
  return { path, sha256: createHash("sha256").update(text).digest("hex") };
}

const ASSESSMENT = {
  schema: "https://openassay.org/schemas/assessment/v1.json",
  frameworks: [
    { id: "mof", about: "*", level: "III" },
    { id: "osaid", about: "one-model", level: "open" },
  ],
};
const SCAN = {
  schema: "https://openassay.org/schemas/scan/v1.json",
  summary: { dangerous: 0, risky: 0, inconclusive: 0, clean: 3, "out-of-scope": 1 },
  gaps: [],
};
const RESULTS = "- dataset: {id: owls/hoot, task_id: easy}\n  value: 0.7\n";

/** A plan with one stage to reach, which needs these. */
function plan(needs: readonly object[], needsDecision = false): void {
  alliance.put("releases/owl.yaml", {
    name: "Owl 7B",
    lead: "ada",
    stage: { state: "internal" },
    stages: [
      { stage: "internal", needs: [], needsDecision: false },
      {
        stage: "open",
        needs: needs.map((need, index) => ({ id: `n${index}`, text: `Need ${index}`, ...need })),
        needsDecision,
      },
    ],
  });
}

async function ask(): Promise<GateReport> {
  expect(await alliance.faults()).toEqual([]);
  const books = await alliance.books();
  const value = books.releases.get("owl")?.value;
  if (value === undefined) throw new Error("no release");
  return await askGate({ books, id: "owl", plan: value, read: read() });
}

test.each<readonly [string, () => object, string]>([
  [
    "a level that is reached",
    () => ({ kind: "level", assessment: cite("a.json", ASSESSMENT), anyOf: ["mof:II", "mof:III"] }),
    "met",
  ],
  ["a level that is not", () => ({ kind: "level", assessment: cite("a.json", ASSESSMENT), anyOf: ["mof:I"] }), "unmet"],
  [
    "a level of one model alone",
    () => ({ kind: "level", assessment: cite("a.json", ASSESSMENT), anyOf: ["osaid:open"] }),
    "unmet",
  ],
  ["what is no assessment", () => ({ kind: "level", assessment: cite("a.json", "{}"), anyOf: ["mof:I"] }), "unknown"],
  ["a clean scan", () => ({ kind: "scan", scan: cite("s.json", SCAN), worst: "clean" }), "met"],
  [
    "a clean scan that did not see all",
    () => ({ kind: "scan", scan: cite("s.json", { ...SCAN, gaps: [{}] }), worst: "clean" }),
    "unmet",
  ],
  [
    "a dangerous file",
    () => ({ kind: "scan", scan: cite("s.json", { ...SCAN, summary: { dangerous: 1, clean: 3 } }), worst: "risky" }),
    "unmet",
  ],
  ["what is no scan", () => ({ kind: "scan", scan: cite("s.json", "[]"), worst: "risky" }), "unknown"],
  [
    "a bound that is kept",
    () => ({
      kind: "evaluation",
      results: cite("r.yaml", RESULTS),
      benchmark: "owls/hoot",
      metric: "easy",
      atLeast: 0.7,
    }),
    "met",
  ],
  [
    "a bound that is not",
    () => ({
      kind: "evaluation",
      results: cite("r.yaml", RESULTS),
      benchmark: "owls/hoot",
      metric: "easy",
      atMost: 0.69,
    }),
    "unmet",
  ],
  [
    "another benchmark",
    () => ({ kind: "evaluation", results: cite("r.yaml", RESULTS), benchmark: "owls/fly", metric: "easy" }),
    "unknown",
  ],
  ["a document", () => ({ kind: "document", document: cite("red-team.md", "# Red team\n") }), "met"],
  [
    "a risk with an owner",
    () => ({ kind: "risk", risk: "it may hoot at night", treatment: "tell the neighbours", owner: "bo" }),
    "met",
  ],
  ["nothing yet", () => ({ kind: "missing" }), "unmet"],
])("a gate is asked for %s", async (_, need, verdict) => {
  plan([need()]);
  const { gate, rows } = await ask();
  expect(rows.map((row) => row.verdict)).toEqual([verdict]);
  expect(gate).toBe({ met: "open", unmet: "closed", unknown: "unknown" }[verdict]);
});

test("a stage that needs a decision is closed without one", async () => {
  plan([], true);
  expect(await ask()).toMatchObject({ gate: "closed", to: "open" });
});

test("evidence that was changed is a fault of the books", async () => {
  plan([{ kind: "document", document: cite("red-team.md", "# Red team\n") }]);
  alliance.write("red-team.md", "# Nothing was found\n");
  expect(await alliance.codes()).toEqual(["evidence-changed"]);
});

test("the alliance looks at itself: what is due has an owner and a day", async () => {
  await alliance.complete();
  alliance.edit("tools/owl.yaml", { validUntil: "2026-09-01" });
  alliance.put("projects/nest.yaml", {
    name: "Nest",
    class: "supported",
    stage: { state: "proposed" },
    lead: "bo",
    license: "Apache-2.0",
    reviewed: "2025-01-01",
    requests: [{ person: "di", at: "2026-06-01T00:00:00Z", message: "May I join?", state: "pending" }],
  });
  alliance.edit("proposals/vet-owl.yaml", {});
  alliance.put("proposals/other.yaml", {
    ...alliance.get("proposals/vet-owl.yaml"),
    objections: [{ by: "cy", at: "2026-06-01T00:00:00Z", text: "Too early." }],
  });
  alliance.edit("seats/board-di.yaml", { holders: [{ person: "di", from: "2026-01-01", until: "2026-08-01" }] });
  plan([{ kind: "missing" }]);
  alliance.edit("releases/owl.yaml", {});
  const books = await alliance.books();
  const due = await selfCheck(books, "2026-10-01", read());
  expect(due.map(({ code, owner, due: day }) => [code, owner, day])).toEqual([
    ["review-overdue", "bo", "2026-01-01"],
    ["no-evidence", "ada", "2026-03-10"],
    ["request-unanswered", "bo", "2026-06-15"],
    ["objection-unanswered", "ada", "2026-06-15"],
    ["term-past", "ada", "2026-08-01"],
    ["vetting-expired", "ada", "2026-09-01"],
  ]);
  const before = await selfCheck(books, "2026-02-01", read());
  expect(before.map(({ code }) => code)).toEqual(["review-overdue", "no-evidence"]);
});

test("a record is made of pages whose links lead somewhere, and holds no markup of strangers", async () => {
  await alliance.complete();
  alliance.edit("organisations/bo-co.yaml", { name: "<script>alert(1)</script>\u202e" });
  const books = await alliance.books();
  const files = new Map(renderRecord({ books, day: "2026-04-01", due: [] }).map(({ path, text }) => [path, text]));
  expect([...files.keys()]).toContain("feed.atom");
  for (const [path, text] of files) {
    expect(text).not.toMatch(/<script|\u202e/);
    for (const [, page = "", , anchor] of text.matchAll(/href="([^"#:]+)(#([^"]+))?"/g)) {
      expect([path, page, files.has(page)]).toEqual([path, page, true]);
      if (anchor !== undefined) expect(files.get(page)).toContain(`id="${anchor}"`);
    }
  }
  expect(files.get("projects.html")).toContain('<a href="decisions.html#one">one</a>');
  expect(files.get("ballots.html")).toContain('<span class="passed">passed</span>');
  expect(renderRecord({ books, day: "2026-04-01", due: [] })).toEqual(
    renderRecord({ books: await alliance.books(), day: "2026-04-01", due: [] }),
  );
});
