import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PACKAGE = join(ROOT, "packages/assay");
/** Folders and files at the top of what is published. */
const TOP = ["LICENSE", "README.md", "assets", "bin", "dist", "package.json", "schemas"];

let files: readonly string[];

beforeAll(() => {
  const json = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: PACKAGE,
    encoding: "utf8",
  });
  const packed: Readonly<Record<string, Packed>> | readonly Packed[] = JSON.parse(json);
  files = (Object.values(packed)[0] as Packed).files.map(({ path }) => path);
});

/** What is read of npm's report. */
interface Packed {
  readonly files: readonly { readonly path: string }[];
}

test("the package holds what it needs and nothing else", () => {
  expect([...new Set(files.map((path) => path.split("/")[0]))].toSorted()).toEqual(TOP);
  expect(files).toEqual(
    expect.arrayContaining([
      "bin/assay.js",
      "bin/start.js",
      "dist/cli/main.js",
      "dist/node.js",
      "dist/node.d.ts",
      "assets/licenses.json",
      "schemas/assessment.schema.json",
    ]),
  );
});

test("no test, template or source is published", () => {
  expect(files.filter((path) => /\.test\.|_template|examples\/|(?<!\.d)\.ts$/.test(path))).toEqual([]);
});

test("every module that is published was built from a source that is there", () => {
  const built = files.filter((path) => /^dist\/.*\.d\.ts$/.test(path));
  const sources = built.map((path) => path.replace(/^dist/, "src").replace(/\.d\.ts$/, ".ts"));
  expect(built.length).toBeGreaterThan(10);
  expect(sources.filter((path) => !existsSync(join(PACKAGE, path)))).toEqual([]);
});

test("every schema that is published has the address of its name", () => {
  for (const path of globSync("schemas/*.schema.json", { cwd: PACKAGE })) {
    const { $id } = JSON.parse(readFileSync(join(PACKAGE, path), "utf8"));
    const name = path.slice("schemas/".length, -".schema.json".length);
    expect($id).toBe(`https://openassay.org/schemas/${name}/v1.json`);
  }
});

test("the command is linked where npx looks for it", () => {
  const { stdout, status } = spawnSync(join(ROOT, "node_modules/.bin/assay"), ["--version"], { encoding: "utf8" });
  expect({ stdout, status }).toEqual({ stdout: `${versionOf(PACKAGE)}\n`, status: 0 });
});

function versionOf(folder: string): string {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
}
