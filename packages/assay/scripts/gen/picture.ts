/** Draws what a terminal shows as an SVG: monospaced lines, the few colours that reports use. */

import { DARK } from "../../src/report/shared/tokens.ts";

/** Pixels; a line of 80 columns is 80 × 8.4 wide at this size in every monospaced font, give or take a pixel. */
const FONT_SIZE = 14;
const COLUMN = 8.43;
const LINE = 20;
const PADDING = 16;

/** Colours of the reports' ANSI codes. */
const STYLES: Readonly<Record<string, string>> = {
  "1": 'font-weight="bold"',
  "2": `fill="${DARK.answers.unknown}"`,
  "31": `fill="${DARK.answers.no}"`,
  "32": `fill="${DARK.answers.yes}"`,
  "33": `fill="${DARK.answers.partly}"`,
};

/** Returns the picture of a text with ANSI colours; `title` is for those who do not see it. */
export function drawTerminal(text: string, title: string): string {
  const lines = text.replace(/^\n+|\n+$/g, "").split("\n");
  const columns = Math.max(...lines.map((line) => stripStyles(line).length));
  const width = Math.ceil(columns * COLUMN + 2 * PADDING);
  const height = lines.length * LINE + 2 * PADDING;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${DARK.ground}"/>`,
    `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${FONT_SIZE}" fill="${DARK.ink}">`,
    ...lines.map((line, index) => drawLine(line, PADDING + (index + 0.75) * LINE)),
    "</g>",
    "</svg>",
  ].join("\n")}\n`;
}

function drawLine(line: string, y: number): string {
  let column = 0;
  let style = "";
  const spans: string[] = [];
  for (const [index, part] of line.split(STYLE).entries()) {
    if (index % 2 === 1) {
      style = STYLES[part] ?? "";
      continue;
    }
    const shown = part.trimStart();
    const x = PADDING + (column + part.length - shown.length) * COLUMN;
    if (shown !== "") spans.push(`<tspan x="${x.toFixed(1)}"${style && ` ${style}`}>${escapeXml(shown)}</tspan>`);
    column += part.length;
  }
  return `<text y="${y}" xml:space="preserve">${spans.join("")}</text>`;
}

/** Select Graphic Rendition with one number (ECMA-48, 8.3.117). */
const STYLE = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`);

function stripStyles(line: string): string {
  return line
    .split(STYLE)
    .filter((_, index) => index % 2 === 0)
    .join("");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
