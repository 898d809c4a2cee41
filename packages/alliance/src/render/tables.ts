/** Tables that a phone lays out as cards. */

import { html, type Markup, type Part } from "./markup.ts";

/** A table with a caption for those who hear it; "none" where it has no rows. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly Part[])[]): Markup {
  if (rows.length === 0) return html`<p class="soft">None.</p>\n`;
  const columns = head.map((one) => html`<th scope="col">${one}</th>`);
  const lines = rows.map(
    (cells) => html`<tr>${cells.map((cell, index) => renderCell(cell, head[index] ?? "", index))}</tr>\n`,
  );
  return html`<table aria-label="${caption}"><thead><tr>${columns}</tr></thead><tbody>\n${lines}</tbody></table>\n`;
}

function renderCell(cell: Part, label: string, index: number): Markup {
  return index === 0 ? html`<th scope="row">${cell}</th>` : html`<td data-label="${label}">${cell}</td>`;
}
