import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Packages, each with what its build writes last. */
const PACKAGES = { "packages/alliance": "dist/index.js", "packages/assay": "dist/cli/main.js" };

/**
 * Vitest's global set-up: builds each package with a source that is newer than its build, so that no test runs yesterday's
 * command.
 */
export function setup(): void {
  for (const [folder, main] of Object.entries(PACKAGES)) {
    const cwd = join(ROOT, folder);
    if (isFresh(cwd, main)) continue;
    const { status } = spawnSync("npm", ["run", "--silent", "build"], { cwd, stdio: "inherit" });
    if (status !== 0 || !isFresh(cwd, main)) throw new Error(`${folder} does not build: run npm run build`);
  }
}

function isFresh(folder: string, main: string): boolean {
  const path = join(folder, main);
  if (!existsSync(path)) return false;
  const built = statSync(path).mtimeMs;
  const sources = globSync("src/**/*.ts", { cwd: folder, exclude: ["**/*.test.ts"] });
  return sources.every((source) => statSync(join(folder, source)).mtimeMs <= built);
}
