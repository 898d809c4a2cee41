/** What must hold of the files, and whether it does. */

import type { Column, Row } from "./answer.ts";
import { ASSEMBLED } from "./sets/corpora.ts";
import { GENERATED, TWINS } from "./sets/generated.ts";
import { IMPORTS } from "./sets/imports.ts";

/** One line of the table of what must hold. */
export interface Bound {
  readonly what: string;
  /** As measured. */
  readonly is: string;
  readonly must: string;
  readonly holds: boolean;
}

type Test = (row: Row) => boolean;

/** The bounds on sets of files, as Assay keeps them. */
export function checkSets(rows: readonly Row[], column: Column): readonly Bound[] {
  const share = (what: string, [of, is]: readonly [of: Test, is: Test], { least = 0, most = 1 }): readonly Bound[] => {
    const all = rows.filter(of);
    if (all.length === 0) return [];
    const count = all.filter(is).length;
    const part = count / all.length;
    const must = least > 0 ? `≥ ${percent(least)}` : `≤ ${percent(most)}`;
    return [{ what, is: `${count}/${all.length} (${percent(part)})`, must, holds: part >= least && part <= most }];
  };
  const verdictOf = ({ path }: Row): string => column.answers.get(path)?.verdict ?? "missing";
  const isDangerous: Test = (row) => verdictOf(row) === "dangerous";
  const isFlagged: Test = (row) => isDangerous(row) || verdictOf(row) === "risky";
  const isOpen: Test = (row) => verdictOf(row) === "inconclusive";
  const inSet =
    (name: string): Test =>
    (row) =>
      row.set === name;
  const startsWith =
    (name: string): Test =>
    (row) =>
      row.set.startsWith(name) && row.expected !== "told";
  const isMalicious: Test = (row) => row.expected === "flag";
  const of =
    (name: string): Test =>
    (row) =>
      isMalicious(row) && startsWith(name)(row);
  return [
    ...share("hand-assembled, malicious: flagged", [of("hand-assembled"), isFlagged], { least: 1 }),
    ...share(`${ASSEMBLED}: dangerous`, [inSet(ASSEMBLED), isDangerous], { least: 0.95 }),
    ...share("picklescan's malicious: flagged", [of("picklescan"), isFlagged], { least: 1 }),
    ...share("picklescan's malicious: names of expected.tsv told", [hasGlobals, tellsGlobals(column)], { least: 1 }),
    ...share("pickle_injector's: flagged", [of("pickle_injector"), isFlagged], { least: 1 }),
    ...share("modelaudit's malicious: flagged", [of("modelaudit"), isFlagged], { least: 1 }),
    ...share("modelscan's malicious: flagged", [of("modelscan"), isFlagged], { least: 1 }),
    ...share("benign files of all corpora: dangerous", [startsWith("benign, "), isDangerous], { most: 0 }),
    ...share("benign files of all corpora: risky", [startsWith("benign, "), isFlagged], { most: 0.05 }),
    ...share("benign security files: dangerous", [isBenignSecurity, isDangerous], { most: 0 }),
    ...share("benign security files: risky", [isBenignSecurity, isFlagged], { most: 0.05 }),
    ...share("imports of the hub: dangerous", [inSet(IMPORTS), isDangerous], { most: 0 }),
    ...share("imports of the hub: an unknown name", [inSet(IMPORTS), isFlagged], { most: 0.015 }),
    ...share("generated: flagged", [inSet(GENERATED), isFlagged], { least: 1 }),
    ...share("generated twins: flagged", [inSet(TWINS), isFlagged], { most: 0 }),
    ...share("generated twins: inconclusive", [inSet(TWINS), isOpen], { most: 0 }),
  ];
}

const hasGlobals: Test = (row) => row.globals !== undefined;
/** Every one of the labelled sets, without the texts of other corpora. */
const isBenignSecurity: Test = (row) => row.expected === "pass" && /, benign$/.test(row.set);

/** Whether each name is told, in today's spelling or in the file's. */
function tellsGlobals({ answers }: Column): Test {
  return ({ path, globals = [] }) => {
    const told = new Set(answers.get(path)?.globals ?? []);
    return globals.every((name) => told.has(name) || told.has(modernize(name)));
  };
}

/** Modules of Python 2 that the corpus names (CPython, Lib/_compat_pickle.py). */
const MODULES: Readonly<Record<string, string>> = { __builtin__: "builtins", httplib: "http.client" };

/** `__builtin__.apply` keeps its name, since Python 3 has none. */
function modernize(name: string): string {
  const dot = name.lastIndexOf(".");
  const module = name.slice(0, dot);
  return `${MODULES[module] ?? module}${name.slice(dot)}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}
