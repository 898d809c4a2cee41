/** What sentences disclose of evaluations. */

import type { Phrase } from "../phrase.ts";

/** Phrases about evaluation. */
export const EVALUATION: readonly Phrase[] = [
  {
    claim: "red-team.described",
    says: /\bred[- ]?team(?:s|ed|ing|ers)?\b[^.]{0,120}/i,
    near: /\b(?:we|our|conduct\w*|perform\w*|consist\w*|evaluat\w+|external|internal|expert|exercise\w*|assess\w*|was|were|has been)\b/i,
    unless:
      /\b(?:you|your|developers|should|recommend\w*|tool(?:s|kit)?|framework|dataset for|how to|guide|concept|projects?|initiative)\b/i,
  },
  {
    claim: "safety-evaluation.reported",
    says: /\b(?:safety|toxicity|harmful(?:ness)?|bias|jailbreak\w*|misuse|cyber-?security|CBRN|child safety) (?:\w+ )?(?:evaluations?|benchmarks?|assessments?|tests?|testing|results)\b|\b(?:evaluated|tested|assessed|measured|benchmarked)\b[^.]{0,80}\b(?:for|on) (?:\w+ ){0,3}(?:safety|toxicity|bias(?:es)?|harms?|harmful\w*|jailbreak\w*|misuse|violations?|risks?)\b/i,
    near: /\b(?:we|our|model|results?|conducted|performed|scores?|show\w*|found|was|were)\b/i,
    unless:
      /\b(?:you|your|should|recommend\w*|developers should|before deploying|tool(?:s|kit)?|suites? of|set of|for LLMs|industry-wide|framework|benchmark suite|how to|additional|standards|community)\b/i,
  },
  {
    claim: "evaluation.reproducible",
    says: /\b(?:lm[-_ ]?eval(?:uation)?[-_ ]?harness|lighteval|opencompass|open ?compass|evalplus|simple-evals|bigcode-evaluation-harness|olmes|llm[-_ ]foundry|helm|eleuther\w* eval\w* harness|vlmevalkit|lmms-eval)\b/i,
    near: /\b(?:evaluated|we (?:use|used|evaluate)|our (?:evaluations?|results)|results? (?:are|were)|obtained|measured|reported|reproduc\w+)\b|评测使用|使用.{0,20}(?:评测|评估)/i,
    unless:
      /\b(?:you can|your|supports?|will|disparit\w+|public(?:ly)? (?:sources|reported)|tutorials?|video|instead)\b/i,
  },
  {
    claim: "evaluation.reproducible",
    says: /\b(?:evaluation|eval) (?:code|scripts?|prompts?|harness|framework)\b[^.]{0,60}\b(?:available|found|provided|released|published|in (?:the|our|this)|here)\b|\b(?:to )?(?:reproduce|replicate) (?:the|our|these) (?:\w+ )?(?:evaluations?|results|numbers|scores|benchmarks?)\b/i,
    unless: /\b(?:you should|your|version of|made an?|able to reproduce)\b/i,
  },
];
