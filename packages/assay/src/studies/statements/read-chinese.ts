/**
 * What a Chinese sentence calls open, by what stands around the words in their clause. As in the other languages a
 * clause that fits no form says nothing.
 */

import type { OpenPart } from "../../model/statements.ts";
import { hanOf, isNamed, latinOf, partsIn } from "./chinese-names.ts";
import {
  ADVERBS_ZH,
  AMONG_BEHIND_ZH,
  CLAUSE_END,
  DENIED_ZH,
  OF_OTHERS_ZH,
  OPENNESS_ZH,
  TOOL_BEHIND_ZH,
  UNREAL_ZH,
} from "./chinese-words.ts";
import type { Names } from "./names.ts";
import type { Asked, Said } from "./spot.ts";

/** Places looked at in one sentence. */
const MOST_SPOTS = 6;

/** A place in a clause. */
interface Spot {
  readonly names: Names;
  readonly words: string;
  readonly isWeights: boolean;
  /** The clause before and behind the words, and the clauses before it. */
  readonly before: string;
  readonly behind: string;
  readonly above: string;
  readonly isIntroduction: boolean;
}

/** Reads a sentence without markup; what it says first. */
export function readChinese(plain: string, asked: Asked): Said | null {
  const text = plain.replace(/（[^（）]{0,200}）|\([^()]{0,200}\)|【[^【】]{0,60}】/gu, "");
  // "Introduction: …" stands in lists over the words of others.
  if (/[?？]$/u.test(text) || /^(?:项目|項目|数据集)?(?:简介|簡介|介绍|介紹|说明)\s*[:：]/u.test(text)) return null;
  const label = LABEL.exec(text);
  if (label !== null) return readLabel(text, label, asked);
  for (const match of [...text.matchAll(OPENNESS_ZH)].slice(0, MOST_SPOTS)) {
    const said = readSpot(look(text, match, asked));
    if (said !== null) return said;
  }
  return null;
}

/** "Open source and free for commerce: Owl …": a point of a list by its label. */
const LABEL = /^((?:完全|全面)?(?:开源|開源))(?:、|且|并|可|与|和|免费|商用|透明){0,4}\s*[:：](?=.)/u;

function readLabel(text: string, label: RegExpExecArray, { names, isIntroduction }: Asked): Said | null {
  const behind = text.slice(label[0].length);
  const [first = ""] = behind.split(CLAUSE_END, 1);
  if (!isNamed(first, names) || DENIED_ZH.test(first) || UNREAL_ZH.test(first)) return null;
  const before = /^[完全面]+/u.exec(text)?.[0] ?? "";
  const spot = { names, words: "开源", isWeights: false, before, behind, above: "", isIntroduction };
  return say(spot, first, ["model"]);
}

function look(text: string, match: RegExpExecArray, { names, isIntroduction }: Asked): Spot {
  const [words] = match;
  const head = text.slice(0, match.index);
  const cut = [...head.matchAll(new RegExp(CLAUSE_END, "gu"))].at(-1);
  const from = cut === undefined ? 0 : cut.index + cut[0].length;
  const tail = text.slice(match.index + words.length);
  return {
    names,
    words,
    isWeights: match.groups?.weights !== undefined,
    // News begin with their date.
    before: head
      .slice(from)
      .replace(/^[^\p{L}]+(?:[年月日][^\p{L}]*)*/u, "")
      .trim(),
    behind: tail.slice(0, CLAUSE_END.exec(tail)?.index ?? tail.length),
    above: head.slice(0, from),
    isIntroduction,
  };
}

function readSpot(spot: Spot): Said | null {
  const { before, behind } = spot;
  if (DENIED_ZH.test(`${before}开源${behind}`) || UNREAL_ZH.test(`${before}开源`) || isQuoted(spot)) return null;
  if (TOOL_BEHIND_ZH.test(behind)) return readLicense(spot);
  if (AMONG_BEHIND_ZH.test(behind)) return null;
  return readReleased(spot) ?? readReleasing(spot) ?? readOurs(spot) ?? readBeing(spot) ?? readTitle(spot);
}

function isQuoted({ before, above }: Spot): boolean {
  const head = `${above}${before}`;
  return ["“”", "「」", "《》", "『』"].some(
    (pair) => head.lastIndexOf(pair.charAt(0)) > head.lastIndexOf(pair.charAt(1)),
  );
}

/** "the code of this repository follows the Apache-2.0 open source licence". */
function readLicense(spot: Spot): Said | null {
  const { before, behind, isWeights } = spot;
  if (isWeights || !/^(?:许可|協議|协议)/u.test(behind)) return null;
  const under = /(?:依照|按照|遵循|遵守|采用|使用|基于|以)[^依按遵采]{0,40}$/u.exec(before);
  const subject = under === null ? "" : before.slice(0, under.index);
  const parts = partsIn(subject);
  const isOurs = HERE_ZH.test(subject) || isNamed(subject, spot.names);
  return parts.length > 0 && isOurs ? { ...say(spot, subject, parts), calling: "open-license" } : null;
}

/** "the weights are now open sourced", "the code is open sourced under Apache-2.0", "Owl was open sourced". */
function readReleased(spot: Spot): Said | null {
  const { before, behind, names } = spot;
  if (!/^了?\s*(?:$|[^\p{L}\p{N}\s]|[在于至到为給给]|并(?!行))/u.test(behind)) return null;
  const subject = before.replace(DONE_ENDING, "").replace(UNDER_ENDING, "").replace(DONE_ENDING, "");
  // "the Owl model open sourced": news leave the adverb out, and name what they tell of.
  const isNews = behind === "" && isNamed(before, names) && /(?:模型|版本|系列|代码|权重|数据集)$/u.test(before);
  if (subject === before && !isNews && !behind.startsWith("了")) return null;
  return sayDone(spot, subject, isNamed(subject, names));
}

/** Adverbs that show that the words are a verb: "already", "completely". */
const DONE_ENDING =
  /(?:已经|已經|已|均|都|全部|现已|正式|同步|完全|全面|一并|进行了|進行了|进行|進行|发布并|發布並|推出并|继续|\s)+$/u;
/** Under which licence, or where. */
const UNDER_ENDING =
  /(?:(?:依照|按照|遵循|基于|以|采用)[^，]{0,30}(?:协议|協議|许可证?|許可證?)|(?:已经?|均已|现已)在[^，]{1,40})$/u;

/** Says that something is open sourced where it is named, or a noun says what it is. */
function sayDone(spot: Spot, object: string, isOwn: boolean): Said | null {
  const parts = partsIn(object);
  if (parts.length === 0 && !isOwn) return null;
  const isOther = !isOwn && !HERE_ZH.test(object) && parts.every(isOfModel) && spot.names.isForeign(latinOf(object));
  return { ...say(spot, object, parts), about: isOther ? "other" : "this" };
}

function isOfModel(part: OpenPart): boolean {
  return part === "model" || part === "weights";
}

/** "we have open sourced Owl", and the same without a subject, as news and lists have it. */
function readReleasing(spot: Spot): Said | null {
  const { behind, above, names } = spot;
  const actor = actorOf(spot);
  if (actor === null || /^(?:的|大?模型|系列)/u.test(behind)) return null;
  const object = behind.replace(/^了\s*/u, "");
  const isOurs = isNamed(above, names) || isNamed(object, names) || HERE_ZH.test(above);
  // Behind other words nobody knows whose work is told of, if nobody is named.
  const isAnybodys = actor === "nobody" ? /\p{L}/u.test(above) : names.isForeign(latinOf(above));
  if (actor !== "own" && isAnybodys && !isOurs) return null;
  const isPast = object !== behind;
  const isOwn = isNamed(object, names) || (isPast && isNamed(above, names));
  const isVerb = isPast || actor === "we" || isOwn || /^\s*[\d\p{Script=Latin}]/u.test(behind);
  return isVerb ? sayDone(spot, object, isOwn) : null;
}

/** Who does it: "we", the release by its name, or nobody who is named; null for somebody else. */
function actorOf({ before, behind, names }: Spot): "we" | "own" | "nobody" | null {
  const subject = before.replace(ADVERBS_ZH, "");
  const others = subject.replace(/(?:我们|我們|我司|本团队|团队|本项目)$/u, "");
  const actor = others.replace(ADVERBS_ZH, "");
  if (actor.trim() === "") return others.length < subject.length ? "we" : "nobody";
  const isMade = /(?:微调|训练|发布|推出)(?:并|和)$/u.test(before) && isNamed(behind, names);
  return isMade || (isNamed(actor, names) && hanOf(actor).length <= MOST_HAN) ? "own" : null;
}

/** Chinese signs beside a name that still name the same: "the Owl team". */
const MOST_HAN = 4;

/** "the models that we open sourced", "the open source models of this time", "the open source model Owl-7B is". */
function readOurs(spot: Spot): Said | null {
  const { before, behind, names } = spot;
  if (/本$/u.test(before) && /^(?:代码)?仓库/u.test(behind)) return say(spot, before, ["code"]);
  const isDeictic = /(?:我们|我們|本次|此次|这次|本项目)(?:发布|同步|所|共|还|还同步|的)*$/u.test(before);
  const isOwn = NAME.test(before) && isNamed(before, names);
  if ((!isDeictic && !isOwn) || isOfTool(behind) || behind.startsWith("了")) return null;
  const noun = /^的?[^，]{0,30}?(?:模型|权重|權重|参数|代码|数据|语料|系列|版本)/u.exec(behind)?.[0];
  if (noun === undefined && !/^的./u.test(behind)) return null;
  const parts = partsIn(noun ?? "");
  return say(spot, before, parts.length > 0 ? parts : partsIn(before));
}

/** A clause that begins with a name and has no more before the words. */
const NAME = /^(?:[\p{Script=Latin}\d][\p{Script=Latin}\d.+_-]*\s*){1,3}(?:系列|模型|基座|所)*$/u;

/** "Owl is an open source language model", "we publish open source models of the Owl series". */
function readBeing(spot: Spot): Said | null {
  const { before, behind, above, names } = spot;
  const being = /^(.*?)(?:是(?!否)|为一[个款]|作为|(?:发布|發布|推出|带来|迎来)(?:了)?)(.{0,60})$/u.exec(before);
  if (being === null || OF_OTHERS_ZH.test(before)) return null;
  const [, subject = "", between = ""] = being;
  const noun = /^(?:的|、|\s|[^，。]){0,60}?(?:模型|LLM|数据集|數據集|语料库|版本|代码|系列)/u.exec(behind)?.[0];
  if (noun === undefined || isOfTool(behind) || /[在与比]/u.test(between.slice(-12))) return null;
  const isReleasing = !/(?:是|为一[个款]|作为)[^发推带迎]*$/u.test(before);
  const isOurs =
    isNamed(subject, names) ||
    SELF_ZH.test(subject) ||
    (isReleasing && (isNamed(`${between}${behind}`, names) || /我们|我們/u.test(subject)));
  if (isOurs) return say(spot, subject, partsIn(noun));
  const isOther = names.isForeign(latinOf(subject)) && !isNamed(above, names);
  return isOther ? { ...say(spot, subject, partsIn(noun)), about: "other" } : null;
}

/** "a bilingual open source model": a page's description of itself, in a line of its own. */
function readTitle(spot: Spot): Said | null {
  const { before, behind, above, isIntroduction, names } = spot;
  if (!isIntroduction || above !== "" || OF_OTHERS_ZH.test(before) || before.length > 24) return null;
  if (names.isForeign(latinOf(`${before}${behind}`))) return null;
  const isPhrase = /^[^，。在与比是]{0,24}(?:模型|数据集)$/u.test(behind) && /^[^在与比是有]{0,24}$/u.test(before);
  return isPhrase && /[新款的数百亿]/u.test(before) ? say(spot, "", partsIn(behind)) : null;
}

/** Whether a model is named only to say what a tool is for: "a framework for the evaluation of models". */
function isOfTool(behind: string): boolean {
  return /^[^，。]{0,40}?(?:模型|LLM|数据)[^，。的在与和是]{0,8}(?:框架|工具|平台|基准|引擎|库|教程|榜单|社区|项目|代理框架)/u.test(
    behind,
  );
}

/** What lies here: "this repository", "this project". */
const HERE_ZH = /本仓库|本倉庫|此仓库|本项目|本專案|本开源仓库|我们|我們|该模型|本模型|此模型/u;
/** The model that a page is about. */
const SELF_ZH = /^(?:本|该|此|这个?|我们的?)(?:模型|项目|系列|数据集)?$/u;

function say({ words, before, isWeights }: Spot, subject: string, parts: readonly OpenPart[]): Said {
  const [first = "model", ...rest] = parts;
  const isFully = /(?:完全|全面|彻底|全)$/u.test(before);
  const source = isFully ? "fully-open" : "open-source";
  return {
    calling: isWeights ? "open-weights" : source,
    about: "this",
    parts: [first, ...rest],
    isUpstream: false,
    subject,
    words,
  };
}
