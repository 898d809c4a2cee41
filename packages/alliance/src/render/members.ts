/** Members, bodies and projects on a day. */

import { groupOf } from "../check/groups.ts";
import { makeRoll } from "../check/roll.ts";
import { holdsOn } from "../check/terms.ts";
import type { Body, Day, Decided, Id } from "../model/books.ts";
import type { Books, Entry } from "../model/entry.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { table } from "./tables.ts";

/** Organisations with their class, region and related group. */
export function renderMembers(books: Books, day: Day): Markup {
  const rows = [...books.organisations.values()]
    .filter(({ value }) => holdsOn(value.member, day))
    .map(({ id, value }) => [value.name, value.class, value.region, groupName(books, id), value.member.from]);
  return table("Members", ["Organisation", "Class", "Region", "Related to", "Member since"], rows);
}

function groupName(books: Books, id: Id): string {
  const group = groupOf(books, id);
  return group === id ? "" : nameOf(books, group);
}

function nameOf(books: Books, organisation: Id): string {
  return books.organisations.get(organisation)?.value.name ?? organisation;
}

/** Name of a person. */
export function personName(books: Books, person: Id): string {
  return books.people.get(person)?.value.name ?? person;
}

/** Bodies with who sits in them, and the rules by which they decide. */
export function renderBodies(books: Books, day: Day): Markup {
  if (books.bodies.size === 0) return html`<p class="soft">None.</p>\n`;
  return html`${[...books.bodies.values()].map((body) => renderBody(books, body, day))}`;
}

function renderBody(books: Books, { id, value }: Entry<Body>, day: Day): Markup {
  const roll = makeRoll(books, { body: id, day, about: { kind: "body", id }, recuses: [] });
  const rows = roll.map(({ seat, person, group, isChair }) => [
    books.seats.get(seat)?.value.title ?? seat,
    `${personName(books, person)}${isChair === true ? ", chair" : ""}`,
    nameOf(books, group),
    books.seats.get(seat)?.value.holders.find((one) => holdsOn(one, day))?.until ?? "",
  ]);
  const rules = Object.entries(value.rules).map(
    ([kind, rule]) =>
      html`<li>${kind === "any" ? "anything else" : kind}: ${books.rules.get(rule)?.value.title ?? rule}</li>`,
  );
  return html`<h2>${value.name}</h2>
<p class="soft">Charter: <code>${value.charter.path}</code>, sha256 <code>${value.charter.sha256}</code></p>
${table(value.name, ["Seat", "Holder", "Group", "Until"], rows)}<p>Decides by</p><ul>${rules}</ul>
`;
}

/** Projects with their stage, and levels, tools and releases with the decision that each rests on. */
export function renderProjects(books: Books): Markup {
  const projects = [...books.projects.values()].map(({ value }) => [
    value.name,
    value.class,
    ...decided(value.stage),
    personName(books, value.lead),
    value.license,
  ]);
  const levels = [...books.levels.values()].map(({ id, value }) => [
    id,
    ...decided(value.status),
    html`<code>${value.framework.path}</code>`,
  ]);
  const tools = [...books.tools.values()].map(({ value }) => [
    value.name,
    ...decided(value.status),
    value.validUntil ?? "",
  ]);
  const releases = [...books.releases.values()].map(({ value }) => [
    value.name,
    ...decided(value.stage),
    personName(books, value.lead),
  ]);
  const requests = [...books.projects.values()].flatMap(({ value }) =>
    (value.requests ?? []).map(({ person, at, message, state, answer }) => [
      personName(books, person),
      value.name,
      at.slice(0, 10),
      message,
      state,
      answer?.text ?? "",
    ]),
  );
  return html`${table("Projects", ["Project", "Class", "Stage", "Decision", "Lead", "Licence"], projects)}
<h2>Requests to join</h2>
${table("Requests to join", ["Who", "Project", "Day", "Message", "State", "Answer"], requests)}
<h2>Levels</h2>
${table("Levels", ["Level", "Status", "Decision", "Framework"], levels)}
<h2>Tools</h2>
${table("Tools", ["Tool", "Status", "Decision", "Valid until"], tools)}
<h2>Releases</h2>
${table("Releases", ["Release", "Stage", "Decision", "Lead"], releases)}`;
}

/** A state and the decision that it exists through. */
function decided({ state, decision }: Decided<string>): readonly [Part, Part] {
  return [state, decision === undefined ? "" : html`<a href="decisions.html#${decision}">${decision}</a>`];
}
