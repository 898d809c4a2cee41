/** Folders of real releases, each with the list of what else its repository holds: nothing that is said may be wrong. */

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Assessment } from "../src/model/documents.ts";
import type { Locator } from "../src/model/types.ts";
import { assess, DEFAULT_POLICY, decide, frameworks } from "../src/node.ts";
import { listBreaches } from "./support/schema.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../shared/corpora");
const RELEASES = join(CORPORA, "releases");
const isAbsent = !existsSync(RELEASES);

const folders = isAbsent
  ? []
  : readdirSync(RELEASES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** Terms of a publisher's own, or terms added to a listed licence: a name of SPDX for one of them would be wrong. */
const OWN_TERMS: readonly (readonly [folder: string, text: string])[] = [
  ["MiniMax-AI__MiniMax-M2", "LICENSE"],
  ["MoonshotAI__Kimi-K2", "LICENSE"],
  ["THUDM__ChatGLM-6B", "MODEL_LICENSE"],
  ["databricks__dbrx", "LICENSE"],
  ["deepseek-ai__DeepSeek-LLM", "LICENSE-MODEL"],
  ["facebookresearch__llama", "LICENSE"],
  ["facebookresearch__metaseq", "projects/OPT/MODEL_LICENSE.md"],
  ["meta-llama__PurpleLlama", "Llama-Guard/LICENSE"],
  ["meta-llama__PurpleLlama", "Llama-Guard4/12B/LICENSE"],
  ["meta-llama__llama", "LICENSE"],
  ["meta-llama__llama-models", "models/llama2/LICENSE"],
  ["meta-llama__llama-models", "models/llama3/LICENSE"],
  ["meta-llama__llama-models", "models/llama3_1/LICENSE"],
  ["meta-llama__llama-models", "models/llama3_2/LICENSE"],
  ["meta-llama__llama-models", "models/llama3_3/LICENSE"],
  ["meta-llama__llama-models", "models/llama4/LICENSE"],
  ["meta-llama__llama3", "LICENSE"],
];

/** Folders in which nothing but such terms stands: no part of theirs has a licence that is known. */
const NOTHING_ELSE = [
  "MiniMax-AI__MiniMax-M2",
  "MoonshotAI__Kimi-K2",
  "databricks__dbrx",
  "facebookresearch__llama",
  "meta-llama__llama",
  "meta-llama__llama-models",
  "meta-llama__llama3",
];

const assessed = new Map<string, Promise<Assessment>>();

/** The assessment of a folder, made once. */
function assessFolder(name: string): Promise<Assessment> {
  const target = join(RELEASES, name);
  const assessment = assessed.get(name) ?? assess({ target, listing: join(target, "TREE.tsv") });
  assessed.set(name, assessment);
  return assessment;
}

/** Every id of evidence that anything refers to. */
function listReferences({ claims, components, freedoms, models, rights, statements }: Assessment): readonly string[] {
  const shown = models.flatMap((model) => Object.values(model).flatMap((value) => value?.evidence ?? []));
  const told = [...claims, ...components, ...freedoms, ...rights].flatMap(({ evidence }) => evidence);
  return [...shown, ...told, ...statements.flatMap(({ why }) => why)];
}

/** Every path that anything names as a file of the release. */
function listPaths({ components, licenses, evidence, findings }: Assessment): readonly string[] {
  const places = [...evidence, ...findings].map(({ at }): Locator => at);
  const governing = components.flatMap((component) => component.licenses);
  return [
    ...components.flatMap(({ artifacts }) => artifacts),
    ...governing.flatMap(({ paths }) => paths),
    ...licenses.map(({ path }) => path),
    ...places.flatMap((at) => ("path" in at ? [at.path] : [])),
  ];
}

/** Those of `wanted` that are not `known`. */
function listMissing(wanted: readonly string[], known: readonly string[]): readonly string[] {
  const there = new Set(known);
  return [...new Set(wanted)].filter((one) => !there.has(one));
}

test.skipIf(isAbsent)("the corpus is the one that is meant", () => {
  expect(folders.length).toBeGreaterThanOrEqual(45);
});

test.skipIf(isAbsent).each(folders)(
  "%s: the document keeps its schema, and all that it refers to is in it",
  async (name) => {
    const assessment = await assessFolder(name);
    expect(listBreaches("assessment", assessment)).toEqual([]);
    const { evidence, artifacts, claims } = assessment;
    const ids = evidence.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(listMissing(listReferences(assessment), ids)).toEqual([]);
    const paths = artifacts.map(({ path }) => path);
    expect(listMissing(listPaths(assessment), paths)).toEqual([]);
    const known = claims.map(({ id }) => id);
    const named = assessment.frameworks.flatMap(({ requirements }) => requirements.flatMap((one) => one.claims));
    const told = frameworks.flatMap(({ unanswered = [] }) => unanswered.map(({ claim }) => claim));
    expect(listMissing(named, [...known, ...told])).toEqual([]);
  },
);

test.skipIf(isAbsent).each(folders)("%s: nothing is denied, and what is said to be there is shown", async (name) => {
  const { claims, components, evidence } = await assessFolder(name);
  // A listing of a repository proves what is there; that nothing else was published it cannot. A sentence of its own can.
  const sentences = new Set(evidence.flatMap(({ id, code }) => (code === "said-withheld" ? [id] : [])));
  const denied = [
    ...claims.filter(({ id, value }) => value === false && id.endsWith(".published")),
    ...components.filter(({ present }) => present === false),
  ];
  expect(denied.filter((one) => !one.evidence.some((id) => sentences.has(id)))).toEqual([]);
  expect(components.filter(({ present, artifacts }) => present === true && artifacts.length === 0)).toEqual([]);
  const settled = claims.filter(({ value }) => value !== "unknown");
  expect(settled.filter((claim) => claim.evidence.length === 0)).toEqual([]);
  for (const { at, quote, sha256 } of evidence)
    if (quote !== undefined && "path" in at) expect(sha256).toHaveLength(64);
});

test.skipIf(isAbsent).each(folders)("%s: no published repository is called broken", async (name) => {
  const { outcome, exitCode, reasons } = decide(await assessFolder(name), DEFAULT_POLICY, new Date(0));
  expect({ exitCode, reasons }).toEqual(outcome === "holds" ? { exitCode: 0, reasons: [] } : { exitCode: 2, reasons });
});

test.skipIf(isAbsent).each(OWN_TERMS)("%s: %s has no name of SPDX", async (name, text) => {
  const { licenses } = await assessFolder(name);
  const read = licenses.filter(({ path }) => path === text);
  expect(read).toHaveLength(1);
  for (const { match } of read) {
    const isClean = match.kind === "exact" || match.kind === "equivalent";
    expect(isClean ? match.id : "LicenseRef-").toMatch(/^LicenseRef-/);
  }
});

test.skipIf(isAbsent).each(NOTHING_ELSE)("%s: no part is said to be under a licence of SPDX", async (name) => {
  const { claims, freedoms } = await assessFolder(name);
  const named = claims.flatMap(({ id, value }) => (id.endsWith(".license") && value !== "unknown" ? value : []));
  expect(named.filter((license) => !String(license).startsWith("LicenseRef-"))).toEqual([]);
  expect(freedoms.filter(({ answer }) => answer === "yes")).toEqual([]);
});
