/** Fields that have to be of a kind: what is not becomes a fault. */

import type { Field, Place } from "../../model/facts.ts";
import type { Severity } from "../../model/types.ts";
import type { Args } from "./words.ts";

/** Where the readers here say that a value is not what a loader expects. */
export interface ValueLog {
  add(code: "bad-value", args: Args, at: Place): void;
}

type Fields = ReadonlyMap<string, Field>;

/** The sentence of `bad-value`, at the severity that a format gives it. */
export function badValue(severity: Severity): readonly [Severity, string] {
  return [severity, "{key} is {found} · expected {expected}"];
}

/** The string at a pointer; null counts as absent. */
export function findText(fields: Fields, key: string, log: ValueLog): Field | undefined {
  const field = findValue(fields, key);
  if (field === undefined || typeof field.value === "string") return field;
  log.add("bad-value", { key, found: String(field.value), expected: "a string" }, field.at);
  return undefined;
}

/** The whole number above 0 at a pointer; null counts as absent. */
export function findCount(fields: Fields, key: string, log: ValueLog): Field | undefined {
  const field = findValue(fields, key);
  if (field === undefined || (Number.isSafeInteger(field.value) && Number(field.value) > 0)) return field;
  log.add("bad-value", { key, found: String(field.value), expected: "a whole number above 0" }, field.at);
  return undefined;
}

/** The field at a pointer unless it is null. */
export function findValue(fields: Fields, key: string): Field | undefined {
  const field = fields.get(key);
  return field?.value === null ? undefined : field;
}
