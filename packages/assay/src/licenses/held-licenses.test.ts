import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readDeclared } from "./declared.ts";
import { findLicenseId } from "./expression.ts";
import { DATASET_LICENSES, DECLARED_NAMES, type HeldLicense, MODEL_LICENSES } from "./held-licenses.ts";
import { KNOWN_FILES } from "./known-files.ts";
import { UNSEEN_LICENSES } from "./unseen-licenses.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../../../shared/corpora", import.meta.url));

const facts = [...MODEL_LICENSES, ...DATASET_LICENSES];
const known = new Set(
  globSync("known/*/license.json", { cwd: import.meta.dirname }).map(
    (path) => (JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8")) as { readonly id: string }).id,
  ),
);

test("every fact is about whole names, of a licence that is known, and says where it stands", () => {
  for (const { names, ids, source } of facts) {
    expect(names.source).toMatch(/^\^.+\$$/);
    expect(names.flags).toBe("i");
    expect(source).toMatch(/^(?:[\w.-]+\/[\w.-]+@[0-9a-f]{40}:.+|https:\/\/.+)$/);
    for (const id of ids) expect(known.has(id) || UNSEEN_LICENSES.has(id) || findLicenseId(id) === id, id).toBe(true);
  }
  for (const ids of DECLARED_NAMES.values())
    for (const id of ids) expect(known.has(id) || UNSEEN_LICENSES.has(id)).toBe(true);
});

function licenseOf(name: string, of: readonly HeldLicense[] = MODEL_LICENSES): readonly string[] | undefined {
  const [first, ...others] = of.filter(({ names }) => names.test(name));
  expect(others, name).toEqual([]);
  return first?.ids;
}

describe("a publisher's licence by version", () => {
  test.each([
    ["meta-llama/Llama-2-7b-chat-hf", "LicenseRef-llama2"],
    ["meta-llama/Meta-Llama-3-8B", "LicenseRef-llama3"],
    ["meta-llama/Llama-3.1-8B-Instruct", "LicenseRef-llama3.1"],
    ["meta-llama/Llama-3.2-11B-Vision", "LicenseRef-llama3.2"],
    ["meta-llama/Llama-4-Scout-17B-16E", "LicenseRef-llama4"],
    ["google/gemma-4-E2B-it", "Apache-2.0"],
    ["google/gemma-2-2b", "LicenseRef-gemma-2024-04-01"],
    ["Qwen/Qwen2.5-3B", "LicenseRef-qwen-research"],
    ["Qwen/Qwen2.5-72B-Instruct", "LicenseRef-qwen"],
    ["Qwen/Qwen2.5-7B-Instruct-AWQ", "Apache-2.0"],
    ["Qwen/Qwen3-30B-A3B-Instruct-2507", "Apache-2.0"],
    ["black-forest-labs/FLUX.1-Kontext-dev", "LicenseRef-flux-1-dev-non-commercial"],
    ["black-forest-labs/FLUX.1-schnell", "Apache-2.0"],
    ["deepseek-ai/DeepSeek-V3", "LicenseRef-deepseek-license-1.0"],
    ["deepseek-ai/DeepSeek-R1", "MIT"],
  ])("%s is under %s", (name, id) => {
    expect(licenseOf(name)?.[0]).toBe(id);
  });

  test.each([
    "meta-llama/Llama-Guard-3-8B",
    "acme/Llama-3.2-1B",
    "meta-llama/Llama-3.2-1B-finetuned",
    "Qwen/Qwen2.5-VL-3B-Instruct",
    "deepseek-ai/DeepSeek-R1-Distill-Llama-8B",
    "deepseek-ai/DeepSeek-V3-0324",
    "google/gemma-5-2b",
  ])("nothing is said of %s", (name) => {
    expect(licenseOf(name)).toBeUndefined();
  });

  test("files that are known by their bytes come from a model that is known", () => {
    for (const [digest, { of }] of KNOWN_FILES) {
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
      expect(licenseOf(of)).toBeDefined();
    }
  });
});

/** The file of a corpus that a source names; undefined where no corpus has that repository at that commit. */
function locate(source: string): string | undefined {
  const [, repository = "", commit = "", path = ""] = /^([^@]+)@([0-9a-f]{40}):(.+)$/.exec(source) ?? [];
  if (commit === "") return undefined;
  const folders = [
    join("releases", repository.replace("/", "__")),
    "osai-index",
    "hf-cards/docker-ai",
    "hf-dataset-cards",
  ];
  const folder = folders.find((one) => {
    const about = join(CORPORA, one, "SOURCE.txt");
    return existsSync(about) && readFileSync(about, "utf8").includes(commit);
  });
  const upstream = readFileSync(join(CORPORA, "licenses/ai-upstream/expected.tsv"), "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .find(([, , repo, at, file]) => repo === repository && at === commit && file === path);
  if (upstream !== undefined) return join(CORPORA, "licenses/ai-upstream", upstream[0] ?? "");
  if (folder === undefined) return undefined;
  const names = [path, path.replace(/^ai\//, ""), path.replace(/^datasets\/(.+)\/README\.md$/, "$1.md")];
  return names.map((name) => join(CORPORA, folder, name)).find((file) => existsSync(file)) ?? "missing";
}

test.skipIf(!existsSync(CORPORA))("what a corpus has of the sources says so", () => {
  const checked = facts.flatMap(({ source, ids }) => {
    const file = locate(source);
    if (file === undefined) return [];
    expect(existsSync(file), source).toBe(true);
    const text = readFileSync(file, "utf8");
    expect(/licen[cs]|agreement/i.test(text), source).toBe(true);
    if (file.includes("hf-dataset-cards")) expect([cardLicense(text), source]).toEqual([ids, source]);
    return [source];
  });
  expect(checked.length).toBeGreaterThan(60);
});

function cardLicense(text: string): readonly string[] {
  const front = parse(text.split("\n---")[0]?.slice(3) ?? "") as { readonly license: string | readonly string[] };
  return [front.license].flat().flatMap((id) => readDeclared(id).ids);
}
