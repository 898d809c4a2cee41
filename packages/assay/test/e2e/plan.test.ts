/** `assay plan` as a user runs it. */

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { canonicalize } from "../../src/model/canonical.ts";
import type { Assessment } from "../../src/model/documents.ts";
import type { PlanDocument } from "../../src/model/plans.ts";
import { type Ran, ROOT, runAssay } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";
import { listBreaches } from "../support/schema.ts";

const TINY = join(ROOT, "examples/tiny-open-model");
const OVERCLAIMED = join(ROOT, "examples/overclaimed-model");

function plan(target: string, ...args: readonly string[]): Ran & { readonly document: PlanDocument } {
  const ran = runAssay(["plan", target, ...args, "--json"]);
  const document: PlanDocument = JSON.parse(ran.stdout);
  expect(listBreaches("plan", document)).toEqual([]);
  expect(ran.stdout.trimEnd()).toBe(canonicalize(document));
  return { ...ran, document };
}

/** The example without these files and without what its manifest says. */
function takeAway(...paths: readonly string[]): string {
  const folder = join(makeFolder(), "tiny");
  cpSync(TINY, folder, { recursive: true });
  for (const path of ["release.json", ...paths]) rmSync(join(folder, path), { recursive: true });
  return folder;
}

test("what is reached needs nothing", () => {
  const { code, document } = plan(TINY, "--to", "mof:I");
  expect(code).toBe(0);
  expect(document).toMatchObject({
    status: "reached",
    framework: "mof@1.0/tool",
    level: "I",
    now: { level: "I", ceiling: "I" },
    steps: [],
  });
  expect(runAssay(["plan", TINY, "--to", "mof:i"]).stdout).toMatch(/^\s*MOF Class I is reached already/);
});

test("what was taken away is asked for, and put back it is reached", () => {
  const folder = takeAway("checkpoints");
  const { document } = plan(folder, "--to", "mof:I");
  expect(document.status).toBe("reachable");
  expect(document.steps.map(({ id }) => id)).toEqual(["intermediate-weights"]);
  cpSync(join(TINY, "checkpoints"), join(folder, "checkpoints"), { recursive: true });
  expect(plan(folder, "--to", "mof:I").document.status).toBe("reached");
});

test("a part that the manifest says is closed is missing, not unsettled", () => {
  const folder = join(makeFolder(), "tiny");
  cpSync(TINY, folder, { recursive: true });
  rmSync(join(folder, "checkpoints"), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, "release.json"), "utf8"));
  for (const part of manifest.parts) if (part.component === "intermediate-weights") part.level = "closed";
  writeFileSync(join(folder, "release.json"), JSON.stringify(manifest));
  const { document } = plan(folder, "--to", "mof:I");
  expect(document.steps).toMatchObject([{ id: "intermediate-weights", kind: "add" }]);
  expect(document.headline).toBe("One addition to MOF Class I");
  expect(document.evidence.map(({ at }) => "path" in at && at.path)).toContain("release.json");
});

test("the licence of the base blocks, with the place that names it", () => {
  const { code, document } = plan(OVERCLAIMED, "--to", "mof:III");
  expect(code).toBe(0);
  expect(document.status).toBe("blocked");
  const [block] = document.blocks;
  expect(block?.why).toMatch(/Llama-3\.2-1B.*Apache-2\.0 does not carry/);
  const cited = document.evidence.filter(({ id }) => block?.evidence.includes(id));
  expect(cited.map(({ at, quote }) => ({ at, quote }))).toContainEqual({
    at: expect.objectContaining({ path: "README.md", line: 7 }),
    quote: "meta-llama/Llama-3.2-1B",
  });
});

test("a saved assessment gives the same plan; any other file is wrong usage", () => {
  const folder = makeFolder({
    "other.json": '{"schema":"https://openassay.org/schemas/rule/v1.json"}',
    "broken.json": "{",
  });
  const path = join(folder, "tiny.json");
  expect(runAssay([TINY, "-o", `json=${path}`]).code).toBe(0);
  const { code, document } = plan(path, "--to", "osaid:open-source");
  expect(code).toBe(0);
  expect(document).toEqual(plan(TINY, "--to", "osaid:open-source").document);
  for (const name of ["other.json", "broken.json"]) {
    const ran = runAssay(["plan", join(folder, name), "--to", "mof:I"]);
    expect([ran.code, ran.stdout]).toEqual([64, ""]);
    expect(ran.stderr).toMatch(/is no saved assessment/);
  }
});

/** All answers, without what says so. */
function listClaims(folder: string): readonly unknown[] {
  const { claims }: Assessment = JSON.parse(runAssay([folder, "--json"]).stdout);
  return claims.map(({ id, about, value, because }) => [id, about, value, because ?? null]);
}

test("--fix shows a diff, writes what is true by itself, and writes over nothing", () => {
  const folder = takeAway();
  writeFileSync(join(folder, "SHA256SUMS"), "mine\n");
  const before = listClaims(folder);
  const first = runAssay(["plan", folder, "--to", "mof:I", "--fix"]);
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^--- \/dev\/null\n\+\+\+ b\/release\.json\n@@ -0,0 \+1,\d+ @@\n\+\{\n/);
  expect(first.stderr).toMatch(/release\.json is written.*\n.*SHA256SUMS is there and stays as it is/);
  expect(readFileSync(join(folder, "SHA256SUMS"), "utf8")).toBe("mine\n");
  expect(listBreaches("release", JSON.parse(readFileSync(join(folder, "release.json"), "utf8")))).toEqual([]);
  // The manifest that was drafted says what was found and no more: no answer changes.
  expect(listClaims(folder)).toEqual(before);
  expect(plan(folder, "--to", "mof:I").document.status).toBe("reached");
  const again = runAssay(["plan", folder, "--to", "mof:I", "--fix"]);
  expect(again.stdout).not.toContain("+++");
});

test("for machines the diff stays out of the document", () => {
  const folder = takeAway();
  const { document, stderr } = plan(folder, "--to", "mof:I", "--fix");
  expect(document.files.map(({ path, state }) => [path, state])).toEqual([
    ["release.json", "written"],
    ["SHA256SUMS", "written"],
  ]);
  expect(stderr).toContain("+++ b/SHA256SUMS");
});

test("--fix follows no link out of the folder", () => {
  const folder = takeAway();
  const outside = join(makeFolder(), "victim");
  symlinkSync(outside, join(folder, "SHA256SUMS"));
  const { stderr } = runAssay(["plan", folder, "--to", "mof:I", "--fix"]);
  expect(stderr).toMatch(/SHA256SUMS is there and stays as it is/);
  expect(existsSync(outside)).toBe(false);
});

test.each([
  ["a place elsewhere", ["hf:acme/owl", "--to", "mof:I", "--fix", "--offline"], /writes into a folder/],
  ["a level that is none", [TINY, "--to", "mof:IV"], /no level of mof@1\.0\/tool called "IV"/],
  ["a framework that is none", [TINY, "--to", "mot:I"], /did you mean "mof"/],
  ["no level", [TINY], /--to <level>/],
  ["a part that is none", [TINY, "--to", "mof:I", "--what-if", "wights=open"], /no component "wights"/],
  ["a licence that is none", [TINY, "--to", "mof:I", "--what-if", "weights=modified MIT"], /no licence that is known/],
  ["a model that is none", [TINY, "--to", "mof:I", "--model", "mouse"], /the release holds no such model; there is /],
  ["a folder that is not there", [join(TINY, "nowhere"), "--to", "mof:I"], /nowhere/],
])("%s is wrong usage", (_, args, message) => {
  const { code, stdout, stderr } = runAssay(["plan", ...args]);
  expect([code, stdout]).toEqual([64, ""]);
  expect(stderr).toMatch(message);
});

test("what if: levels, rights and duties as they would be", () => {
  const { document } = plan(TINY, "--to", "mof:I", "--what-if", "weights=llama3.2,training-code=closed");
  expect(document.status).toBe("reached");
  const imagined = document.whatIf;
  expect(imagined?.frameworks).toContainEqual(
    expect.objectContaining({
      framework: "mof@1.0/tool",
      before: { level: "I", ceiling: "I" },
      after: { level: null, ceiling: null },
    }),
  );
  expect(imagined?.rights).toContainEqual(expect.objectContaining({ id: "purpose", before: "yes", after: "no" }));
  expect(imagined?.duties.join("\n")).toMatch(/"Built with Llama" has to be shown.*clause/);
  const other = plan(OVERCLAIMED, "--to", "mof:I", "--what-if", "weights=MIT").document.whatIf;
  expect(other?.conflicts.join()).toMatch(/MIT does not carry/);
});

test("an empty folder is not settled", () => {
  const { code, document } = plan(makeFolder(), "--to", "mof:III");
  expect(code).toBe(2);
  expect(document.steps.every(({ kind }) => kind === "show")).toBe(true);
  expect(document.files).toEqual([]);
});

test("names of strangers command no terminal, and every report tells the plan", () => {
  const folder = makeFolder();
  const model = join(folder, "owl\u001b[31m\u202e");
  mkdirSync(model);
  cpSync(join(TINY, "model.safetensors"), join(model, "model\u001b[2J.safetensors"));
  const { stdout } = runAssay(["plan", model, "--to", "mof:III", "--fix"]);
  for (const sign of ["\u001b", "\u202e"]) expect(stdout).not.toContain(sign);
  for (const format of ["text", "html", "markdown"]) {
    expect(runAssay(["plan", model, "--to", "mof:III", "-o", format]).stdout).toMatch(/MOF Class III/);
  }
});
