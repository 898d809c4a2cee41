import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const BIN = fileURLToPath(new URL("../packages/assay/bin", import.meta.url));
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A package with our shim, this main module, and a Node that the shim takes for `version`; returns how to run it. */
function install(main: string | null, version: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "assay-shim-"));
  folders.push(folder);
  cpSync(BIN, join(folder, "bin"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  if (main !== null) {
    mkdirSync(join(folder, "dist/cli"), { recursive: true });
    writeFileSync(join(folder, "dist/cli/main.js"), main);
  }
  const pretend = `Object.defineProperty(process,"version",{value:"${version}"});process.execArgv=[];`;
  writeFileSync(join(folder, "pretend.cjs"), pretend);
  return ["--require", join(folder, "pretend.cjs"), join(folder, "bin/assay.js"), "an argument"];
}

/** Puts a Node where the shim finds the one that a repository pins. */
function pin(args: readonly string[], version: string): void {
  const name = process.platform === "linux" ? `node-linux-${process.arch}` : `node-bin-darwin-${process.arch}`;
  const folder = join(args[2] ?? "", "../../node_modules", name);
  mkdirSync(join(folder, "bin"), { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ version }));
  writeFileSync(join(folder, "bin/node"), `#!/bin/sh\nexec "${process.execPath}" "$@"\n`, { mode: 0o755 });
}

function run(args: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, said: stdout + stderr };
}

const PRINT = "process.stdout.write(process.argv.slice(2).join()); process.exitCode = 2;";

test.each(["v22.13.0", "v24.0.0", "v100.1.0"])("%s runs the program itself", (version) => {
  expect(run(install(PRINT, version))).toEqual({ status: 2, said: "an argument" });
});

test.each(["v22.12.9", "v20.20.2", "v0.10.48"])("%s hands over to the pinned Node", (version) => {
  const args = install(PRINT, version);
  pin(args, "24.1.0");
  expect(run(args)).toEqual({ status: 2, said: "an argument" });
});

test("an old Node with none or an old one beside it says so in one sentence", () => {
  const sentence = "assay: Node 22.13 or newer is needed; this is v20.20.2. Please update Node.\n";
  const args = install(PRINT, "v20.20.2");
  expect(run(args)).toEqual({ status: 64, said: sentence });
  pin(args, "20.1.0");
  expect(run(args)).toEqual({ status: 64, said: sentence });
});

test("a package that is not built says so", () => {
  expect(run(install(null, "v24.0.0"))).toEqual({
    status: 64,
    said: "assay: the program is not built yet: run npm run build.\n",
  });
});

test("a signal reaches the program behind the shim", async () => {
  const args = install('process.stdout.write("ready"); setInterval(() => 0, 1000);', "v20.20.2");
  pin(args, "24.1.0");
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
  child.kill("SIGTERM");
  expect(await ended).toBe("SIGTERM");
});
