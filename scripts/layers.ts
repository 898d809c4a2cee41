import { execFile } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** An import that a rule of `.dependency-cruiser.mjs` forbids. */
export interface Breach {
  readonly rule: string;
  readonly comment: string;
  readonly from: string;
  readonly to: string;
}

/** What the layer rules say of a tree. `unseen`: source files that the tool did not look at, so that green is not blind. */
export interface LayerReport {
  readonly modules: number;
  readonly breaches: readonly Breach[];
  readonly unseen: readonly string[];
}

/** What is read of dependency-cruiser's JSON. */
interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };
  };
}

const CONFIG = fileURLToPath(new URL("../.dependency-cruiser.mjs", import.meta.url));
const CRUISER = fileURLToPath(new URL("../node_modules/dependency-cruiser/bin/dependency-cruise.mjs", import.meta.url));
const FOLDERS = ["packages", "bench", "examples", "scripts", "test"];
/** Fewer modules than this repository ever had since it had layers: then nothing was looked at, and green is blind. */
const FEWEST_MODULES = 150;
/** JSON of a large tree. */
const MOST_OUTPUT = 256 * 1024 * 1024;

/** Cruises a tree laid out like this repository. */
export async function checkLayers(root: string): Promise<LayerReport> {
  const { modules, summary } = await cruise(root);
  const comments = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  const seen = new Set(modules.map(({ source }) => source));
  const sources = globSync("packages/*/src/**/*.ts", { cwd: root });
  return {
    modules: seen.size,
    breaches: summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      comment: comments.get(rule.name) ?? "",
      from,
      to,
    })),
    unseen: sources.filter((path) => !seen.has(path.replaceAll("\\", "/"))),
  };
}

/** What speaks against a tree, one line each; nothing when every layer holds and every module was looked at. */
export function listProblems({ modules, breaches, unseen }: LayerReport): readonly string[] {
  return [
    ...breaches.map(({ rule, from, to, comment }) => `${rule}: ${from} → ${to}\n  ${comment}`),
    ...unseen.map((path) => `not seen: ${path}`),
    ...(modules < FEWEST_MODULES ? [`only ${modules} modules were seen · at least ${FEWEST_MODULES}`] : []),
  ];
}

function cruise(root: string): Promise<Cruise> {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const args = [CRUISER, "--config", CONFIG, "--output-type", "json", ...folders];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: MOST_OUTPUT }, (error, stdout, stderr) => {
      if (stdout === "") reject(new Error(`dependency-cruiser said nothing: ${stderr}`, { cause: error }));
      else resolve(JSON.parse(stdout));
    });
  });
}
