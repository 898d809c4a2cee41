/** Words of sentences that call something open: English, Dutch, French, German, Spanish. */

const BEFORE = "(?<![\\p{L}\\p{N}])";
const BEHIND = "(?![\\p{L}\\p{N}])";

/** A pattern over whole words. */
function whole(alternatives: string, flags = "iu"): RegExp {
  return new RegExp(`${BEFORE}(?:${alternatives})${BEHIND}`, flags);
}

/** A pattern over whole words that end where a stretch ends. */
function ending(words: string): RegExp {
  return new RegExp(`${BEFORE}(?:${words})\\s?$`, "iu");
}

/** "open source" in its forms. Dutch writes it together with what it is said of: "opensourcemodel". */
const SOURCE = [
  "open[- ]?sourc(?:ed|es|ing)",
  "open[- ]?source(?=(?:taal|spraak)?model)",
  "open[- ]?source",
  "quelloffen\\p{L}{0,2}",
  "(?:de )?c[oó]digo abierto",
  "(?:de )?fuente abierta",
  "(?:à |a |au )?code source ouvert",
  "(?:à |a )source ouverte",
].join("|");

/** "fully open", where no "source" follows. */
const FULLY =
  "(?:fully|truly|completely|entirely|genuinely|totally|100 ?%) open(?![- ]?(?:sourc|weight|ended))|volledig open|vollständig offen\\p{L}{0,2}|(?:entièrement|totalement) ouvert(?:e?s?)|(?:totalmente|completamente) abiert[oa]s?";

const WEIGHTS =
  "open[- ]weights?|offene[nr]? (?:modell)?gewichten?|poids ouverts|pesos abiertos|open gewichten|opengewicht\\p{L}{0,3}";

/** What makes a sentence worth reading: most have none of it. */
export const OPENNESS: RegExp = new RegExp(
  `${BEFORE}(?:(?<source>${SOURCE})|(?<fully>${FULLY})|(?<weights>${WEIGHTS}))(?:(?=(?:taal|spraak)?model)|${BEHIND})`,
  "giu",
);

/** "fully" before "open source". */
export const FULLY_ENDING: RegExp = ending(
  "fully|truly|completely|entirely|genuinely|totally|100 ?%|volledig|vollständig|entièrement|totalement|totalmente|completamente",
);

/** Denials, wherever they stand in the clause. */
export const DENIED: RegExp = new RegExp(
  `${BEFORE}(?:not|never|cannot|no|neither|nor|niet|geen|nooit|noch|nicht|kein\\p{L}{0,2}|nie|niemals|weder|pas|jamais|aucune?|ni|nunca|jamás|ning[uú]n\\p{L}{0,2}|tampoco)${BEHIND}|n['’]t${BEHIND}`,
  "iu",
);

/** Denials that hold for the words right behind them: "non-open-source", "semi-open", "without open-source code". */
export const DENIED_NEAR: RegExp =
  /(?:(?<![\p{L}\p{N}])(?:non|not|un(?=-)|semi|half|partly|partially|nearly|almost|quasi|pseudo|teilweise|deels|partiellement|parcialmente|near|closed(?:-source)? (?:and|or|to)|without|zonder|ohne|sans|sin|instead of|rather than)[- ])(?:[\p{L}\p{N}'’-]{1,20} ){0,2}$/iu;

/** What is still to come, or wished, or supposed, is not said to be so. */
export const UNREAL: RegExp = whole(
  [
    "will|would|shall|could|might|if|plans? to|planning|aims?|aiming|goals?|mission|hopes?|intends?|soon|toward|towards|future|wants?|strives?|upcoming|whether|unless|until|should",
    "zal|zullen|binnenkort|zodra|willen|wil|streven|doel|als we",
    "sera|seront|serons|bientôt|voulons|souhait\\p{L}{1,4}|objectif|prochainement|si",
    "wird|werden|werde|bald|wollen|sollen?|soll|ziel|möchten|demnächst|falls",
    "será|serán|pronto|queremos|objetivo|planeamos|próximamente|liberaremos|publicaremos",
  ].join("|"),
);

/** What others say: "according to", "X calls it". */
export const REPORTED: RegExp = whole(
  "according to|says?|said|writes?|wrote|calls?|called|claims?|claimed|argues?|laut|zufolge|sagt|nennt|schreibt|selon|dit|d'après|según|dice|denomina|volgens|zegt|noemt|so-called|sogenannt\\p{L}{0,2}|zogenaamd\\p{L}{0,1}|soi-disant|supuest\\p{L}{1,6}",
);

/** Words by which a sentence compares with, uses or speaks of what others made; right before "open source". */
export const OF_OTHERS: RegExp =
  /(?<![\p{L}\p{N}])(?:among(?:st)?|than|unlike|like|versus|vs|against|over|outperform\p{L}*|surpass\p{L}*|beat(?:s|ing)?|compar\p{L}*|exceed\p{L}*|other|others|existing|similar\p{L}*|available|many|most(?= $)|most of|several|various|some|strong|established|all|any|every|each|with|using|uses?|used|via|by|from|into|on|for|to|in|at|of the|support\p{L}*|both|between|parmi|entre|avec|unter|mit|zwischen|tussen|met|con|frente|comparado|comme|anderen?|andere|autres|otros)[.,]? (?:[^,;]{0,60} )?$/iu;

/** "the code in this repository": where it lies is nobody else. */
export const HERE: RegExp =
  /(?<![\p{L}\p{N}])(?:in|of|on|from|within|de|dans|dieses|in diesem|in deze|en|van) (?:this|the|our|ce|cet|cette|diesem|dieses|dit|deze|este|esta) (?:repositor(?:y|ies)|repo|project|page|package|release|dépôt|projet|repositorio|proyecto|projekts?)(?![\p{L}\p{N}])/iu;

/** Verbs of being. */
export const BEING: RegExp = new RegExp(
  `${BEFORE}(?:is|are|was|were|been|being|remains?|became|(?:stands|serves) as|mak(?:es|ing) (?:it|them)|zijn|werd|werden|ist|sind|war|waren|wurden?|bleibt|est|sont|était|étaient|été|reste|es|son|fue|fueron|sido)${BEHIND}`,
  "giu",
);

/** What may stand between a verb of being and "open source" besides an article and adjectives. */
export const NOT_BETWEEN: RegExp = whole(
  "among|amongst|than|by|on|with|using|from|to|over|against|like|used|uses|trained|based|built|designed|compatible|similar|comparable|better|in|at|via|that|which|who|we|mix|mixture|combination|blend|composed|made up|subset|part|que|qui|dan|parmi|entre|avec|sur|par|mit|auf|von|unter|die|das|der|met|op|con|por|entrenad[oa]|compared|available|available on|if|named|called",
);

/** "released as", "veröffentlicht als": between a verb of being and "open source". */
export const RELEASED_AS: RegExp =
  /^(?:[\p{L}-]{1,20} ){0,2}(?:released|published|made available|made|provided|distributed|shared|uitgebracht|vrijgegeven|veröffentlicht|freigegeben|publiée?s?|diffusée?s?|publicad[oa]s?|liberad[oa]s?)? ?(?:available )?(?:as|als|en|como|in) ?(?:an? |fully |truly )?$/iu;

/** Who publishes. */
export const WE: RegExp = whole("we|we've|our team|wir|wij|nous|nosotros|publicamos|liberamos|lanzamos");

/** "we have", "we are also": right before "open-sourced". */
export const WE_ENDING: RegExp =
  /(?<![\p{L}\p{N}])(?:we|our team|they)(?:['’]ve|['’]re)?(?: (?:have|has|had|are|is|also|now|just|recently|further|fully|hereby|proudly|officially|today|then|been|happily|gladly|already|release|released|publish|published|built|build|develop|developed|train|trained|introduce|announce|and|,)){0,4} ?$/iu;

/** Verbs by which something is put out, before what is put out. */
export const RELEASING: RegExp = whole(
  "releas(?:e|ed|es|ing)|present(?:ed|ing|s)?|provid(?:e|ed|es|ing)|offer(?:ed|ing|s)?|unveil(?:ed|ing)?|launch(?:ed|ing)?|produc(?:e|ed|ing)|publish(?:ed|es|ing)?|made|make|makes|introduc(?:e|ed|ing)|announc(?:e|ed|ing)|shar(?:e|ed|ing)|veröffentlichen|veröffentlicht|stellen|geben|machen|haben|publions|publie|diffusons|rendons|rendu|avons|publicamos|liberamos|lanzamos|hemos|brengen|geven|maken|delen|publiceren|hebben",
  "giu",
);

/** Right before "open source" where something of one's own is named. */
export const OWN_ENDING: RegExp =
  /(?<![\p{L}\p{N}])(?:our|this|notre|nos|ce|cet|cette|unser\p{L}{0,2}|diese[srmn]?|ons|onze|dit|deze|nuestr[oa]s?|este|esta) (?:[\p{L}\p{N}.,'’+-]{1,30} ){0,4}$/iu;

/** Right before "open source" where something of one's own is named, in the singular or in the plural. */
export const OUR_ENDING: RegExp =
  /(?<!(?:unlike|than|versus|vs|against|compared (?:to|with)) )(?<![\p{L}\p{N}])(?:our|notre|unser\p{L}{0,2}|ons|onze|nuestr[oa]) (?:[\p{L}\p{N}’'-]{1,30} ){0,2}$/iu;

/** A whole beginning of a sentence that is no sentence: "A compact, ". */
export const ARTICLE_BEGINNING: RegExp =
  /^(?:(?:an?|the|een|ein|eine|une?|un|una) )?(?:[\p{L}\p{N}.,'’+-]{1,24} ){0,5}$/iu;

/** What the release was made from, right before "open source". */
export const MADE_FROM: RegExp =
  /(?<![\p{L}\p{N}])(?:based|built|fine-?tuned?|fine-?tuning|trained|distilled|derived|initiali[sz]ed|adapted|quanti[sz]ed|basiert|aufgebaut|gebaut|trainiert|gebaseerd|gebouwd|getraind|basée?s?|construite?s?|entraînée?s?|basad[oa]s?|construid[oa]s?|entrenad[oa]s?)(?: based)? (?:up)?(?:on top of|on|from|of|auf|op|sur|à partir|sobre|en|a partir)(?: (?:the|an?|dem|der|den|het|de|des|le|la|les|el|los|un|una|uno|several|various|existing|other|leading|popular|state-of-the-art|strong|powerful)){0,3} ?(?:[\p{L}\p{N}.+-]{1,24} ){0,2}$/iu;

/** A licence that is called open source: behind the words, and before them. */
export const LICENSE_BEHIND: RegExp =
  /^(?:[- ])?(?:licen[cs]e|licentie|lizenz|licencia)(?:s|n)?(?![\p{L}\p{N}])|^[- ]?(?:licentie|lizenz)/iu;
export const UNDER_ENDING: RegExp =
  /(?<![\p{L}\p{N}])(?:under|unter|onder|sous|bajo|follows?|adheres? to|compl(?:y|ies|iance) with|governed by|subject to)(?: (?:the|an?|our|this|einer|der|een|de|une|la|licence|licencia|permissive|liberal)){0,3} ?(?:[\p{L}\p{N}.-]{1,24} ){0,3}$/iu;
export const NAMED_LICENSE_ENDING: RegExp = /(?<![\p{L}\p{N}])(?:The|Our) (?:\p{Lu}[\p{L}\p{N}.-]{1,24} ){1,3}$/u;

/** Nouns by what they are names of; the last one of a phrase counts. */
export const NOUNS: readonly (readonly [kind: "model" | "weights" | "code" | "data" | "tool", words: RegExp])[] = [
  [
    "tool",
    whole(
      "engines?|librar(?:y|ies)|frameworks?|toolkits?|tools?|platforms?|projects?|communit(?:y|ies)|alternatives?|tutorials?|servers?|agents?|packages?|softwares?|efforts?|ecosystems?|versions? of|methods?|techniques?|benchmarks?|harness|assistants?|apps?|applications?|inference engine|sota|state|initiatives?|leaderboards?|organi[sz]ations?|initiative|bibliothek\\p{L}{0,2}|werkzeug\\p{L}{0,2}|bibliotheek|gereedschap|bibliothèques?|outils?|projets?|communauté|bibliotecas?|herramientas?|proyectos?|comunidad|projekt\\p{L}{0,2}|gemeinschaft|projecten?|system|systems|guardrail|world|developers?|contributors?|models? servers?|tokenizers?|papers?",
      "giu",
    ),
  ],
  ["weights", whole("weights?|checkpoints?|parameters|(?:modell)?gewichte?n?|poids|pesos", "giu")],
  [
    "data",
    whole(
      "data ?sets?|data|metadata|corpus|corpora|daten|datensatz|datensätze|trainingsdaten|données|datos|gegevens|trainingsdata|conjuntos? de datos|jeux? de données",
      "giu",
    ),
  ],
  [
    "code",
    whole(
      "code|codebase|source code|scripts?|implementations?|recipes?|pipelines?|repositor(?:y|ies)|repo|quellcode|trainingscode|broncode|código|implementación|implémentation|implementierung|implementatie",
      "giu",
    ),
  ],
  [
    "model",
    whole(
      "(?:text-to-speech|tts|speech(?: recognition| synthesis)?|asr|translation|(?:image|video|music) generation) systems?|[\\p{L}\\p{N}-]{0,30}models?|[sl]lms?|m?llms?|vlms?|mllms?|transformers?|[\\p{L}-]{0,30}modell(?:e|en|s)?|[\\p{L}-]{0,20}modellen|mod[eè]les?|modelos?|model famil(?:y|ies)|series|moe|reproduction|replication|version|variant",
      "giu",
    ),
  ],
];

/** Parts of code that a sentence names. */
export const CODES: readonly (readonly [
  part: "training-code" | "inference-code" | "evaluation-code",
  words: RegExp,
])[] = [
  [
    "training-code",
    /(?<![\p{L}])(?:(?:pre-?)?training(?: and \p{L}+)? (?:code|scripts?|pipelines?|recipes?|framework)|trainingscode|code d'entraînement|código de entrenamiento)/iu,
  ],
  [
    "inference-code",
    /(?<![\p{L}])(?:inference (?:code|scripts?)|inferenzcode|inferentiecode|code d'inférence|código de inferencia)/iu,
  ],
  [
    "evaluation-code",
    /(?<![\p{L}])(?:evaluation (?:code|scripts?|framework|harness)|evaluatiecode|code d'évaluation|código de evaluación)/iu,
  ],
];

/** Where a phrase behind "open source" ends. */
export const PHRASE_END: RegExp =
  /[.,;:!?()[\]|"“”。，；：！？（）]|(?<![\p{L}\p{N}-])(?:of|for|with|that|which|who|trained|by|in|on|at|from|to|under|designed|developed|built|based|released|and|or|as|is|are|has|have|can|allowing|available|using|specifically|capable|optimized|via|since|but|under|onder|unter|sous|bajo|jointly|originally|primarily|mainly|currently|recently|newly|von|für|mit|das|die|der|und|auf|aus|veröffentlicht|voor|met|van|en|dat|die|uit|pour|avec|qui|et|sur|de|du|des|par|para|con|que|y|del|por|entrenado)(?![\p{L}\p{N}-])/iu;

/** Sections in which a release speaks of others, or is cited. */
export const ASIDE_HEADING: RegExp =
  /\b(?:acknowledg\p{L}*|thanks|credits?|related(?! (?:agreements?|licen|models?|statements?|terms|data))|references?|friend\p{L}*|communit\p{L}*|third[- ]part\p{L}*|projects|citation|citing|cite|contribut\p{L}*|star history|ecosystem|bibliograph\p{L}*|faq|danksagung|dank|remerciements|agradecimientos)\b/iu;

/** Definitions that a sentence says are met. */
export const DEFINITION: RegExp =
  /(?<![\p{L}])(?:meets?|met|satisf(?:y|ies)|complies|comply|compliant|conforms?|fulfil+s?|qualif(?:y|ies)|erfüllt|entspricht|voldoet|répond|conforme|respecte|cumple)(?![\p{L}]).{0,60}(?:\bOSAID\b|Open Source AI Definition)|\bOSAID[- ](?:compliant|conformant)/iu;
export const MOF_CLASS: RegExp =
  /(?<![\p{L}])(?:(?:MOF|Model Openness Framework).{0,40}\b(?:[Cc]lass|[Kk]lasse|[Cc]lasse|[Cc]lase)[- ](?<a>I{1,3}|[123])\b|(?:[Cc]lass|[Kk]lasse|[Cc]lasse|[Cc]lase)[- ](?<b>I{1,3}|[123])\b.{0,40}(?:\bMOF\b|Model Openness Framework)|an? (?<c>Open (?:Science|Tooling) Model)\b)/u;

/** What makes a sentence worth reading: asked of each, so that it has to be quick. */
export const OPENNESS_ASKED: RegExp = /open|quelloffen|abiert|ouvert|\bMOF\b|\bOSAID\b|offen|[开開][源放]/i;

/** "a family of", "an initiative for": what is said of all of them is said of it. */
export const COLLECTIVE_ENDING: RegExp =
  /(?<![\p{L}\p{N}])(?:an?|the|our|une?|eine?|een|un|una|la|le) (?:[\p{L}\p{N}-]{1,20},? ){0,4}(?:initiative|project|family|series|suite|set|collection|generation|version|line|library|group|familie|reihe|reeks|famille|série|familia|serie) (?:of|for|von|van|de|für|voor) (?:[\p{L}\p{N}-]{1,24},? ){0,4}$/iu;

/** Words for the model that a page is about. */
export const THE_MODEL: RegExp =
  /(?<![\p{L}])(?:(?:this|the|our|these|all) (?:[\p{L}\p{N}-]{1,24} ){0,3}(?:models?|llms?|weights?|checkpoints?)|it|(?:das|dieses|unser) modell|(?:dit|het|ons) (?:taal)?model|(?:ce|le|notre) modèle|(?:este|el|nuestro) modelo)(?![\p{L}])/iu;
