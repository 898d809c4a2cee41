import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = fileURLToPath(new URL("../packages/assay/", import.meta.url));
const MAIN = join(PACKAGE, "dist/cli/main.js");

/**
 * Vitest's global set-up: builds the package when a source is newer than the build, so that no test runs yesterday's
 * command.
 */
export function setup(): void {
  if (isFresh()) return;
  const { status } = spawnSync(process.execPath, ["scripts/build.ts"], { cwd: PACKAGE, stdio: "inherit" });
  if (status !== 0 || !isFresh()) throw new Error("the package does not build: run npm run build");
}

function isFresh(): boolean {
  if (!existsSync(MAIN)) return false;
  const built = statSync(MAIN).mtimeMs;
  const sources = globSync("src/**/*.ts", { cwd: PACKAGE, exclude: ["**/*.test.ts"] });
  return sources.every((path) => statSync(join(PACKAGE, path)).mtimeMs <= built);
}
