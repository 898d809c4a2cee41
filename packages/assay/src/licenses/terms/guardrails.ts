/** Filters and safeguards that have to stay, and what the publisher may do from afar. */

import { patternRule, type Rule } from "./rule.ts";

export const guardrailRules: readonly Rule[] = [
  patternRule(
    "guardrail-lock",
    "guardrail|safeguard|filter|safety|circumvent|protection measures|protective measures|limitation",
    [
      {
        value: true,
        words:
          /\b(?:bypass\w*|disabl\w*|circumvent\w*|remov\w*|overrid\w*|delete|work around|diminish)\b[^;]{0,120}\b(?:guardrails?|safeguards?|safety (?:measures|guardrails)|filters?|filter mechanisms|usage restrictions|technical limitations?|protective measures|safety mitigations|technological protection measures|security or protection)\b/i,
        unless: /\bcopyright treaty\b|\beffective technological measures\b|\bnot be considered\b/i,
      },
    ],
  ),
  patternRule("remote-restriction", "restrict", [
    { value: true, words: /\bright to restrict \(remotely or otherwise\)|\bremotely (?:restrict|disable|limit)\b/i },
  ]),
  patternRule("must-update", "latest version", [
    { value: true, words: /\breasonable efforts to use the latest version\b/i, isDuty: true },
  ]),
  patternRule("content-filter", "filter", [
    { value: true, words: /\bimplement and maintain content filter\w*\b/i, unless: /\bindemnif/i },
  ]),
];
