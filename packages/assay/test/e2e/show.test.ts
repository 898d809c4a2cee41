/** `assay show` as a user runs it: offline, from the facts that ship. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { canonicalize } from "../../src/model/canonical.ts";
import type { KnownReleasesDocument, ShowDocument } from "../../src/model/documents.ts";
import { ROOT, runAssay } from "../support/command.ts";
import { listBreaches } from "../support/schema.ts";

function show(name: string): ShowDocument {
  const { code, stdout } = runAssay(["show", name, "--json"]);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

const listed: KnownReleasesDocument = JSON.parse(runAssay(["show", "--json"]).stdout);

test("without a name it lists what there is", () => {
  expect(listBreaches("known-releases", listed)).toEqual([]);
  expect(listed.releases.map(({ id }) => id)).toEqual(expect.arrayContaining(["llama-2", "gpt-4", "pythia"]));
  const { code, stdout } = runAssay(["show"]);
  expect(code).toBe(0);
  for (const { id } of listed.releases) expect(stdout).toContain(id);
});

describe.each(listed.releases.map(({ id }) => id))("%s", (id) => {
  const document = show(id);

  test("follows its schema, in canonical bytes", () => {
    expect(listBreaches("show", document)).toEqual([]);
    expect(runAssay(["show", id, "--json"]).stdout.trimEnd()).toBe(canonicalize(document));
  });

  test("answers nothing without evidence, and all evidence has its source", () => {
    const evidence = new Map(document.evidence.map((one) => [one.id, one]));
    const sources = new Set(document.sources.map((one) => one.id));
    for (const claim of document.claims) {
      if (claim.because === undefined) expect([claim.id, claim.evidence.length]).not.toEqual([claim.id, 0]);
      expect(claim.evidence.filter((one) => !evidence.has(one))).toEqual([]);
    }
    for (const { at, args } of document.evidence) {
      expect(sources.has(String(args.source))).toBe(true);
      expect("url" in at && at.url).toMatch(/^https:\/\//);
    }
    const cited = [...document.freedoms, ...document.rights, ...document.statements, ...document.judgements];
    for (const one of cited) expect(one.evidence.filter((key) => !evidence.has(key))).toEqual([]);
  });
});

test("Llama 2 says in four lines why its words are not the whole truth", () => {
  const { freedoms, statements } = show("Llama 2");
  expect(freedoms.map(({ answer }) => answer)).toEqual(["partly", "partly", "partly", "partly"]);
  const [inspect, use, adapt, share] = freedoms.map(({ because }) => because);
  expect(inspect).toMatch(/weights published.*training data not released/);
  expect(use).toMatch(/above 700 million monthly users.*\(clause 2\).*by a policy of use \(clause 1\.b\.iv\)/);
  expect(adapt).toMatch(/outputs may not be used to train other models.*\(clause 1\.b\.v\)/);
  expect(share).toMatch(/a copy of the licence \(clause 1\.b\.i\)/);
  const free = statements.find(({ quote }) => quote === "free for research and commercial use");
  expect(free?.verdict).toBe("contradicted");
  expect(free?.criteria.filter(({ verdict }) => verdict === "unmet").map(({ id }) => id)).toEqual(
    expect.arrayContaining(["rights.scale", "rights.purpose", "rights.outputs"]),
  );
  const { stdout } = runAssay(["show", "llama-2"]);
  expect(stdout).toContain('"free for research and commercial use"');
  expect(stdout).toMatch(/For any lawful purpose\?\s+no\s+forbidden: military/);
});

test.each([
  ["llama2", "llama-2"],
  ["LLAMA-2", "llama-2"],
  ["meta-llama/Llama-2-7b-hf", "llama-2"],
  ["hf:meta-llama/Llama-2-70b-chat-hf", "llama-2"],
  ["https://huggingface.co/openai/gpt-oss-20b", "gpt-oss"],
  ["Mistral Large 2", "mistral-large-2"],
  ["OLMo", "olmo-2"],
])("%s is %s", (name, id) => {
  expect(show(name).id).toBe(id);
});

test("what is closed answers no, and rights are not asked", () => {
  const { freedoms, rights, frameworks } = show("gpt-4");
  expect(freedoms.map(({ answer }) => answer)).toEqual(["no", "no", "no", "no"]);
  expect(new Set(rights.map(({ answer }) => answer))).toEqual(new Set(["unknown"]));
  expect(frameworks.filter(({ level }) => level !== null)).toEqual([]);
  const ladders = frameworks.filter(({ id }) => ["mof", "osaid", "epoch-access"].includes(id));
  expect(new Set(ladders.map(({ verdict }) => verdict))).toEqual(new Set(["unmet"]));
  expect(runAssay(["show", "gpt-4"]).stdout).not.toContain("Rights in the weights");
});

test("a licence that was read in part forbids what it forbids and permits nothing", () => {
  const { rights } = show("mistral-large-2");
  const answers = Object.fromEntries(rights.map(({ id, answer }) => [id, answer]));
  expect(answers).toMatchObject({ sell: "no", purpose: "no", scale: "unknown", adapt: "unknown" });
  expect(Object.values(answers)).not.toContain("yes");
});

test("a name that is not known ends with 64 and names what is near", () => {
  const { code, stdout, stderr } = runAssay(["show", "lama-2"]);
  expect([code, stdout]).toEqual([64, ""]);
  expect(stderr).toContain("Near it: llama-2");
  expect(runAssay(["show", `x${"y".repeat(100_000)}`]).code).toBe(64);
});

test("a name cannot command the terminal", () => {
  const { code, stderr } = runAssay(["show", "\u001b[2Jowl\u202e"]);
  expect(code).toBe(64);
  expect(stderr).toContain("\\u{1b}[2Jowl\\u{202e}");
});

/** Built-in modules without which no host is reached; commander brings `net` and `dgram` by way of child processes. */
const NETWORK = /^NativeModule (?:tls|http|https|http2|dns|internal\/deps\/undici.*)$/;

function listLoaded(args: readonly string[]): readonly string[] {
  const watch = `process.on("exit", () => process.stderr.write(JSON.stringify(process.moduleLoadList)))`;
  const preload = `data:text/javascript,${encodeURIComponent(watch)}`;
  const { stderr } = spawnSync(process.execPath, ["--import", preload, ...args], { encoding: "utf8", cwd: ROOT });
  return (JSON.parse(stderr) as readonly string[]).filter((name) => NETWORK.test(name));
}

test("no code that asks a network is loaded", () => {
  const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
  expect(listLoaded(["--input-type=module", "-e", 'import "node:https"'])).toContain("NativeModule https");
  expect(listLoaded([main, "show", "llama-2", "-o", "json"])).toEqual([]);
});
