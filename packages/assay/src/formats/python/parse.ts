/** Python text → its syntax tree, in bounded time. */

import type { SyntaxNode, Tree } from "@lezer/common";

/** Steps that the parser may be looking for a way on: real files of older Python have some hundred. */
const MOST_RECOVERING = 10_000;

/** Pages of old files end in a form feed, which Python passes over and the grammar does not. */
const FORM_FEEDS = /(?<=^[ \t]*)\f/gm;

/** A syntax tree. `brokenAt` is the first place, in UTF-16 units, at which the grammar was not followed. */
export interface Parsed {
  readonly tree: Tree;
  readonly brokenAt?: number;
}

/** Parses; never throws. A text that keeps the parser looking for a way on is given up there. */
export async function parsePython(text: string): Promise<Parsed> {
  // Loaded only for a release that has Python in it.
  const { parser } = await import("@lezer/python");
  const parse = parser.startParse(text.replace(FORM_FEEDS, "\n"));
  let recovering = 0;
  let tree = parse.advance();
  while (tree === null) {
    if (isRecovering(parse) && ++recovering === MOST_RECOVERING) parse.stopAt(parse.parsedPos);
    tree = parse.advance();
  }
  const brokenAt = findBreak(tree, parse.stoppedAt);
  return brokenAt === undefined ? { tree } : { tree, brokenAt };
}

/** The parser says so in a field that its types leave out; without it the size of the file alone is the bound. */
function isRecovering(parse: object): boolean {
  return "recovering" in parse && typeof parse.recovering === "number" && parse.recovering > 0;
}

function findBreak(tree: Tree, stoppedAt: number | null): number | undefined {
  const cursor = tree.cursor();
  do {
    if (cursor.type.isError && !isExcused(cursor.node)) return cursor.from;
  } while (cursor.next());
  return stoppedAt ?? undefined;
}

/** Where the grammar misses nothing but a value: `yield` alone, `1.` without digits behind, a pattern without arguments. */
function isExcused({ from, to, parent }: SyntaxNode): boolean {
  if (from !== to || parent === null) return false;
  return EXCUSED.has(parent.name) || (parent.name === "MemberExpression" && parent.firstChild?.name === "Number");
}

const EXCUSED: ReadonlySet<string> = new Set(["YieldStatement", "YieldExpression", "LiteralPattern"]);
