/** What changed, as a process: two folders, a saved assessment, a lock. */

import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CheckDocument, DiffDocument } from "../../src/model/changes.ts";
import { type Ran, ROOT, runAssay } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";
import { licenseText } from "../support/license-text.ts";
import { makeSafetensors } from "../support/release.ts";
import { listBreaches } from "../support/schema.ts";

const EXAMPLE = join(ROOT, "examples/tiny-open-model");
const NONCOMMERCIAL = licenseText("CC-BY-NC-4.0");

/** A folder with two copies of the example, `old` and `new`. */
function makePair(): string {
  const folder = makeFolder();
  for (const name of ["old", "new"]) cpSync(EXAMPLE, join(folder, name), { recursive: true });
  return folder;
}

function diff(cwd: string, ...args: readonly string[]): Ran & { readonly document: DiffDocument } {
  const ran = runAssay(["diff", ...args, "--json"], { cwd });
  const document: DiffDocument = JSON.parse(ran.stdout);
  expect(listBreaches("diff", document)).toEqual([]);
  return { ...ran, document };
}

const flat = (text: string): string => text.replace(/\s+/g, " ");

test("a copy is the same, byte for byte, and the answer is the same each time", () => {
  const cwd = makePair();
  const { code, document, stdout } = diff(cwd, "old", "new");
  expect([code, document.verdict, document.files.changes, document.rights]).toEqual([0, "identical", [], []]);
  expect(diff(cwd, "old", "new").stdout).toBe(stdout);
  expect(stdout).not.toContain(cwd);
});

test("a licence that forbids commerce is the first thing that is said", () => {
  const cwd = makePair();
  writeFileSync(join(cwd, "new/LICENSE"), NONCOMMERCIAL);
  const { code, document } = diff(cwd, "old", "new");
  expect([code, document.verdict]).toEqual([0, "narrower"]);
  const said = flat(runAssay(["diff", "old", "new"], { cwd }).stdout);
  expect(said).toMatch(/The whole narrower commercial use was allowed and is not any more: .* \(LICENSE:\d+\)/);
  expect(said).toContain("May I make money with it? yes → no");
  expect(said).toContain("Weights the same 1 file the same by SHA-256");
});

test("weights under the same name with other bytes, and the same bytes under another name", () => {
  const cwd = makePair();
  writeFileSync(join(cwd, "new/model.safetensors"), makeSafetensors({ a: 2 }));
  expect(diff(cwd, "old", "new").document).toMatchObject({ verdict: "changed", weights: { verdict: "replaced" } });
  rmSync(join(cwd, "new/model.safetensors"));
  cpSync(join(cwd, "old/model.safetensors"), join(cwd, "new/owl.safetensors"));
  expect(diff(cwd, "old", "new").document.weights).toMatchObject({
    verdict: "renamed",
    files: [{ old: { path: "model.safetensors" }, new: { path: "owl.safetensors" } }],
  });
});

test("a saved assessment stands for the release as it was", () => {
  const cwd = makePair();
  expect(runAssay(["old", "-o", "json=before.json"], { cwd }).code).toBe(0);
  writeFileSync(join(cwd, "new/LICENSE"), NONCOMMERCIAL);
  const { document } = diff(cwd, "before.json", "new");
  expect(document.old).toMatchObject({ target: "old", saved: true });
  expect(document.licenses[0]).toMatchObject({ compared: "terms" });
  expect(document.headline).toMatch(/^Narrower: commercial use was allowed and is not any more/);
});

test("every format shows it, and the page holds no word of a release as markup", () => {
  const cwd = makePair();
  writeFileSync(join(cwd, "new/README.md"), "# <script>alert(1)</script>\n");
  const { code } = runAssay(["diff", "old", "new", "-o", "html=a.html", "-o", "markdown=a.md"], { cwd });
  expect(code).toBe(0);
  const [page, words] = ["a.html", "a.md"].map((name) => readFileSync(join(cwd, name), "utf8"));
  expect(page).not.toContain("<script>alert");
  expect([page, words].every((text) => text?.includes("The whole"))).toBe(true);
});

test("for one's own case only what concerns it has changed", () => {
  const folder = makeFolder();
  for (const name of ["old", "new"])
    cpSync(join(ROOT, "examples/overclaimed-model"), join(folder, name), { recursive: true });
  const license = readFileSync(join(folder, "old/LICENSE"), "utf8");
  writeFileSync(join(folder, "new/LICENSE"), license.replace("more than 1 million", "more than 2 million"));
  const ask = (users: string) =>
    diff(folder, "old", "new", "--for", `users=${users},revenue=1`).document.rights.find(({ id }) => id === "scale");
  expect(ask("1500000")?.new.answer).not.toBe(ask("1500000")?.old.answer);
  expect(ask("10")).toBeUndefined();
});

test("a folder without files leaves the question open; what is no target is wrong usage", () => {
  const cwd = makePair();
  const empty = makeFolder();
  expect(diff(cwd, "old", empty)).toMatchObject({ code: 2, document: { caveats: [{ code: "empty" }] } });
  writeFileSync(join(cwd, "lie.json"), '{"schema":"https://openassay.org/schemas/assessment/v1.json"}');
  for (const [target, words] of [
    ["none", "there is no such file"],
    ["lie.json", "lie.json is no saved assessment: it has no"],
  ] as const) {
    const { code, stdout, stderr } = runAssay(["diff", "old", target], { cwd });
    expect([code, stdout]).toEqual([64, ""]);
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  }
});

function check(
  cwd: string,
  ...args: readonly string[]
): { readonly code: number | null; readonly document: CheckDocument } {
  const { code, stdout } = runAssay(["check", ...args, "--json"], { cwd });
  const document: CheckDocument = JSON.parse(stdout);
  expect(listBreaches("check", document)).toEqual([]);
  return { code, document };
}

test("what is locked is checked: it holds, it fails, it cannot be settled", () => {
  const cwd = makePair();
  expect(runAssay(["lock", "old", "./new"], { cwd }).code).toBe(0);
  const text = readFileSync(join(cwd, "assay.lock.json"), "utf8");
  const locked = JSON.parse(text) as { readonly targets: readonly { readonly target: string }[] };
  expect(listBreaches("lock", locked)).toEqual([]);
  expect(locked.targets.map(({ target }) => target)).toEqual(["new", "old"]);
  expect(text).not.toContain(cwd);
  expect(runAssay(["lock"], { cwd }).code).toBe(0);
  expect(readFileSync(join(cwd, "assay.lock.json"), "utf8")).toBe(text);
  expect(check(cwd)).toMatchObject({ code: 0, document: { outcome: "holds" } });

  writeFileSync(join(cwd, "new/LICENSE"), NONCOMMERCIAL);
  expect(check(cwd)).toMatchObject({ code: 1, document: { outcome: "fails" } });
  expect(check(cwd, "old").code).toBe(0);
  rmSync(join(cwd, "new"), { recursive: true });
  expect(check(cwd)).toMatchObject({ code: 2, document: { outcome: "unsettled" } });
});

test("a lock travels with its folder, and a saved assessment is held against it", () => {
  const cwd = makePair();
  expect(runAssay(["lock", "old"], { cwd }).code).toBe(0);
  const moved = makeFolder();
  renameSync(join(cwd, "old"), join(moved, "old"));
  renameSync(join(cwd, "assay.lock.json"), join(moved, "assay.lock.json"));
  expect(check(cwd, "--lock", join(moved, "assay.lock.json")).code).toBe(0);
  writeFileSync(join(moved, "old/model.safetensors"), makeSafetensors({ a: 2 }));
  runAssay(["old", "-o", "json=now.json"], { cwd: moved });
  expect(check(moved, "now.json")).toMatchObject({ code: 1, document: { outcome: "fails" } });
});

test("a lock that is none is not written over, and what is not locked is told", () => {
  const cwd = makePair();
  const nothing = runAssay(["check"], { cwd });
  expect([nothing.code, nothing.stderr]).toEqual([64, expect.stringContaining("assay lock TARGET… writes one")]);
  expect(runAssay(["lock"], { cwd }).stderr).toContain("Nothing is locked in assay.lock.json");
  writeFileSync(join(cwd, "assay.lock.json"), '{"mine": true}');
  const refused = runAssay(["lock", "old"], { cwd });
  expect([refused.code, refused.stderr]).toEqual([64, expect.stringContaining("assay.lock.json is no lock of Assay")]);
  expect(readFileSync(join(cwd, "assay.lock.json"), "utf8")).toBe('{"mine": true}');
  rmSync(join(cwd, "assay.lock.json"));
  runAssay(["lock", "old"], { cwd });
  expect(runAssay(["check", "new"], { cwd }).stderr).toContain("new is not locked in assay.lock.json; there is old.");
});
