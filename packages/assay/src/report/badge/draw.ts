/** Draws a badge: label, shape, words. No font is needed to keep its size, no colour to tell its answer. */

import { DRAWN_SHAPES } from "../shared/shapes.ts";
import { DARK, LIGHT } from "../shared/tokens.ts";
import type { Answer } from "../shared/view.ts";

/** What a badge tells. */
export interface Badge {
  readonly label: string;
  readonly word: string;
  readonly answer: Answer;
}

/** Height of badges everywhere, so that they stand in one line with others. */
const HEIGHT = 20;
const FONT_SIZE = 11;
const PADDING = 7;
/** Side of the shape, and the room behind it. */
const SHAPE = 12;
const GAP = 4;
/** Letters of a word on a badge; a longer one is no badge's. */
const LONGEST = 80;

/** Widths of letters at this size in a usual sans, in pixels: what is written is stretched to what was reckoned. */
const NARROW = /[ijlftrI.,:;|!'()[\]·1]/u;
const WIDE = /[mwMW@%&]|[^\x20-\x7e]/u;

function reckonWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return Math.round(width);
}

function widthOf(letter: string): number {
  if (NARROW.test(letter)) return 4;
  if (WIDE.test(letter)) return 10;
  return /[A-Z]/.test(letter) ? 7.6 : 6.4;
}

/** Returns the SVG. */
export function drawBadge({ label, word, answer }: Badge): string {
  const [left, right] = [cut(label), cut(word)];
  const [leftText, rightText] = [reckonWidth(left), reckonWidth(right)];
  const start = leftText + 2 * PADDING;
  const width = start + PADDING + SHAPE + GAP + rightText + PADDING;
  const name = escapeXml(`${left}: ${right}`);
  const write = (text: string, x: number, length: number): string =>
    `<text x="${x}" y="14" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escapeXml(text)}</text>`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<path d="M3 0h${start - 3}v${HEIGHT}h-${start - 3}a3 3 0 0 1-3-3v-14a3 3 0 0 1 3-3z" fill="${DARK.rule}"/>`,
    `<path d="M${start} 0h${width - start - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${width - start - 3}z" fill="${LIGHT.answers[answer]}"/>`,
    `<g fill="#ffffff" font-family="'Segoe UI', 'Noto Sans', 'DejaVu Sans', Verdana, sans-serif" font-size="${FONT_SIZE}">`,
    write(left, PADDING, leftText),
    write(right, start + PADDING + SHAPE + GAP, rightText),
    "</g>",
    `<svg x="${start + PADDING}" y="4" width="${SHAPE}" height="${SHAPE}" viewBox="0 0 16 16" color="#ffffff">${DRAWN_SHAPES[answer]}</svg>`,
    "</svg>",
  ].join("\n")}\n`;
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : text;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}
