/** Logical lines of a requirements file: continued ones joined, comments cut off. */

import { listLines } from "../shared/text-document.ts";

/** A line with what it says, and the UTF-16 offsets between which it stands. */
export interface LogicalLine {
  readonly content: string;
  readonly from: number;
  readonly to: number;
  /** Number of its first line in the file, from 1. */
  readonly line: number;
}

/** A comment begins a line, or stands behind a space. */
const COMMENT = /(?:^|[ \t])#.*$/s;

/** Lines that say something. As in pip, a line that is a comment ends a continuation. */
export function* listLogicalLines(content: string): Generator<LogicalLine> {
  let open: { readonly parts: string[]; readonly from: number; readonly line: number } | undefined;
  let number = 0;
  let to = 0;
  for (const { content: words, from } of listLines(content)) {
    number++;
    open ??= { parts: [], from, line: number };
    to = from + words.length;
    const isComment = /^[ \t]*#/.test(words);
    const goesOn = words.endsWith("\\") && !isComment;
    // The space keeps a comment one, wherever the line before it ended.
    open.parts.push(goesOn ? words.slice(0, -1) : `${isComment ? " " : ""}${words}`);
    if (goesOn) continue;
    yield* finish(open, to);
    open = undefined;
  }
  if (open !== undefined) yield* finish(open, to);
}

function* finish(
  { parts, from, line }: { readonly parts: readonly string[]; readonly from: number; readonly line: number },
  to: number,
): Generator<LogicalLine> {
  const joined = parts.join("");
  const content = joined.replace(COMMENT, "").trim();
  if (content === "") return;
  // A line alone has the place of its words; a joined one that of all its lines.
  const start = parts.length === 1 ? from + joined.length - joined.trimStart().length : from;
  yield { content, from: start, to: parts.length === 1 ? start + content.length : to, line };
}
