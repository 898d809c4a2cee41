/** The public record: plain pages and a feed, made from books that check. */

import type { Day } from "../model/books.ts";
import type { Books } from "../model/entry.ts";
import type { DueFinding } from "../selfcheck/finding.ts";
import { listDecisions, renderBallots, renderDecisions, renderProposals } from "./decisions.ts";
import { renderFeed } from "./feed.ts";
import { html, type Markup } from "./markup.ts";
import { personName, renderBodies, renderMembers, renderProjects } from "./members.ts";
import { PAGES, type PageName, renderPage } from "./page.ts";
import { table } from "./tables.ts";

/** A file of the record. */
export interface RecordFile {
  readonly path: string;
  readonly text: string;
}

/** What a record is made from: books that check, the day, and what is due on it. */
export interface RecordRequest {
  readonly books: Books;
  readonly day: Day;
  readonly due: readonly DueFinding[];
}

/** All files of the record. The same books on the same day give the same bytes. */
export function renderRecord(request: RecordRequest): readonly RecordFile[] {
  const { name } = request.books.alliance.value;
  const pages = PAGES.map(([page, label]) => {
    const title = page === "index" ? name : label;
    return { path: `${page}.html`, text: renderPage(name, { name: page, title, body: renderBody(page, request) }) };
  });
  return [...pages, { path: "feed.atom", text: renderFeed(name, listDecisions(request.books)) }];
}

function renderBody(page: PageName, { books, day, due }: RecordRequest): Markup {
  const bodies: Readonly<Record<PageName, () => Markup>> = {
    index: () => renderOverview({ books, day, due }),
    members: () => renderMembers(books, day),
    bodies: () => renderBodies(books, day),
    projects: () => renderProjects(books),
    proposals: () => renderProposals(books),
    ballots: () => renderBallots(books, day),
    decisions: () => renderDecisions(books),
    selfcheck: () => renderDue(books, due),
  };
  return bodies[page]();
}

function renderOverview({ books, day, due }: RecordRequest): Markup {
  const latest = listDecisions(books).slice(0, 5);
  const counts = [
    ["Members", books.organisations.size, "members"],
    ["Bodies", books.bodies.size, "bodies"],
    ["Projects", books.projects.size, "projects"],
    ["Ballots", books.ballots.size, "ballots"],
    ["Decisions", books.decisions.size, "decisions"],
  ] as const;
  return html`<p>As of ${day}: ${due.length === 0 ? html`<span class="good">nothing is overdue</span>` : html`<a href="selfcheck.html" class="bad">${due.length} overdue</a>`}.</p>
<ul>${counts.map(([label, count, page]) => html`<li><a href="${page}.html">${label}</a>: ${count}</li>`)}</ul>
<h2>Latest decisions</h2>
${latest.length === 0 ? html`<p class="soft">None.</p>` : html`<ul>${latest.map(({ id, value }) => html`<li><a href="decisions.html#${id}">${value.title}</a>: <span class="${value.result}">${value.result}</span>, ${value.at.slice(0, 10)}</li>`)}</ul>`}
`;
}

function renderDue(books: Books, due: readonly DueFinding[]): Markup {
  const rows = due.map(({ path, owner, due: day, message }) => [
    message,
    personName(books, owner),
    day,
    html`<code>${path}</code>`,
  ]);
  return html`<p>What is overdue, expired, vacant or unanswered, each with who has to do something about it.</p>
${table("Due", ["What", "Owner", "Due", "File"], rows)}`;
}
