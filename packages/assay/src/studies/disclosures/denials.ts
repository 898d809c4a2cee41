/** Sentences by which a release says that it does not disclose something: a claim is false on no other word. */

/** Claims, and how what they ask for is called. */
const DENIED: readonly (readonly [claim: string, names: string])[] = [
  [
    "data-sources.named",
    "(?:pre-?)?training (?:data(?: ?sets?)?|corpus|corpora)(?: sources?)?|data sources|sources of (?:the |our )?(?:training )?data",
  ],
  ["training-content-summary.published", "(?:public )?summary of (?:the )?training content"],
  ["data-opt-out.described", "opt-?out mechanism"],
  ["languages.named", "(?:training )?languages"],
  ["training-compute.stated", "(?:training )?compute(?: budget)?|training flops?"],
  ["hardware.described", "(?:training )?hardware"],
  ["training-time.stated", "training (?:time|duration)"],
  ["accelerator-hours.stated", "(?:gpu|tpu|accelerator)[- ]hours"],
  ["energy.stated", "energy (?:use|usage|consumption)|energy"],
  ["carbon.stated", "carbon (?:emissions|footprint)|emissions"],
  ["intended-use.described", "intended uses?"],
  ["limitations.described", "limitations"],
  ["use-policy.published", "(?:acceptable )?use policy"],
  ["contact.given", "contact"],
  ["incident-route.given", "(?:route|channel|process) for (?:reporting )?incidents"],
  ["training-procedure.described", "training (?:procedure|process|details|methods?|methodology|recipe)"],
  ["hyperparameters.disclosed", "(?:training )?hyper-?parameters"],
  ["training-stages.described", "training stages"],
  ["base-model.declared", "(?:underlying )?base model"],
  ["architecture.described", "(?:model )?architecture|architectur(?:al|e) details"],
  ["evaluation.reproducible", "evaluation (?:code|prompts|scripts)"],
  ["red-team.described", "red[- ]?teaming(?: results)?"],
  ["safety-evaluation.reported", "safety (?:evaluations?|tests?|testing)(?: results)?"],
  ["changelog.published", "change ?log"],
  ["versioning.described", "versioning"],
  ["release-date.stated", "release date"],
  ["tokenizer.published", "tokeni[sz]er"],
  ["signature.published", "signatures?"],
  ["checksums.published", "checksums?|hashes"],
];

const NOT =
  "(?:do(?:es)? not|did not|don't|doesn't|didn't|cannot|can't|will not|won't|have not|has not|are (?:not able|unable) to|(?:chose|choose|decided|have chosen|have decided) not to)";
const TELLING =
  "(?:disclos|reveal|describ|specif(?:y|ied)|detail|document|stat(?:e|ed)\\b|report|publish|releas|provid|nam(?:e|ed)\\b|list|shar|record|measur|track|giv|offer|keep|maintain)(?:e|ed|y|ied|ing)?";
/** What is published or not is asked elsewhere: data that are not released may well be named. */
const WORDS_ONLY =
  "(?:disclos|reveal|describ|specif(?:y|ied)|detail|document|stat(?:e|ed)\\b|nam(?:e|ed)\\b|list)(?:e|ed|y|ied|ing)?";

interface Denial {
  readonly claim: string;
  readonly patterns: readonly RegExp[];
}

function denialsOf([claim, names]: (typeof DENIED)[number]): Denial {
  const verb = claim === "data-sources.named" ? WORDS_ONLY : TELLING;
  const about =
    "(?:(?:any|further|more|the|our|its)? ?(?:details?|information|specifics|figures?) (?:of|on|about|regarding|for) )?";
  const sources = [
    `\\b${NOT} (?:currently |publicly |yet |be |been )?${verb} (?:any )?${about}(?:(?:the|our|its|this|any|a) )?(?:model's )?(?:${names})\\b`,
    `\\b(?:the|our|its|this) (?:model's )?(?:${names})(?: used)? (?:is|are|was|were|has|have|will) not (?:be )?(?:been )?(?:publicly )?(?:${verb}|known|public)\\b`,
    `\\b(?:the|our|its) (?:${names})(?: used)? (?:is|are|was|were|remains?) (?:undisclosed|confidential|secret|unknown)\\b`,
    `\\bno (?:details|information|figures?) (?:of|on|about|regarding) (?:the |our |its )?(?:${names})\\b`,
    `\\b(?:no|without(?: any)?) (?:${names}) (?:is|are|was|were|has|have|exists?)\\b(?! (?:required|needed|necessary))`,
    `\\bthere (?:is|are) no (?:${names})\\b`,
  ];
  return { claim, patterns: sources.map((source) => new RegExp(source, "i")) };
}

const OF_SAFETY: readonly Denial[] = [
  {
    claim: "red-team.described",
    patterns: [
      /\bno (?:\w+ )?red[- ]?team\w* (?:was|were|has|have)\b|\bnot (?:been |yet been )?red[- ]?teamed\b|\bnot (?:undergone|performed|conducted|done|carried out)[^.]{0,30}\bred[- ]?team/i,
    ],
  },
  {
    claim: "safety-evaluation.reported",
    patterns: [
      /\b(?:has|have|was|were|is|are) not (?:been )?(?:\w+ )?(?:evaluated|tested|assessed) (?:for|on) (?:\w+ ){0,2}(?:safety|bias|toxicity|harm\w*)/i,
    ],
  },
  {
    claim: "signature.published",
    patterns: [
      /\b(?:weights|files|model|release)\b[^.]{0,30} (?:is|are) not (?:\w+ )?signed\b|\bunsigned (?:weights|release)\b/i,
    ],
  },
  { claim: "versioning.described", patterns: [/\b(?:model|weights|checkpoints?) (?:is|are) not versioned\b/i] },
];

const DENIALS: readonly Denial[] = [...DENIED.map(denialsOf), ...OF_SAFETY];

/** A sentence without one of these denies nothing: looked for first, since most have none. */
const DENIAL = /\bnot\b|n't\b|\bcannot\b|\bno\b|\bwithout\b|undisclosed|confidential|secret|unknown|unsigned/i;

/** Sentences of something less, of somebody else, or under a condition. */
const LESS =
  /\b(?:unless|if|raw|full|fully|entire|all of|all the|some|part of|parts|exact|every|each|individual|your|you|users?'?|customers?|third[- ]part(?:y|ies)|only|directly|because|so that|when)\b/i;

/** Claims of which a sentence says that what they ask for is not told. */
export function listDenied(words: string): readonly string[] {
  if (!DENIAL.test(words) || LESS.test(words) || words.endsWith("?")) return [];
  return DENIALS.filter(({ patterns }) => patterns.some((pattern) => pattern.test(words))).map(({ claim }) => claim);
}
