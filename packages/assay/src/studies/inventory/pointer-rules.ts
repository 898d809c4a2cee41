/** To which components a link leads, by its address, its words, its sentence and its section. */

import type { ComponentId } from "../../model/components.ts";
import type { SectionKind } from "../sections/classify.ts";
import { isForeignName } from "../shared/families.ts";
import { isKin, isOwner } from "../shared/kinship.ts";
import { flattenName, listOwnNames } from "../shared/own-names.ts";
import { splitPath } from "../shared/path-words.ts";
import { announcementOf } from "./announced.ts";
import { CODE_HOST, isSame, leadToCode } from "./code-pointers.ts";
import { leadToData } from "./data-links.ts";
import { leadToPublisher } from "./publisher-pages.ts";
import type { SeenLink } from "./seen-link.ts";
import { isForeignOnPage } from "./titles.ts";
import { isNamedLikeWeights } from "./weights.ts";

const NAME = "[\\w.-]{1,100}";

/** A page of the hub that shows models. */
const ON_HUB = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!docs\/|blog\/|learn\/|papers\/|spaces\/)/i;

/** A model's repository on a hub, and the revision that is linked to. */
const HUB_MODEL = new RegExp(
  `^https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co|modelscope\\.cn(?:/models)?)/(?!datasets/|spaces/|docs/|papers/|blog/|collections/|join\\b|learn/|posts/|tasks/|studios/|organization/)(${NAME})/(${NAME})(?:/(?:tree|blob)/(${NAME}))?`,
  "i",
);

/** Revisions that trainers leave on the way. */
const ON_THE_WAY = /(?:^|[-_])(?:step|iter|iteration)[-_]?\d|^(?:checkpoint|ckpt|epoch)[-_]?\d/i;

/** Whether an address names a state on the way, and not the last. */
export function isOfIntermediate(address: string): boolean {
  return ON_THE_WAY.test(address);
}

const EVALUATED: ReadonlySet<SectionKind> = new Set(["evaluation-data", "evaluation-results"]);

interface Rule {
  readonly components: (seen: SeenLink) => readonly ComponentId[];
}

const RULES: readonly Rule[] = [
  { components: leadToModel },
  { components: leadToFile },
  { components: leadToDownload },
  { components: leadToPublisher },
  { components: leadToData },
  { components: leadToCard },
  { components: leadToResults },
  { components: leadToCode },
];

/** The components that a link leads to. */
export function listLedTo(seen: SeenLink): readonly ComponentId[] {
  return [...new Set(RULES.flatMap(({ components }) => components(seen)))];
}

function leadToModel({ release, page, link, sentence, section, text }: SeenLink): readonly ComponentId[] {
  const [, owner = "", name = "", revision = ""] = HUB_MODEL.exec(link.url) ?? [];
  if (TOKENIZER.test(name)) return [];
  if (name === "" || !(isKin(release, { owner, name }) || isSame(page.document.headings[0]?.title, name))) {
    // What the publisher's own README lists of the publisher's are its models, under whatever name.
    return name !== "" && page.isFront && isOwner(release, owner) && section.kind !== "changelog" ? ["weights"] : [];
  }
  if (isOfIntermediate(revision)) return ["intermediate-weights"];
  const isCode = /\b(?:model|full|official) (?:implementation|code)\b|\bmodell?ing code\b|模型实现/i.test(sentence);
  const isOnTheWay =
    [...section.titles, text].some((title) => INTERMEDIATE.test(title)) || /[-_]checkpoints$/i.test(name);
  return [isOnTheWay ? "intermediate-weights" : "weights", ...(isCode ? (["architecture"] as const) : [])];
}

/** Repositories of a tokenizer alone. */
const TOKENIZER = /(?:^|[-_])tokeni[sz]er(?:$|[-_])/i;

const INTERMEDIATE = /\bintermediate\b.{0,30}\bcheckpoints?\b|中间.{0,6}检查点/i;

/** A file of weights on a server, of the release's name or under a heading on where models are. */
function leadToFile({ release, link, section, sentence }: SeenLink): readonly ComponentId[] {
  const path = /^https?:\/\/[^/\s]+\/([^\s?#]+)/.exec(link.url)?.[1] ?? "";
  const { stem, extension } = splitPath(path);
  const isFile = isNamedLikeWeights(`${stem}.${extension}`) || extension === "pt";
  if (!(isFile || ARCHIVE.test(path)) || APART.has(section.kind)) return [];
  if (isForeignName(release, sentence) || HELPER.test(sentence)) return [];
  const isOwn = listOwnNames(release).some((name) => flattenName(path).includes(name));
  const isGiven = section.kind === "model-sources" || section.titles.some((title) => GIVEN.test(title));
  if (!(isFile || isGiven || isCalledModel(path)) || !(isOwn || (isFile && isGiven))) return [];
  return /(?:^|[-_])(?:step|iter)[-_]?\d/i.test(stem) ? ["intermediate-weights"] : ["weights"];
}

/** Models that serve the making of one. */
const HELPER = /\b(?:classifier|reward model|tokenizer|draft model)\b/i;

const ARCHIVE = /\.(?:zip|tar|tgz|tar\.gz)$/i;

/** Sections in which models are given out. */
const GIVEN =
  /\b(?:released|available|pre-?trained|download) (?:[\w-]{1,20} )?(?:models?|weights|checkpoints?)\b|\bmodel zoo\b/i;

/** An archive that its address calls a model. */
function isCalledModel(path: string): boolean {
  return /models?\b|models?_|_models?/i.test(path);
}

/** Sections whose files are a model of somebody else, which sorts or measures data. */
const APART: ReadonlySet<SectionKind> = new Set([
  "preprocessing",
  "data-collection",
  "training-data",
  "evaluation-results",
]);

/** "To download the weights, visit …": a place where they are given out, whatever its address. */
function leadToDownload({ release, link, sentence, text }: SeenLink): readonly ComponentId[] {
  if (!/^https?:/i.test(link.url) || isForeignName(release, sentence) || CODE_HOST.test(link.url)) return [];
  const isDownload =
    /\b(?:download|obtain|request|access)\b.{0,60}\b(?:weights|checkpoints?)\b|\b(?:weights|checkpoints?)\b.{0,60}\b(?:download(?:ed)?|available|obtained?)\b/i;
  const isSetting = /\b(?:script|tutorial|docs|documentation|guide|library|install)\b/i;
  const isCalled = /^\W*(?:download (?:the )?(?:pre-?trained )?models?|model download)\W*$/i.test(text);
  return (isCalled || isDownload.test(sentence)) && !isSetting.test(sentence) && HUB_MODEL.exec(link.url) === null
    ? ["weights"]
    : [];
}

/** What a card was made after. */
const ABOUT_CARDS =
  /\b(?:mitchell|template|was (?:written|based)|based on|adapted from|inspired by)\b|arxiv\.org\/\w+\/1810\.03993/i;

/** A page whose address calls it a card. */
const CARD_ADDRESS =
  /^https?:\/\/[^\s?#]{1,300}\/(?:[\w.-]{1,60}[-_])?model[-_]?cards?(?:[-_.][\w.-]{0,60})?(?:\/[\w.-]{0,60})?(?:[?#]|$)/i;

function leadToCard(seen: SeenLink): readonly ComponentId[] {
  const { release, page, link, text, sentence, section } = seen;
  if (!/^https?:/i.test(link.url)) return [];
  // "The model cards are on the hub: …", whatever the link is called.
  if (ABOUT_CARDS.test(sentence) || isForeignOnPage(release, page, sentence)) return [];
  if (CARD_ADDRESS.test(link.url) && CODE_HOST.exec(link.url) === null && namesOwn(seen)) return ["model-card"];
  const isOnCards = /\bmodel cards?\b/i.test(sentence) || /^model cards?$/i.test(section.titles.at(-1) ?? "");
  if (isOnCards && ON_HUB.test(link.url)) return ["model-card"];
  if (/^\W*(?:data(?:set)?[ -]?cards?|data ?sheets?)\W*$/i.test(text)) return ["data-card"];
  const isGuide = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\//i.test(link.url) && !ON_HUB.test(link.url);
  return /^\W*model[ -]?cards?\W*$/i.test(text) && !isGuide ? ["model-card"] : [];
}

/** Whether an address has the release's name in it. */
function namesOwn({ release, link }: SeenLink): boolean {
  return listOwnNames(release).some((name) => flattenName(link.url).includes(name));
}

/** "Full evaluation details can be found in our blog post". */
const RESULTS_STAND =
  /\b(?:evaluation|benchmark) (?:results?|details|scores|numbers)\b.{0,80}\b(?:found|reported|available|published|see|listed|shown|presented)\b|\b(?:see|refer to|check out|read)\b.{0,60}\bfor (?:\w+ ){0,4}(?:evaluation|benchmark) (?:results?|details|scores)\b|评测结果.{0,30}(?:见|参考)/i;

/** "Reports with the benchmark results:", and a list of links below it. */
const ANNOUNCED = /\b(?:metrics|(?:evaluation|benchmark) (?:results?|scores))\b/i;

/** Whether a link is called by the release's own name. */
function isOwnText({ release, text }: SeenLink): boolean {
  return listOwnNames(release).some((name) => flattenName(text).startsWith(name));
}

/** Results on a page of the publisher's own, by the words of the link; elsewhere by those of the sentence, where the section is on them. */
function leadToResults(seen: SeenLink): readonly ComponentId[] {
  const { release, link, text, sentence, section } = seen;
  if (/^https?:/i.test(link.url) && ANNOUNCED.test(announcementOf(seen)) && isOwnText(seen))
    return ["evaluation-results"];
  const [, owner = ""] = CODE_HOST.exec(link.url) ?? [];
  const isCalled =
    /^(?:[\w-]{1,20} )?(?:quality metrics|evaluation results|benchmark results|results|leaderboard)$/i.test(text);
  if (isCalled && owner !== "" && isOwner(release, owner)) return ["evaluation-results"];
  if (!EVALUATED.has(section.kind) || !/^https?:/i.test(link.url)) return [];
  const isOfOthers = /\b(?:memory|throughput|latency|speed)\b/i.test(sentence) || isForeignName(release, sentence);
  return RESULTS_STAND.test(sentence) && !isOfOthers ? ["evaluation-results"] : [];
}
