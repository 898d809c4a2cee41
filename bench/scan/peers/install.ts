/** Makes the peers' environments: one for each, by pip, in a folder of the user's. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";

import type { Peer } from "./peer.ts";

/** Installs each peer's package into an environment of its own. @throws Error when a step fails. */
export function installPeers(folder: string, peers: readonly Peer[]): void {
  for (const { package: name, missing = [] } of distinct(peers)) {
    const environment = join(folder, name);
    run("python3", ["-m", "venv", environment]);
    const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(join(environment, "bin", "python"), [...install, name, ...missing]);
  }
}

/** `name version` of each package that is there. */
export function listVersions(folder: string, peers: readonly Peer[]): readonly string[] {
  return distinct(peers).map(({ package: name }) => {
    const ask = `import importlib.metadata as m; print(m.version(${JSON.stringify(name)}))`;
    const { stdout } = spawnSync(join(folder, name, "bin", "python"), ["-c", ask], { encoding: "utf8" });
    return `${name} ${stdout.trim()}`;
  });
}

/** One peer of each package. */
function distinct(peers: readonly Peer[]): readonly Peer[] {
  return [...new Map(peers.map((peer) => [peer.package, peer])).values()];
}

function run(program: string, args: readonly string[]): void {
  const { status, error } = spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (error !== undefined || status !== 0) throw new Error(`${program} ${args.join(" ")} failed`, { cause: error });
}
