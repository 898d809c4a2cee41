/** Reads a whole Jinja template: every tag by the grammar of its statement, and what it asks for. Nothing is rendered. */

import type { Place, TemplateUse } from "../../../model/facts.ts";
import { NotJinja, TokenCursor } from "./cursor.ts";
import { noteEscapes, type Reader, readTuple } from "./expressions.ts";
import { BLOCKS, isKnownStatement, readStatement } from "./statements.ts";
import { cutTags, type Tag } from "./tokens.ts";
import { UseLog } from "./uses.ts";

/** Statements inside each other that are followed: Python itself takes a hundred. */
const DEEPEST_BLOCK = 100;

/** What a template holds. `broken` tells where it is no Jinja, or more than is followed; only the first such place. */
export interface Template {
  readonly uses: readonly TemplateUse[];
  readonly depth: number;
  readonly broken?: { readonly why: "syntax" | "over-limit"; readonly at: Place };
}

/** Reads a template. `locate` says where in the file UTF-16 units of it stand. Never throws, and takes linear time. */
export function readTemplate(text: string, locate: (from: number, to: number) => Place): Template {
  const uses = new UseLog(locate);
  const open: string[] = [];
  let broken: NotJinja | undefined;
  let depth = 0;
  for (const tag of cutTags(text)) {
    const cursor = new TokenCursor(tag);
    const found = readTag(tag, { cursor, uses }, open);
    broken ??= found;
    depth = Math.max(depth, open.length + cursor.deepest);
  }
  if (open.length > 0) broken ??= new NotJinja(text.length);
  const isOver = uses.isFull || broken?.why === "depth";
  const at = broken === undefined ? locate(0, text.length) : locate(broken.at, broken.at);
  const end = isOver || broken !== undefined ? { broken: { why: isOver ? "over-limit" : "syntax", at } as const } : {};
  return { uses: uses.list(), depth, ...end };
}

/** Reads a tag. One that is no Jinja is gone through token by token, so that what it holds is seen all the same. */
function readTag(tag: Tag, reader: Reader, open: string[]): NotJinja | undefined {
  try {
    if (tag.broken !== undefined) throw new NotJinja(tag.broken.at, tag.broken.what === "tokens" ? "depth" : "syntax");
    if (tag.kind === "expression") readTuple(reader);
    else readStatement(reader);
    if (!reader.cursor.isDone) throw reader.cursor.fail();
    if (tag.kind === "statement") nest(tag, open);
    return undefined;
  } catch (error) {
    if (!(error instanceof NotJinja)) throw error;
    salvage(tag, reader.uses);
    return error;
  }
}

function salvage({ kind, tokens }: Tag, uses: UseLog): void {
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "string") {
      noteEscapes(token, uses);
      uses.addText(token.value, "text", token);
    } else if (token.kind === "name") {
      const isStatement = kind === "statement" && index === 0;
      if (isStatement && !isKnownStatement(token.value)) uses.add("statement", token.value, token);
      if (!isStatement) uses.add("attribute", token.value, token);
    }
  }
}

/** Keeps which statements are open. @throws NotJinja where one ends that was not begun. */
function nest(tag: Tag, open: string[]): void {
  const [first] = tag.tokens;
  const name = first?.value ?? "";
  if (name.startsWith("end")) {
    if (open.pop() !== name.slice(3)) throw new NotJinja(tag.from);
    return;
  }
  const isBlock =
    BLOCKS.has(name) && !(name === "set" && tag.tokens.some(({ value, kind }) => kind === "operator" && value === "="));
  if (!isBlock) return;
  if (open.length >= DEEPEST_BLOCK) throw new NotJinja(tag.from, "depth");
  open.push(name);
}
