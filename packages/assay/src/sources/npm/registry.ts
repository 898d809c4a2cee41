/** Which registry a package comes from: the user's own settings of npm, and no address of ours. */

import { execFile } from "node:child_process";
import { homedir } from "node:os";
import { promisify } from "node:util";
import { OriginError } from "../../model/errors.ts";
import type { Reach } from "../source.ts";

const run = promisify(execFile);

/** Milliseconds that npm may take to print a setting. */
const LONGEST_RUN = 20_000;

/** Address of the registry for a package, with a slash at its end: the scope's, else the general one. */
export async function findRegistry(name: string, { environment, signal }: Reach): Promise<string> {
  const [, scope] = /^(@[^/]+)\//.exec(name) ?? [];
  // A scope's own registry comes before the general one, as with npm: elsewhere its name may be anybody's.
  const found =
    (scope && (await askNpm(`${scope}:registry`, { environment, signal }))) ||
    environment.npm_config_registry ||
    (await askNpm("registry", { environment, signal }));
  const url = URL.parse(found ?? "");
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new OriginError("unreachable", "npm names no registry: set npm_config_registry, or install npm.");
  return url.href.replace(/\/*$/, "/");
}

async function askNpm(
  setting: string,
  { environment, signal }: Pick<Reach, "environment" | "signal">,
): Promise<string | undefined> {
  try {
    const { stdout } = await run("npm", ["config", "get", setting], {
      // Not where the command was started: a folder of strangers may hold settings of its own.
      cwd: environment.HOME || homedir(),
      env: environment as NodeJS.ProcessEnv,
      signal,
      timeout: LONGEST_RUN,
    });
    const value = stdout.trim();
    return value === "undefined" || value === "" ? undefined : value;
  } catch {
    signal.throwIfAborted();
    // No npm on this machine: then nobody says where packages come from.
    return undefined;
  }
}
