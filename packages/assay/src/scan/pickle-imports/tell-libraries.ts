/** Names of known libraries that hold data: one note for each library. */

import type { Finding } from "../../model/types.ts";
import type { GlobalFamily } from "../shared/global-family.ts";
import type { Judged } from "./judge-imports.ts";
import { CODES, nameOf, placeOf, type Site } from "./words.ts";

/** Names that a note spells out. */
const NAMED = 3;

/** What has to be installed for a pickle to load. Python and what the restricted loader takes need no word. */
export function tellLibraries(judged: readonly Judged[], site: Site): readonly Finding[] {
  const byFamily = new Map<GlobalFamily, Judged[]>();
  for (const one of judged) {
    if (one.code !== undefined || one.standing.tier !== "allowed" || one.standing.family.builtIn === true) continue;
    const known = byFamily.get(one.standing.family);
    if (known === undefined) byFamily.set(one.standing.family, [one]);
    else known.push(one);
  }
  return [...byFamily].flatMap(([{ title }, [first, ...others]]) => {
    if (first === undefined) return [];
    const names = [first, ...others].slice(0, NAMED).map(({ global }) => nameOf(global));
    const more = 1 + others.length - names.length;
    const list = more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
    return {
      rule: "pickle-imports",
      severity: CODES["needs-library"].severity,
      code: "needs-library",
      args: { library: title, names: 1 + others.length },
      message: `needs code of ${title} when it is loaded: ${list}. None of it is known to do more than hold data`,
      at: placeOf(first.global, site),
    };
  });
}
