/** The ways in which a Python project states its licence (PEP 621, PEP 639, and Poetry's own table before them). */

import type { PackageLicense } from "../../model/facts.ts";
import type { Places } from "./places.ts";
import type { Table } from "./toml.ts";
import { isTable, valueAt } from "./toml.ts";

/** Classifiers that state a licence (packaging.python.org, "Core metadata", classifier). */
const CLASSIFIER = /^License ::/;

/** Characters of a pattern of files; what it matches is found by its own name. */
const PATTERN = /[*?[\]{}]/;

/** All statements, none of which outweighs another. */
export function listLicenses(root: Table, places: Places): readonly PackageLicense[] {
  return [
    ...stated(valueAt(root, ["project", "license"]), "project", places),
    ...files(valueAt(root, ["project", "license-files"]), places),
    ...classified(valueAt(root, ["project", "classifiers"]), "project", places),
    ...stated(valueAt(root, ["tool", "poetry", "license"]), "tool.poetry", places),
    ...classified(valueAt(root, ["tool", "poetry", "classifiers"]), "tool.poetry", places),
  ];
}

function stated(value: unknown, table: string, places: Places): readonly PackageLicense[] {
  if (value === undefined || value === "") return [];
  if (typeof value === "string") return [make("expression", value, places.of(table, "license", value))];
  const known = isTable(value) ? (["text", "file"] as const).filter((form) => typeof value[form] === "string") : [];
  if (known.length === 0) return [make("unclear", "", places.of(table, "license", ""))];
  return known.map((form) => {
    const words = String(isTable(value) ? value[form] : "");
    return make(form, words, places.of(table, "license", words));
  });
}

function files(value: unknown, places: Places): readonly PackageLicense[] {
  const named = texts(value).filter((path) => !PATTERN.test(path));
  const found = places.ofEach("project", "license-files", named);
  return named.flatMap((path, index) => (found[index] ? [make("file", path, found[index])] : []));
}

function classified(value: unknown, table: string, places: Places): readonly PackageLicense[] {
  const all = texts(value);
  const found = places.ofEach(table, "classifiers", all);
  return all.flatMap((words, index) =>
    CLASSIFIER.test(words) && found[index] ? [make("classifier", words, found[index])] : [],
  );
}

function make(form: PackageLicense["form"], value: string, at: PackageLicense["field"]["at"]): PackageLicense {
  return { form, field: { value: value.toWellFormed(), at } };
}

/** The texts of a list. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
