/** Python text → its syntax tree, in bounded time. */

import type { Tree } from "@lezer/common";

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
  try {
    const brokenAt = findBreak(tree, text) ?? parse.stoppedAt ?? undefined;
    return brokenAt === undefined ? { tree } : { tree, brokenAt };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Brackets nested by the thousand make the library build a tree that it cannot go through itself (seen in 1.5).
    const { Tree: Trees } = await import("@lezer/common");
    return { tree: Trees.empty, brokenAt: 0 };
  }
}

/** The parser says so in a field that its types leave out; without it the size of the file alone is the bound. */
function isRecovering(parse: object): boolean {
  return "recovering" in parse && typeof parse.recovering === "number" && parse.recovering > 0;
}

/** Goes through all of the tree for the first place where something stands that the grammar does not know. */
function findBreak(tree: Tree, text: string): number | undefined {
  const open: string[] = [];
  let broken: number | undefined;
  tree.iterate({
    enter({ type, name, from, to }) {
      if (type.isError && !(from === to && isExcused(open.at(-1) ?? "", text.slice(Math.max(0, from - 9), from))))
        broken ??= from;
      open.push(name);
    },
    leave: () => open.pop(),
  });
  return broken;
}

/** Where the grammar misses nothing but a value: `yield` alone, `1.` without digits behind, a pattern without arguments. */
function isExcused(parent: string, before: string): boolean {
  return EXCUSED.has(parent) || (parent === "MemberExpression" && /\d\.\s*$/.test(before));
}

const EXCUSED: ReadonlySet<string> = new Set(["YieldStatement", "YieldExpression", "LiteralPattern"]);
