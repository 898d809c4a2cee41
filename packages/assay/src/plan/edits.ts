/** "weights=Apache-2.0,training-data=closed": parts that are opened, closed, or put under other terms. */

import { COMPONENTS, type ComponentId } from "../model/components.ts";
import { UsageError } from "../model/errors.ts";
import type { PlanClaims } from "../model/plans.ts";
import { RIGHTS_QUESTIONS } from "../model/rights.ts";
import type { Claim, Value } from "../model/types.ts";

/** Edits of one question; there are seventeen parts. */
const MOST_EDITS = 32;

/** A part, and what becomes of it. */
export type Edit = { readonly component: ComponentId; readonly words: string } & (
  | { readonly to: "open" | "gated" | "closed" }
  | { readonly to: "license"; readonly ids: readonly string[] }
);

/** Reads edits. `readLicense` throws for a licence that is none. @throws UsageError that says what to write. */
export function parseEdits(text: string, readLicense: (words: string) => readonly string[]): readonly Edit[] {
  const words = text.split(",").map((one) => one.trim());
  if (words.length > MOST_EDITS) throw new UsageError(`--what-if has ${words.length} edits · at most ${MOST_EDITS}`);
  const edits = words.map((one) => parseEdit(one, readLicense));
  const twice = edits.find(({ component }, at) => edits.findIndex((other) => other.component === component) < at);
  if (twice !== undefined) throw new UsageError(`--what-if names ${twice.component} twice`);
  return edits;
}

function parseEdit(words: string, readLicense: (words: string) => readonly string[]): Edit {
  const equals = words.indexOf("=");
  const [name, to] = [words.slice(0, equals).trim(), words.slice(equals + 1).trim()];
  if (equals < 1 || to === "")
    throw new UsageError(
      `--what-if "${words}": write COMPONENT=open, gated, closed or a licence, for example weights=Apache-2.0`,
    );
  const component = COMPONENTS.find(({ id }) => id === name)?.id;
  if (component === undefined)
    throw new UsageError(
      `--what-if: there is no component "${name}"; there is ${COMPONENTS.map(({ id }) => id).join(", ")}`,
    );
  if (to === "open" || to === "gated" || to === "closed") return { component, words, to };
  return { component, words, to: "license", ids: readLicense(to) };
}

/** The claims as they would be; what follows from them is not yet derived. */
export function applyEdits(
  claims: PlanClaims,
  edits: readonly Edit[],
  answer: (ids: readonly string[]) => ReadonlyMap<string, string>,
): Map<string, Claim> {
  const changed = new Map(claims);
  for (const edit of edits) {
    for (const [id, value] of listValues(edit, answer)) {
      const claim: Claim =
        value === null
          ? { id, about: "*", value: "unknown", because: "not-observed", evidence: [] }
          : { id, about: "*", value, evidence: [] };
      changed.set(id, claim);
    }
  }
  return changed;
}

type Values = readonly (readonly [string, Value | null])[];

/** What an edit makes of claims; null is what would not be known any more. */
function listValues(edit: Edit, answer: (ids: readonly string[]) => ReadonlyMap<string, string>): Values {
  const { component, to } = edit;
  const isWeights = component === "weights";
  if (to === "license") {
    const answers = isWeights ? answer(edit.ids) : new Map<string, string>();
    const rights = isWeights
      ? RIGHTS_QUESTIONS.map(({ id }) => [`rights.${id}`, answers.get(id) ?? null] as const)
      : [];
    return [[`${component}.published`, true], [`${component}.license`, edit.ids], ...rights];
  }
  if (to === "closed") {
    const rights = isWeights ? RIGHTS_QUESTIONS.map(({ id }) => [`rights.${id}`, null] as const) : [];
    return [
      [`${component}.published`, false],
      [`${component}.complete`, false],
      [`${component}.linked`, false],
      [`${component}.access`, "closed"],
      [`${component}.license`, null],
      ...rights,
    ];
  }
  return [
    [`${component}.published`, true],
    [`${component}.complete`, true],
    [`${component}.access`, to],
  ];
}
