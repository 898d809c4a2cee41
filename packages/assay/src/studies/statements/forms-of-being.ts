/** Forms of sentences in which something is said to be open, or called so in passing. */

import type { OpenPart } from "../../model/statements.ts";
import type { Names } from "./names.ts";
import { headOf, lastNoun, nounOf, partOf } from "./nouns.ts";
import { type Said, type Spot, say } from "./spot.ts";
import { ARTICLE_BEGINNING, BEING, COLLECTIVE_ENDING, HERE, NOT_BETWEEN, OWN_ENDING, RELEASED_AS } from "./words.ts";

/** "X is an open source model". */
export function readBeing(spot: Spot): Said | null {
  const { before, phrase, names } = spot;
  const [subject, between] = splitAtBeing(before);
  if (subject === "" || !isJoined(between)) return null;
  const head = headOf(phrase) ?? (phrase === "" ? nounOf(between) : null);
  if (head === "tool" || (head === null && !isPredicate(phrase, spot))) return null;
  const isOfSelf = saysOfSelf(subject, names);
  const part = head ?? partOf(lastWords(subject.replace(HERE, "").trimEnd()));
  if (part === null || part === "tool") return isOfSelf ? say(spot, subject, "model") : null;
  return isOfSelf || names.isForeign(subject) ? say(spot, subject, copyOf(spot) ?? part) : null;
}

/** Nothing behind the words that they could belong to: "is open source on the hub". */
function isPredicate(phrase: string, { names }: Spot): boolean {
  return (
    phrase === "" ||
    names.isOwn(phrase) ||
    /^(?:now|today|this time|too|again|it|here|there|now available|veröffentlicht|publié\p{L}*|vrijgegeven|available|freely|licensed|aussi|también|ook|auch)/iu.test(
      phrase,
    )
  );
}

function saysOfSelf(subject: string, names: Names): boolean {
  if (names.isForeign(lastWords(subject))) return false;
  return names.isOwn(subject) || names.isPublisher(subject) || SELF.test(subject) || BARE.test(subject);
}

/** "Chat models" at the beginning: of a page's own, where no word counts them among others. */
const BARE =
  /^(?!.*(?<![\p{L}])(?:most|many|some|few|several|other|such|existing|recent|similar|all|any|more|these|those|when|that|which|as|while|since|because)(?![\p{L}]))(?:[\p{L}\p{N}.-]{1,20} ){1,3}(?:models|weights|checkpoints)$/iu;

/** "the model", "our weights", "it", at the end of a subject. */
const SELF =
  /(?<![\p{L}])(?:(?:the|this|our|these|all|both|following|das|dieses?|unser\p{L}{0,2}|die|alle|der|het|dit|deze|ons|onze|de|le|la|les|ce|cette|notre|nos|el|este|esta|los|las|nuestr[oa]s?) (?:[\p{L}\p{N}.+-]{1,24} ){0,4}(?:models?|[sl]lms?|weights?|checkpoints?|code|codebase|data|data ?sets?|corpus|scripts?|family|series|\p{L}*modelle?n?|(?:modell)?gewichte?n?|daten|datensatz|quellcode|trainingscode|broncode|taalmodel|modèles?|poids|données|modelos?|pesos|código|datos|conjunto de datos|jeu de données)|it|es|everything|alles|tout|todo)(?:,? (?:[\p{L}\p{N}'’.-]{1,24} ){0,4}[\p{L}\p{N}'’.-]{1,24})?$/iu;

function lastWords(subject: string): string {
  return subject.slice(-90);
}

/** "our open source model", "notre modèle open source". */
export function readOwn(spot: Spot): Said | null {
  const { before, phrase, kind, names } = spot;
  const own = OWN_ENDING.exec(before);
  if (own === null || kind === "weights") return null;
  const between = own[0];
  // "notre modèle open source": the noun stands before.
  const head = lastNoun(between.trim()) ?? headOf(phrase);
  if (head === null || head === "tool") return names.isOwn(phrase) ? say(spot, phrase, "model") : null;
  return say(spot, `${between}${phrase}`, head);
}

/** "A compact, open source language model": a page's description of itself. */
export function readTitle(spot: Spot): Said | null {
  const { above, before, phrase, isIntroduction, behind, kind, names } = spot;
  // "Owl: an open source model" is said of what stands before the colon.
  if (/\p{L}/u.test(above) && !names.isOwn(above)) return null;
  if (!isIntroduction || !ARTICLE_BEGINNING.test(before) || splitAtBeing(before)[0] !== "") return null;
  // "Truly open: …"
  if (kind === "fully" && before === "" && phrase === "") return say(spot, phrase, "model");
  const head = headOf(phrase) ?? (phrase === "" ? nounOf(before) : null);
  const isOne = !/s$/i.test(phrase) && !/^[^,.]{0,60} (?:is|are|ist|sind|est|sont|es|son|zijn) /i.test(behind);
  if (head === null || head === "tool" || head === "weights" || !isOne) return null;
  // "An open source implementation of Owl": code and data are what a page lies beside only where an article names one.
  return head === "model" || /^an? /i.test(before) ? say(spot, phrase, copyOf(spot) ?? head) : null;
}

/** Of what something is a version, where it says so: "a replication of the Owl data set". */
function copyOf({ behind }: Spot): OpenPart | null {
  const whole =
    /^ (?:[\p{L}\p{N}-]{1,20} ){0,2}(?:reproduction|replication|version|variant|edition) of (.{1,60})/iu.exec(
      behind,
    )?.[1];
  return whole !== undefined && nounOf(whole.split(/ (?:from|by|with|for) /, 1).join("")) === "data" ? "data" : null;
}

/** Longer stretches between "is" and "open source" belong to another sentence. */
const LONGEST_BETWEEN = 90;

function splitAtBeing(before: string): readonly [subject: string, between: string] {
  const being = [...before.matchAll(BEING)].at(-1);
  if (being === undefined) return ["", ""];
  const subject = before.slice(0, being.index).trim();
  // "This model …, making it an": of the subject that the sentence begins with.
  const first = /^mak/i.test(being[0])
    ? (/^(?:\S+ ){0,3}?\S+(?= (?:is|are|has|have|contains?|\p{Ll}+s) )/u.exec(subject)?.[0] ?? "")
    : subject;
  return [first, before.slice(being.index + being[0].length).trimStart()];
}

/** Whether what stands between belongs to the same saying. */
function isJoined(between: string): boolean {
  if (between.length > LONGEST_BETWEEN) return false;
  return !NOT_BETWEEN.test(between.replace(COLLECTIVE_ENDING, "")) || RELEASED_AS.test(between);
}
