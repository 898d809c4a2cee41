/** Who may decide on what, by which rule: what the books of a body say, on the day on which a ballot opens. */

import type { Ballot, Body, Day, Id, Proposal, ProposalKind, Subject, Time } from "../model/books.ts";
import type { Books, Entry, Fault } from "../model/entry.ts";
import { dayOf, holdsOn } from "./terms.ts";

/** The rule by which a body decides on a kind of proposal on a day; null where it does not decide on it. */
export function ruleFor({ rules, earlier = [] }: Body, kind: ProposalKind, day: Day): Id | null {
  const [first] = earlier.filter(({ until }) => day < until).sort((a, b) => (a.until < b.until ? -1 : 1));
  const then = first?.rules ?? rules;
  return then[kind] ?? then.any ?? null;
}

/** A ballot is held by the rule that the body has for its kind of proposal. */
export function checkCompetence({ bodies }: Books, ballot: Ballot, kind: ProposalKind): readonly Omit<Fault, "path">[] {
  const body = bodies.get(ballot.body);
  if (body === undefined) return [];
  const rule = ruleFor(body.value, kind, dayOf(ballot.opens));
  if (rule === ballot.rule.id) return [];
  if (rule === null)
    return [
      {
        code: "not-competent",
        message: `is of body ${body.id}, which has no rule for ${kind}: another body decides on it.`,
      },
    ];
  const message = `is held by the rule ${ballot.rule.id}, and ${body.path} has for ${kind} the rule ${rule}: open it anew, or name in "earlier" the rules of that day and the decision that changed them.`;
  return [{ code: "other-rule", message }];
}

/** What each kind of proposal can be about: the kind picks the rule, so it must not be chosen for the rule's sake. */
const ABOUT: Readonly<Record<ProposalKind, readonly Subject["kind"][]>> = {
  level: ["level"],
  tool: ["tool"],
  "project-stage": ["project"],
  "release-stage": ["release"],
  rule: ["rule", "body"],
  text: ["text"],
};

/** A proposal is of the kind of what it is about. */
export function checkKind({ path, value }: Entry<Proposal>): readonly Fault[] {
  const kinds = ABOUT[value.kind];
  if (kinds.includes(value.about.kind)) return [];
  const message = `is of the kind ${value.kind} and about a ${value.about.kind}: it has to be about a ${kinds.join(" or ")}.`;
  return [{ code: "other-kind", path, message }];
}

/** Rules of a body change by a decision on the body. */
export function checkEarlier({ decisions }: Books, { id, path, value }: Entry<Body>): readonly Fault[] {
  return (value.earlier ?? []).flatMap(({ until, decision }) => {
    const found = decisions.get(decision)?.value;
    if (found === undefined) return [];
    if (dayOf(found.at) <= until && found.does.some(({ about }) => about.kind === "body" && about.id === id)) return [];
    const message = `changed its rules on ${until} by decision ${decision}, which decided nothing of the kind until then: name the one that did.`;
    return [{ code: "undecided", path, message }];
  });
}

/** Ballots are opened, and decisions recorded, by somebody of the body: with a seat, whether it votes or not. */
export function checkSeated(
  books: Books,
  path: string,
  { person, body, at }: { readonly person: Id; readonly body: Id; readonly at: Time },
): readonly Fault[] {
  const day = dayOf(at);
  const isSeated = [...books.seats.values()].some(
    ({ value }) =>
      value.body === body &&
      [...value.holders, ...(value.alternates ?? [])].some((one) => one.person === person && holdsOn(one, day)),
  );
  if (isSeated || !books.people.has(person) || !books.bodies.has(body)) return [];
  const message = `is signed by ${person}, who has no seat of body ${body} on ${day}: somebody of the body has to.`;
  return [{ code: "no-seat", path, message }];
}
