/** Templates of the SPDX licence list (`license-list-XML`, schema/ListedLicense.xsd) as token sequences with stretches. */

import { SaxesParser } from "saxes";

import type { Stretch } from "../../src/licenses/matching/fingerprints.ts";
import { blankNotices } from "../../src/licenses/matching/notices.ts";
import { tokenize } from "../../src/licenses/matching/tokens.ts";
import { toPage } from "../../src/licenses/page.ts";

/** A text to be indexed; patterns of alternatives are regular expressions. */
export interface Template {
  readonly words: readonly string[];
  readonly stretches: readonly (Omit<Stretch, "pattern"> & { readonly pattern?: string })[];
}

/** What one file of the list holds. */
export interface ListedTemplate {
  readonly id: string;
  readonly name: string;
  readonly kind: "license" | "exception";
  readonly text: Template;
  /** The notice that the licence asks to put into files. */
  readonly header?: Template;
}

// Marks of the private use area, which stand for the borders of stretches while the text is put together.
const OPEN = "\ue000";
const CLOSE = "\ue001";
const BLOCKS: ReadonlySet<string> = new Set(["p", "br", "item", "list", "titleText", "copyrightText", "text"]);
const OPTIONAL: ReadonlySet<string> = new Set(["optional", "titleText", "copyrightText"]);

/** Reads one file of the list. @throws Error where it is no licence. */
export function readTemplate(xml: string): ListedTemplate {
  const builder = new Builder();
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => builder.open(name, attributes));
  parser.on("text", (text) => builder.add(text));
  parser.on("closetag", ({ name }) => builder.close(name));
  parser.write(xml).close();
  return builder.finish();
}

/** A plain text: nothing of it may read otherwise. */
export function readPlain(text: string): Template {
  const { words } = tokenize(blankNotices(toPage(text)));
  return { words, stretches: endOfTerms(words) };
}

const MARKS = /[\ue000-\uefff]/g;

/** The text without the lines of notices, whatever in them may read otherwise. */
function dropNotices(marked: string): string {
  const bare = blankNotices(marked.replace(MARKS, " ")).split("\n");
  const isBalanced = (line: string): boolean => line.split(OPEN).length === line.split(CLOSE).length;
  return marked
    .split("\n")
    .filter((line, n) => bare[n]?.trim() !== "" || !isBalanced(line))
    .join("\n");
}

const END_OF_TERMS = "end of terms and conditions";

/** §12: what follows the end of the terms is a form to fill in, and may be left out, with the line of the end or without. */
function endOfTerms(words: readonly string[]): Template["stretches"] {
  const line = END_OF_TERMS.split(" ");
  const start = words.findIndex((_, at) => line.every((word, n) => words[at + n] === word));
  const end = words.length;
  return start < 0
    ? []
    : [
        { start, end, kind: "optional" },
        { start: start + line.length, end, kind: "optional" },
      ];
}

/** A notice may begin with a line that says what the program does, for which the list has a form to fill in: few have one. */
function withoutDescription({ words, stretches }: Template): Template {
  const isForm = ({ start, pattern }: Template["stretches"][number]): boolean => start === 0 && pattern === ".+";
  return {
    words,
    stretches: stretches.map((stretch) =>
      isForm(stretch) ? { start: stretch.start, end: stretch.end, kind: "optional" } : stretch,
    ),
  };
}

class Builder {
  #head: { readonly id: string; readonly name: string; readonly kind: "license" | "exception" } | null = null;
  #text = "";
  #header = "";
  readonly #patterns: string[] = [];
  #depth = { text: 0, header: 0, bullet: 0 };

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "license" || name === "exception") {
      const { licenseId = "", name: title = "" } = attributes;
      this.#head = { id: licenseId, name: title, kind: name };
    }
    if (name === "text" || name === "standardLicenseHeader") this.#depth[name === "text" ? "text" : "header"] += 1;
    if (name === "bullet") this.#depth.bullet += 1;
    if (BLOCKS.has(name)) this.add("\n");
    if (name === "alt") {
      this.#patterns.push(attributes.match ?? ".*");
      this.add(`${OPEN}${String.fromCharCode(0xe100 + this.#patterns.length - 1)}`);
    } else if (OPTIONAL.has(name)) this.add(`${OPEN}\ue002`);
  }

  close(name: string): void {
    if (name === "alt" || OPTIONAL.has(name)) this.add(CLOSE);
    if (BLOCKS.has(name)) this.add("\n");
    if (name === "bullet") this.#depth.bullet -= 1;
    if (name === "text" || name === "standardLicenseHeader") this.#depth[name === "text" ? "text" : "header"] -= 1;
  }

  add(text: string): void {
    if (this.#depth.bullet > 0) return;
    // A notice stands within the text, and is also one of its own.
    if (this.#depth.text > 0) this.#text += text;
    if (this.#depth.header > 0) this.#header += text;
  }

  finish(): ListedTemplate {
    if (this.#head === null) throw new Error("no licence of the list");
    const header = this.#header.trim() === "" ? {} : { header: withoutDescription(this.#cut(this.#header)) };
    return { ...this.#head, text: this.#cut(this.#text), ...header };
  }

  #cut(marked: string): Template {
    const { words } = tokenize(dropNotices(marked));
    const kept: string[] = [];
    const open: { readonly start: number; readonly mark: string }[] = [];
    const stretches: Template["stretches"][number][] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? "";
      if (word === OPEN) {
        at += 1;
        open.push({ start: kept.length, mark: words[at] ?? "" });
      } else if (word === CLOSE) {
        const { start = 0, mark = "" } = open.pop() ?? {};
        stretches.push({ start, end: kept.length, ...this.#kindOf(mark) });
      } else kept.push(word);
    }
    return { words: kept, stretches: [...stretches, ...endOfTerms(kept)] };
  }

  #kindOf(mark: string): Pick<Template["stretches"][number], "kind" | "pattern"> {
    if (mark === "\ue002") return { kind: "optional" };
    return { kind: "alternative", pattern: this.#patterns[mark.charCodeAt(0) - 0xe100] ?? ".*" };
  }
}
