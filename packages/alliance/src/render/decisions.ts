/** Proposals, ballots and decisions. */

import { countBallot } from "../check/ballots.ts";
import { dayOf } from "../check/terms.ts";
import type { Day, Decision, Id, Objection, Proposal, Time } from "../model/books.ts";
import type { BallotEntry, Books, Entry } from "../model/entry.ts";
import { html, type Markup } from "./markup.ts";
import { personName } from "./members.ts";
import { table } from "./tables.ts";

/** A page never stays empty without a word. */
function orNone(parts: readonly Markup[]): Markup {
  return parts.length === 0 ? html`<p class="soft">None.</p>\n` : html`${parts}`;
}

function listOf(items: readonly Markup[]): Markup | null {
  return items.length === 0 ? null : html`<ul>${items}</ul>\n`;
}

/** Proposals with their versions, comments and objections. */
export function renderProposals(books: Books): Markup {
  return orNone([...books.proposals.values()].map((one) => renderProposal(books, one)));
}

function renderProposal(books: Books, { id, value }: Entry<Proposal>): Markup {
  const versions = value.versions.map(
    ({ at, text, isMaterial, makes }, index) =>
      html`<li>Version ${index + 1}, ${showTime(at)}${isMaterial ? "" : " (form only)"}: ${text}${
        makes === undefined ? null : html` · asks that it be <b>${makes}</b>`
      }</li>`,
  );
  const said = (value.comments ?? []).map(
    ({ by, at, text }) => html`<li>${personName(books, by)}, ${showTime(at)}: ${text}</li>`,
  );
  const objections = (value.objections ?? []).map(
    ({ by, at, text, answer }) =>
      html`<li>${personName(books, by)} objects, ${showTime(at)}: ${text}${renderAnswer(answer, (person) => personName(books, person))}</li>`,
  );
  return html`<h2 id="${id}">${value.title}</h2>
<p class="soft">${value.kind} · about ${value.about.kind} ${value.about.id} · by ${personName(books, value.by)}</p>
<ul>${versions}${said}${objections}</ul>
`;
}

/** Ballots with the count of each, the newest first. */
export function renderBallots(books: Books, day: Day): Markup {
  const ballots = [...books.ballots.values()].sort((a, b) => (a.value.opens < b.value.opens ? 1 : -1));
  return orNone(ballots.map((one) => renderBallot(books, one, day)));
}

/** A time as people read it: to the minute, and in UTC. */
function showTime(time: Time): string {
  return `${time.slice(0, 10)}, ${time.slice(11, 16)} UTC`;
}

function renderBallot(books: Books, ballot: BallotEntry, day: Day): Markup {
  const { id, value } = ballot;
  const title = books.proposals.get(value.proposal)?.value.title ?? value.proposal;
  const counted = countBallot(books, ballot);
  // The record is made from books that check, which hold no ballot that cannot be counted.
  if ("problems" in counted) throw new RangeError(counted.problems[0].message);
  const { because, seats } = counted.outcome;
  // Until it is closed a ballot has neither passed nor failed.
  const result = dayOf(value.closes) > day ? "open" : counted.outcome.result;
  const body = books.bodies.get(value.body)?.value.name ?? value.body;
  const rows = seats.map(({ seat, choice, weight, by, reason }) => [
    seat,
    choice,
    weight === "0" || weight === "1" ? "" : weight,
    by === undefined ? "" : personName(books, by),
    reason ?? "",
  ]);
  return html`<h2 id="${id}">${title}</h2>
<p><span class="${result}">${result}</span> · ${body} · by the rule ${value.rule.id} · open from ${showTime(value.opens)} until ${showTime(value.closes)} · <a href="proposals.html#${value.proposal}">proposal</a></p>
<ul>${because.map(({ holds, text }) => html`<li><span class="${holds ? "good" : "bad"}">${holds ? "holds" : "fails"}</span> ${text}</li>`)}</ul>
${table(title, ["Seat", "Vote", "Weight", "Handed in by", "Reason"], rows)}`;
}

/** Decisions, the newest first, with what they do and what they rest on. */
export function renderDecisions(books: Books): Markup {
  return orNone(listDecisions(books).map((one) => renderDecision(books, one)));
}

/** Decisions, the newest first. */
export function listDecisions(books: Books): readonly Entry<Decision>[] {
  return [...books.decisions.values()].sort((a, b) => (a.value.at < b.value.at ? 1 : -1));
}

function renderDecision(books: Books, { id, value, sha256 }: Entry<Decision>): Markup {
  const does = value.does.map(({ about, state }) => html`<li>${about.kind} ${about.id} is <b>${state}</b></li>`);
  const dissents = (value.dissents ?? []).map(({ seat, text }) => html`<li>${seat} dissents: ${text}</li>`);
  const rests = value.restsOn.map(
    ({ path, sha256: digest }) => html`<li><code>${path}</code> <code class="soft">${digest}</code></li>`,
  );
  return html`<h2 id="${id}">${value.title}</h2>
<p><span class="${value.result}">${value.result}</span> · ${showTime(value.at)} · <a href="ballots.html#${value.ballot}">ballot</a> · recorded by ${personName(books, value.recordedBy)}${
    value.appealUntil === undefined ? null : ` · appeals until ${value.appealUntil}`
  }</p>
${listOf([...does, ...dissents, ...renderAppeals(books, id)])}<details><summary>Rests on ${value.restsOn.length} files</summary><ul>${rests}</ul><p class="soft">sha256 of the decision: <code>${sha256}</code></p></details>
`;
}

function renderAnswer(answer: Objection["answer"], name: (person: Id) => string): Markup {
  if (answer === undefined) return html` <span class="bad">unanswered</span>`;
  return html` · answered by ${name(answer.by)}, ${showTime(answer.at)}: ${answer.text}`;
}

function renderAppeals(books: Books, decision: Id): readonly Markup[] {
  const own = [...books.appeals.values()].filter(({ value }) => value.decision === decision);
  const name = (person: Id): string => personName(books, person);
  return own.map(
    ({ value: { by, at, grounds, answer } }) =>
      html`<li>${name(by)} appeals, ${showTime(at)}: ${grounds}${renderAnswer(answer, name)}</li>`,
  );
}
