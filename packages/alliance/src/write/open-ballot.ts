/** Opens a ballot: the version, the rule and the roll are written down as they are, before anybody votes. */

import { pseudonymSeat } from "../check/ballots.ts";
import { ruleFor } from "../check/competence.ts";
import { makeRoll } from "../check/roll.ts";
import { addDays, dayOf } from "../check/terms.ts";
import type { Ballot, Id, Time } from "../model/books.ts";
import type { Books } from "../model/entry.ts";

/** What a ballot is opened on. */
export interface OpenRequest {
  readonly proposal: Id;
  readonly body: Id;
  readonly by: Id;
  /** When it opens; it closes when the rule says. */
  readonly at: Time;
  /** For a secret ballot: a key for each seat that may vote, by its pseudonym. */
  readonly receipts?: Readonly<Record<Id, string>>;
}

/** The ballot to be signed by who opens it. @throws RangeError for a proposal or a body that is not in the books. */
export function openBallot(books: Books, { proposal: id, body, by, at, receipts }: OpenRequest): Ballot {
  const proposal = books.proposals.get(id);
  if (proposal === undefined) throw new RangeError(`There is no proposals/${id}.yaml.`);
  const decides = books.bodies.get(body);
  if (decides === undefined) throw new RangeError(`There is no bodies/${body}.yaml.`);
  const { kind, about, versions, evidence } = proposal.value;
  const ruleId = ruleFor(decides.value, kind, dayOf(at));
  if (ruleId === null) throw new RangeError(`${decides.path} has no rule for ${kind}: the body does not decide on it.`);
  const rule = books.rules.get(ruleId);
  if (rule === undefined) throw new RangeError(`There is no rules/${ruleId}.yaml.`);
  return {
    proposal: id,
    version: versions.length,
    body,
    rule: { id: rule.id, sha256: rule.sha256 },
    roll:
      receipts === undefined
        ? makeRoll(books, { body, day: dayOf(at), about, recuses: rule.value.recuses })
        : Object.keys(receipts).sort().map(pseudonymSeat),
    opens: at,
    closes: addDays(at, rule.value.openDays),
    evidence: [{ path: proposal.path, sha256: proposal.sha256 }, ...evidence],
    openedBy: by,
    ...(receipts === undefined ? {} : { receipts }),
  };
}
