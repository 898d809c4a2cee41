/** Reads what a Python project says of itself and what it needs. Nothing is built and nothing is fetched. */

import type { DecodedText } from "../../bytes/text.ts";
import type { DependencyFact, Field, PackageFact } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { readRequirement } from "../shared/python-requirement.ts";
import { readTextDocument } from "../shared/text-document.ts";
import { FaultLog, say } from "../shared/words.ts";
import { listLicenses, texts } from "./license.ts";
import type { Places } from "./places.ts";
import { findPlaces } from "./places.ts";
import type { Table, Toml } from "./toml.ts";
import { parseToml, valueAt } from "./toml.ts";
import type { FaultCode } from "./words.ts";
import { FAULTS, GAPS } from "./words.ts";

/** Bytes. The longest known, with the settings of many tools, have some 100 KB. */
const MAX_BYTES = 2 ** 20;

/** Dependencies listed; projects have up to some hundred. */
const MAX_DEPENDENCIES = 10_000;

/** Addresses of a project's code in `project.urls`, in any letter case. */
const REPOSITORY = /^(?:repository|source(?: ?code)?|code|github)$/i;

type Faults = FaultLog<FaultCode>;

/** @throws FormatError with a code of the README. */
export async function readPyproject(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const faults: Faults = new FaultLog<FaultCode>(FAULTS);
  const text = await readTextDocument(source, { size: MAX_BYTES, faults }, ctx);
  const { root, broken } = await parseToml(text.content);
  if (broken !== undefined) reportBreak(broken, text, faults);
  const places = findPlaces(text);
  const dependencies = listDependencies(root, places, faults);
  const isCut = dependencies.length > MAX_DEPENDENCIES;
  const facts = {
    package: describe(root, places),
    ...(dependencies.length > 0 && { dependencies: dependencies.slice(0, MAX_DEPENDENCIES) }),
  };
  const spans = [{ start: 0, end: source.size, as: "parsed" }] as const;
  const gaps = isCut ? [say(GAPS, "over-limit", { limit: MAX_DEPENDENCIES })] : [];
  return { facts, children: [], spans, faults: faults.list(), gaps };
}

function reportBreak({ line, what }: NonNullable<Toml["broken"]>, text: DecodedText, faults: Faults): void {
  const from = text.content.split("\n", line - 1).join("\n").length;
  faults.add(
    "not-toml",
    { line, what },
    text.place(Math.min(from + (line > 1 ? 1 : 0), text.content.length), text.content.length),
  );
}

function describe(root: Table, places: Places): PackageFact {
  const name = textAt(root, "name", places);
  const version = textAt(root, "version", places);
  const repository = findRepository(root, places);
  return {
    manager: "python",
    ...(name && { name }),
    ...(version && { version }),
    ...(repository && { repository }),
    licenses: listLicenses(root, places),
  };
}

/** Of the standard's table, or of Poetry's. */
function textAt(root: Table, key: string, places: Places): Field | undefined {
  for (const path of [["project"], ["tool", "poetry"]]) {
    const value = valueAt(root, [...path, key]);
    if (typeof value === "string") return { value: value.toWellFormed(), at: places.of(path.join("."), key, value) };
  }
  return undefined;
}

function findRepository(root: Table, places: Places): Field | undefined {
  const urls = valueAt(root, ["project", "urls"]);
  const found = Object.entries(urls ?? {}).find(([key, value]) => REPOSITORY.test(key) && typeof value === "string");
  if (found === undefined) return undefined;
  const [key, value] = found;
  return { value: String(value).toWellFormed(), at: places.of("project.urls", key, String(value)) };
}

function listDependencies(root: Table, places: Places, faults: Faults): readonly DependencyFact[] {
  const stated = valueAt(root, ["project", "dependencies"]);
  if (stated !== undefined && !Array.isArray(stated)) {
    faults.add(
      "bad-value",
      { key: "project.dependencies", expected: "list" },
      places.of("project", "dependencies", ""),
    );
  }
  const optional = valueAt(root, ["project", "optional-dependencies"]);
  const groups = Object.entries(optional ?? {}).map(
    ([group, list]) => ["project.optional-dependencies", group, list] as const,
  );
  return [["project", "dependencies", stated] as const, ...groups].flatMap(([table, key, list]) => {
    const words = texts(list);
    const found = places.ofEach(table, key, words);
    return words.flatMap((one, index) => {
      const requirement = readRequirement(one.trim());
      const at = found[index];
      if (at === undefined) return [];
      if (requirement === null) faults.add("bad-requirement", { found: one }, at);
      return requirement === null ? [] : [{ ...requirement, at }];
    });
  });
}
