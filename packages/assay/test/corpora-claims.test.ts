/** Sentences of real releases that people judged by hand: each verdict has to be the one that its label asks for. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Assessment, Statement } from "../src/model/documents.ts";
import { assess } from "../src/node.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../shared/corpora");
const RELEASES = join(CORPORA, "releases");
const CLAIMS = join(RELEASES, "CLAIMS.tsv");
const isAbsent = !existsSync(CLAIMS);

interface Row {
  readonly repo: string;
  readonly path: string;
  /** 0 where the row is about the whole file. */
  readonly line: number;
  readonly label: string;
}

const rows: readonly Row[] = isAbsent
  ? []
  : readFileSync(CLAIMS, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [repo = "", place = "", , , , , label = ""] = line.split("\t");
        const [path = "", number = "0"] = place.split(":");
        return { repo: /\((.+)\)/.exec(repo)?.[1] ?? repo, path, line: Number(number), label };
      });
const there = rows.filter(({ repo }) => existsSync(join(RELEASES, repo)));

const assessed = new Map<string, Promise<Assessment>>();

async function findStatements({ repo, path, line }: Row): Promise<readonly Statement[]> {
  const target = join(RELEASES, repo);
  const assessment = assessed.get(repo) ?? assess({ target, listing: join(target, "TREE.tsv") });
  assessed.set(repo, assessment);
  return (await assessment).statements.filter(
    ({ at }) => "path" in at && at.path === path && (line === 0 || at.line === line),
  );
}

test.skipIf(isAbsent)("one row alone has no release among the corpora", () => {
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !there.includes(row)).map(({ repo }) => repo)).toEqual([
    "Snowflake-Labs__snowflake-arctic",
  ]);
});

test.skipIf(isAbsent).each(there)("$repo $path:$line ($label)", async (row) => {
  const found = await findStatements(row);
  const verdicts = found.map(({ verdict }) => verdict);
  if (row.label.startsWith("overclaim")) expect(verdicts).toEqual(["contradicted"]);
  else if (/^(?:licence-ok|check)/.test(row.label)) expect(verdicts).toEqual(["unsettled"]);
  else if (row.label === "justified") expect(["supported", "unsettled"]).toContain(verdicts.join());
  else expect(found.filter(({ about }) => about === "this")).toEqual([]);
});

test.skipIf(isAbsent)(
  "each has its reasons, and each contradiction its words, its place and something that shows it",
  async () => {
    for (const one of await Promise.all(assessed.values())) {
      const evidence = new Map(one.evidence.map((each) => [each.id, each]));
      for (const { criteria, verdict, why } of one.statements) {
        expect(criteria.length).toBeGreaterThan(0);
        for (const { because } of criteria) expect(because).toMatch(/^.{10,}\.$/);
        if (verdict !== "contradicted") continue;
        expect(criteria.some((criterion) => criterion.verdict === "unmet" && criterion.needs !== undefined)).toBe(true);
        expect(why.length).toBeGreaterThan(0);
        for (const id of why) expect(evidence.has(id)).toBe(true);
      }
      const told = one.findings.filter(({ rule }) => rule === "statement/contradicted");
      expect(told.map(({ at }) => at)).toEqual(
        one.statements.filter(({ verdict }) => verdict === "contradicted").map(({ at }) => at),
      );
    }
  },
);

test.skipIf(isAbsent)("the quote of each stands at its place", async () => {
  for (const row of there) {
    for (const { quote, at } of await findStatements({ ...row, line: 0 })) {
      if (!("path" in at)) continue;
      const bytes = readFileSync(join(RELEASES, row.repo, at.path));
      expect(bytes.subarray(at.start, at.end).toString("utf8")).toBe(quote);
      const lines = bytes.subarray(0, at.start).toString("utf8").split("\n").length;
      expect(lines).toBe(at.line);
    }
  }
});
