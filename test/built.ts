import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = fileURLToPath(new URL("../packages/assay/", import.meta.url));
const MAIN = join(PACKAGE, "dist/cli/main.js");
const TSC = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

/**
 * Vitest's global set-up: builds the package when a source is newer than the build, so that no test runs yesterday's
 * command. A type error does not keep tsc from writing; the check of types reports it.
 */
export function setup(): void {
  if (isFresh()) return;
  spawnSync(process.execPath, [TSC, "-p", "tsconfig.build.json"], { cwd: PACKAGE, stdio: "ignore" });
  if (!isFresh()) throw new Error("the package does not build: run npm run build");
}

function isFresh(): boolean {
  if (!existsSync(MAIN)) return false;
  const built = statSync(MAIN).mtimeMs;
  const sources = globSync("src/**/*.ts", { cwd: PACKAGE, exclude: ["**/*.test.ts"] });
  return sources.every((path) => statSync(join(PACKAGE, path)).mtimeMs <= built);
}
