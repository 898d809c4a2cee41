/** What sentences disclose of the use of a model, its limits and whom to ask. */

import { type Phrase, under } from "../phrase.ts";

/** Phrases about use. */
export const USE: readonly Phrase[] = [
  {
    claim: "intended-use.described",
    says: /\b(?:is|are|was|were) (?:primarily |mainly |solely )?(?:intended|designed|meant) (?:for|to be used)\b|\bintended (?:uses?|use cases|users|purpose)\b(?: (?:of|for) [^.]{0,40})? ?(?:is|are|includes?|:).{10}/i,
    under: under("description", "intended-use", "limitations", "bias-risks", "usage", "none"),
    unless:
      /\b(?:script|folder|directory|repo(?:sitory)?|code|class|function|flag|option|package|library|document|dataset|tool|config\w*|readme|section|example|tutorial)\b/i,
  },
  {
    claim: "out-of-scope-use.described",
    says: /\bout[- ]of[- ]scope\b.{10}|\b(?:not|never) (?:\w+ )?(?:intended|designed|meant|suitable|suited) (?:for|to be used)\b|\b(?:should|must) not be (?:used|deployed|relied)\b|\bcaution (?:you )?against\b.{10}|\b(?:strongly )?(?:discourage|recommend against|advise against)\b.{10}|\bprohibited (?:uses?|use cases)\b.{10}/i,
    unless:
      /\b(?:script|folder|code|class|function|flag|option|package|library|config\w*|api|production environment)\b/i,
    isNegative: true,
  },
  {
    claim: "limitations.described",
    says: /\b(?:models?|outputs?|responses?|predictions|transcripts|generated (?:text|content)|LLMs?)\b[^.]{0,60}\b(?:may|might|can|could|sometimes|occasionally)\b[^.]{0,60}\b(?:inaccura\w+|incorrect|wrong|errors?|mistakes|hallucinat\w*|unreliable|factually|nonsens\w+|misleading)\b|\blimitations?\b[^.]{0,20}\b(?:include|are|is)\b|局限性?[^。]{4}|幻觉/i,
  },
  {
    claim: "bias-risks.described",
    says: /\b(?:models?|outputs?|responses?|training data|dataset|LLMs?)\b[^.]{0,80}\b(?:may|might|can|could|contain|reflect|reproduce|amplify|exhibit)\b[^.]{0,80}\b(?:bias(?:es|ed)?|stereotyp\w+|offensive|toxic\w*|harmful|discriminat\w+|objectionable|hateful)\b|偏见|歧视/i,
  },
  {
    claim: "inputs-outputs.described",
    says: /^\W{0,4}(?:model )?(?:inputs?|outputs?)(?: (?:format|types?|modality|modalities|parameters))?(?:\(s\))? ?[:：|]? ?(?:models? )?(?:\w+ )?(?:inputs?|text|images?|audio|video|generate\w*|prompts?|tokens?|string)\b|\b(?:input|output)(?: modalit(?:y|ies)| types?| formats?)?(?:\(s\))? ?[:：|] ?\W{0,3}(?:text|image|audio|video|string)|\btakes? (?:in )?(?:\w+[ ,]){0,6}as (?:an )?inputs?\b|\b(?:only accepts|accepts|takes|receives)\b[^.]{0,60}\b(?:as (?:its |an? )?input|inputs?)\b|\bmodels? input text\b/i,
    unless: /\b(?:file|folder|directory|script|argument|flag|yaml|json config|dataset)\b/i,
  },
  {
    claim: "contact.given",
    says: /(?<![\w.@-])[\w.+-]{2,60}@[\w-]{2,40}\.[\w.-]{2,30}\b|\b(?:contact us (?:at|via|through|if|by)|reach out to|get in touch|open an? (?:github )?issue|(?:raise|file|submit|create) an? (?:github )?issue|join our (?:discord|slack|wechat))\b/i,
    unless: /\b(?:git@|@gmail\.example|user@|example\.com|noreply|ssh)\b|@(?:inproceedings|article|misc)/i,
    isOfAnybody: true,
  },
  {
    claim: "incident-route.given",
    says: /\bsecurity@[\w-]{2,40}\.\w|\breport(?:ing)? (?:a |any |security )?(?:vulnerabilit\w+|security (?:issues?|bugs?|concerns?))\b|\bbug ?bounty\b|\breporting (?:risky|problematic|harmful) (?:content|outputs?)\b|\breport(?:ing)? (?:violations?|misuse|abuse|safety issues?)\b/i,
    isOfAnybody: true,
  },
];
