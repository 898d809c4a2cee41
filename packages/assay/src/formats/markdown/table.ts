/** Pipe tables (GitHub Flavored Markdown, "Tables"). */

/** Cells of a row that are kept; the widest result table known has 41 columns. */
export const MAX_COLUMNS = 128;

/** UTF-16 units of a cell that are kept. */
const MAX_CELL = 1_000;

/** The cells of a row `[from, to)`, trimmed. A pipe behind a backslash belongs to its cell. */
export function splitCells(content: string, from: number, to: number): readonly string[] {
  const cells: string[] = [];
  let at = content[from] === "|" ? from + 1 : from;
  for (let start = at; at <= to && cells.length < MAX_COLUMNS; at++) {
    const char = at < to ? content[at] : "|";
    if (char === "\\" && at + 1 < to) at++;
    else if (char === "|") {
      const last = at === to && cells.length > 0 && content.slice(start, to).trim() === "";
      if (!last) cells.push(cell(content, start, at));
      start = at + 1;
    }
  }
  return cells;
}

function cell(content: string, from: number, to: number): string {
  return content
    .slice(from, Math.min(to, from + MAX_CELL))
    .replaceAll("\\|", "|")
    .trim();
}

/** Whether `[from, to)` is the row of dashes under a table's header. */
export function isDelimiterRow(content: string, from: number, to: number): boolean {
  let dashes = false;
  let pipes = false;
  for (let at = from; at < to; at++) {
    const char = content[at];
    if (char === "-") dashes = true;
    else if (char === "|") pipes = true;
    else if (char !== ":" && char !== " " && char !== "\t") return false;
  }
  return dashes && pipes && splitCells(content, from, to).every((cell) => /^:?-+:?$/.test(cell));
}
