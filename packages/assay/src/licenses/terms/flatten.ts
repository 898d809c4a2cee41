/** Lines of a text as one line, with the way back from each of its characters to the text. */

/** A line of a text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly trimmed: string;
  /** Blanks before the first word. */
  readonly indent: number;
  /** Columns that the words take; a Chinese character takes two. */
  readonly width: number;
}

/** Where runs of words come from: the run that begins at `places[n]` of the words stands at `offsets[n]` of the text. */
export interface Origins {
  readonly places: readonly number[];
  readonly offsets: readonly number[];
}

/** Words with one blank for any white space, straight quotes and hyphens, and without marks of emphasis. */
export interface Flattened {
  readonly words: string;
  readonly origins: Origins;
}

/** The offset in the text of a unit of the words. */
export function offsetOf({ places, offsets }: Origins, at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (offsets[low - 1] ?? 0) + at - (places[low - 1] ?? 0);
}

const PLAIN: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "「": '"',
  "」": '"',
  "‘": "'",
  "’": "'",
  "‐": "-",
  "‑": "-",
};

/** Words in the making. */
class Flat {
  readonly #runs: string[] = [];
  readonly #places: number[] = [];
  readonly #offsets: number[] = [];
  #length = 0;
  /** The last two units. */
  #end = "";

  addBlank(offset: number): void {
    if (this.#length > 0 && !this.#end.endsWith(" ")) this.add(" ", offset);
  }

  add(run: string, offset: number): void {
    this.#places.push(this.#length);
    this.#offsets.push(offset);
    this.#runs.push(run);
    this.#length += run.length;
    this.#end = run.length > 1 ? run.slice(-2) : (this.#end + run).slice(-2);
  }

  /** A word that the end of a line parted at a hyphen is one word again; Chinese has no blanks. */
  startLine({ start, trimmed }: Line): void {
    const isParted = this.#end.endsWith("-") && /\w-$/.test(this.#end) && /^[a-z]/.test(trimmed);
    const isChinese = /\p{Script=Han}$/u.test(this.#end) && /^\p{Script=Han}/u.test(trimmed);
    if (!isParted && !isChinese) this.addBlank(start);
  }

  finish(): Flattened {
    return { words: this.#runs.join("").trimEnd(), origins: { places: this.#places, offsets: this.#offsets } };
  }
}

/** Marks of emphasis and characters of no width are no part of a word. */
const UNSEEN = new Set(["*", "\\", "\u200b", "\ufeff"]);

/** Characters that stand for themselves: printable ASCII but for marks of emphasis, and Chinese ones; single blanks between. */
const ITSELF = /[!-)+-[\]-~\u3400-\u9fff](?:[!-)+-[\]-~\u3400-\u9fff]| (?=[!-)+-[\]-~\u3400-\u9fff]))*/y;

/** Makes one line of several. */
export function flatten(text: string, lines: readonly Line[]): Flattened {
  const flat = new Flat();
  for (const line of lines) {
    flat.startLine(line);
    const end = line.start + line.trimmed.length;
    for (let at = line.start; at < end; ) {
      ITSELF.lastIndex = at;
      const run = ITSELF.exec(text)?.[0] ?? "";
      if (run === "") addOne(flat, text.charAt(at), at);
      else flat.add(run, at);
      at += run.length || 1;
    }
  }
  return flat.finish();
}

function addOne(flat: Flat, unit: string, offset: number): void {
  if (/\s/.test(unit)) flat.addBlank(offset);
  else if (!UNSEEN.has(unit)) flat.add(PLAIN[unit] ?? unit, offset);
}
