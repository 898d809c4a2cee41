/** Numbers and letters in front of the sections and items of an agreement, and the path that they make. */

/** What stands in front of a section: its kind, its label, and how many units it takes. */
export interface Item {
  readonly kind: "number" | "decimal" | "letter" | "capital" | "roman" | "bullet" | "part" | "annex";
  readonly label: string;
  readonly length: number;
}

const DECIMAL = /^(\d{1,3}(?:\.\d{1,3}){1,4})[.)]? (?=\D)/;
const NUMBER = /^\(?(\d{1,3})(?:[.)]\)?|、) ?(?=\D)/;
const LETTER = /^\(?([a-z]|[ivx]{1,5})[.)]\)? /;
const CAPITAL = /^(?:\(([A-Z])\)|([A-Z])\.) (?=\S)/;
const PART = /^(?:Section|Article|SECTION|ARTICLE) (\d{1,3}|[IVX]{1,5})(?:[.:)]| --?| –|$) ?/;
const CHINESE = /^([一二三四五六七八九十]{1,3})[、.．] ?/;
const ANNEX =
  /^((?:Attachment|Exhibit|Appendix|Annex|Schedule|ATTACHMENT|EXHIBIT|APPENDIX) [A-Z\d])\b(?:[ :.-]{1,3}|$)/;
const BULLET = /^[-•·●▪–] /;

const PATTERNS: readonly (readonly [Item["kind"], RegExp])[] = [
  ["annex", ANNEX],
  ["part", PART],
  ["part", CHINESE],
  ["decimal", DECIMAL],
  ["number", NUMBER],
  ["letter", LETTER],
  ["capital", CAPITAL],
  ["bullet", BULLET],
];

/** The number, letter or bullet in front of a paragraph, null where there is none. */
export function itemOf(paragraph: string): Item | null {
  const start = paragraph.slice(0, 40).replace(/\t/g, " ");
  const bullet = BULLET.test(start) ? 2 : 0;
  for (const [kind, pattern] of PATTERNS) {
    const found = pattern.exec(kind === "bullet" ? start : start.slice(bullet));
    if (found) {
      const label = found[1] ?? found[2] ?? "";
      return { kind, label, length: found[0].length + (kind === "bullet" ? 0 : bullet) };
    }
  }
  return null;
}

const FIRST = /^(?:1|a|A|i|)$/;

function isNext(before: string, label: string): boolean {
  if (/^\d+$/.test(label)) return Number(before) + 1 === Number(label);
  return before.length === 1 && label.length === 1 && before.charCodeAt(0) + 1 === label.charCodeAt(0);
}

const ROMAN = /^[ivx]+$/;

/** The path of the section that is being read, from the items met so far. */
export class SectionPath {
  #items: Item[] = [];

  /** Enters the section of an item and returns its depth; null stays. An item behind a lead may start a list inside. */
  enter(item: Item | null, isLed: boolean): number {
    if (item === null) return this.#items.length;
    const met = this.#settle(item);
    const isTop = met.kind === "annex" || met.kind === "part" || met.kind === "decimal" || this.#isNextOfDecimal(met);
    this.#items = isTop ? [met] : [...this.#items.slice(0, this.#levelOf(met, isLed)), met].slice(-6);
    return this.#items.length;
  }

  /** The level that an item takes: behind its forerunner, inside of what leads to it, or that of the last of its kind. */
  #levelOf(met: Item, isLed: boolean): number {
    const forerunner = this.#items.findLastIndex((one) => one.kind === met.kind && isNext(one.label, met.label));
    if (forerunner >= 0) return forerunner;
    const last = this.#items.findLastIndex(({ kind }) => kind === met.kind);
    return last < 0 || (isLed && FIRST.test(met.label)) ? this.#items.length : last;
  }

  /** Behind 1.1 and 1.2 comes 2. */
  #isNextOfDecimal({ kind, label }: Item): boolean {
    const [top] = this.#items;
    return kind === "number" && top?.kind === "decimal" && isNext(top.label.split(".")[0] ?? "", label);
  }

  /** Labels joined by full stops; bullets have none. */
  get name(): string {
    return this.#items
      .map(({ label }) => label)
      .filter((label) => label !== "")
      .join(".");
  }

  /** `i` and `v` are letters behind `h` and `u`, and Roman numbers elsewhere. */
  #settle(item: Item): Item {
    if (item.kind !== "letter" || !ROMAN.test(item.label)) return item;
    if (item.label.length > 1) return { ...item, kind: "roman" };
    const letter = this.#items.findLast(({ kind }) => kind === "letter");
    const isLetter = letter !== undefined && isNext(letter.label, item.label);
    return isLetter && this.#items.at(-1)?.kind !== "roman" ? item : { ...item, kind: "roman" };
  }
}
