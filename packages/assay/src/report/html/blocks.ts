/** Blocks of a view as markup: headings, tables of answers, lists, notes, the foot. */

import { toLink } from "../shared/links.ts";
import type { Answer, AnswerRow, Answers, Block, Colophon, Exhibit, Item, List, View } from "../shared/view.ts";
import { toItem } from "../shared/view.ts";
import { Citations, type Cited, chooseShown, renderEvidence, renderPlace } from "./evidence.ts";
import { html, type Markup, NOTHING } from "./markup.ts";

/** Where a view stands: its number on the page, and whether it is the page's only one. */
export interface Standing {
  readonly number: number;
  readonly isAlone: boolean;
}

/** A view while it is written. */
interface Writing extends Standing {
  readonly citations: Citations;
  /** The block that needs no title, since the page opens with it. */
  readonly opening: Block | undefined;
}

/** One view as an article: the heading first, the foot last. */
export function renderView(view: View, standing: Standing): Markup {
  const id = `report-${standing.number}`;
  const heading = view.find((block) => block.kind === "heading");
  const opening = view.find((block) => block.kind === "answers");
  const writing: Writing = {
    ...standing,
    citations: new Citations(view.filter((block) => block !== opening).flatMap(listExhibits)),
    opening,
  };
  const blocks = view.map((block) => renderBlock(block, writing)).filter((one) => one !== NOTHING);
  const name = heading === undefined ? html` aria-label="Report ${standing.number}"` : html` aria-labelledby="${id}"`;
  return html`<article${name}>
${blocks.map(
  (block) => html`${block}
`,
)}</article>
`;
}

function listItems({ items, rest = [] }: List): readonly Item[] {
  return [...items, ...rest].map(toItem);
}

/** What is shown under the lines of a block. */
function listExhibits(block: Block): readonly Exhibit[] {
  if (block.kind !== "answers" && block.kind !== "list") return [];
  const lines = block.kind === "answers" ? [...block.rows, ...(block.rest ?? [])] : listItems(block);
  return lines.flatMap(({ evidence = [] }) => chooseShown(evidence));
}

function renderBlock(block: Block, writing: Writing): Markup {
  if (block.kind === "heading") return renderHeading(block, writing);
  if (block.kind === "answers") return renderAnswers(block, writing);
  if (block.kind === "list") return renderList(block, writing);
  if (block.kind === "note") return html`<p class="note">${block.text}</p>`;
  return block.kind === "colophon" ? renderColophon(block) : NOTHING;
}

function renderHeading(
  { text, revision, aside }: Extract<Block, { kind: "heading" }>,
  { number, isAlone }: Standing,
): Markup {
  const words = html`<bdi>${text}</bdi>${revision === undefined ? NOTHING : html` <span class="revision">@ ${revision}</span>`}`;
  const id = `report-${number}`;
  const heading = isAlone ? html`<h1 id="${id}">${words}</h1>` : html`<h2 id="${id}">${words}</h2>`;
  return html`<header>${heading}<p class="aside">${aside}</p></header>`;
}

/** A heading beneath the view's own. */
function renderTitle(title: string, isAlone: boolean, isSeen = true): Markup {
  const seen = isSeen ? NOTHING : html` class="unseen"`;
  return isAlone ? html`<h2${seen}>${title}</h2>` : html`<h3${seen}>${title}</h3>`;
}

function renderAnswers(block: Answers, writing: Writing): Markup {
  const { rows, rest = [], more = 0, folded } = block;
  const title = block.title ?? block.name ?? "Answers";
  if (rows.length === 0) return NOTHING;
  const headed = { title, marks: block.marks, isOpening: block === writing.opening };
  const table = html`${renderTable(rows, headed, writing)}${
    rest.length === 0 ? NOTHING : fold(`${rest.length} more`, renderTable(rest, headed, writing))
  }${countLeft(more - rest.length)}`;
  if (folded) return html`<section class="folded">${fold(title, table)}</section>`;
  const heading = renderTitle(title, writing.isAlone, block.title !== undefined || block !== writing.opening);
  return html`<section>${heading}${table}</section>`;
}

function countLeft(left: number): Markup {
  return left > 0 ? html`<p class="note">and ${left} more in the JSON</p>` : NOTHING;
}

function fold(title: string, content: Markup): Markup {
  return html`<details><summary>${title}</summary>
${content}</details>`;
}

/** A table's name, and whether its words say something else than its shapes: such words have no colour. */
interface Headed {
  readonly title: string;
  readonly marks: boolean;
  readonly isOpening: boolean;
}

/** Roles are said again: where a narrow screen lays the rows out otherwise, some browsers forget the table. */
function renderTable(rows: readonly AnswerRow[], { title, marks, isOpening }: Headed, { citations }: Writing): Markup {
  const kind = marks ? "marked" : "plain";
  return html`<table role="table" class="${kind}" aria-label="${title}">
<colgroup><col class="about"><col class="answers"><col></colgroup>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">About</th><th scope="col" role="columnheader">Answer</th><th scope="col" role="columnheader">Why</th></tr></thead>
<tbody role="rowgroup">${rows.map((row) => renderRow(row, { citations, about: row.label, isOpening }))}</tbody></table>`;
}

function renderRow(row: AnswerRow, cited: Cited): Markup {
  const { label, answer, text, place, evidence = [], unmarked } = row;
  const where = place === undefined || evidence.length > 0 ? NOTHING : html` ${renderPlace(place, undefined)}`;
  const why = html`${text}${where}${renderEvidence(evidence, cited)}`;
  return html`<tr role="row"><th scope="row" role="rowheader">${label}</th><td role="cell" class="answer${unmarked ? "" : ` ${answer}`}">${renderAnswer(row)}</td><td role="cell" class="why">${why}</td></tr>
`;
}

/** Shape and word; where the word is another than the answer, the shape says the answer to those who hear it. */
function renderAnswer({ answer, word, unmarked }: AnswerRow): Markup {
  const shape = unmarked ? NOTHING : drawShape(answer, word === undefined || word === answer);
  return html`${shape}<span class="word">${word ?? answer}</span>`;
}

function drawShape(answer: Answer, isSaid: boolean): Markup {
  const name = isSaid ? html`aria-hidden="true"` : html`role="img" aria-label="${answer}:"`;
  return html`<svg class="shape" viewBox="0 0 16 16" ${name}><use href="#shape-${answer}"/></svg>`;
}

function renderList({ title, items, rest = [], more }: List, { isAlone, citations }: Writing): Markup {
  const list = (some: List["items"]): Markup => html`<ul>${some.map((item) => renderItem(item, citations))}</ul>`;
  return html`<section>${renderTitle(title, isAlone)}${list(items)}${
    rest.length === 0 ? NOTHING : fold(`${rest.length} more`, list(rest))
  }${countLeft(more - rest.length)}</section>`;
}

function renderItem(item: string | Item, citations: Citations): Markup {
  const { text, evidence = [] } = toItem(item);
  return html`<li>${text}${renderEvidence(evidence, { citations, about: text, isOpening: false })}</li>
`;
}

function renderColophon({ facts }: Colophon): Markup {
  return html`<footer><dl>${facts.map(({ label, value, url }) => {
    const link = toLink(url);
    const shown = link === null ? html`${value}` : html`<a href="${link}" rel="noopener noreferrer">${value}</a>`;
    return html`<div><dt>${label}</dt><dd>${shown}</dd></div>`;
  })}</dl></footer>`;
}
