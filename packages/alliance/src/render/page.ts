/** The frame of a page: one file, no script, nothing from elsewhere. */

import { html, Markup } from "./markup.ts";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Pages of the record, in the order of the menu. */
export const PAGES = [
  ["index", "Overview"],
  ["members", "Members"],
  ["bodies", "Bodies"],
  ["projects", "Projects"],
  ["proposals", "Proposals"],
  ["ballots", "Ballots"],
  ["decisions", "Decisions"],
  ["selfcheck", "Self-check"],
] as const;

/** Name of a page. */
export type PageName = (typeof PAGES)[number][0];

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d5d8dc, #3b4148); --soft: light-dark(#5a626b, #a5adb6); --good: light-dark(#0b6b3a, #6fd49b); --bad: light-dark(#a11b1b, #ff9c9c); --link: light-dark(#0a4fa3, #8ab8ff); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: light-dark(#17191c, #e8eaed); background: light-dark(#fff, #15181b); }
main, nav, footer { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
nav { border-bottom: 1px solid var(--line); padding-top: .75rem; padding-bottom: .75rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; list-style: none; }
a { color: var(--link); } nav [aria-current] { font-weight: 600; text-decoration: none; color: inherit; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 1.5rem 0 .5rem; } h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; }
h1, h2, td, th, p, li { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); }
.passed, .good { color: var(--good); font-weight: 600; } .failed, .bad { color: var(--bad); font-weight: 600; }
.soft, footer { color: var(--soft); } code { font-size: .875em; overflow-wrap: anywhere; }
summary { cursor: pointer; padding: .25rem 0; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: .75rem; padding-bottom: 2rem; font-size: .875rem; }
@media (max-width: 40rem) { thead { position: absolute; clip-path: inset(50%); } tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); } th, td { display: block; border: 0; padding: .1rem 0; } td:empty { display: none; } td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); } }
@media print { nav { display: none; } }
`;

/** What a page shows. */
export interface Content {
  readonly name: PageName;
  readonly title: string;
  readonly body: Markup;
}

/** The whole file. */
export function renderPage(alliance: string, { name, title, body }: Content): string {
  const menu = PAGES.map(([page, label]) => {
    const current = page === name ? html` aria-current="page"` : null;
    return html`<li><a href="${page}.html"${current}>${label}</a></li>`;
  });
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="alternate" type="application/atom+xml" href="feed.atom" title="Decisions">
<title>${title} · ${alliance}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<nav aria-label="Pages of the record"><ul>${menu}</ul></nav>
<main>
<h1>${title}</h1>
${body}</main>
<footer><p>The public record of ${alliance}, made from its books. Everything here can be recomputed from them: <code>assay alliance check</code>.</p></footer>
</body>
</html>
`.source;
}
