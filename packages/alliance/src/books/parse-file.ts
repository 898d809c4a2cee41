/** One YAML file of the books: its value, held against the schema of its kind, or what is wrong with it and in which line. */

import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { type Document, LineCounter, parseDocument } from "yaml";
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
  const document = readYaml(bytes, lines);
  if ("faults" in document) return document;
  const [error] = document.errors;
  if (error !== undefined)
    return fault("not-yaml", `is not YAML: ${describeYaml(error.message)}.`, lines.linePos(error.pos[0]).line);
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const validate = validatorOf(kind);
  if (validate(value)) return { value };
  const [first, ...others] = (validate.errors ?? []).slice(0, MOST_FAULTS).map((one) => describe(one, document, lines));
  return first === undefined ? fault("bad-shape", `is no ${kind}.`) : { faults: [first, ...others] };
}

/** The parser's first line, without the place, which is told apart. */
function describeYaml(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/ at line \d+.*$/, "");
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
      : `${where} ${message}${keyword === "enum" ? `: ${params.allowedValues.join(", ")}` : ""}.`;
  return { code: keyword === "additionalProperties" ? "unknown-field" : "bad-shape", message: text, ...line };
}

function lineOf(document: Document.Parsed, steps: readonly string[], lines: LineCounter): { readonly line?: number } {
  const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const node: unknown = document.getIn(path, true);
  const range = node !== null && typeof node === "object" && "range" in node ? node.range : undefined;
  return Array.isArray(range) ? { line: lines.linePos(range[0]).line } : {};
}
