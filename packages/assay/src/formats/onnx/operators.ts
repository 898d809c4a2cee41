/** Operators that a model calls, functions that it defines itself, and sets of operators that it asks for. */

import type { Place } from "../../model/facts.ts";
import type { Call, Walk } from "./walk.ts";

/** Sets of operators, and different operators that are not the format's own; known models have a few hundred. */
const MOST_LISTED = 10_000;

/** Another name of the format's own domain. */
const OWN = "ai.onnx";

function keyOf({ operator, domain, overload }: Call): string {
  return JSON.stringify([domain, operator, overload]);
}

/** Notes that an operator is called, unless it is the format's own. */
export function listCall(walk: Walk, call: Call): void {
  const { domain } = call;
  if (domain === "" || domain === OWN) return;
  const key = keyOf(call);
  if (walk.calls.has(key)) return;
  if (walk.calls.size < MOST_LISTED) walk.calls.set(key, call);
  else walk.unlisted += 1;
}

/** Notes that a function is defined. */
export function listFunction(walk: Walk, call: Call): void {
  if (walk.defined.size < MOST_LISTED) walk.defined.add(keyOf(call));
  else walk.unlisted += 1;
}

/** Operators that are called and that neither the format nor the model defines, in the order of their first calls. */
export function listForeign({ calls, defined }: Walk): readonly Omit<Call, "overload">[] {
  const distinct = new Map<string, Omit<Call, "overload">>();
  for (const [key, { domain, operator }] of calls)
    if (!defined.has(key)) distinct.set(JSON.stringify([domain, operator]), { domain, operator });
  return [...distinct.values()];
}

/** Notes a set of operators: functions ask for theirs again, which is no other set. */
export function listOpset(walk: Walk, opset: { readonly domain: string; readonly version: number }): void {
  const key = JSON.stringify([opset.domain, opset.version]);
  if (walk.opsets.has(key)) return;
  if (walk.opsets.size < MOST_LISTED) walk.opsets.set(key, opset);
  else walk.unlisted += 1;
}

/** A version as a number; null, with a fault, where it is none. */
export function countVersion(walk: Walk, version: bigint, at: Place): number | null {
  if (version >= 0n && version <= Number.MAX_SAFE_INTEGER) return Number(version);
  walk.faults.add("bad-version", { found: String(version) }, at);
  return null;
}
