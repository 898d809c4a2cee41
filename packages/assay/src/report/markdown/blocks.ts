/** Blocks of a view as Markdown: the verdict first, tables that stay small, quotes folded. */

import { toLink } from "../shared/links.ts";
import { SHAPES } from "../shared/shapes.ts";
import type { AnswerRow, Answers, Block, Colophon, Exhibit, Item, List, View } from "../shared/view.ts";
import { toItem } from "../shared/view.ts";
import { escapeHtmlLine, escapeMarkdown, writeCode, writeDestination } from "./escape.ts";

/** Observations under one answer: a comment is read, not searched. */
const MOST_EXHIBITS = 3;
/** Letters of a quote, lines of it. */
const LONGEST_QUOTE = 600;

/** A view while it is written: what has been quoted is not quoted again. */
interface Writing {
  readonly depth: Depth;
  readonly quoted: Set<string>;
}

/** How much is told: all, or without the evidence, where a host takes no text of that length. */
export type Depth = "all" | "brief";

/** One view. */
export function renderView(view: View, depth: Depth): string {
  const writing: Writing = { depth, quoted: new Set() };
  return view.flatMap((block) => renderBlock(block, writing)).join("\n\n");
}

function renderBlock(block: Block, writing: Writing): readonly string[] {
  if (block.kind === "heading") return [renderHeading(block)];
  if (block.kind === "answers") return renderAnswers(block, writing);
  if (block.kind === "list") return renderList(block, writing);
  if (block.kind === "note") return [escapeMarkdown(block.text)];
  return block.kind === "colophon" ? [renderColophon(block)] : [];
}

function renderHeading({ text, revision, aside }: Extract<Block, { kind: "heading" }>): string {
  const at = revision === undefined ? "" : ` @ ${writeCode(revision)}`;
  return `# ${escapeMarkdown(text)}${at}\n\n${escapeMarkdown(aside)}`;
}

function renderAnswers({ title, name, rows, more = 0, folded }: Answers, writing: Writing): readonly string[] {
  if (rows.length === 0 || (folded && writing.depth === "brief")) return [];
  const heading = title ?? name;
  const table = [
    "| | Answer | Why |",
    "|---|---|---|",
    ...rows.map(renderRow),
    ...(more > 0 ? [`| and ${more} more | | the JSON has all |`] : []),
  ].join("\n");
  if (folded) return [fold(heading ?? "Details", table)];
  const pairs = rows.map(({ label, evidence }) => [label, evidence] as const);
  return [
    ...(heading === undefined ? [] : [`## ${escapeMarkdown(heading)}`]),
    table,
    ...renderEvidence(pairs, writing),
  ];
}

function renderRow({ label, answer, word, text, place, evidence, unmarked }: AnswerRow): string {
  const shape = unmarked ? "" : `${SHAPES[answer]} `;
  const where = place === undefined ? "" : ` (${linkPlace({ place, ...findUrl(place, evidence) })})`;
  return `| **${escapeMarkdown(label)}** | ${shape}${escapeMarkdown(word ?? answer)} | ${escapeMarkdown(text)}${where} |`;
}

/** The row's place is one of its evidence, which knows the address. */
function findUrl(place: string, evidence: readonly Exhibit[] = []): Pick<Exhibit, "url"> {
  const url = evidence.find((one) => one.place === place)?.url;
  return url === undefined ? {} : { url };
}

function linkPlace({ place, url }: Pick<Exhibit, "place" | "url">): string {
  const link = toLink(url);
  const shown = writeCode(place ?? "");
  return link === null ? shown : `[${shown}](${writeDestination(link)})`;
}

function renderList({ title, items, more }: List, writing: Writing): readonly string[] {
  const lines = items.map((item) => `- ${escapeMarkdown(toItem(item).text)}`);
  const rest = more > 0 ? [`- … and ${more} more (the JSON has all)`] : [];
  const pairs = items.map(toItem).map(({ text, evidence }: Item) => [text, evidence] as const);
  return [`## ${escapeMarkdown(title)}`, [...lines, ...rest].join("\n"), ...renderEvidence(pairs, writing)];
}

/** What answers rest on, folded: a line for each, and its words. */
function renderEvidence(
  pairs: readonly (readonly [about: string, evidence: readonly Exhibit[] | undefined])[],
  { depth, quoted }: Writing,
): readonly string[] {
  if (depth === "brief") return [];
  const lines = pairs.flatMap(([about, evidence = []]) => {
    if (evidence.length === 0) return [];
    const shown = evidence.slice(0, MOST_EXHIBITS).map((one) => renderExhibit(one, quoted));
    const left = evidence.length - shown.length;
    const rest = left > 0 ? [`  - and ${left} more in the JSON`] : [];
    return [`- **${escapeMarkdown(about)}**`, ...shown, ...rest];
  });
  return lines.length === 0 ? [] : [fold("Evidence", lines.join("\n"))];
}

function renderExhibit({ text, place, url, quote }: Exhibit, quoted: Set<string>): string {
  const where = place === undefined ? "" : ` (${linkPlace({ place, ...(url === undefined ? {} : { url }) })})`;
  const key = JSON.stringify([place, quote]);
  const lines = quote === undefined || quoted.has(key) ? [] : cut(quote).split(/\r?\n/);
  quoted.add(key);
  const words = lines.map((line) => `    > ${escapeMarkdown(line)}`.trimEnd());
  return [`  - ${escapeMarkdown(text)}${where}`, ...(words.length === 0 ? [] : ["", ...words, ""])].join("\n");
}

function cut(quote: string): string {
  const letters = [...quote];
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE - 1).join("")}…` : quote;
}

function fold(title: string, content: string): string {
  return `<details><summary>${escapeHtmlLine(title)}</summary>\n\n${content}\n\n</details>`;
}

function renderColophon({ facts }: Colophon): string {
  const lines = facts.map(({ label, value, url }) => {
    const link = toLink(url);
    const shown = writeCode(value);
    return `${escapeMarkdown(label)}: ${link === null ? shown : `[${shown}](${writeDestination(link)})`}`;
  });
  return `---\n\n${lines.join("  \n")}`;
}
