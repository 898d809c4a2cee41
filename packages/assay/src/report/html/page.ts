/** The page around the views: one file that needs nothing else, and may fetch and run nothing. */

import { DRAWN_SHAPES } from "../shared/shapes.ts";
import type { View } from "../shared/view.ts";
import { renderView } from "./blocks.ts";
import { html, Markup } from "./markup.ts";
import { STYLE } from "./style.ts";

/** What the page may do: show itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Titles in the tab and in a list of several; a stranger's name may be as long as it likes. */
const LONGEST_TITLE = 120;

/** The whole page. */
export function renderPage(views: readonly View[]): string {
  const isAlone = views.length === 1;
  const titles = views.map(titleOf);
  const title = isAlone ? (titles[0] ?? "") : `${views.length} reports`;
  const articles = views.map((view, index) => renderView(view, { number: index + 1, isAlone }));
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · Assay</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<svg class="shapes" width="0" height="0" aria-hidden="true">${drawSymbols()}</svg>
<main>
${isAlone ? articles : [renderContents(title, titles), ...articles]}</main>
</body>
</html>
`.source;
}

function drawSymbols(): Markup {
  const symbols = Object.entries(DRAWN_SHAPES).map(
    ([answer, shape]) => `<symbol id="shape-${answer}" viewBox="0 0 16 16">${shape}</symbol>`,
  );
  return new Markup(symbols.join(""));
}

function renderContents(title: string, titles: readonly string[]): Markup {
  const entries = titles.map((one, index) => html`<li><a href="#report-${index + 1}">${one}</a></li>`);
  return html`<h1>${title}</h1>
<nav aria-label="Reports on this page"><ol>${entries}</ol></nav>
`;
}

function titleOf(view: View, index: number): string {
  const heading = view.find((block) => block.kind === "heading");
  const list = view.find((block) => block.kind === "list");
  const name = heading?.text ?? list?.title ?? `Report ${index + 1}`;
  const letters = [...name];
  return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE - 1).join("")}…` : name;
}
