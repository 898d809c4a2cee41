/** Sets of licences that frameworks share: each has those that it names beside its own. */

import type { Framework } from "../../model/types.ts";

type Sets = NonNullable<Framework["sets"]>;

/** Adds the shared sets that a framework names and does not hold; its own set of the same name stands. */
export function addSharedSets(framework: Framework, shared: Sets): Framework {
  const own = framework.sets ?? {};
  const named = new Set(listNames([framework.requirements, own]));
  for (const name of named) for (const inner of listNames(shared[name] ?? [])) named.add(inner);
  const added = Object.entries(shared).filter(([name]) => named.has(name) && !Object.hasOwn(own, name));
  return added.length === 0 ? framework : { ...framework, sets: { ...own, ...Object.fromEntries(added) } };
}

/** Names of sets: what stands alone behind `in` or `out`, and members that begin with `@`. */
function listNames(value: unknown): readonly string[] {
  if (typeof value === "string") return value.startsWith("@") ? [value.slice(1)] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string" && (key === "in" || key === "out") ? [inner] : listNames(inner),
  );
}
