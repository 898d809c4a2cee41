import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { AllowedGroup, DangerousGroup, GlobalFamily, Names } from "../../src/scan/shared/global-family.ts";
import { renderTable } from "./markdown.ts";
import { fromRoot, type Generated, type Output, PACKAGE } from "./output.ts";
import { GENERATED_HEADER } from "./registries.ts";

const FOLDER = join(PACKAGE, "src/scan/shared");
const NAME = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** Joins what is known of the names that pickles import into one typed constant, and lists it in `docs/globals.md`. */
export function generateGlobals(): Generated {
  const families = listFamilies();
  return {
    files: [
      { path: fromRoot(join(FOLDER, "global-families.generated.ts")), content: toModule(families) },
      describeGlobals(families),
    ],
    problems: families.flatMap(listFaults).concat(listTwins(families)),
  };
}

/** The families, sorted by the names of their files. */
export function listFamilies(): readonly GlobalFamily[] {
  const paths = globSync("globals/*.json", { cwd: FOLDER }).toSorted();
  return paths.map((path) => JSON.parse(readFileSync(join(FOLDER, path), "utf8")));
}

function listFaults({ title, allowed = [], doubtful = [], dangerous = [] }: GlobalFamily): readonly string[] {
  const groups = [...allowed, ...doubtful, ...dangerous];
  const names = groups.flatMap(({ globals = {} }) =>
    Object.entries(globals).flatMap(([module, all]) => [module, ...all]),
  );
  return [
    ...names.filter((name) => !NAME.test(name)).map((name) => `${title}: ${name} is no name of Python`),
    ...allowed
      .filter(({ because }) => !/^[A-Z].*\.$/.test(because))
      .map(({ because }) => `${title}: no sentence: ${because}`),
    ...[...doubtful, ...dangerous]
      .filter(({ does }) => !/^[a-z].*[^.]$/.test(does))
      .map(({ does }) => `${title}: does not continue "it …": ${does}`),
  ];
}

/** A name stands once among what is allowed or doubtful, and once among dangers. */
function listTwins(families: readonly GlobalFamily[]): readonly string[] {
  const held = families.filter(({ weightsOnly }) => weightsOnly !== true);
  const safe = held.flatMap(({ allowed = [], doubtful = [] }) => [...allowed, ...doubtful]);
  const always = held.flatMap(({ dangerous = [] }) => dangerous.filter(({ whenCalled }) => whenCalled !== true));
  const keys = [...safe, ...always].flatMap(({ globals = {} }) => listKeys(globals));
  const twins = keys.filter((key, index) => keys.indexOf(key) !== index);
  return [...new Set(twins)].map((key) => `${key} stands in two groups of names`);
}

function listKeys(globals: Names): readonly string[] {
  return Object.entries(globals).flatMap(([module, names]) => names.map((name) => `${module}.${name}`));
}

function toModule(families: readonly GlobalFamily[]): string {
  return [
    GENERATED_HEADER,
    'import type { GlobalFamily } from "./global-family.ts";\n',
    "/** What is known of the names that pickles import, by library. */",
    `export const globalFamilies: readonly GlobalFamily[] = ${JSON.stringify(families, null, 2)};\n`,
  ].join("\n");
}

function describeGlobals(families: readonly GlobalFamily[]): Output {
  const parts = families.flatMap((family) => [`\n## ${family.title}\n`, ...describeFamily(family)]);
  const content = [
    "# Names that pickles import",
    "",
    "A pickle names what its loader imports, and may call it. Every name is on one of these lists or it is unknown, which is a",
    "warning. Who published a file changes nothing. A class of which only instances are known to be harmless must not be called.",
    "The rule is [pickle-imports](../packages/assay/src/scan/pickle-imports/); the lists are data files in",
    "`packages/assay/src/scan/shared/globals/`.",
    ...parts,
  ];
  return { path: "docs/globals.md", content: content.join("\n") };
}

function describeFamily({ allowed = [], doubtful = [], dangerous = [] }: GlobalFamily): readonly string[] {
  const tables: string[] = [];
  if (allowed.length > 0)
    tables.push(
      renderTable(
        ["allowed", "why"],
        allowed.map((group) => [describeNames(group), describeUse(group)]),
      ),
    );
  if (doubtful.length > 0)
    tables.push(
      renderTable(
        ["doubtful", "what it does"],
        doubtful.map((group) => [describeNames(group), group.does]),
      ),
    );
  if (dangerous.length > 0)
    tables.push(
      renderTable(
        ["dangerous", "what it does"],
        dangerous.map((group) => [describeNames(group), describeDanger(group)]),
      ),
    );
  return tables;
}

function describeUse({ because, called }: AllowedGroup): string {
  return called === true ? because : `${because} Not to be called.`;
}

function describeDanger({ does, anywhere, whenCalled }: DangerousGroup): string {
  if (whenCalled === true) return `${does}, when it is called`;
  return anywhere === true ? `${does}; also inside other packages` : does;
}

interface Named {
  readonly globals?: Names;
  readonly modules?: readonly string[];
  readonly trees?: readonly string[];
}

function describeNames({ globals = {}, modules = [], trees = [] }: Named): string {
  const whole = [...modules, ...trees].map((module) => `\`${module}.*\``);
  const named = Object.entries(globals).map(([module, names]) => `\`${module}\`: ${names.join(", ")}`);
  return [...whole, ...named].join("; ");
}
