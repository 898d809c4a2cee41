/** What grants permit and bans forbid: one rule, since the same clauses speak of changing, passing on and using the work. */

import { givesRight, mayForbid } from "./grants.ts";
import { readModification, readNoModification } from "./modification.ts";
import { readNoRedistribution, readRedistribution, sublicensingRules } from "./redistribution.ts";
import type { Finding, Place, Rule } from "./rule.ts";
import { piecesOf } from "./rule.ts";
import { readUnlimitedGrant } from "./unlimited-grant.ts";

export const permissionRules: readonly Rule[] = [
  {
    words: piecesOf(
      "modif|adapt|alter|deriv|transform|changes|convey|deal in|do everything|distrib|share|publish|use|run|exploit|reproduce|copy|exercise|修改|衍生|分发|使用|复制",
    ),
    when: /modif|adapt|alter|deriv|transform|changes|convey|deal in|do everything|distrib|share|publish|\buse\b|\brun\b|exploit|reproduce|copy\b|exercise|修改|衍生|分发|使用|复制/i,
    *read(place) {
      const forbidden = mayForbid(place.clause) ? [...readBans(place)] : [];
      yield* forbidden;
      if (!givesRight(place.clause)) return;
      for (const given of readGrants(place)) {
        if (!forbidden.some(({ type }) => type === given.type)) yield given;
      }
    },
  },
  ...sublicensingRules,
];

function* readBans({ clause }: Place): Generator<Finding> {
  yield* readNoModification(clause);
  yield* readNoRedistribution(clause);
}

function* readGrants(place: Place): Generator<Finding> {
  yield* readModification(place.clause);
  yield* readRedistribution(place.clause);
  yield* readUnlimitedGrant(place);
}
