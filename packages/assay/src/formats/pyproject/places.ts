/**
 * Finds where values stand in a TOML text, which its parser does not tell. A value that is not found for certain stands
 * in the whole file: only lines before the first text of several lines are looked at, since any line of such a text may
 * look like a key, and a key that is found twice is not found.
 */

import type { DecodedText } from "../../bytes/text.ts";
import type { Place } from "../../model/facts.ts";
import { listLines } from "../shared/text-document.ts";

const HEADER = /^[ \t]*\[[ \t]*([A-Za-z0-9_.-]+)[ \t]*\][ \t]*(?:#.*)?$/;
const KEY = /^[ \t]*([A-Za-z0-9_-]+)[ \t]*=/;

interface Row {
  readonly content: string;
  readonly from: number;
}

/** Places of the values of a text. */
export interface Places {
  /** Place of a value's text. `table` is dotted. */
  of(table: string, key: string, value: string): Place;
  /** Places of the texts of a list, in its order. */
  ofEach(table: string, key: string, values: readonly string[]): readonly Place[];
}

/** Looks a text over once. */
export function findPlaces(text: DecodedText): Places {
  const { rows, keys } = scan(text.content);
  const whole = text.place(0, text.content.length);
  const ofEach = (table: string, key: string, values: readonly string[]): readonly Place[] => {
    let cursor: Cursor | null = cursorAt(keys.get(`${table}.${key}`));
    return values.map((value) => {
      cursor = cursor && findLiteral(rows, cursor, value);
      if (cursor === null) return whole;
      const from = (rows[cursor.row]?.from ?? 0) + cursor.column - value.length - 1;
      return text.place(from, from + value.length);
    });
  };
  return { ofEach, of: (table, key, value) => ofEach(table, key, [value])[0] ?? whole };
}

/** Where a search goes on: behind the text found last. */
interface Cursor {
  readonly row: number;
  readonly column: number;
}

function cursorAt(rows: readonly number[] | undefined): Cursor | null {
  const [row, second] = rows ?? [];
  return row === undefined || second !== undefined ? null : { row, column: 0 };
}

function scan(content: string): {
  readonly rows: readonly Row[];
  readonly keys: ReadonlyMap<string, readonly number[]>;
} {
  const several = content.search(/"""|'''/);
  const rows: Row[] = [...listLines(several < 0 ? content : content.slice(0, several))];
  const keys = new Map<string, number[]>();
  let table = "";
  for (const [row, { content: line }] of rows.entries()) {
    if (/^[ \t]*\[/.test(line)) table = HEADER.exec(line)?.[1] ?? "?";
    const [, key] = KEY.exec(line) ?? [];
    if (key === undefined) continue;
    const before = keys.get(`${table}.${key}`);
    if (before === undefined) keys.set(`${table}.${key}`, [row]);
    else before.push(row);
  }
  return { rows, keys };
}

/** The next text in quotes, not in a comment, before the next key or table. */
function findLiteral(rows: readonly Row[], { row: first, column }: Cursor, value: string): Cursor | null {
  for (let row = first; row < rows.length; row++) {
    const { content } = rows[row] ?? { content: "" };
    if (row > first && (KEY.test(content) || HEADER.test(content))) return null;
    const from = row === first ? column : 0;
    const found = [`"${value}"`, `'${value}'`].map((literal) => content.indexOf(literal, from)).filter((at) => at >= 0);
    const at = Math.min(...found);
    const comment = content.indexOf("#");
    if (found.length > 0 && (comment < 0 || at < comment)) return { row, column: at + value.length + 2 };
  }
  return null;
}
