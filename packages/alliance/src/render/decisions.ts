/** Proposals, ballots and decisions. */

import { countBallot } from "../check/ballots.ts";
import type { Decision, Proposal, Time } from "../model/books.ts";
import type { BallotEntry, Books, Entry } from "../model/entry.ts";
import { html, type Markup } from "./markup.ts";
import { personName } from "./members.ts";
import { table } from "./tables.ts";

/** Proposals with their versions, comments and objections. */
export function renderProposals(books: Books): Markup {
  return html`${[...books.proposals.values()].map((one) => renderProposal(books, one))}`;
}

function renderProposal(books: Books, { id, value }: Entry<Proposal>): Markup {
  const versions = value.versions.map(
    ({ at, text, isMaterial }, index) =>
      html`<li>Version ${index + 1}, ${showTime(at)}${isMaterial ? "" : " (form only)"}: ${text}</li>`,
  );
  const said = (value.comments ?? []).map(
    ({ by, at, text }) => html`<li>${personName(books, by)}, ${showTime(at)}: ${text}</li>`,
  );
  const objections = (value.objections ?? []).map(
    ({ by, at, text, answer }) =>
      html`<li>${personName(books, by)} objects, ${showTime(at)}: ${text}${
        answer === undefined
          ? html` <span class="bad">unanswered</span>`
          : html` · answered by ${personName(books, answer.by)}, ${showTime(answer.at)}: ${answer.text}`
      }</li>`,
  );
  return html`<h2 id="${id}">${value.title}</h2>
<p class="soft">${value.kind} · about ${value.about.kind} ${value.about.id} · by ${personName(books, value.by)}</p>
<ul>${versions}${said}${objections}</ul>
`;
}

/** Ballots with the count of each, the newest first. */
export function renderBallots(books: Books): Markup {
  const ballots = [...books.ballots.values()].sort((a, b) => (a.value.opens < b.value.opens ? 1 : -1));
  return html`${ballots.map((one) => renderBallot(books, one))}`;
}

/** A time as people read it: to the minute, and in UTC. */
function showTime(time: Time): string {
  return `${time.slice(0, 10)}, ${time.slice(11, 16)} UTC`;
}

function renderBallot(books: Books, ballot: BallotEntry): Markup {
  const { id, value } = ballot;
  const title = books.proposals.get(value.proposal)?.value.title ?? value.proposal;
  const counted = countBallot(books, ballot);
  // The record is made from books that check, which hold no ballot that cannot be counted.
  if ("problems" in counted) throw new RangeError(counted.problems[0].message);
  const { result, because, seats } = counted.outcome;
  const rows = seats.map(({ seat, choice, weight, by, reason }) => [
    seat,
    choice,
    weight === "0" ? "" : weight,
    by === undefined ? "" : personName(books, by),
    reason ?? "",
  ]);
  return html`<h2 id="${id}">${title}</h2>
<p><span class="${result}">${result}</span> · by the rule ${value.rule.id} · open from ${showTime(value.opens)} until ${showTime(value.closes)} · <a href="proposals.html#${value.proposal}">proposal</a></p>
<ul>${because.map(({ holds, text }) => html`<li><span class="${holds ? "good" : "bad"}">${holds ? "holds" : "fails"}</span> ${text}</li>`)}</ul>
${table(title, ["Seat", "Vote", "Weight", "Handed in by", "Reason"], rows)}`;
}

/** Decisions, the newest first, with what they do and what they rest on. */
export function renderDecisions(books: Books): Markup {
  return html`${listDecisions(books).map((one) => renderDecision(books, one))}`;
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
<ul>${does}${dissents}</ul>
<details><summary>Rests on ${value.restsOn.length} files</summary><ul>${rests}</ul><p class="soft">sha256 of the decision: <code>${sha256}</code></p></details>
`;
}
