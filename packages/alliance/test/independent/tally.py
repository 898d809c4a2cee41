#!/usr/bin/env python3
"""Count ballots as docs/alliance/tally.md says, written from that page alone.

Reads JSON lines from stdin, each a record {rule, roll, window, events}, and prints one JSON line for each: either
{"problems": [codes, sorted, each once]} or {"result", "isSettled", "seats": [{"seat", "choice", "weight"}]}.
All arithmetic is exact, in fractions.
"""

import json
import re
import sys
from fractions import Fraction

SHARE = re.compile(r"([0-9]{1,9})(?:/([0-9]{1,9}))?")
HALF = Fraction(1, 2)

VOTED = ("yes", "no", "abstain", "veto")
AGAINST = ("no", "veto")
ABSENT = ("silent", "recused")


def parse_share(text):
    """The share as a fraction, or None where it is a bad one (not `n/d` or `n`, a zero below, more than 1)."""
    match = SHARE.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        return None
    upper, lower = int(match[1]), int(match[2] or 1)
    if lower == 0 or upper > lower:
        return None
    return Fraction(upper, lower)


def parse_per_group(value):
    """`perGroup` as an int, or None where it is not an integer of 1 or more (1.0 is one in JSON, true is not)."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        return None
    return value


def per_group(rule):
    """The cap of the rule, or None where it has none."""
    cap = rule.get("cap")
    return None if cap is None else parse_per_group(cap.get("perGroup"))


def rule_problems(rule):
    """The codes of what is wrong with the rule itself."""
    found = set()
    threshold, quorum, cap = rule.get("threshold"), rule.get("quorum"), rule.get("cap")
    majorities = rule.get("majorities") or []

    thresholds = [majority["threshold"] for majority in majorities]
    if threshold is not None:
        thresholds.append(threshold)
    for each in thresholds:
        share = parse_share(each.get("share"))
        if share is None:
            found.add("bad-share")
        elif share == 1 and each["is"] == "more-than":
            found.add("out-of-reach")
    if quorum is not None and parse_share(quorum.get("share")) is None:
        found.add("bad-share")

    if threshold is None and rule.get("least") is None and rule.get("most") is None and not majorities:
        found.add("asks-nothing")

    if cap is not None and parse_per_group(cap.get("perGroup")) is None:
        found.add("bad-cap")

    if rule.get("tie") == "chair":
        is_fair = (
            threshold is not None
            and rule["denominator"] == "cast"
            and threshold["is"] == "more-than"
            and parse_share(threshold.get("share")) == HALF
        )
        if not is_fair:
            found.add("unfair-tie")
    return found


def is_recused_by_roll(seat):
    """Whether the roll itself recuses the seat."""
    return seat.get("recused") is not None


def event_problems(rule, roll, window, events):
    """The codes of what is wrong with the roll and with the events. Of a seat that stands twice, the first is meant."""
    found = set()
    by_name = {}
    for seat in roll:
        if seat["seat"] in by_name:
            found.add("seat-twice")
        else:
            by_name[seat["seat"]] = seat

    ids = set()
    voters = {}
    for event in events:
        if event["id"] in ids:
            found.add("event-twice")
        ids.add(event["id"])
        if event["at"] < window["opens"] or event["at"] >= window["closes"]:
            found.add("outside-window")

        is_vote = event["kind"] == "vote"
        if is_vote and event["choice"] == "veto" and rule.get("veto") is None:
            found.add("no-veto")

        seat = by_name.get(event["seat"])
        if seat is None:
            found.add("unknown-seat")
            continue
        alternate = seat.get("alternate")
        if event["voter"] != seat["person"] and (alternate is None or event["voter"] != alternate):
            found.add("not-theirs")
        if is_vote:
            if is_recused_by_roll(seat):
                found.add("recused-voted")
            voters.setdefault(seat["seat"], set()).add(event["voter"])

    if any(len(who) > 1 for who in voters.values()):
        found.add("voted-twice")
    return found


def has_reason(vote):
    """Whether the vote gives a reason that is not blank."""
    reason = vote.get("reason")
    return isinstance(reason, str) and reason.strip() != ""


def choice_of(rule, vote):
    """The choice of a vote; a veto without its required reason is a plain no."""
    if vote["choice"] == "veto" and rule["veto"].get("reason") == "required" and not has_reason(vote):
        return "no"
    return vote["choice"]


def choices_of(rule, roll, events, counted=True):
    """For each seat of the roll, in its order: its choice, as it counts or as it was cast, `silent` or `recused`."""
    last = {}
    recused = {seat["seat"] for seat in roll if is_recused_by_roll(seat)}
    for event in sorted(events, key=lambda event: (event["at"], event["id"])):
        if event["kind"] == "recusal":
            recused.add(event["seat"])
        elif event["kind"] == "vote":
            last[event["seat"]] = choice_of(rule, event) if counted else event["choice"]
    return ["recused" if seat["seat"] in recused else last.get(seat["seat"], "silent") for seat in roll]


def group_of(seat):
    """What tells the group of the seat from others; a seat without a group is one of its own."""
    group = seat.get("group")
    return ("alone", seat["seat"]) if group is None else ("group", group)


def how_many(seats):
    """How many of these seats each group has."""
    counts = {}
    for seat in seats:
        counts[group_of(seat)] = counts.get(group_of(seat), 0) + 1
    return counts


def weights_of(ballots, cap):
    """The weight of each (seat, choice) pair, weighed among these pairs only."""
    voted = how_many(seat for seat, choice in ballots if choice in VOTED)
    weights = []
    for seat, choice in ballots:
        if choice in ABSENT:
            weights.append(Fraction(0))
        elif cap is not None and voted[group_of(seat)] > cap:
            weights.append(Fraction(cap, voted[group_of(seat)]))
        else:
            weights.append(Fraction(1))
    return weights


def sums_of(ballots, cap):
    """The weight of `yes`, of `against` (no and veto) and of `abstain` among these (seat, choice) pairs."""
    sums = {"yes": Fraction(0), "against": Fraction(0), "abstain": Fraction(0)}
    for (_, choice), weight in zip(ballots, weights_of(ballots, cap)):
        if choice in VOTED:
            sums["against" if choice in AGAINST else choice] += weight
    return sums


def denominator_of(kind, ballots, sums, cap):
    """What the share is a share of: the votes `cast`, those `present`, or all that are `eligible`."""
    if kind == "cast":
        return sums["yes"] + sums["against"]
    if kind == "present":
        return sums["yes"] + sums["against"] + sums["abstain"]
    eligible = how_many(seat for seat, choice in ballots if choice != "recused")
    return sum(count if cap is None else min(count, cap) for count in eligible.values())


def reaches(threshold, kind, ballots, cap):
    """Whether the threshold holds among these (seat, choice) pairs, without a word of the chair."""
    sums = sums_of(ballots, cap)
    whole = denominator_of(kind, ballots, sums, cap)
    asked = parse_share(threshold["share"]) * whole
    return whole > 0 and (sums["yes"] > asked if threshold["is"] == "more-than" else sums["yes"] >= asked)


def chair_decides(rule, ballots, cap):
    """Whether yes and no weigh the same and the chair, the first that is not recused, says yes."""
    sums = sums_of(ballots, cap)
    if rule.get("tie") != "chair" or sums["yes"] == 0 or sums["yes"] != sums["against"]:
        return False
    chairs = [choice for seat, choice in ballots if seat.get("isChair") is True and choice != "recused"]
    return bool(chairs) and chairs[0] == "yes"


def has_quorum(quorum, ballots):
    """Whether enough of the seats that are not recused take part; seats are counted, not weighed."""
    there = [choice for _, choice in ballots if choice != "recused"]
    counted = VOTED if quorum["abstentions"] == "count" else ("yes", "no", "veto")
    took_part = sum(choice in counted for choice in there)
    return bool(there) and took_part >= parse_share(quorum["share"]) * len(there)


def may_veto(rule, seat):
    """Whether a veto of this seat stops the proposal."""
    veto = rule.get("veto")
    return veto is not None and (veto["classes"] == "all" or seat["class"] in veto["classes"])


def passes(rule, roll, choices):
    """Whether every condition of the rule holds where the seats of the roll chose so."""
    cap = per_group(rule)
    ballots = list(zip(roll, choices))
    if rule.get("quorum") is not None and not has_quorum(rule["quorum"], ballots):
        return False
    if rule.get("threshold") is not None:
        if not reaches(rule["threshold"], rule["denominator"], ballots, cap) and not chair_decides(rule, ballots, cap):
            return False
    if rule.get("least") is not None and choices.count("yes") < rule["least"]["yes"]:
        return False
    if rule.get("most") is not None and sum(choice in AGAINST for choice in choices) > rule["most"]["no"]:
        return False
    for majority in rule.get("majorities") or []:
        of_class = [(seat, choice) for seat, choice in ballots if seat["class"] == majority["class"]]
        if not reaches(majority["threshold"], majority["denominator"], of_class, cap):
            return False
    return not any(choice == "veto" and may_veto(rule, seat) for seat, choice in ballots)


def is_settled(rule, roll, choices, passed):
    """Whether the result stays the same where all silent seats speak against it."""

    def spoken(seat):
        if not passed:
            return "yes"
        return "veto" if may_veto(rule, seat) else "no"

    filled = [spoken(seat) if choice == "silent" else choice for seat, choice in zip(roll, choices)]
    return passes(rule, roll, filled) == passed


def tally(record):
    """The outcome of one record, or its problems."""
    rule, roll, window, events = (record[part] for part in ("rule", "roll", "window", "events"))
    problems = rule_problems(rule) | event_problems(rule, roll, window, events)
    if problems:
        return {"problems": sorted(problems)}
    choices = choices_of(rule, roll, events)
    weights = weights_of(list(zip(roll, choices)), per_group(rule))
    passed = passes(rule, roll, choices)
    return {
        "result": "passed" if passed else "failed",
        "isSettled": is_settled(rule, roll, choices, passed),
        "seats": [
            {"seat": seat["seat"], "choice": choice, "weight": str(weight)}
            for seat, choice, weight in zip(roll, choices_of(rule, roll, events, counted=False), weights)
        ],
    }


def main():
    """One line in, one line out; empty lines are passed over."""
    for line in sys.stdin.buffer:
        if line.strip():
            print(json.dumps(tally(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
