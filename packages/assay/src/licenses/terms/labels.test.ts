import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Term } from "../../model/license.ts";
import { readTerms } from "./index.ts";

const corpora =
  process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../../../../shared/corpora", import.meta.url));
const folder = `${corpora}/licenses`;

interface Label {
  readonly kind: string;
  readonly lines: readonly [number, number];
  readonly optional?: true;
  readonly metric?: string;
  readonly number?: number;
  readonly currency?: string;
  readonly comparison?: string;
  readonly window?: string;
  readonly whose?: string;
  readonly testDate?: string;
  readonly effect?: string;
  readonly excluded?: readonly string[];
  readonly scope?: string;
  readonly rule?: string;
  readonly value?: string;
}

interface Labels {
  readonly texts: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly stratum: string;
    readonly facts: readonly Label[];
  }[];
}

const labels: Labels = JSON.parse(readFileSync(new URL("./labels.json", import.meta.url), "utf8"));

type Kind = "threshold" | "territory" | "outputs" | "commercial";

/** One fact of a text, comparable; `loose` is what an optional fact has to agree in. */
interface Fact {
  readonly kind: Kind;
  readonly exact: string;
  readonly loose: string;
  readonly lines: readonly [number, number];
  readonly optional: boolean;
}

function factsOf(label: Label): readonly Fact[] {
  const base = { kind: label.kind as Kind, lines: label.lines, optional: label.optional ?? false };
  if (label.metric !== undefined)
    return [{ ...base, exact: thresholdOf(label), loose: `${label.metric} ${label.number}` }];
  if (label.excluded !== undefined) {
    return label.excluded.map((region) => ({ ...base, exact: `${region} ${label.scope}`, loose: region }));
  }
  const value = label.rule ?? label.value ?? "";
  return [{ ...base, exact: value, loose: value }];
}

function thresholdOf(one: Readonly<Record<string, unknown>> | Label): string {
  const { metric, number, currency = "", comparison, window, whose, testDate, effect } = one;
  return [metric, number, currency, comparison, window, whose, testDate, effect].join(" ");
}

const OUTPUTS: Readonly<Record<string, string>> = {
  "outputs-may-train-others false": "train-others-forbidden",
  "outputs-may-train-others if-named": "train-others-if-named",
  "outputs-may-compete false": "compete-forbidden",
  "outputs-make-derivatives true": "trained-model-is-derivative",
  "outputs-owner unclaimed": "owner-unclaimed",
  "outputs-owner licensor": "owner-licensor",
  "outputs-owner you": "owner-you",
  "outputs-restricted false": "unrestricted",
  "outputs-commercial-use true": "commercial-allowed",
  "outputs-commercial-use false": "commercial-forbidden",
};
const COMMERCE: Readonly<Record<string, string>> = { true: "yes", false: "no" };

/** The labels say what a text says of commerce; that a grant names no purpose is not among it. */
function isImplied({ details }: Term): boolean {
  return details?.by === "unlimited-grant";
}

function factOf(term: Term, lines: readonly [number, number]): Fact | null {
  const { type, value, details = {} } = term;
  if (isImplied(term)) return null;
  const fact = (kind: Kind, exact: string, loose: string = exact): Fact => ({
    kind,
    exact,
    loose,
    lines,
    optional: false,
  });
  if (type.endsWith("-threshold")) {
    return fact("threshold", thresholdOf(details), `${details.metric} ${details.number}`);
  }
  if (type === "territory-excluded") return fact("territory", `${value} ${details.scope}`, `${value}`);
  if (type.startsWith("outputs-")) return fact("outputs", OUTPUTS[`${type} ${value}`] ?? `${type} ${value}`);
  return type === "commercial-use" ? fact("commercial", COMMERCE[`${value}`] ?? `${value}`) : null;
}

interface Count {
  found: number;
  missed: number;
  wrong: number;
}

interface Measured {
  readonly counts: Map<Kind, Count>;
  readonly errors: string[];
}

function measure(): Measured {
  const counts = new Map<Kind, Count>();
  const errors: string[] = [];
  const countOf = (kind: Kind): Count => {
    const count = counts.get(kind) ?? { found: 0, missed: 0, wrong: 0 };
    counts.set(kind, count);
    return count;
  };
  for (const { path, facts } of labels.texts) {
    const text = readFileSync(`${folder}/${path}`, "utf8");
    const found = readTerms(text).flatMap((term) => factOf(term, linesOf(text, term)) ?? []);
    const labelled = facts.flatMap(factsOf);
    for (const label of labelled.filter(({ optional }) => !optional)) {
      const hit = found.some((one) => isSame(one, label));
      countOf(label.kind)[hit ? "found" : "missed"] += 1;
      if (!hit) errors.push(`missed ${path}:${label.lines} ${label.kind} ${label.exact}`);
    }
    for (const one of found.filter((fact) => !labelled.some((label) => isSame(fact, label)))) {
      countOf(one.kind).wrong += 1;
      errors.push(`wrong ${path}:${one.lines} ${one.kind} ${one.exact}`);
    }
  }
  return { counts, errors };
}

function linesOf(text: string, { at }: Term): readonly [number, number] {
  return [at.line, at.line + (text.slice(at.start, at.end).match(/\n/g) ?? []).length];
}

function isSame(found: Fact, label: Fact): boolean {
  const isNear = found.lines[0] <= label.lines[1] && label.lines[0] <= found.lines[1];
  const isEqual = label.optional ? found.loose === label.loose : found.exact === label.exact;
  return found.kind === label.kind && isNear && isEqual;
}

describe.skipIf(!existsSync(folder))("hand labels", () => {
  test("the texts are the ones that were labelled", () => {
    for (const { path, sha256 } of labels.texts) {
      expect(
        createHash("sha256")
          .update(readFileSync(`${folder}/${path}`))
          .digest("hex"),
        path,
      ).toBe(sha256);
    }
  });

  test("each kind is read with a precision of 0.97 and a recall of 0.95", () => {
    const { counts, errors } = measure();
    const rows = [...counts].map(([kind, { found, missed, wrong }]) => ({
      kind,
      facts: found + missed,
      precision: found / (found + wrong),
      recall: found / (found + missed),
    }));
    process.stdout.write(`${rows.map((row) => JSON.stringify(row)).join("\n")}\n${errors.join("\n")}\n`);
    expect(rows.map(({ kind }) => kind).sort()).toEqual(["commercial", "outputs", "territory", "threshold"]);
    expect(rows.filter(({ precision, recall }) => precision < 0.97 || recall < 0.95)).toEqual([]);
  });
});

/** What each kind of inserted clause sets. */
const INSERTED: Readonly<Record<string, readonly string[]>> = {
  mau: ["user-threshold 100000000"],
  nc: ["commercial-use false", "outputs-commercial-use false"],
  rev: ["revenue-threshold 20000000"],
  terr: ["territory-excluded EU"],
  outtrain: ["outputs-may-train-others false"],
  aup: ["policy-by-url https://example.org/aup"],
};
const MEASURED = /-threshold|^territory|^outputs|^commercial/;

function readMutation(file: string): readonly Term[] {
  return readTerms(readFileSync(`${folder}/mutations/${file}`, "utf8"));
}

/** How often a text sets what, of the measured kinds and policies. */
function tally(file: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of readMutation(file)) {
    const { type, value } = term;
    if (isImplied(term)) continue;
    if (MEASURED.test(type) || type === "policy-by-url") {
      counts.set(`${type} ${value}`, (counts.get(`${type} ${value}`) ?? 0) + 1);
    }
  }
  return counts;
}

describe.skipIf(!existsSync(folder))("clauses inserted into ten licences", () => {
  const rows = existsSync(folder)
    ? readFileSync(`${folder}/mutations/expected.tsv`, "utf8").trimEnd().split("\n").slice(1)
    : [];

  test("each inserted clause adds its terms and no other, wherever it stands", () => {
    const wrong: string[] = [];
    let count = 0;
    for (const [file = "", base = "", , detail = ""] of rows.map((row) => row.split("\t"))) {
      const terms = INSERTED[detail];
      if (terms === undefined) continue;
      count += 1;
      const [before, after] = [tally(`${base}__identity.txt`), tally(file)];
      const added = [...after].filter(([name, times]) => times > (before.get(name) ?? 0)).map(([name]) => name);
      const lost = [...before].filter(([name, times]) => times > (after.get(name) ?? 0)).map(([name]) => name);
      if (added.sort().join() !== [...terms].sort().join() || lost.length > 0) wrong.push(`${file} +${added} -${lost}`);
    }
    expect(count).toBe(120);
    expect(wrong).toEqual([]);
  });

  test("a clause on commerce takes away what followed from a grant without a purpose", () => {
    const barred = rows.map((row) => row.split("\t")).filter(([, , , detail]) => detail === "nc");
    const implied = (file = ""): boolean => readMutation(file).some(isImplied);
    const bases = barred.filter(([, base]) => implied(`${base}__identity.txt`));
    expect(bases.length).toBeGreaterThan(20);
    expect(barred.filter(([file]) => implied(file))).toEqual([]);
  });

  test("another form of the same text sets the same terms", () => {
    const wrong: string[] = [];
    for (const [file = "", base = "", kind = ""] of rows.map((row) => row.split("\t"))) {
      if (kind !== "format-only") continue;
      const [before, after] = [tally(`${base}__identity.txt`), tally(file)];
      if (JSON.stringify([...before].sort()) !== JSON.stringify([...after].sort())) {
        wrong.push(`${file} ${JSON.stringify([...before])} ${JSON.stringify([...after])}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
