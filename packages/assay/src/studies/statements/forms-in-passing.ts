/** Forms of sentences that speak of something else, and call the release open in passing. */

import type { Names } from "./names.ts";
import { headOf, nounOf, partsOf } from "./nouns.ts";
import { type Asked, type Said, type Spot, say, saying } from "./spot.ts";
import { DENIED, THE_MODEL, UNREAL, WE } from "./words.ts";

/** The first of these forms that fits. */
export function readPassing(spot: Spot): Said | null {
  return (
    readHere(spot) ??
    readDone(spot) ??
    readAs(spot) ??
    readApposition(spot) ??
    readWith(spot) ??
    readOffer(spot) ??
    readDefinite(spot) ??
    readMadeHere(spot) ??
    readParticiple(spot)
  );
}

/** "The code in this open-source repository". */
function readHere(spot: Spot): Said | null {
  const isHere = /(?:^|(?<![\p{L}])in )this $/iu.test(spot.before) && spot.kind === "source";
  return isHere && /^ (?:repositor(?:y|ies)|repos?|codebase)(?![\p{L}])/iu.test(spot.behind)
    ? say(spot, "", "code")
    : null;
}

/** "Open-sourced the training code", as news and lists have it. */
function readDone(spot: Spot): Said | null {
  const { before, behind, words, names } = spot;
  if (before !== "" || !/^open[- ]?sourced$/i.test(words) || !/^ [^|]{1,160}$/u.test(behind)) return null;
  const object = behind.split(/[;:]|\.(?!\d)/, 1).join("");
  const isOurs = /^ (?:the|our) /i.test(object) || names.isOwn(object.split(" ").slice(0, 5).join(" "));
  const isSentence = /^ [^,]{1,60} (?:is|are|was|were|have|has|can|will) /iu.test(object);
  const [part, ...more] = isOurs && !isSentence ? partsOf(object, names) : [];
  return part === undefined ? null : saying(spot, object, [part, ...more]);
}

/** "Owl as an open-source model", "we release Owl as an open-source tool". */
function readAs(spot: Spot): Said | null {
  const subject = /^(.*?)(?<![\p{L}])as an? $/iu.exec(spot.before)?.[1];
  if (subject === undefined || spot.kind === "fully") return null;
  const head = headOf(spot.phrase);
  const isOwn = isLastNamed(subject, spot.names) && (head === "model" || (head === "tool" && WE.test(subject)));
  return isOwn ? say(spot, subject, "model") : null;
}

/** Whether the last words before name the release: not "models like Owl that are used". */
function isLastNamed(subject: string, names: Names): boolean {
  const last = subject.trim().split(" ").slice(-3).join(" ");
  return names.isOwn(last) && !names.isForeign(last);
}

/** "we present Owl, an open-source model", "Owl, Acme's open-weight model, hunts". */
function readApposition(spot: Spot): Said | null {
  const named = APPOSITION.exec(spot.before);
  if (named === null || headOf(spot.phrase) !== "model") return null;
  const [, subject = ""] = named;
  return isLastNamed(subject, spot.names) && !COMPARED.test(subject) ? say(spot, subject, "model") : null;
}

const APPOSITION =
  /^(.{1,200}?)(?: series| family)?[,(] ?(?:an?|the|our|\p{Lu}[\p{L}\p{N}]{1,20}['’]s) (?:[\p{L}\p{N}-]{1,20},? ){0,3}$/u;

/** What is said of a model that a release is set beside is not said of the release. */
const COMPARED =
  /(?<![\p{L}])(?:like|unlike|than|versus|vs|against|over|outperform\p{L}*|surpass\p{L}*|compar\p{L}*|such|from|based|built|using|uses?|with|including|e\.g|thanks?)(?![\p{L}])/iu;

/** "it comes with open weights". */
function readWith(spot: Spot): Said | null {
  const { before, behind, kind, names, phrase, words } = spot;
  if (kind !== "weights" || !/s$/i.test(words) || phrase !== "") return null;
  const isWith = /(?:^|[ ,])(?:with|provid(?:es|ing)|offer(?:s|ing)|featur(?:es|ing)) $/i.test(before);
  const isCompared = COMPARED.test(before.replace(/with $/i, ""));
  return isWith && !isCompared && isOfThis(`${before}|${behind}`, names) ? say(spot, "", "model") : null;
}

/** "Owl provides an open-source data set". */
function readOffer(spot: Spot): Said | null {
  const subject = OFFERING.exec(spot.before)?.[1];
  const head = headOf(spot.phrase);
  if (subject === undefined || head === null || head === "tool" || spot.kind === "weights") return null;
  return isOfThis(subject, spot.names) ? say(spot, subject, head) : null;
}

const OFFERING = /^(.{1,80}?) (?:provides|offers|contributes) an? (?:[\p{L}\p{N}-]{1,20},? ){0,3}$/iu;

/** Whether a sentence is on the release: it names it, or says "it" of what the sentence before named. */
function isOfThis(words: string, names: Names): boolean {
  if (names.isForeign(words)) return false;
  return names.isOwn(words) || THE_MODEL.test(words);
}

/** "The open-sourced weights include", "The open-source models released here", "The open-source version of it". */
function readDefinite(spot: Spot): Said | null {
  const { before, behind, kind, words } = spot;
  if (kind !== "source" || !/^the $/i.test(before)) return null;
  if (isVersion(spot)) return say(spot, "", "model");
  const isTold = RELEASED_HERE.test(behind) || (/ed$/i.test(words) && MADE_WEIGHTS.test(behind));
  const part = nounOf(behind.split(" ", 4).join(" ")) ?? "model";
  return isTold && part !== "tool" ? say(spot, "", part) : null;
}

const RELEASED_HERE =
  /^ (?:models?|weights|checkpoints?|code|data ?sets?) (?:released|published|provided) (?:this time|here|in this)(?! paper)/i;
const MADE_WEIGHTS =
  /^ (?:[\p{L}\p{N}.-]{1,20} ){0,2}(?:weights|checkpoints?) (?:is|are|has|have|includes?|contains?|consists?|can|were|was)(?![\p{L}])/iu;

function isVersion({ behind, names }: Spot): boolean {
  const [, of = ""] = /^ (?:version|release|edition) of (.{1,40})/i.exec(behind) ?? [];
  const isHere = /^ (?:version|release|edition) (?:on|at|in|here|is|of this|of the model)(?![\p{L}])/iu.test(behind);
  return isHere || (names.isOwn(of) && !names.isForeign(of));
}

/** "The models open-sourced here". */
function readMadeHere(spot: Spot): Said | null {
  const made = /^the (models?|weights|checkpoints?|code|data ?sets?) (?:we (?:have )?)?$/iu.exec(spot.before)?.[1];
  if (made === undefined || spot.kind !== "source" || !/^ here(?![\p{L}])/iu.test(spot.behind)) return null;
  const part = nounOf(made);
  return part === null || part === "tool" ? null : say(spot, "", part);
}

/** "Acme introduced Owl, open-sourcing several models". */
function readParticiple({ names, before, behind, words, ...spot }: Spot): Said | null {
  if (!/sourcing$/i.test(words) || !/(?:,|(?<![\p{L}])and) $/u.test(before)) return null;
  const subject = before.split(" ").slice(0, 3).join(" ");
  const isOurs = (names.isOwn(subject) || names.isPublisher(subject) || WE.test(subject)) && !names.isForeign(subject);
  const [part, ...more] = isOurs ? partsOf(behind.split(/[;:]|\.(?!\d)/, 1).join(""), names) : [];
  return part === undefined ? null : saying({ names, before, behind, words, ...spot }, "", [part, ...more]);
}

/** "Open-source and free for commerce: Owl …": a point of a list by its label, where what follows is on the release. */
export function readLabel(plain: string, { names, isIntroduction }: Asked): Said | null {
  const [whole = "", words = ""] = LABEL.exec(plain) ?? [];
  if (whole === "") return null;
  const behind = plain.slice(whole.length);
  const [first = ""] = behind.split(/[,.;:](?!\d)/, 1);
  const isReleased =
    /(?:releas|publish|public|availab|provid)/i.test(first) && partsOf(first.replace(RELEASE, ""), names).length > 0;
  const isOurs = isReleased || names.isOwn(first) || names.isPublisher(first) || WE.test(first);
  if (!isOurs || names.isForeign(first) || DENIED.test(first) || UNREAL.test(first)) return null;
  return say(
    { names, words, kind: "source", above: "", before: "", behind, phrase: "", isIntroduction },
    first,
    "model",
  );
}

const RELEASE = /^(?:full |complete )?(?:releas|publish|provid)\p{L}* (?:of )?/iu;
const LABEL = /^(open[- ]sourced?)(?: (?:and|&) [\p{L} -]{1,40})? ?[:：] ?(?=\S)/iu;
