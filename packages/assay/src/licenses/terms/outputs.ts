/** What a model generates: whose it is, and whether it may train other models, compete, or be sold. */

import { type Finding, FORBIDS, findIn, LIABILITY, type Place, piecesOf, type Rule } from "./rule.ts";
import type { Clause } from "./segments.ts";

const OUTPUT = String.raw`(?:\boutputs?\b|\bresults? (?:of|from|therefrom)\b|\bgenerated (?:content|data|output)\b|\bgenerations\b|\bsynthetic data\b|\bcompletions\b|\bresults you (?:may )?(?:produce|generate)|输出|生成内容)`;
const TRAIN =
  "(?:improv(?:e|ing)|train(?:ing)?|fine-? ?tun(?:e|ing)|develop(?:ing)?|creat(?:e|ing)|distill?(?:ing)?|build(?:ing)?|enhanc(?:e|ing))";
const MODEL = String.raw`(?:models?\b|LLMs?\b|AI systems?\b|artificial intelligence\b)`;

const BAN = new RegExp(
  String.raw`${FORBIDS} (?:[^;]{0,80}? )??(?:use|using|employ|utili[sz]e)\b[^;]{0,240}?${OUTPUT}[^;]{0,160}?\b(?:to|for)\b (?:[\w-]+,? ){0,3}${TRAIN}\b[^;]{0,100}?${MODEL}`,
  "i",
);
/** "Outputs may not be used to train …" */
const BAN_PASSIVE = new RegExp(
  String.raw`${OUTPUT}[^;]{0,80}? (?:may|must|shall|can|will) not be used\b[^;]{0,60}?\b(?:to|for)\b (?:[\w-]+,? ){0,3}${TRAIN}\b[^;]{0,100}?${MODEL}`,
  "i",
);
const BAN_CHINESE =
  /(?:不得|不能|禁止)[^。；]{0,40}(?:输出|成果|生成内容)[^。；]{0,20}(?:来|以|用于|去)(?:[^。；]{0,6})(?:改进|训练|开发|优化)[^。；]{0,12}(?:其他|其它|任何)[^。；]{0,12}模型/;
/** Cheap to look for, and no ban without it. */
const IMPROVES_CHINESE = /(?:改进|训练|开发|优化)[^。；]{0,12}(?:其他|其它|任何)/;
const COMPETES = /\bcompet(?:e|es|ing|itive|itor)\b|竞争/i;
const ALLOWS = new RegExp(
  String.raw`\b(?:may|can|are (?:free|allowed|permitted) to|is (?:allowed|permitted) to)\b(?! not)[^;]{0,60}\buse\b[^;]{0,80}${OUTPUT}[^;]{0,100}\b(?:to|for) (?:[\w-]+,? ){0,3}${TRAIN}\b[^;]{0,60}${MODEL}`,
  "i",
);
const IF_NAMED = new RegExp(
  String.raw`\bif you\b[^;]{0,320}${OUTPUT}[^;]{0,80}\bto\b (?:[\w-]+,? ){0,3}${TRAIN}\b[^;]{0,200}${MODEL}[^;]{0,120}\b(?:shall|must|will) (?:also )?(?:prominently )?(include|display|name|add|mark)\b[^;]{0,24}"([^"]{1,60})"`,
  "i",
);
/** Where a name is shown that a model trained on outputs need not carry. */
const SHOWN = /^[^;.]{0,60}? (?:on|in) (?:[\w-]+ ){0,4}(?:websites?|user interfaces?|documentation)\b/i;

function* readTraining({ clause }: Place): Generator<Finding> {
  const type = "outputs-may-train-others";
  const named = findIn(clause, IF_NAMED);
  if (named) {
    const [, verb = "", name = ""] = named.match;
    const isShown = /display/i.test(verb) || SHOWN.test(clause.words.slice(named.to));
    const details = { name: name.replace(/[.,]$/, ""), ...(isShown && { as: "display" }) };
    yield { type, value: "if-named", from: named.from, to: named.to, details };
    return;
  }
  const ban =
    findIn(clause, BAN) ??
    findIn(clause, BAN_PASSIVE) ??
    (IMPROVES_CHINESE.test(clause.words) ? findIn(clause, BAN_CHINESE) : null);
  if (ban && !isLifted(clause.words)) {
    const competes = COMPETES.test(ban.match[0]) || COMPETES.test(clause.words.slice(ban.to, ban.to + 60));
    const own = { details: { except: "own-derivatives" } };
    const excepted = !competes && EXCEPT_OWN.test(clause.words.slice(ban.from));
    const at = { from: ban.from, to: ban.to };
    yield { type: competes ? "outputs-may-compete" : type, value: false, ...at, ...(excepted ? own : {}) };
    return;
  }
  const allowed = findIn(clause, ALLOWS);
  if (allowed && !/\b(?:not|only|unless|provided)\b/i.test(clause.words)) {
    yield { type, value: true, from: allowed.from, to: allowed.to };
  }
}

/** "… any other model (excluding this one and its derivatives)". */
const EXCEPT_OWN =
  /\b(?:excluding|other than|except(?: for)?|not including)\b[^;]{0,120}\b(?:derivatives?|derivative works?|thereof|modifications)\b|除外/i;

/** "Nothing in this licence says that you may not …" */
function isLifted(words: string): boolean {
  return /\b(?:nothing|no (?:provision|part|term)) (?:in|of)\b|\bdoes not (?:prohibit|restrict|prevent|limit|impose)\b/i.test(
    words,
  );
}

const MADE_OF =
  /\bmodels?\b[^;]{0,120}\b(?:created|initiali[sz]ed|trained|based|derived)\b[^;]{0,260}\boutputs?\b(?! of any)/i;
const TRANSFERRED =
  /\bmodels?\b[^;]{0,60}\bcreated\b[^;]{0,40}\btransferring\b[^;]{0,120}\boutput\b|输出(?:内容)?的?模式[^。；]{0,12}(?:转移|迁移)|(?:激活|操作)或输出(?:内容)?的模式/i;
const DERIVED = /\bderivatives?\b|\bderivative works?\b|\bmodifications of the model\b|衍生/i;
const SELF =
  /\boutputs? (?:by themselves )?(?:are|is) not (?:deemed|considered|a)\b|\bdo(?:es)? not include (?:the |any )?outputs?\b/i;

function* readDerivatives({ clause }: Place): Generator<Finding> {
  if (!clause.isDefinition || !definesDerivatives(clause)) return;
  const hit = findIn(clause, MADE_OF) ?? findIn(clause, TRANSFERRED);
  if (!hit || SELF.test(clause.words.slice(hit.from, hit.to))) return;
  yield { type: "outputs-make-derivatives", value: true, from: hit.from, to: hit.to };
}

function definesDerivatives({ head, lead, words }: Clause): boolean {
  return DERIVED.test(head.slice(0, 100)) || DERIVED.test(words.slice(0, 100)) || DERIVED.test(lead.slice(0, 100));
}

const RIGHTS = "(?:ownership(?: rights?| interests?)?|rights?(?:, title,? (?:and|or) interest)?|copyrights?|title)";
const OWNERS: readonly (readonly [string, RegExp])[] = [
  [
    "unclaimed",
    new RegExp(
      String.raw`\b(?:claims?|asserts?) no ${RIGHTS}[^;]{0,40}${OUTPUT}|\b(?:does|do) not (?:claim|assert)\b(?: any)? ${RIGHTS}[^;]{0,60}${OUTPUT}|${OUTPUT}[^;]{0,80}\bno \w+ claims? any rights?\b|\bclaims? no ownership\b[^;]{0,20}${OUTPUT}|输出[^。；]{0,60}不主张|不主张[^。；]{0,40}输出`,
      "i",
    ),
  ],
  [
    "licensor",
    new RegExp(
      String.raw`\b(?:rights?|title)\b[^;]{0,60}\b(?:in|to) (?:the |any |all )?${OUTPUT}[^;]{0,140}\b(?:remain|are|is|belong\w*)\b[^;]{0,60}\b(?:licensor|us|company)\b`,
      "i",
    ),
  ],
  [
    "you",
    new RegExp(
      String.raw`\b(?:you|user|customer|licensee)s? (?:retains? |shall |will |may )?owns? (?:(?:all|any|the|and) ){0,3}${OUTPUT}|\b(?:you|user)s? (?:are|is|will be|shall be) (?:and will be )?the (?:sole )?owners? of (?:(?:any|the|all) ){0,2}${OUTPUT}|\byou\b[^;]{0,90}\band (?:\(\w\) )?own (?:the |all |any )?${OUTPUT}|\bassigns? to you\b[^;]{0,80}\b(?:in|to) (?:the |any )?${OUTPUT}|${OUTPUT} (?:belongs?|shall belong) to (?:the )?(?:you|user|licensee)|${OUTPUT}[^。；]{0,60}由用户享有`,
      "i",
    ),
  ],
];

function* readOwner({ clause }: Place): Generator<Finding> {
  for (const [value, words] of OWNERS) {
    const hit = findIn(clause, words);
    if (hit) {
      yield { type: "outputs-owner", value, from: hit.from, to: hit.to };
      return;
    }
  }
}

const UNRESTRICTED = new RegExp(
  String.raw`\b(?:does not (?:impose|place|set)|imposes? no|places no|there are no) (?:any )?(?:restrictions?|limitations?|obligations?|conditions?)[^;]{0,120}${OUTPUT}|\bnothing\b[^;]{0,60}\brestricts?\b[^;]{0,60}${OUTPUT}|\b(?:imposes? no|not impose any|no) (?:obligations?|restrictions?)\b[^;]{0,120}\bresults\b`,
  "i",
);
const FOR_SALE = new RegExp(
  String.raw`\bmay\b(?! not)[^;]{0,30}\buse\b[^;]{0,20}${OUTPUT}[^;]{0,60}(?<!non-?)\bcommercial`,
  "i",
);
const NOT_FOR_SALE = new RegExp(
  String.raw`${FORBIDS}[^;]{0,320}(?:${OUTPUT}|\bdata produced by\b)[^;]{0,120}\b(?:for|in connection with)\b (?:\(\w\) )?(?:[\w-]+,? (?:or )?){0,3}?commercial (?:or production )?(?:uses?|purposes?|exploitation|gain)`,
  "i",
);

function* readUse({ clause }: Place): Generator<Finding> {
  const free = findIn(clause, UNRESTRICTED);
  if (free) yield { type: "outputs-restricted", value: false, from: free.from, to: free.to };
  const sold = findIn(clause, FOR_SALE);
  if (sold) yield { type: "outputs-commercial-use", value: true, from: sold.from, to: sold.to };
  const isOpen = sold !== null || !/commercial/i.test(clause.words) || isLifted(clause.words);
  const unsold = isOpen ? null : findIn(clause, NOT_FOR_SALE);
  if (unsold) yield { type: "outputs-commercial-use", value: false, from: unsold.from, to: unsold.to };
}

export const outputRules: readonly Rule[] = [
  {
    words: piecesOf("output|result|generat|data produced by|synthetic|completions|输出|成果|生成内容"),
    *read(place) {
      yield* readDerivatives(place);
      const { clause } = place;
      yield* readOwner(place);
      if (clause.isDefinition || LIABILITY.test(clause.words)) return;
      yield* readTraining(place);
      yield* readUse(place);
    },
  },
];
