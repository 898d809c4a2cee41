/** Markup that cannot be broken out of: whatever is put into it is a stranger's text, unless it is markup itself. */

import { toPrintable } from "../shared/printable.ts";

/** A piece of a page that we wrote. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a template: text is escaped, markup is not, a list is its members. */
export type Piece = string | number | Markup | readonly Markup[];

/** A template of markup; every text in it is escaped, in attributes (always in double quotes) as in content. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(strings.map((own, index) => own + write(pieces[index])).join(""));
}

/** Nothing. */
export const NOTHING: Markup = new Markup("");

function write(piece: Piece | undefined): string {
  if (piece === undefined) return "";
  if (piece instanceof Markup) return piece.source;
  if (typeof piece === "object") return piece.map(({ source }) => source).join("");
  return escapeHtml(String(piece));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return toPrintable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
