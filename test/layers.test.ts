import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import { checkLayers, type LayerReport, listProblems } from "../scripts/layers.ts";

const SRC = "packages/assay/src";

/** Planted breaches: the rule, the module that breaks it, and what it says. */
const BREACHES: readonly (readonly [rule: string, path: string, text: string])[] = [
  ["floor-model", "model/errors.ts", 'import "../bytes/cursor.ts";'],
  ["floor-bytes", "bytes/limits.ts", 'import "../formats/gguf/index.ts";'],
  ["floor-frameworks", "frameworks/validate.ts", 'import "../bytes/cursor.ts";'],
  ["floor-formats", "formats/onnx/index.ts", 'import "../../studies/card/index.ts";'],
  ["floor-sources", "sources/git/index.ts", 'import "../../formats/gguf/index.ts";'],
  ["floor-licenses", "licenses/reader.ts", 'import "../probes/weights/index.ts";'],
  ["floor-records", "records/mof/index.ts", 'import "../../assess/engine.ts";'],
  ["floor-studies", "studies/lineage/index.ts", 'import "../../formats/gguf/index.ts";'],
  ["floor-probes", "probes/license/index.ts", 'import type { Framework } from "../../frameworks/all.generated.ts";'],
  ["floor-scan", "scan/imports/index.ts", 'import "../../bytes/cursor.ts";'],
  ["floor-deductions", "deductions/compute/index.ts", 'import "../../studies/card/index.ts";'],
  ["floor-policy", "policy/decide.ts", 'import "../assess/engine.ts";'],
  ["floor-assess", "assess/rule.ts", 'import "../probes/weights/index.ts";'],
  ["floor-report", "report/text/index.ts", 'import "../../policy/default.ts";'],
  ["floor-cli", "cli/main.ts", 'import "../assess/engine.ts";'],
  ["floor-index", "index.ts", 'import "./sources/local/index.ts";'],
  ["floor-node", "node.ts", 'import "./formats/gguf/index.ts";'],
  ["floor-scanner", "scanner.ts", 'import "./probes/all.generated.ts";'],
  ["floor-node-scanner", "node-scanner.ts", 'import "./index.ts";'],
  ["floor-known-releases", "known-releases/show.ts", 'import "../formats/gguf/index.ts";'],
  ["floor-node-platform", "node-platform.ts", 'import "./sources/local/index.ts";'],
  ["plugins-are-strangers-formats", "formats/zip/index.ts", 'import "../gguf/index.ts";'],
  ["plugins-are-strangers-probes", "probes/paper/index.ts", 'import type { X } from "../weights/index.ts";'],
  ["one-door-formats", "index.ts", 'import "./formats/gguf/read.ts";'],
  ["registries-are-wired-once", "cli/list.ts", 'import "../probes/all.generated.ts";'],
  ["core-is-portable", "bytes/file.ts", 'import { open } from "node:fs";'],
  ["core-is-portable", "report/json/index.ts", 'import type { Stats } from "node:fs";'],
  ["core-is-nearly-bare", "formats/yaml/index.ts", 'import "left-pad";'],
  ["ships-what-it-needs", "cli/table.ts", 'import "left-pad";'],
  ["public-doors-only", "../../trust/src/index.ts", 'import "../../assay/src/index.ts";'],
  ["no-import-of-tests", "studies/data/index.ts", 'import "./index.test.ts";'],
  ["no-import-of-tests", "studies/card/hub.ts", 'import "../../../test/hub.ts";'],
  ["no-cycles", "bytes/left.ts", 'import type { Right } from "./right.ts";'],
  ["no-orphans", "model/alone.ts", "export const alone = 1;"],
  ["no-unresolvable", "model/away.ts", 'import "./nowhere.ts";'],
];

/** What the breaches lean on; nothing here breaks a rule. */
const GROUND: Readonly<Record<string, string>> = {
  "bytes/cursor.ts": 'import "../model/types.ts";',
  "model/types.ts": "export type X = 1;",
  "formats/gguf/index.ts": 'import "./read.ts";\nimport "../shared/tensors.ts";',
  "formats/gguf/read.ts": 'import "../../bytes/cursor.ts";',
  "formats/shared/tensors.ts": "export const tensors = 1;",
  "studies/card/index.ts": 'import "../../model/types.ts";',
  "studies/data/index.test.ts": 'import "../../formats/gguf/index.ts";',
  "probes/weights/index.ts": 'import "../../studies/card/index.ts";\nexport type X = 1;',
  "probes/all.generated.ts": 'import "./weights/index.ts";',
  "frameworks/all.generated.ts": 'import type { X } from "../model/types.ts";\nexport type Framework = X;',
  "assess/engine.ts": 'import "../model/types.ts";',
  "policy/default.ts": 'import "../model/types.ts";',
  "sources/local/index.ts": 'import { open } from "node:fs";',
  "bytes/right.ts": 'import type { Left } from "./left.ts";',
  "../test/hub.ts": "export const hub = 1;",
  "../../../node_modules/left-pad/index.js": "export default 1;",
  "../../../node_modules/left-pad/package.json": '{ "name": "left-pad", "type": "module", "exports": "./index.js" }',
  "../package.json": '{ "name": "openassay", "type": "module", "devDependencies": { "left-pad": "1.0.0" } }',
};

const root = mkdtempSync(join(tmpdir(), "assay-layers-"));
let report: LayerReport;

beforeAll(async () => {
  const files = new Map(Object.entries(GROUND));
  for (const [, path, text] of BREACHES) files.set(path, `${files.get(path) ?? ""}${text}\n`);
  for (const [path, text] of files) {
    const file = join(root, SRC, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  report = await checkLayers(root);
}, 60_000);

afterAll(() => rmSync(root, { recursive: true }));

test.each(BREACHES)("%s is caught in %s", (rule, path) => {
  const from = join(SRC, path);
  expect(report.breaches.filter((breach) => breach.from === from).map((breach) => breach.rule)).toContain(rule);
});

test("a module that keeps the rules is left alone", () => {
  const planted = new Set(BREACHES.map(([, path]) => join(SRC, path)));
  const innocent = report.breaches.filter((breach) => !planted.has(breach.from) && breach.rule !== "no-cycles");
  expect(innocent).toEqual([]);
});

test("every source file is looked at", () => {
  expect(report.unseen).toEqual([]);
  expect(report.modules).toBeGreaterThan(BREACHES.length);
});

test("a breach and an unseen file are told, and so is a tree in which next to nothing was found", () => {
  const sound: LayerReport = { modules: 150, breaches: [], unseen: [] };
  expect(listProblems(sound)).toEqual([]);
  expect(listProblems({ ...sound, modules: 149 })).toEqual(["only 149 modules were seen · at least 150"]);
  expect(listProblems({ ...sound, unseen: ["packages/assay/src/lost.ts"] })).toEqual([
    "not seen: packages/assay/src/lost.ts",
  ]);
  expect(listProblems(report).filter((line) => line.startsWith("floor-model: "))).toHaveLength(1);
});

test("a tree without files is no green tree", async () => {
  const empty = mkdtempSync(join(tmpdir(), "assay-layers-empty-"));
  mkdirSync(join(empty, "packages"));
  try {
    expect(listProblems(await checkLayers(empty))).toEqual(["only 0 modules were seen · at least 150"]);
  } finally {
    rmSync(empty, { recursive: true });
  }
});
