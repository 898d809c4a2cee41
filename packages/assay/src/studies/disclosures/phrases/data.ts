/** What sentences disclose of the training data. */

import { readScaled } from "../numbers.ts";
import { type Phrase, under } from "../phrase.ts";
import { DATASETS } from "../vocabulary.ts";

const OF_DATA = under("training-data", "data-collection", "preprocessing");

/** A sentence about how this was trained, or about what with. */
const TRAINED =
  /\b(?:pre-?|post-?)?train(?:ed|ing)\b|\bwe (?:\w+ ){0,2}(?:pre-?)?train\b|\b(?:pre-?)?training (?:data|corpus|set|mix)|\bfine-?tuned (?:on|with|using)\b|\b(?:our|the) (?:corpus|(?:training )?data(?:set)?|data mix(?:ture)?)\b|训练|预训练|trainiert|entraîné|entrenad|getraind/i;

/** Instructions for the reader, and words about a test. */
const ADVICE =
  /\b(?:you|your|download\w*|example|departs?|leverag\w+|utili[sz]e the|outputs of|inspired|similar to|to train|to fine-?tune|e\.g\. if|evaluat\w+ on|benchmark\w*|compared?|unlike|script|tokeniz\w+ the)\b/i;

const KIND = { claim: "data-provenance.kinds", near: TRAINED, under: OF_DATA, unless: ADVICE };

/** Data sets that are known by name and were never given out. */
const NOT_PUBLIC = /^(?:LVD|JFT|BigPython)/;

/** Figures of a part of the training, of a plan, or of somebody's advice. */
const PART =
  /\b(?:continu(?:e[ds]?|al|ing)|fine-?tun\w+|SFT|RL|post-?train\w*|mid-?train\w*|anneal\w*|ablations?|checkpoints?|optimal|long[- ]context|stage|phase|steps? of|would|could|plann?\w*|estimat\w+|assum\w+|per (?:second|day|gpu)|batch[- ]?sizes?|decay\w*|warm-?up|learning rate|additional|further|subset|epoch (?:on|of)|sampled? from|available|contains?|after|context|window)\b/i;

/** Phrases about data. */
export const DATA: readonly Phrase[] = [
  { claim: "data-sources.named", says: DATASETS, near: TRAINED, under: OF_DATA, unless: ADVICE },
  {
    ...KIND,
    says: /\bpublic(?:ly)?[- ](?:available|accessible)?[- ]?(?:online )?(?:data ?sets?|data|corpora|corpus|sources?|text|code|documents|internet)\b|\bopen(?:ly)?[- ](?:source|access|available|licensed)?[- ]?(?:data ?sets?|data|corpora|corpus)\b|\bpermissively[- ]licensed (?:code|data|text)\b|公开(?:可用的?)?数据/i,
    read: () => "public-datasets",
  },
  { ...KIND, says: DATASETS, read: ([name]) => (NOT_PUBLIC.test(name) ? undefined : "public-datasets") },
  {
    ...KIND,
    unless: new RegExp(`${ADVICE.source}|\\b(?:is|are) (?:\\w+ )?available on the (?:web|internet)\\b`, "i"),
    says: /\bcommon ?crawl\b|\bweb[- ](?:crawl|scrap|page|text|document|data|corpus|corpora)\w*|\bweb ?pages?\b|\b(?:crawl|scrap)ed\b|\b(?:the|from the|available on the) (?:web|internet)\b|\bclue ?web\b|网页|网络爬取/i,
    read: () => "web-crawl",
  },
  {
    ...KIND,
    says: /\blicensed (?:data|datasets?|content|material|images|from)\b|\b(?:data|content) licensed\b|\bthird[- ]party licensed\b/i,
    unless: /\bpermissively|openly|apache|mit\b|cc-by|your|you can/i,
    read: () => "licensed",
  },
  {
    ...KIND,
    says: /\b(?:user|customer)s?'? (?:data|conversations?|interactions?|prompts?|uploads?)\b|\b(?:data|posts|information|conversations) (?:shared|provided|submitted) (?:by|from) (?:our )?(?:users|people|customers)\b|\bpeople's interactions with\b/i,
    read: () => "user-data",
  },
  {
    ...KIND,
    says: /\bsynthetic(?:ally)?[- ](?:generated )?(?:\w+ ){0,2}(?:data ?sets?|data|text|examples|samples|dialogues?|conversations|instructions|problems|images|corpus|textbooks)\b|\bsynthetically generated\b|\bdata (?:generated|distilled) (?:by|from|with)\b|合成数据/i,
    read: () => "synthetic",
  },
  {
    ...KIND,
    says: /\bhuman[- ](?:annotat|written|generated|label|curated|created|authored)\w*|\bwritten by (?:human|annotator|people|expert)s?\b|\b(?:crowd-?workers|annotators) (?:wrote|write)\b|人工标注/i,
    read: () => "human-written",
  },
  {
    claim: "training-data.tokens",
    says: /(?:\b(?:on|for|over|from|with|of|using|saw|to|than|about|approximately|around|nearly|upon)|[~≈=>]|，|达|过|约) ?(?:a (?:total of|vast dataset of|dataset of) |(?:up )?to |an? |more than |over |about |approximately |around |roughly |nearly |some |[~≈] ?){0,3}(\d{1,3}(?:,\d{3}){2,4}|\d{1,4}(?:\.\d{1,3})?) ?(T|B|M|trillion|billion|million|tn|bn)?\+?(?:[ -](?:of|high-quality|text|training|unique|diverse|multilingual|English|data|and)){0,4}[ -]?tokens?\b/gi,
    near: /\b(?:pre-?)?train(?:ed|ing|s)?\b|训练|预训练/i,
    unlessNear: PART,
    read: ([, figure = "", scale]) => atLeast(readScaled(figure, scale), 1e6),
  },
  {
    claim: "training-data.tokens",
    says: /(\d{1,4}(?:\.\d{1,3})?) ?(T|B|万亿|亿)(?: ?个)? ?(?:tokens?|标识符|词元|token)/gi,
    near: /训练/,
    unlessNear: /微调|继续|退火|阶段|SFT|checkpoint|中间|可以|optim|目前/i,
    read: ([, figure = "", scale]) => atLeast(readScaled(figure, scale), 1e6),
  },
  {
    claim: "data-opt-out.described",
    says: /\brobots\.txt\b|\bopt(?:ed|ing)?[- ]?out (?:of|from|mechanism|request|form|list|signal|for)|\breservations? of rights\b|\brights? reservations?\b|\btext and data mining\b|\bTDM\b|\bdo[- ]not[- ]train\b/i,
    near: /\b(?:crawl\w*|train\w*|data ?sets?|data|web ?sites?|publishers?|authors?|developers?|copyright)\b/i,
    unless: /\btelemetry|analytics|e-?mail|newsletter|usage statistics\b/i,
  },
];

function atLeast(value: number, least: number): number | undefined {
  return value >= least ? value : undefined;
}
