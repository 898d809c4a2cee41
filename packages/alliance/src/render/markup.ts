/** HTML with every word of the books escaped. */

/** Text that is markup already. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What a template may hold; lists are put one behind the other. */
export type Part = Markup | string | number | null | readonly Part[];

/** Builds markup from a template; whatever is no markup is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + write(parts[index] ?? null)).join(""));
}

function write(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.source;
  if (typeof part === "object") return part.map(write).join("");
  return escapeText(String(part));
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters, which no XML may hold, and those that turn the direction of a line become visible. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(
      /[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
      (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
    )
    .replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}
