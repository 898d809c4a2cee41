/** One YAML file of the books: its value, held against the schema of its kind, or what is wrong with it and in which line. */

import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { type Document, isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { isDay } from "../check/terms.ts";
import type { Fault } from "../model/entry.ts";
import { type SchemaName, schemas } from "./schemas.generated.ts";

/** Bytes: the longest book, a ballot with a roll of a thousand seats, has some 200 kB. */
const LONGEST = 4 << 20;

/** Faults of one file that are told. */
const MOST_FAULTS = 5;

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const validators = new Map<SchemaName, ValidateFunction>();

function validatorOf(name: SchemaName): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const made = ajv.compile(schemas[name]);
  validators.set(name, made);
  return made;
}

/** The value, or at least one fault. */
export type Parsed =
  | { readonly value: unknown }
  | { readonly faults: readonly [Omit<Fault, "path">, ...Omit<Fault, "path">[]] };

/** Reads a file as its kind. What it returns as a value has the shape of the kind's type. */
export function parseFile(bytes: Uint8Array, kind: SchemaName): Parsed {
  if (bytes.length > LONGEST)
    return fault("too-long", `has ${bytes.length} bytes, more than the ${LONGEST} that a book may have: split it.`);
  const lines = new LineCounter();
  const conflict = findConflict(bytes);
  if (conflict !== null) return conflict;
  const document = readYaml(bytes, lines);
  if ("faults" in document) return document;
  const [error] = document.errors;
  if (error !== undefined)
    return fault(
      "not-yaml",
      `is not YAML: ${describeYaml(error.message)}: correct it.`,
      lines.linePos(error.pos[0]).line,
    );
  const special = findSpecial(document, lines);
  if (special !== null) return special;
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const validate = validatorOf(kind);
  if (validate(value)) return findNoDay(document, lines) ?? { value };
  const [first, ...others] = chooseErrors(validate.errors ?? [])
    .slice(0, MOST_FAULTS)
    .map((one) => describe(one, document, lines));
  return first === undefined ? fault("bad-shape", `is no ${kind}: correct it.`) : { faults: [first, ...others] };
}

/** What git leaves where two changes of one line met, before it is anything else that is no YAML. */
function findConflict(bytes: Uint8Array): Extract<Parsed, { faults: unknown }> | null {
  const text = new TextDecoder().decode(bytes);
  const at = /^(?:<{7}|>{7}) /m.exec(text)?.index;
  if (at === undefined) return null;
  const message =
    "has a conflict of a merge left in it: keep one side, and take the lines <<<<<<<, ======= and >>>>>>> out.";
  return fault("conflict", message, text.slice(0, at).split("\n").length);
}

/**
 * What readers of YAML differ in: with a directive, a tag or an anchor a text may be another thing to the next reader, and
 * what people sign has to be the same to all.
 */
function findSpecial(document: Document.Parsed, lines: LineCounter): Extract<Parsed, { faults: unknown }> | null {
  let at: number | undefined;
  visit(document, (key, node) => {
    const isSpecial = isAlias(node) || (isNode(node) && (node.anchor !== undefined || node.tag !== undefined));
    if (!isSpecial && !(key === "key" && !isScalar(node))) return undefined;
    at = isNode(node) ? node.range?.[0] : 0;
    return visit.BREAK;
  });
  if (at === undefined && !document.directives.yaml.explicit && Object.keys(document.directives.tags).length === 1)
    return null;
  const message =
    "uses a directive, tag, anchor, alias or a key of many parts, which not every reader takes for the same: write the value out.";
  return fault("not-plain", message, lines.linePos(at ?? 0).line);
}

/** A day or a time of the right form that no calendar has. */
function findNoDay(document: Document.Parsed, lines: LineCounter): Extract<Parsed, { faults: unknown }> | null {
  let found: Extract<Parsed, { faults: unknown }> | null = null;
  visit(document, {
    Scalar: (_, { value, range }) => {
      if (typeof value !== "string" || !DAY_OR_TIME.test(value) || isDay(value.slice(0, 10))) return undefined;
      const message = `names ${value}, which no calendar has: correct the day.`;
      found = fault("no-day", message, lines.linePos(range?.[0] ?? 0).line);
      return visit.BREAK;
    },
  });
  return found;
}

const DAY_OR_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/;

/**
 * Of a kind in several forms each form complains: what all forms complain of is wrong, or else what lies deepest, in the form
 * that was meant.
 */
function chooseErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  if (!errors.some(({ keyword }) => keyword === "anyOf")) return errors;
  const plain = errors.filter(({ keyword }) => keyword !== "anyOf" && keyword !== "const");
  const alike = Map.groupBy(plain, ({ instancePath, keyword, params }) =>
    JSON.stringify([instancePath, keyword, params]),
  );
  const shared = [...alike.values()].flatMap(([first, ...others]) =>
    first !== undefined && others.length > 0 ? [first] : [],
  );
  if (shared.length > 0) return shared;
  const rest = plain.length > 0 ? plain : errors;
  const deepest = Math.max(...rest.map(depthOf));
  return rest.filter((one) => depthOf(one) === deepest);
}

function depthOf({ instancePath }: ErrorObject): number {
  return instancePath.split("/").length;
}

/** The parser's first line, without the place, which is told apart. */
function describeYaml(message: string): string {
  if (message.includes("call stack")) return "it is nested too deeply";
  return (message.split("\n")[0] ?? "").replace(/(?: at line \d+.*|[.:])$/, "");
}

function readYaml(bytes: Uint8Array, lineCounter: LineCounter): Document.Parsed | Extract<Parsed, { faults: unknown }> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return parseDocument(text, { lineCounter, uniqueKeys: true, version: "1.2", schema: "core" });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fault("not-utf8", "is not UTF-8 text: save it as UTF-8.");
  }
}

function fault(code: string, message: string, line?: number): Extract<Parsed, { faults: unknown }> {
  return { faults: [{ code, message, ...(line === undefined ? {} : { line }) }] };
}

function describe(
  { instancePath, keyword, params, message = "" }: ErrorObject,
  document: Document.Parsed,
  lines: LineCounter,
): Omit<Fault, "path"> {
  const steps = instancePath.split("/").slice(1);
  const where = steps.join(".") || "the file";
  const line = lineOf(
    document,
    keyword === "additionalProperties" ? [...steps, params.additionalProperty] : steps,
    lines,
  );
  const text =
    keyword === "additionalProperties"
      ? `has the field ${[...steps, params.additionalProperty].join(".")}, which is none of its kind: take it out or correct its name.`
      : `is not of its kind: ${where} ${message}${keyword === "enum" ? `: ${params.allowedValues.join(", ")}` : ""}; correct it.`;
  return { code: keyword === "additionalProperties" ? "unknown-field" : "bad-shape", message: text, ...line };
}

function lineOf(document: Document.Parsed, steps: readonly string[], lines: LineCounter): { readonly line?: number } {
  const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const node: unknown = document.getIn(path, true);
  const range = node !== null && typeof node === "object" && "range" in node ? node.range : undefined;
  return Array.isArray(range) ? { line: lines.linePos(range[0]).line } : {};
}
