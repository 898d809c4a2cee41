/** The parts of a document as they are found, each kind up to its bound. Offsets are UTF-16 units. */

import type { DocumentFact, Heading, Link, Text } from "../../model/facts.ts";
import type { Said } from "../../model/types.ts";
import { say } from "../shared/words.ts";
import { GAPS } from "./words.ts";

/** A part's range in the decoded text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

interface LinkPart extends Range {
  readonly text: string;
  readonly url: string;
}

interface Reference extends Range {
  readonly text: string;
  readonly label: string;
}

/** How many of each a document may list. The longest README known has 1,900 links and 300 headings. */
const LIMITS = { headings: 10_000, links: 20_000, tables: 1_000 } as const;

/** Longest text that a link or a heading keeps, in UTF-16 units. */
const MAX_TEXT = 500;

/** Longest address kept. */
const MAX_URL = 4_096;

/** Collects parts and counts the work done. */
export class Skeleton {
  /** Characters looked at: the work, to be held against the size. */
  steps = 0;
  readonly #content: string;
  readonly #headings: (Range & { readonly level: number; readonly title: string })[] = [];
  readonly #links: LinkPart[] = [];
  readonly #bare: LinkPart[] = [];
  readonly #references: Reference[] = [];
  readonly #definitions: Map<string, string> = new Map();
  readonly #tables: (Range & { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] })[] =
    [];
  readonly #over: Map<string, Said> = new Map();

  constructor(content: string) {
    this.#content = content;
  }

  addHeading(level: number, title: string, range: Range): void {
    if (this.#fits("headings", this.#headings.length)) this.#headings.push({ level, title, ...range });
  }

  /** Takes a link, whose text is the range `text`. A bare address inside the text is the same link. */
  addLink(text: Range, url: string, range: Range): void {
    for (
      let last = this.#bare.at(-1);
      last && last.from >= range.from && last.to <= range.to;
      last = this.#bare.at(-1)
    ) {
      this.#bare.pop();
    }
    const part = { text: this.#clip(text), url: url.slice(0, MAX_URL), ...range };
    if (this.#fits("links", this.#links.length)) this.#links.push(part);
  }

  addBareLink(range: Range): void {
    const url = this.#content.slice(range.from, Math.min(range.to, range.from + MAX_URL));
    if (this.#fits("links", this.#bare.length)) this.#bare.push({ text: url.slice(0, MAX_TEXT), url, ...range });
  }

  /** Takes what is a link if its label is defined, which may come later. */
  addReference(text: Range, label: Range, range: Range): void {
    const name = this.#normalize(label);
    if (name === "" || name.startsWith("^") || !this.#fits("links", this.#references.length)) return;
    this.#references.push({ text: this.#clip(text), label: name, ...range });
  }

  /** Takes `[label]: url`; of two the first counts. */
  addDefinition(label: Range, url: string): void {
    const name = this.#normalize(label);
    if (name === "" || this.#definitions.has(name) || !this.#fits("links", this.#definitions.size)) return;
    this.#definitions.set(name, url.slice(0, MAX_URL));
  }

  addTable(header: readonly string[], rows: readonly (readonly string[])[], range: Range): void {
    if (this.#fits("tables", this.#tables.length)) this.#tables.push({ header, rows, ...range });
  }

  /** Notes that parts of a kind were left out. */
  leaveOut(what: string, limit: number): void {
    if (!this.#over.has(what)) this.#over.set(what, say(GAPS, "over-limit", { what, limit }));
  }

  gaps(): readonly Said[] {
    return [...this.#over.values()];
  }

  /** The document with byte places. */
  finish(text: Text, body: number): DocumentFact {
    const at = ({ from, to }: Range) => text.place(from, to);
    return {
      body: text.place(body, body).start,
      headings: this.#sections(text),
      links: this.#allLinks().map((link): Link => ({ text: link.text, url: link.url, at: at(link) })),
      tables: this.#tables.map(({ header, rows, ...range }) => ({ header, rows, at: at(range) })),
    };
  }

  #allLinks(): readonly LinkPart[] {
    const resolved = this.#references.flatMap(({ label, ...part }): LinkPart[] => {
      const url = this.#definitions.get(label);
      return url === undefined ? [] : [{ ...part, url }];
    });
    const all = [...this.#links, ...this.#bare, ...resolved].sort((a, b) => a.from - b.from || b.to - a.to);
    if (all.length > LIMITS.links) this.leaveOut("links", LIMITS.links);
    return all.slice(0, LIMITS.links);
  }

  /** A section ends where the next heading of its level or above begins. */
  #sections(text: Text): readonly Heading[] {
    const ends = new Array<number>(this.#headings.length).fill(this.#content.length);
    const open: number[] = [];
    for (const [index, { level, from }] of this.#headings.entries()) {
      while (open.length > 0 && (this.#headings[open.at(-1) ?? 0]?.level ?? 0) >= level) ends[open.pop() ?? 0] = from;
      open.push(index);
    }
    return this.#headings.map(({ level, title, from, to }, index) => {
      const end = ends[index] ?? to;
      return { level, title, at: text.place(from, to), end: text.place(end, end).start };
    });
  }

  #fits(what: keyof typeof LIMITS, count: number): boolean {
    if (count < LIMITS[what]) return true;
    this.leaveOut(what, LIMITS[what]);
    return false;
  }

  #clip({ from, to }: Range): string {
    return this.#content
      .slice(from, Math.min(to, from + MAX_TEXT))
      .replace(/\s+/g, " ")
      .trim();
  }

  #normalize(label: Range): string {
    return this.#clip(label).toLowerCase();
  }
}
