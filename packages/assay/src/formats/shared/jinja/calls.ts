/** Calls and filters: what is called, and the names of attributes that they are handed as text. */

import { OTHER, type Shape, transform } from "./shapes.ts";
import type { UseLog } from "./uses.ts";

/** Arguments of a call. */
export interface Args {
  readonly positional: readonly Shape[];
  readonly named: ReadonlyMap<string, Shape>;
}

interface Spot {
  readonly uses: UseLog;
  readonly at: { readonly from: number; readonly to: number };
}

/** Filters that are handed the name of an attribute, first or as `attribute`. */
const BY_ATTRIBUTE: ReadonlySet<string> = new Set(
  "attr map selectattr rejectattr groupby sort sum unique min max join".split(" "),
);

/** Filters whose first argument is the name of an attribute; of the others it is something else. */
const ATTRIBUTE_FIRST: ReadonlySet<string> = new Set(["attr", "selectattr", "rejectattr", "groupby"]);

/** Filters that apply another filter or test by its name. */
const BY_NAME: Readonly<Record<string, "filter" | "test">> = { map: "filter", select: "test", reject: "test" };

/** Notes a call and says what comes out of it. */
export function callSubject(subject: Shape, { positional }: Args, { uses, at }: Spot): Shape {
  const { variable, attribute } = subject;
  if (variable !== undefined) {
    uses.add("function", variable, at);
    if (variable === "range") noteNumbers(positional, "range", { uses, at });
    return OTHER;
  }
  if (attribute === undefined) {
    uses.add("computed-call", "", at);
    return OTHER;
  }
  uses.add("method", attribute, at);
  const [first] = positional;
  if (attribute === "join" && subject.text !== undefined && first?.texts !== undefined)
    return note(transform("join", first, [subject]), { uses, at });
  if (attribute === "join" && subject.text !== undefined) return { isBuilt: true };
  return note(transform(attribute, subject, positional), { uses, at });
}

/** Notes a filter and says what comes out of it. */
export function filterSubject(name: string, subject: Shape, { args, uses, at }: Spot & { readonly args: Args }): Shape {
  uses.add("filter", name, at);
  const [first, second] = args.positional;
  const by = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (by !== undefined && first?.text !== undefined) uses.add(by, first.text, at);
  const attribute = args.named.get("attribute") ?? (ATTRIBUTE_FIRST.has(name) ? first : undefined);
  const looked = by !== undefined && first?.text === "attr" ? second : attribute;
  if (BY_ATTRIBUTE.has(name) && looked !== undefined) noteAttribute(looked, { uses, at });
  return note(transform(name, subject, args.positional), { uses, at });
}

/** Filters split the name at its dots. */
function noteAttribute({ text, isBuilt }: Shape, { uses, at }: Spot): void {
  if (text === undefined) {
    if (isBuilt === true) uses.add("computed-attribute", "", at);
    return;
  }
  for (const part of text.split(".").slice(0, 10)) uses.add("attribute", part, at);
}

function note(shape: Shape, { uses, at }: Spot): Shape {
  if (shape.text !== undefined) uses.addText(shape.text, "joined-text", at);
  return shape;
}

function noteNumbers(args: readonly Shape[], kind: "range", { uses, at }: Spot): void {
  const largest = Math.max(...args.map(({ number }) => Math.abs(number ?? 0)), 0);
  if (largest > 0) uses.add(kind, String(largest), at);
}
