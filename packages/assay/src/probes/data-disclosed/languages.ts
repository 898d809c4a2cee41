/** Which languages a release says that its model is for. */

import type { Field } from "../../model/facts.ts";
import { cards, listField } from "../../studies/card/index.ts";
import { LANGUAGE_NAMES } from "../../studies/disclosures/vocabulary.ts";
import { type Page, pages, type Statement, sectionAt } from "../../studies/pages/index.ts";
import { noteFile } from "../../studies/shared/noting.ts";
import { isPromise } from "../../studies/shared/prose.ts";
import type { Desk } from "../shared/disclosed.ts";

/** Codes of ISO 639, perhaps with a script or a region. */
const CODE = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;

/** A sentence in which languages are those of the model. */
const SPEAKS = /\b(?:support(?:s|ed|ing)?|languages?|bilingual|trained on|use in|understand\w*)\b/i;
/** Languages of a comparison, of a task to come, of a page. */
const OTHERWISE =
  /\b(?:other (?:than|languages?)|non-English|open-?sourc\w+|dataset for|pipeline|programming|benchmark\w*|outperform\w*|evaluat\w+|translat(?:e|ion) (?:this|of the)|readme|version of this|documentation|blog|fine-?tun\w+ (?:for|on)|you can|tokeni[sz]er|plan(?:s|ning)? to)\b/i;

const NAMES = new RegExp(`\\b(?:${LANGUAGE_NAMES.join("|")})\\b`, "g");

/** Languages, each with the evidence for it. */
export async function noteLanguages(desk: Desk): Promise<ReadonlyMap<string, string>> {
  const found = await noteTagged(desk);
  if (found.size > 0) return found;
  for (const page of (await desk.bench.study(pages)).filter(
    ({ isFront, isCard, isAside }) => (isFront || isCard) && !isAside,
  )) {
    const said = page.statements.find((statement) => namesLanguages(page, statement));
    if (said === undefined) continue;
    for (const name of listNames(said.words)) found.set(name, await noteSentence(desk, page, said));
    return found;
  }
  return found;
}

/** The languages of the front matter of cards. */
async function noteTagged({ ledger, bench }: Desk): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const card of await bench.study(cards)) {
    if (card.artifact.path.includes("/")) continue;
    const fields: readonly Field[] = [...listField(card, "language"), ...listField(card, "languages")];
    for (const { value, at } of fields) {
      const code = String(value).trim();
      if (!CODE.test(code) && !LANGUAGE_NAMES.some((name) => name.toLowerCase() === code.toLowerCase())) continue;
      const { path } = card.artifact;
      const message = `${path} names the language ${code}`;
      const remark = { code: "language-tagged", args: { path, language: code }, message, basis: "declared" as const };
      found.set(code, ledger.note(await noteFile(bench, card.artifact, { ...remark, at, quote: code })));
    }
  }
  return found;
}

function namesLanguages(page: Page, { words, line }: Statement): boolean {
  if (words.length > 2_000 || words.startsWith("|") || !SPEAKS.test(words) || OTHERWISE.test(words) || isPromise(words))
    return false;
  const { kind } = sectionAt(page, line);
  if (kind === "evaluation-results" || kind === "usage" || kind === "changelog" || kind === "license") return false;
  const names = listNames(words);
  return (
    names.length >= 2 ||
    (names.length === 1 &&
      /\blanguages?(?:\(s\))?\W{1,6}(?:\w+ ){0,2}[A-Z]|\bin English\b|\bEnglish-only\b/.test(words))
  );
}

function listNames(words: string): readonly string[] {
  return [...new Set(words.match(NAMES) ?? [])];
}

async function noteSentence({ ledger, bench }: Desk, page: Page, { words, from }: Statement): Promise<string> {
  const { path } = page.artifact;
  const message = `${path} names languages of the model`;
  const remark = { code: "languages-said", args: { path }, message, basis: "declared" as const };
  const at = page.text.place(from, from + words.length);
  return ledger.note(await noteFile(bench, page.artifact, { ...remark, at, quote: words }));
}
