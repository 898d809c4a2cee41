/** What `npm run new` makes works as it is: it compiles, its tests pass, and it keeps the laws and the contract. */

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const COPIED = ["tsconfig.base.json", "packages/assay/src", "packages/assay/scripts", "packages/assay/test"];

/** Kinds with the folder of each; the id holds a dash, so that names inside are spelt in two ways. */
const MADE = { format: "src/formats/new-thing", probe: "src/probes/new-thing", scan: "src/scan/new-thing" } as const;

const copy = mkdtempSync(join(tmpdir(), "assay-scaffold-"));
const assay = join(copy, "packages/assay");

function run(...args: readonly string[]): string {
  // A vitest inside a vitest would take itself for one of its workers. What it prints is read, so it has no colours.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$|TEST$|FORCE_COLOR$)/.test(name)),
  );
  try {
    return execFileSync(process.execPath, args, {
      cwd: assay,
      env: { ...env, NO_COLOR: "1" },
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${args.join(" ")}\n${stdout}\n${stderr}`);
  }
}

beforeAll(() => {
  for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"), "junction");
  writeFileSync(join(copy, "package.json"), '{ "type": "module" }\n');
  for (const kind of Object.keys(MADE)) run("scripts/new.ts", kind, "new-thing");
  const register =
    'import { generateRegistries } from "./scripts/gen/registries.ts"; import { write } from "./scripts/gen/output.ts";' +
    "for (const file of generateRegistries().files) await write(file);";
  run("--input-type=module", "--eval", register);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("it compiles under the rules of the package", () => {
  const compilerOptions = { noEmit: true, types: ["node"], isolatedDeclarations: true };
  const include = Object.values(MADE);
  writeFileSync(
    join(assay, "tsconfig.made.json"),
    JSON.stringify({ extends: "../../tsconfig.base.json", compilerOptions, include }),
  );
  expect(run(join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.made.json")).toBe("");
});

test("its tests, the contract and the laws of readers hold", () => {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const suites = [...Object.values(MADE), "test/contract/plugins", "test/fuzz/replay"];
  const args = ["run", "--root", assay, "--reporter", "dot", ...suites];
  expect(run(vitest, ...args)).toMatch(new RegExp(`Test Files +${suites.length} passed`));
});
