/** Reads what stands in the statements of a template (jinja2/parser.py), and those that Transformers adds. */

import { NotJinja } from "./cursor.ts";
import { type Reader, readArgs, readExpression, readFilter, readFilters, readTuple } from "./expressions.ts";
import { OTHER } from "./shapes.ts";

/** Statements that have an end. `set` has one where it assigns what stands between. */
export const BLOCKS: ReadonlySet<string> = new Set(
  "if for macro call filter set with block autoescape trans generation".split(" "),
);

type ReadStatement = (reader: Reader) => void;

const nothing: ReadStatement = () => undefined;

const STATEMENTS: Readonly<Record<string, ReadStatement>> = {
  if: readExpression,
  elif: readExpression,
  else: nothing,
  for: readFor,
  set: readSet,
  macro: readMacro,
  call: readCallBlock,
  filter: readFilterBlock,
  include: readOutside,
  import: readOutside,
  from: readFrom,
  extends: readOutside,
  with: readWith,
  block: readBlock,
  do: readTuple,
  autoescape: readExpression,
  trans: readTrans,
  pluralize: readTrans,
  break: nothing,
  continue: nothing,
  generation: nothing,
  debug: nothing,
};

/** Whether a word begins or ends a statement. */
export function isKnownStatement(name: string): boolean {
  return Object.hasOwn(STATEMENTS, name) || (name.startsWith("end") && BLOCKS.has(name.slice(3)));
}

/** Reads a statement from its word on. @throws NotJinja */
export function readStatement(reader: Reader): void {
  const { cursor } = reader;
  const word = cursor.name();
  if (word.value.startsWith("end") && BLOCKS.has(word.value.slice(3))) {
    if (word.value === "endblock" && !cursor.isDone) cursor.name();
    return;
  }
  const read = Object.hasOwn(STATEMENTS, word.value) ? STATEMENTS[word.value] : undefined;
  if (read === undefined) throw new NotJinja(word.from);
  if (OUTSIDE.has(word.value) || word.value === "debug") reader.uses.add("statement", word.value, word);
  read(reader);
}

/** Statements that read another template. */
const OUTSIDE: ReadonlySet<string> = new Set(["include", "import", "from", "extends"]);

function readFor(reader: Reader): void {
  readTargets(reader, "in");
  reader.cursor.expect("in");
  readTuple(reader, false);
  if (reader.cursor.skip("if")) readExpression(reader);
  reader.cursor.skip("recursive");
  reader.uses.bind("loop");
}

/** Names that are given a value, with commas and brackets between. */
function readTargets({ cursor, uses }: Reader, end: string): readonly string[] {
  const names: string[] = [];
  while (!cursor.isDone && !cursor.is(end) && !cursor.is("|")) {
    if (cursor.skip("(") || cursor.skip(")") || cursor.skip(",")) continue;
    const { value } = cursor.name();
    if (cursor.skip(".")) {
      const member = cursor.name();
      uses.add("attribute", member.value, member);
    } else uses.bind(value);
    names.push(value);
  }
  return names;
}

function readSet(reader: Reader): void {
  const { cursor, uses } = reader;
  const names = readTargets(reader, "=");
  if (!cursor.skip("=")) {
    readFilters(reader, OTHER);
    // What stands between is text that is put together.
    for (const name of names) uses.markBuilt(name);
    return;
  }
  const { isBuilt } = readTuple(reader);
  if (isBuilt === true) for (const name of names) uses.markBuilt(name);
}

function readMacro(reader: Reader): void {
  reader.uses.bind(reader.cursor.name().value, "macro");
  reader.uses.bind("caller", "macro");
  readParameters(reader);
}

function readParameters(reader: Reader): void {
  const { cursor, uses } = reader;
  cursor.expect("(");
  while (!cursor.is(")")) {
    uses.bind(cursor.name().value);
    if (cursor.skip("=")) readExpression(reader);
    if (!cursor.skip(",")) break;
  }
  cursor.expect(")");
}

function readCallBlock(reader: Reader): void {
  if (reader.cursor.is("(")) readParameters(reader);
  readExpression(reader);
}

function readFilterBlock(reader: Reader): void {
  readFilter(reader, { isBuilt: true });
  readFilters(reader, { isBuilt: true });
}

function readOutside(reader: Reader): void {
  readExpression(reader);
  readWords(reader);
}

/** What may follow the name of another template: `ignore missing`, `without context`, `as name`. */
function readWords({ cursor, uses }: Reader): void {
  while (!cursor.isDone) {
    const isName = cursor.skip("as");
    const { value } = cursor.name();
    if (isName) uses.bind(value);
  }
}

function readFrom(reader: Reader): void {
  const { cursor, uses } = reader;
  readExpression(reader);
  cursor.expect("import");
  while (!cursor.isDone) {
    uses.bind(cursor.name().value);
    cursor.skip(",");
  }
}

function readWith(reader: Reader): void {
  const { cursor } = reader;
  while (!cursor.isDone) {
    readTargets(reader, "=");
    cursor.expect("=");
    readExpression(reader);
    if (!cursor.skip(",")) return;
  }
}

function readBlock({ cursor }: Reader): void {
  while (!cursor.isDone) cursor.name();
}

function readTrans(reader: Reader): void {
  const { cursor, uses } = reader;
  if (cursor.is("(")) readArgs(reader);
  while (!cursor.isDone) {
    const { value } = cursor.name();
    if (cursor.skip("=")) {
      uses.bind(value);
      readExpression(reader);
    }
    cursor.skip(",");
  }
}
