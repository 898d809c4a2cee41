/** Reads Jinja expressions by their grammar (jinja2/parser.py) and notes what they ask for. Nothing is evaluated. */

import { type Args, callSubject, filterSubject } from "./calls.ts";
import type { TokenCursor } from "./cursor.ts";
import { combine, OTHER, type Shape } from "./shapes.ts";
import type { Token } from "./tokens.ts";
import type { UseLog } from "./uses.ts";

/** What an expression is read with. */
export interface Reader {
  readonly cursor: TokenCursor;
  readonly uses: UseLog;
}

/** Operators by how tightly they bind. */
const BINDS: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  "==": 4,
  "!=": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  in: 4,
  "+": 5,
  "-": 5,
  "~": 6,
  "*": 7,
  "/": 7,
  "//": 7,
  "%": 7,
  "**": 8,
};
const NOT = 3;
const COMPARED = 4;
const SIGNED = 8;

/** Words that are values. */
const CONSTANTS: ReadonlySet<string> = new Set(["true", "false", "none", "True", "False", "None"]);

/** Expressions with commas between: a tuple where there are several. @throws NotJinja */
export function readTuple(reader: Reader, withCondition = true): Shape {
  const { cursor } = reader;
  const read = (): Shape => (withCondition ? readExpression(reader) : readBinary(reader, 0));
  const first = read();
  if (!cursor.is(",")) return first;
  const members = [first];
  while (cursor.skip(",") && startsValue(cursor)) members.push(read());
  return listOf(members);
}

/** A value may begin here, and not the end of what it is in. */
function startsValue(cursor: TokenCursor): boolean {
  return !cursor.isDone && ![")", "]", "}", "=", "in", "if", "else"].some((end) => cursor.is(end));
}

function listOf(members: readonly Shape[]): Shape {
  const texts = members.flatMap(({ text }) => text ?? []);
  return texts.length === members.length && texts.length > 0 ? { texts } : OTHER;
}

/** One expression with its conditions. @throws NotJinja */
export function readExpression(reader: Reader): Shape {
  return reader.cursor.within(() => {
    let shape = readBinary(reader, 0);
    while (reader.cursor.skip("if")) {
      readBinary(reader, 0);
      const other = reader.cursor.skip("else") ? readExpression(reader) : OTHER;
      shape = { isBuilt: shape.isBuilt === true || other.isBuilt === true };
    }
    return shape;
  });
}

function readBinary(reader: Reader, least: number): Shape {
  const { cursor, uses } = reader;
  const from = cursor.peek()?.from ?? 0;
  let left = readUnary(reader, least);
  for (;;) {
    const operator = takeOperator(cursor, least);
    if (operator === undefined) return left;
    const right = cursor.within(() => readBinary(reader, (BINDS[operator] ?? 0) + 1));
    left = combine(operator, left, right);
    if (left.text !== undefined) uses.addText(left.text, "joined-text", { from, to: cursor.peek()?.from ?? from });
  }
}

function takeOperator(cursor: TokenCursor, least: number): string | undefined {
  if (cursor.is("not") && cursor.peek(1)?.value === "in" && COMPARED >= least) {
    cursor.take();
    return cursor.take().value;
  }
  const token = cursor.peek();
  if (token === undefined || token.kind === "string" || token.kind === "number") return undefined;
  const binds = Object.hasOwn(BINDS, token.value) ? (BINDS[token.value] ?? 0) : 0;
  return binds > 0 && binds >= least ? cursor.take().value : undefined;
}

function readUnary(reader: Reader, least: number): Shape {
  const { cursor } = reader;
  if (cursor.is("not") && least <= NOT) {
    cursor.take();
    cursor.within(() => readBinary(reader, NOT));
    return OTHER;
  }
  if (cursor.is("-") || cursor.is("+")) {
    const sign = cursor.take().value === "-" ? -1 : 1;
    const { number } = cursor.within(() => readBinary(reader, SIGNED));
    return number === undefined ? OTHER : { number: sign * number };
  }
  return readFilters(reader, readPostfix(reader, readPrimary(reader)));
}

function readPrimary(reader: Reader): Shape {
  const { cursor, uses } = reader;
  const token = cursor.take();
  if (token.kind === "number") return { number: Number(token.value.replaceAll("_", "")) };
  if (token.kind === "string") return readStrings(reader, token);
  if (token.kind === "name") {
    if (CONSTANTS.has(token.value)) return OTHER;
    uses.add("variable", token.value, token);
    return { variable: token.value, isBuilt: uses.isBuilt(token.value) };
  }
  if (token.value === "(") return readGroup(reader, ")");
  if (token.value === "[") return readGroup(reader, "]");
  if (token.value === "{") return readDict(reader);
  throw cursor.fail();
}

/** Strings that stand side by side are one. */
function readStrings({ cursor, uses }: Reader, first: Token): Shape {
  let text = first.value;
  let last = first;
  noteEscapes(first, uses);
  while (cursor.peek()?.kind === "string") {
    last = cursor.take();
    noteEscapes(last, uses);
    text += last.value;
  }
  uses.addText(text, last === first ? "text" : "joined-text", { from: first.from, to: last.to });
  return last === first ? { text } : { text, isBuilt: true };
}

/** An underscore needs no escape: one that has it is hidden from who looks for it. */
export function noteEscapes(token: Token, uses: UseLog): void {
  if (token.isMasked === true) uses.add("masked-text", token.value, token);
}

function readGroup(reader: Reader, end: string): Shape {
  const { cursor } = reader;
  const members: Shape[] = [];
  let isTuple = end === "]";
  while (!cursor.is(end)) {
    members.push(readExpression(reader));
    if (!cursor.skip(",")) break;
    isTuple = true;
  }
  cursor.expect(end);
  const [only] = members;
  return isTuple || only === undefined ? listOf(members) : { ...only };
}

function readDict(reader: Reader): Shape {
  const { cursor } = reader;
  while (!cursor.is("}")) {
    readExpression(reader);
    cursor.expect(":");
    readExpression(reader);
    if (!cursor.skip(",")) break;
  }
  cursor.expect("}");
  return OTHER;
}

function readPostfix(reader: Reader, subject: Shape): Shape {
  const { cursor } = reader;
  let shape = subject;
  for (;;) {
    if (cursor.skip(".")) shape = readAttribute(reader, shape);
    else if (cursor.is("[")) shape = readSubscript(reader);
    else if (cursor.is("(")) shape = readCall(reader, shape);
    else return shape;
  }
}

function readAttribute({ cursor, uses }: Reader, subject: Shape): Shape {
  const token = cursor.take();
  if (token.kind !== "name" && token.kind !== "number") throw cursor.fail();
  uses.add("attribute", token.value, token);
  return { attribute: token.value, ...(subject.text !== undefined && { text: subject.text }) };
}

function readSubscript(reader: Reader): Shape {
  const { cursor, uses } = reader;
  const { from } = cursor.expect("[");
  const key = readSlice(reader);
  const { to } = cursor.expect("]");
  if (key.text !== undefined) uses.add("attribute", key.text, { from, to });
  else if (key.isBuilt === true) uses.add("computed-attribute", "", { from, to });
  return key.text === undefined ? OTHER : { attribute: key.text };
}

function readSlice(reader: Reader): Shape {
  const { cursor } = reader;
  let shape: Shape = OTHER;
  for (let parts = 0; ; parts++) {
    if (!cursor.is(":") && !cursor.is("]") && !cursor.is(",")) shape = readExpression(reader);
    if (!cursor.skip(":") && !cursor.skip(",")) return parts === 0 ? shape : OTHER;
  }
}

function readCall(reader: Reader, subject: Shape): Shape {
  const at = reader.cursor.peek() ?? reader.cursor.take();
  return callSubject(subject, readArgs(reader), { uses: reader.uses, at });
}

/** Arguments in brackets. @throws NotJinja */
export function readArgs(reader: Reader): Args {
  const { cursor } = reader;
  const positional: Shape[] = [];
  const named = new Map<string, Shape>();
  cursor.expect("(");
  while (!cursor.is(")")) {
    if (cursor.skip("*") || cursor.skip("**")) readExpression(reader);
    else if (cursor.peek()?.kind === "name" && cursor.peek(1)?.value === "=" && cursor.peek(1)?.kind === "operator") {
      const name = cursor.take().value;
      cursor.take();
      named.set(name, readExpression(reader));
    } else positional.push(readExpression(reader));
    if (!cursor.skip(",")) break;
  }
  cursor.expect(")");
  return { positional, named };
}

/** Filters, tests and calls behind a value. @throws NotJinja */
export function readFilters(reader: Reader, subject: Shape): Shape {
  const { cursor } = reader;
  let shape = subject;
  for (;;) {
    if (cursor.skip("|")) shape = readFilter(reader, shape);
    else if (cursor.skip("is")) shape = readTest(reader);
    else if (cursor.is("(")) shape = readCall(reader, shape);
    else return shape;
  }
}

/** A filter behind its bar. @throws NotJinja */
export function readFilter(reader: Reader, subject: Shape): Shape {
  const { cursor, uses } = reader;
  const first = cursor.name();
  const name = readDotted(cursor, first.value);
  const args = cursor.is("(") ? readArgs(reader) : { positional: [], named: new Map() };
  return filterSubject(name, subject, { args, uses, at: first });
}

function readDotted(cursor: TokenCursor, first: string): string {
  let name = first;
  while (cursor.skip(".")) name += `.${cursor.name().value}`;
  return name;
}

/** A test takes arguments in brackets, or one value without: `x is divisibleby 3`. */
function readTest(reader: Reader): Shape {
  const { cursor, uses } = reader;
  cursor.skip("not");
  const first = cursor.name();
  uses.add("test", readDotted(cursor, first.value), first);
  if (cursor.is("(")) readArgs(reader);
  else if (startsArgument(cursor)) readPostfix(reader, readPrimary(reader));
  return OTHER;
}

function startsArgument(cursor: TokenCursor): boolean {
  const token = cursor.peek();
  if (token === undefined) return false;
  if (token.kind === "operator") return token.value === "[" || token.value === "{";
  return token.kind !== "name" || !["else", "or", "and", "is", "if", "in", "not", "recursive"].includes(token.value);
}
