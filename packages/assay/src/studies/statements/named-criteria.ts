/** Definitions and classes that a sentence invokes by their names. */

import type { Calling } from "../../model/statements.ts";
import { isQuoted } from "./quoted.ts";
import type { Asked, Said } from "./spot.ts";
import { DEFINITION, DENIED, MOF_CLASS, REPORTED, THE_MODEL, UNREAL, WE } from "./words.ts";

/** A definition or a class that a sentence invokes by its name. */
export function readNamedCriteria(plain: string, { names }: Asked): Said | null {
  const definition = DEFINITION.exec(plain);
  const mof = definition === null ? MOF_CLASS.exec(plain) : null;
  const match = definition ?? mof;
  if (match === null) return null;
  const before = plain.slice(0, match.index);
  if (DENIED.test(plain) || UNREAL.test(plain) || REPORTED.test(before) || isQuoted(before, "")) return null;
  const isMeant =
    names.isOwn(plain) || WE.test(plain) || THE_MODEL.test(plain) || /^(?:MOF|Model Openness|Class)/.test(plain);
  if (!isMeant || names.isForeign(before)) return null;
  const { a, b, c } = mof?.groups ?? {};
  const calling = definition === null ? classOf(a ?? b ?? c ?? "") : "definition";
  return { calling, about: "this", parts: ["model"], isUpstream: false, subject: "", words: match[0] };
}

function classOf(name: string): Calling {
  if (/^(?:I|1|Open Science)/.test(name) && !/^I{2}/.test(name)) return "mof-I";
  return /^(?:II|2|Open Tooling)$|^Open Tooling/.test(name) ? "mof-II" : "mof-III";
}
