/** A term as evidence tells it: what it says in our words, the clause, and the licence where it is not plain which. */

import type { Term } from "../../model/license.ts";
import type { Said } from "../../model/types.ts";
import type { KnownTerm } from "../known-license.ts";
import { sayTerm } from "./words.ts";

/** A term of a licence called `name`. */
export interface NamedTerm extends KnownTerm {
  readonly name: string;
}

/** Tells a term; beside the licence's own text it needs no name. */
export function describeTerm(
  { name, type, value, clause, details = {} }: NamedTerm,
  where: "beside-its-text" | "by-name",
): Said {
  const told = sayTerm({ type, value, details });
  const named = where === "by-name" ? name : "";
  const place = [named, /^[\d(]/.test(clause) ? `clause ${clause}` : clause].filter((part) => part !== "");
  const flag = typeof value === "boolean" ? String(value) : value;
  return {
    code: "term",
    args: { ...flatten(details), license: name, type, value: flag, clause, told },
    message: place.length === 0 ? told : `${told} (${place.join(", ")})`,
  };
}

function flatten(details: NonNullable<Term["details"]>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, typeof value === "number" ? value : String(value)]),
  );
}
