/** One's own framework, from the text of a file: a mistake is told in one line with its place and what to do. */

import { editDistance } from "../model/edit-distance.ts";
import { UsageError } from "../model/errors.ts";
import type { Framework } from "../model/types.ts";
import { listClaims } from "./list-claims.ts";
import { validateFramework } from "./validate.ts";

/** What a framework may name: sets of licences, and claims that are answered. */
export interface Vocabulary {
  readonly sets: NonNullable<Framework["sets"]>;
  readonly claims: ReadonlySet<string>;
}

/** Letters that may differ in a slip of the pen. */
const MOST_CHANGED = 3;

/**
 * Reads a framework; `where` is how the file is called.
 * @throws UsageError for what is no JSON or no framework, and for a claim that nothing answers and that is not listed as
 * unanswered: a slip of the pen would leave its requirement open for ever.
 */
export function parseFramework(text: string, where: string, { sets, claims }: Vocabulary): Framework {
  const framework = atPlace(where, () => validateFramework(parseJson(text), sets));
  const unanswered = new Set((framework.unanswered ?? []).map(({ claim }) => claim));
  for (const { claim, at } of listClaims(framework)) {
    if (claims.has(claim) || unanswered.has(claim)) continue;
    throw new UsageError(`${where}: ${at}: nothing answers "${claim}"${suggest(claim, claims)}`);
  }
  return framework;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`this is no JSON: ${cause instanceof Error ? cause.message : "unknown error"}`);
  }
}

function atPlace<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof UsageError) throw new UsageError(`${where}: ${cause.message}`);
    throw cause;
  }
}

function suggest(claim: string, claims: ReadonlySet<string>): string {
  const [nearest] = [...claims]
    .map((known) => ({ known, distance: editDistance(claim.slice(0, 100), known) }))
    .filter(({ distance }) => distance <= MOST_CHANGED)
    .sort((a, b) => a.distance - b.distance);
  const remedy = "add it to the list unanswered, with the reason, if that is meant";
  return nearest === undefined ? `; ${remedy}` : `: do you mean "${nearest.known}"? Else ${remedy}`;
}
