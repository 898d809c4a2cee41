/** Whether a release may be put under another licence, by those of the models that it was made from. */

import type { Ancestor } from "../model/documents.ts";
import { carry, type Known } from "./carry.ts";
import { nameAll } from "./restrictions.ts";

/** Licences of the models that it was made from; several are revisions of which it is not said which applies. */
export function listBaseLicenses(ancestors: readonly Ancestor[]): readonly string[] {
  return [...new Set(ancestors.flatMap((ancestor) => (isBase(ancestor) ? idsOf(ancestor) : [])))];
}

/** Why `license` would not carry what a base demands; null where nothing known stands against it. */
export function findConflict(ancestors: readonly Ancestor[], license: string, known: Known): string | null {
  for (const ancestor of ancestors.filter(isBase)) {
    const ids = idsOf(ancestor);
    const each = ids.map((id) => (id === license ? [] : carry(id, [license], known).missing));
    const [first = []] = each;
    // Of several revisions all have to stand against it.
    if (ids.length === 0 || each.some((missing) => missing.length === 0)) continue;
    return `It was made from ${ancestor.base}, which is under ${ancestor.license}; ${license} does not carry what that demands: ${nameAll(first)}.`;
  }
  return null;
}

/** What has to be settled before anybody chooses other terms: a base of which it is not known whether it binds. */
export function findOpenBase(ancestors: readonly Ancestor[]): string | null {
  const open = ancestors.find(({ relation, compatible }) => relation !== "dataset" && compatible === "unknown");
  return open === undefined ? null : `${open.base}: ${open.why}`;
}

/** Data do not bind the model as a base does, and what is not settled stands against nothing: both are questions. */
function isBase({ relation, compatible }: Ancestor): boolean {
  return relation !== "dataset" && compatible !== "unknown";
}

function idsOf({ license }: Ancestor): readonly string[] {
  return license === null ? [] : license.split(" or ");
}
