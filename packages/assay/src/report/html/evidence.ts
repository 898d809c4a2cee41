/** What an answer rests on, one click away: the place is what one clicks, the words and the digest lie under it. */

import { toLink } from "../shared/links.ts";
import type { Exhibit } from "../shared/view.ts";
import { html, Markup, NOTHING } from "./markup.ts";

/** Observations under one answer; what rests on more is read in the JSON. */
const MOST_SHOWN = 40;
/** Letters of a quote: a screen full. What is longer is no quote but a text. */
const LONGEST_QUOTE = 4000;

/** A number of an observation. */
interface Citation {
  readonly number: number;
  readonly isElsewhere: boolean;
}

/**
 * Numbers the observations of one report: the same one has the same number wherever it is shown. On a screen its words are
 * under each answer; on paper they stand once, and after the verdict.
 */
export class Citations {
  readonly #numbers = new Map<string, number>();
  readonly #printed = new Set<string>();
  readonly #later: ReadonlySet<string>;

  /** `later` are the observations under the answers that follow the opening ones. */
  constructor(later: readonly Exhibit[]) {
    this.#later = new Set(later.map(keyOf));
  }

  /** The number, and whether the words are printed elsewhere: above, or for an opening answer below. */
  cite(exhibit: Exhibit, isOpening: boolean): Citation {
    const key = keyOf(exhibit);
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    const isElsewhere = this.#printed.has(key) || (isOpening && this.#later.has(key));
    if (!isElsewhere) this.#printed.add(key);
    return { number, isElsewhere };
  }
}

function keyOf({ text, place, quote }: Exhibit): string {
  return JSON.stringify([text, place, quote]);
}

/** What stands around the evidence: the numbers given so far, and whose it is, for those who hear the page. */
export interface Cited {
  readonly citations: Citations;
  readonly about: string;
  readonly isOpening: boolean;
}

/** Those that are shown of what one answer rests on: each once, and no more than one reads. */
export function chooseShown(exhibits: readonly Exhibit[]): readonly Exhibit[] {
  return listDifferent(exhibits).slice(0, MOST_SHOWN);
}

function listDifferent(exhibits: readonly Exhibit[]): readonly Exhibit[] {
  return [...new Map(exhibits.map((exhibit) => [keyOf(exhibit), exhibit])).values()];
}

/** The evidence of an answer, folded. */
export function renderEvidence(exhibits: readonly Exhibit[], { citations, about, isOpening }: Cited): Markup {
  const different = listDifferent(exhibits);
  if (different.length === 0) return NOTHING;
  const shown = chooseShown(different).map((exhibit) => ({ exhibit, cited: citations.cite(exhibit, isOpening) }));
  const left = different.length - shown.length;
  const elsewhere = shown.filter(({ cited }) => cited.isElsewhere).map(({ cited }) => cited.number);
  const printed = elsewhere.toSorted((a, b) => a - b).join(", ");
  return html`<details><summary>${summarise(different)}<span class="unseen"> for ${about}</span></summary>
<ol class="evidence">${shown.map(({ exhibit, cited }) => renderExhibit(exhibit, cited))}</ol>${
    left > 0 ? html`<p class="left">and ${left} more in the JSON</p>` : NOTHING
  }${printed === "" ? NOTHING : html`<p class="printed">See ${printed}</p>`}</details>`;
}

/** "LICENSE:41 and 2 more". */
function summarise(exhibits: readonly Exhibit[]): Markup {
  const place = exhibits.find((one) => one.place !== undefined)?.place;
  const others = exhibits.length - 1;
  if (place === undefined)
    return html`${exhibits.length === 1 ? "what was looked at" : `${exhibits.length} observations`}`;
  return html`<bdi class="place">${place}</bdi>${others > 0 ? ` and ${others} more` : ""}`;
}

function renderExhibit(exhibit: Exhibit, { number, isElsewhere }: Citation): Markup {
  const { text, basis, place, url, quote, sha256 } = exhibit;
  const mark = isElsewhere ? html` class="elsewhere"` : NOTHING;
  const said = basis === undefined ? html`${text}` : html`${text} <span class="faint">(${basis})</span>`;
  const where = place === undefined ? NOTHING : html` <span class="where">${renderPlace(place, url)}</span>`;
  return html`<li value="${number}"${mark}>${said}${where}${quote === undefined ? NOTHING : renderQuote(quote)}${
    sha256 === undefined ? NOTHING : html`<span class="digest">sha256 ${sha256}</span>`
  }</li>`;
}

/** A place, as a link where it has an address on the web. */
export function renderPlace(place: string, url: string | undefined): Markup {
  const link = toLink(url);
  const shown = html`<bdi class="place">${place}</bdi>`;
  return link === null ? shown : html`<a href="${link}" rel="noopener noreferrer">${shown}</a>`;
}

function renderQuote(quote: string): Markup {
  const cut = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
  return html`<blockquote dir="auto">${keepLines(cut)}</blockquote>`;
}

/** Line breaks and tabs of a quote do no harm on a page, and show how it stands in its file. */
function keepLines(quote: string): Markup {
  const parts = quote.replaceAll("\r\n", "\n").split(/([\n\t])/);
  return new Markup(parts.map((part) => (/^[\n\t]$/.test(part) ? part : html`${part}`.source)).join(""));
}
