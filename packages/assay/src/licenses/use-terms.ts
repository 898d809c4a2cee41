/**
 * Terms that a text sets, read by rules from its own words. The rules are few and strict: what they find is there, and
 * what they do not find may be there all the same.
 */

import type { Term } from "../model/license.ts";

/** One rule: the words that set a term, and what they come to; null where a closer look says that they do not. */
interface Rule {
  readonly type: string;
  readonly words: RegExp;
  value(match: RegExpMatchArray): Term["value"] | null;
}

/** UTF-16 units. The longest agreement of a model known has 40,000. */
const LONGEST_TEXT = 1 << 20;

/** A quote is a sentence; a longer one is cut, in UTF-16 units. */
const LONGEST_QUOTE = 400;

/** Terms of one type that are told; a text that repeats itself more often says nothing new. */
const MOST_OF_A_TYPE = 8;

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

const NUMBER = String.raw`(\d[\d,.]{0,18})\s*(thousand|million|billion)?`;

function numberOf(digits: string | undefined, scale: string | undefined): number | null {
  const value = Number((digits ?? "").replace(/[,.](?=\d{3}(?:\D|$))/g, "").replace(/[,.]$/, ""));
  return Number.isFinite(value) && value > 0 ? value * (SCALES[scale?.toLowerCase() ?? ""] ?? 1) : null;
}

const RULES: readonly Rule[] = [
  {
    type: "user-threshold",
    words: new RegExp(
      String.raw`\b(?:greater|more|fewer|less)\s+than\s+${NUMBER}\s+(?:monthly|daily)\s+active\s+users|\b(?:exceed\w*|over|above)\s+${NUMBER}\s+(?:monthly|daily)\s+active\s+users`,
      "gi",
    ),
    value: ([, a, b, c, d]) => numberOf(a ?? c, b ?? d),
  },
  {
    type: "revenue-threshold",
    words: new RegExp(
      String.raw`(?:US\s*)?\$\s*${NUMBER}[^.;]{0,80}\brevenue|\brevenues?\b[^.;]{0,120}?(?:US\s*)?\$\s*${NUMBER}`,
      "gi",
    ),
    value: ([, a, b, c, d]) => numberOf(a ?? c, b ?? d),
  },
  {
    type: "commercial-use",
    words:
      /\b(?:only|solely|exclusively)\s+for\s+(?:\w+\s+){0,3}non-?commercial\b|\bnon-?commercial\s+(?:and\s+)?(?:research\s+)?(?:use|purposes?)\s+only\b|\b(?:not|never)\s+(?:be\s+)?used?\s+[^.;]{0,80}\bfor\s+(?:any\s+)?commercial\s+purposes?/gi,
    value: () => false,
  },
  {
    type: "outputs-may-train-others",
    words:
      /\bnot\s+use\s+[^.;]{1,120}\b(?:outputs?|results?)\b[^.;]{0,80}\bto\s+(?:improve|train|create|develop)\s+any\s+other\s+[^.;]{0,40}\bmodels?\b/gi,
    value: () => false,
  },
  {
    type: "naming",
    words: /\b(?:prominently\s+)?display\s+(?:the\s+\w+\s+)?["“]([^"”\n]{1,80})["”]/gi,
    value: ([, name = ""]) => name,
  },
  {
    type: "policy-by-url",
    words: /\b(?:acceptable\s+use|use|usage|prohibited\s+use)\s+policy\b[^.;]{0,160}?(https?:\/\/[^\s()<>"”]{3,300})/gi,
    value: ([, url = ""]) => url.replace(/[.,;:]+$/, ""),
  },
  {
    type: "territory-excluded",
    words: /\bnot\s+(?:being\s+)?granted\s+to\s+you\b[^.;]{0,160}\b(European\s+Union)\b/gi,
    value: () => "EU",
  },
  {
    type: "acceptance",
    words:
      /\bby\s+(?:clicking|accessing|using|downloading|requesting)\b[^.;]{0,200}\byou\s+(?:agree|accept|consent)\b/gi,
    value: () => true,
  },
];

/** Terms of a text in the order in which they stand. Offsets are UTF-16 units of the text; lines count from 1. */
export function readUseTerms(text: string): readonly Term[] {
  if (text.length > LONGEST_TEXT) return [];
  const found = RULES.flatMap((rule) => [...applyRule(rule, text)].slice(0, MOST_OF_A_TYPE));
  return found.sort((a, b) => a.at.start - b.at.start || (a.type < b.type ? -1 : 1));
}

function* applyRule({ type, words, value }: Rule, text: string): Generator<Term> {
  for (const match of text.matchAll(words)) {
    const read = value(match);
    if (read !== null) yield { type, value: read, ...quoteSentence(text, match.index, match[0].length) };
  }
}

/** The sentence around the words: from the last full stop or empty line before them to the next one behind. */
function quoteSentence(text: string, index: number, length: number): Pick<Term, "quote" | "at"> {
  const before = text.slice(Math.max(0, index - LONGEST_QUOTE), index);
  const from = index - before.length + Math.max(0, ...[...before.matchAll(/[.;:]\s|\n\s*\n/g)].map(endOf));
  const behind = text.slice(index + length, index + length + LONGEST_QUOTE).search(/[.;](?:\s|$)|\n\s*\n/);
  const to = Math.min(behind < 0 ? index + length : index + length + behind + 1, from + LONGEST_QUOTE, text.length);
  const end = Math.max(to, index + length);
  const start = from + (text.slice(from, end).length - text.slice(from, end).trimStart().length);
  const quote = text.slice(start, end).trimEnd();
  const line = text.slice(0, start).split("\n").length;
  return { quote, at: { start, end: start + quote.length, line } };
}

function endOf(match: RegExpMatchArray): number {
  return (match.index ?? 0) + match[0].length;
}
