/** Ballots: opened under the rule, with the roll, and with votes of those who may vote. */

import { canonicalize } from "../canonical.ts";
import type { BallotEvent, RollSeat, Tally } from "../model/ballot.ts";
import type { Ballot, BallotRule, EvidenceFile, Id, Opening, Proposal, Time, Vote } from "../model/books.ts";
import type { BallotEntry, Books, Entry, Fault } from "../model/entry.ts";
import { identifyKey, isSignedBy } from "../signing/verify.ts";
import { checkReach, checkRule } from "../tally/check-rule.ts";
import { tally } from "../tally/index.ts";
import { sealOf } from "../write/seal.ts";
import { checkCompetence, checkSeated } from "./competence.ts";
import { checkReviews } from "./reviews.ts";
import { makeRoll } from "./roll.ts";
import { checkSignature } from "./signatures.ts";
import { addDays, dayOf } from "./terms.ts";

/** What keeps ballots from being counted. */
export function checkBallots(books: Books): readonly Fault[] {
  return [...books.ballots.values()].flatMap((ballot) => checkBallot(books, ballot));
}

/** Counts a ballot of books that check. @throws RangeError for a rule that is not there: the check finds that before. */
export function countBallot(books: Books, ballot: BallotEntry): Tally {
  const rule = books.rules.get(ballot.value.rule.id);
  if (rule === undefined) throw new RangeError(`there is no rule ${ballot.value.rule.id}`);
  const { roll, opens, closes } = ballot.value;
  const events = ballot.votes.flatMap((vote) => toEvent(vote, ballot.openings.get(vote.id)?.value) ?? []);
  return tally({ rule: { ...rule.value, id: rule.id }, roll, window: { opens, closes }, events });
}

/** What a vote says; null for one that is sealed and was not opened: its seat is silent. */
function toEvent({ id, value }: Entry<Vote>, opening: Opening | undefined): BallotEvent | null {
  const said = "sealed" in value ? opening : value;
  if (said === undefined) return null;
  const { at, seat, voter } = value;
  const { choice, reason } = said;
  if (choice === "recusal") return { kind: "recusal", id, at, seat, voter, reason: reason ?? "" };
  return { kind: "vote", id, at, seat, voter, choice, ...(reason === undefined ? {} : { reason }) };
}

function checkBallot(books: Books, ballot: BallotEntry): readonly Fault[] {
  const { path, value } = ballot;
  const rule = books.rules.get(value.rule.id);
  const proposal = books.proposals.get(value.proposal);
  // What is not there is told as a name that leads nowhere.
  if (rule === undefined || proposal === undefined || !books.bodies.has(value.body)) return [];
  const fault = ({ code, message }: Omit<Fault, "path">): Fault => ({ code, path, message });
  const roll = makeRoll(books, {
    body: value.body,
    day: dayOf(value.opens),
    about: proposal.value.about,
    recuses: rule.value.recuses,
  });
  const named = { ...rule.value, id: rule.id };
  return [
    ...checkFrozen(ballot, rule).map(fault),
    ...checkCompetence(books, value, proposal.value.kind).map(fault),
    ...(value.receipts === undefined ? [] : checkSecrecy(rule).map(fault)),
    ...(value.receipts === undefined ? compareRolls(value.roll, roll) : compareReceipts(value, roll)).map(fault),
    ...checkReviews(books, proposal.value, rule.value).map(fault),
    ...[...checkRule(named), ...checkReach(named, value.roll)].map(fault),
    ...checkTimes(ballot, rule.value, proposal.value).map(fault),
    ...checkEvidence(books, path, value.evidence),
    ...checkSeated(books, path, { person: value.openedBy, body: value.body, at: value.opens }),
    ...checkSignature(books, ballot, { person: value.openedBy, at: value.opens }),
    ...findUnsealed(ballot),
    ...ballot.votes.flatMap((vote) => checkVote(books, ballot, vote)),
    ...checkCount(books, ballot).map(fault),
  ];
}

function checkFrozen({ value }: BallotEntry, rule: Entry<BallotRule>): readonly Omit<Fault, "path">[] {
  if (value.rule.sha256 === rule.sha256) return [];
  const message = `was opened under another text of rule ${rule.id}: put that text back, and give the new one an id of its own.`;
  return [{ code: "rule-changed", message }];
}

/** The roll as it stands in the ballot, held against who held the seats on the day. */
function compareRolls(stated: readonly RollSeat[], made: readonly RollSeat[]): readonly Omit<Fault, "path">[] {
  const [left, right] = [byId(stated), byId(made)];
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((seat) => {
    if (left.get(seat) === right.get(seat)) return [];
    const message = `has on its roll for seat ${seat} ${left.get(seat) ?? "nothing"}, and by the books of that day it is ${right.get(seat) ?? "nothing"}: who changed one of the two?`;
    return [{ code: "roll-differs", message }];
  });
}

/** A secret ballot has one pseudonym for each seat that may vote, and nothing by which they could be told apart. */
function compareReceipts({ roll, receipts = {} }: Ballot, made: readonly RollSeat[]): readonly Omit<Fault, "path">[] {
  const able = made.filter(({ recused }) => recused === undefined).length;
  const names = Object.keys(receipts).sort();
  const isBare = roll.every((seat) => canonicalize(seat) === canonicalize(pseudonymSeat(seat.seat)));
  const listed = roll.map(({ seat }) => seat).sort();
  const keys = new Set(Object.values(receipts).map(identifyKey));
  const faults: Omit<Fault, "path">[] = [];
  if (keys.has(null) || keys.size < names.length)
    faults.push({ code: "receipts", message: "has a receipt that is no key, or one key twice: ask for another one." });
  if (names.length !== able)
    faults.push({
      code: "receipts",
      message: `has ${names.length} receipts, and ${able} seats may vote: one for each.`,
    });
  if (!isBare || canonicalize(names) !== canonicalize(listed))
    faults.push({
      code: "roll-differs",
      message: "is secret: its roll holds the pseudonyms of its receipts and nothing else.",
    });
  return faults;
}

/** Pseudonyms have no class, no group and no chair: a rule that asks for them cannot be kept in secret. */
function checkSecrecy({ id, value }: Entry<BallotRule>): readonly Omit<Fault, "path">[] {
  const { cap, majorities = [], tie, veto } = value;
  const isOpen =
    cap !== undefined || majorities.length > 0 || tie === "chair" || (veto !== undefined && veto.classes !== "all");
  if (!isOpen) return [];
  const message = `is secret, and the rule ${id} asks of which class or group a vote is: hold it openly, or by another rule.`;
  return [{ code: "not-secret", message }];
}

/** How a pseudonym stands on the roll of a secret ballot. */
export function pseudonymSeat(name: Id): RollSeat {
  return { seat: name, person: name, class: "secret", group: name };
}

function byId(roll: readonly RollSeat[]): ReadonlyMap<string, string> {
  return new Map(roll.map((seat) => [seat.seat, canonicalize(seat)]));
}

function checkTimes({ value }: BallotEntry, rule: BallotRule, proposal: Proposal): readonly Omit<Fault, "path">[] {
  const { opens, closes, version } = value;
  const faults: Omit<Fault, "path">[] = [];
  const current = proposal.versions[version - 1];
  if (current === undefined)
    return [
      { code: "no-version", message: `is about version ${version}, and the proposal has ${proposal.versions.length}.` },
    ];
  const earliest = earliestOpening(rule, proposal, version);
  if (opens < earliest || opens < current.at) {
    const message = `opened on ${opens}, and comments on its version were open until ${earliest}: open it anew.`;
    faults.push({ code: "too-early", message });
  }
  if (!isWindow(rule, opens, closes)) {
    const message = `closes on ${closes}: the rule keeps a ballot open for ${rule.openDays} days${rule.closesEarlyAfterDays === undefined ? "" : `, or ends it once settled, after ${rule.closesEarlyAfterDays}`}.`;
    faults.push({ code: "bad-window", message });
  }
  return faults;
}

/** When comments end: so many days after the first version, and so many after the last material change. */
function earliestOpening(
  { commentDays, commentDaysAfterChange = commentDays }: BallotRule,
  { versions }: Proposal,
  version: number,
): Time {
  const [first, ...later] = versions.slice(0, version);
  const changed = later.findLast(({ isMaterial }) => isMaterial);
  const ends = [
    ...(first === undefined ? [] : [addDays(first.at, commentDays)]),
    ...(changed === undefined ? [] : [addDays(changed.at, commentDaysAfterChange)]),
  ];
  return ends.sort().at(-1) ?? "";
}

function isWindow({ openDays, closesEarlyAfterDays }: BallotRule, opens: Time, closes: Time): boolean {
  if (closes === addDays(opens, openDays)) return true;
  if (closesEarlyAfterDays === undefined) return false;
  return closes >= addDays(opens, closesEarlyAfterDays) && closes < addDays(opens, openDays);
}

/** SHA-256 of no bytes. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Digests of what something rests on, against the files as they are. */
export function checkEvidence(books: Books, path: string, evidence: readonly EvidenceFile[]): readonly Fault[] {
  return evidence.flatMap((one): Fault[] => {
    const found = books.files.get(one.path);
    if (found === one.sha256 && found !== EMPTY) return [];
    if (found === one.sha256)
      return [
        {
          code: "evidence-empty",
          path,
          message: `rests on ${one.path}, which is empty: nothing shows nothing, take it out.`,
        },
      ];
    const message =
      found === undefined
        ? `rests on ${one.path}, which is not there: put it back.`
        : `rests on ${one.path}, which was changed since (it was ${one.sha256.slice(0, 12)}…, and is ${found.slice(0, 12)}…): put the old text back, and decide anew on the new one.`;
    return [{ code: found === undefined ? "evidence-missing" : "evidence-changed", path, message }];
  });
}

function checkVote(books: Books, ballot: BallotEntry, vote: Entry<Vote>): readonly Fault[] {
  const { path, value } = vote;
  if (value.ballot !== ballot.id) {
    const message = `is of ballot ${value.ballot} and lies with ${ballot.id}: move it there.`;
    return [{ code: "other-ballot", path, message }];
  }
  const said = "sealed" in value ? ballot.openings.get(vote.id)?.value : value;
  const isHidden = books.rules.get(ballot.value.rule.id)?.value.hiddenUntilClose === true;
  const faults: Fault[] = [...checkSeal(ballot, vote)];
  if (isHidden !== "sealed" in value)
    faults.push({
      code: "not-sealed",
      path,
      message: isHidden
        ? "shows its choice, and the rule hides votes: seal it."
        : "is sealed, and the rule hides nothing: say the choice.",
    });
  if (said?.choice === "recusal" && (said.reason ?? "").trim() === "")
    faults.push({ code: "no-reason", path, message: "is a recusal without its reason: it is published, so give one." });
  return [...faults, ...checkVoter(books, ballot, vote)];
}

/** Openings of votes that are not there. */
function findUnsealed({ votes, openings }: BallotEntry): readonly Fault[] {
  const names = new Set(votes.map(({ id }) => id));
  return [...openings.values()]
    .filter(({ id }) => !names.has(id))
    .map(({ id, path }) => ({
      code: "bad-opening",
      path,
      message: `opens the vote ${id}, which is not there: call it as the vote is called.`,
    }));
}

/** An opening is what was sealed, to the letter. */
function checkSeal({ openings }: BallotEntry, { id, value }: Entry<Vote>): readonly Fault[] {
  const opening = openings.get(id);
  if (opening === undefined || ("sealed" in value && value.sealed === sealOf(opening.value))) return [];
  return [
    {
      code: "bad-opening",
      path: opening.path,
      message: "is not what was sealed: only what the voter sealed can open a vote.",
    },
  ];
}

/** The voter's own key, or in a secret ballot the key that was handed in under the pseudonym. */
function checkVoter(books: Books, { value }: BallotEntry, vote: Entry<Vote>): readonly Fault[] {
  const receipt = value.receipts?.[vote.value.voter];
  if (value.receipts === undefined) return checkSignature(books, vote, { person: vote.value.voter, at: vote.value.at });
  if (receipt !== undefined && vote.signature !== undefined && isSignedBy(receipt, vote.bytes, vote.signature))
    return [];
  return [
    {
      code: "bad-signature",
      path: vote.path,
      message: `is not signed by the key of ${vote.value.voter} that the ballot lists.`,
    },
  ];
}

/** What the count itself says against the votes; a ballot that ended early has to have been settled. */
function checkCount(books: Books, ballot: BallotEntry): readonly Omit<Fault, "path">[] {
  const counted = countBallot(books, ballot);
  if ("problems" in counted) return counted.problems;
  const rule = books.rules.get(ballot.value.rule.id)?.value;
  const isEarly = rule !== undefined && ballot.value.closes !== addDays(ballot.value.opens, rule.openDays);
  if (!isEarly || counted.outcome.isSettled) return [];
  return [
    {
      code: "closed-early",
      message: "ended before its time, and silent seats could still have changed it: keep it open.",
    },
  ];
}
