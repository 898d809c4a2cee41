import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, runAssay } from "../packages/assay/test/support/command.ts";

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

interface Promised {
  readonly id: string;
  readonly keeps: string;
  readonly test: string;
  readonly state: string;
}

const brief: readonly Promised[] = JSON.parse(read("docs/brief.json"));
const kept = brief.filter(({ state }) => state !== "not yet");

test("the brief lists M1 to M20", () => {
  const ids = brief.map(({ id }) => id);
  for (let n = 1; n <= 20; n += 1) expect(ids).toContain(`M${n}`);
});

test.each(kept)("$id: its command runs and its test is there", ({ keeps, test: proof }) => {
  const [, args] = /^`assay (.*)`$/.exec(keeps) ?? [];
  expect(args, `${keeps} names a command`).toBeDefined();
  expect(runAssay((args ?? "").split(" ")).code).toBe(0);
  expect(existsSync(join(ROOT, proof))).toBe(true);
});

test("what is not there yet names no command", () => {
  const open = brief.filter(({ state }) => state === "not yet");
  expect(open.filter(({ keeps, test: proof }) => keeps !== "" || proof !== "")).toEqual([]);
});

test("the report in the README is the one that the command prints", () => {
  const [, shown] = /<!-- report: assay (?:.*) -->\n```\n([\s\S]*?)```/.exec(read("README.md")) ?? [];
  expect(shown).toBe(
    runAssay(["examples/tiny-open-model"])
      .stdout.replace(/^\n+|\n+$/g, "")
      .concat("\n"),
  );
});

/** Commands of the fenced shell blocks of a page. */
function listCommands(page: string): readonly string[] {
  const blocks = [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  return blocks
    .flatMap((block) => block.split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "");
}

const SHOWN = ["README.md", "docs/cli.md"].flatMap((page) => listCommands(page).map((line) => [page, line] as const));

test.each(SHOWN.filter(([, line]) => line.startsWith("npx assay")))("%s: %s", (_, line) => {
  const args = line.split(/\s+/).slice(2);
  const { code, stdout } = runAssay(args.map((word) => word.replace(/^(\w+)=(?:report|badge)\.\w+$/, "$1=/dev/null")));
  expect(code).toBe(0);
  expect(stdout.length).toBeGreaterThan(0);
});

test("the README's other commands are scripts that npm has", () => {
  const others = listCommands("README.md").filter((line) => !line.startsWith("npx assay"));
  expect(others).toEqual(["npm ci && npx assay examples/tiny-open-model", "npm cit"]);
});

test("pages link to pages that exist", () => {
  for (const page of ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/cli.md", "docs/brief.md"]) {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? "");
    for (const link of links) expect(existsSync(join(ROOT, page, "..", link)), `${page} → ${link}`).toBe(true);
  }
});

test("scripts that CONTRIBUTING names exist", () => {
  const scripts = Object.keys(JSON.parse(read("package.json")).scripts);
  for (const [, name] of read("CONTRIBUTING.md").matchAll(/npm run ([a-z]+)/g)) expect(scripts).toContain(name);
  const { status } = spawnSync("bash", ["-n", join(ROOT, ".ci/run")]);
  expect(status).toBe(0);
});
