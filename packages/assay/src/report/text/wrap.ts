/** Lines that fit a terminal. */

/**
 * Breaks words over lines of at most `width` columns; lines after the first start with `indent` blanks.
 * A word longer than a line stands alone: paths and digests are not broken.
 */
export function wrap(text: string, width: number, indent: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const room = width - indent;
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}
