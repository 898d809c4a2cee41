/**
 * Builds the package: declarations by tsc, code by a bundler. A command that opened each of its two hundred modules by
 * itself would spend half of its time on finding them (bench/start-up).
 */

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const PACKAGE = fileURLToPath(new URL("../", import.meta.url));
const DIST = join(PACKAGE, "dist");
const TSC = fileURLToPath(import.meta.resolve("typescript/bin/tsc"));

/** What is found under its own name: the doors, the command, and the module that worker threads start from. */
const ENTRIES = {
  index: "index.ts",
  node: "node.ts",
  "cli/main": "cli/main.ts",
  "hash-worker": "sources/local/hash-worker.ts",
};

function declare(): void {
  const args = [TSC, "-p", "tsconfig.build.json", "--emitDeclarationOnly"];
  const { status } = spawnSync(process.execPath, args, { cwd: PACKAGE, stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

async function bundle(): Promise<void> {
  const input = Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(PACKAGE, "src", path)]));
  const build = await rolldown({ input, platform: "node", external: ["commander", "undici", "smol-toml", "yaml"] });
  await build.write({ dir: DIST, format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name].js" });
  await build.close();
}

rmSync(DIST, { recursive: true, force: true });
// What bin/start.js keeps of the code that is built anew.
rmSync(join(PACKAGE, ".cache"), { recursive: true, force: true });
declare();
await bundle();
