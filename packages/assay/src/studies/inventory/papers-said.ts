/** Sentences and lists in which a document says that a link leads to the paper on what it is about. */

import { type Page, sectionAt } from "../pages/index.ts";
import { isForeignName } from "../shared/families.ts";
import { flattenName } from "../shared/own-names.ts";
import type { SeenLink } from "./seen-link.ts";
import { isTitledOwn } from "./titles.ts";

const PAPER = "(?:papers?|preprint|article|publication|technical report)";

/** What a sentence says of a paper where it is the paper on the release. */
const SAYING: readonly RegExp[] = [
  // "Code and models from the paper …", "resources for the paper …", "the PyTorch code of the Owl paper"
  new RegExp(
    `\\b(?:implementation|code|codebase|models?|weights|checkpoints|resources|repository)\\b[^.]{0,60}\\b(?:of|for|from|in|with|behind|accompanying)\\b[^.]{0,60}\\b${PAPER}\\b`,
    "i",
  ),
  // "see our paper", "refer to our ICLR 2020 paper", "described in the accompanying paper"
  new RegExp(`\\b(?:our|associated|accompanying) (?:[\\w'-]{1,20} ){0,4}${PAPER}\\b`, "i"),
  new RegExp(
    `\\b(?:information|details?|description)\\b[^.]{0,80}\\bin (?:the|this) (?:[\\w'-]{1,20} ){0,3}${PAPER}\\b`,
    "i",
  ),
  // "Paper: …"
  new RegExp(`^\\W{0,6}(?:[\\w-]{1,20} ){0,2}${PAPER}(?: link)?\\W{0,4}[:：]`, "i"),
  /^\W{0,6}(?:title|论文)\W{0,4}[:：]/i,
];

/** "This is the codebase for …": what follows is a paper by its address. */
const INTRODUCING =
  /\b(?:this (?:repo(?:sitory)?|is)|official|pytorch|jax|tensorflow)\b[^.]{0,60}\b(?:codebase|code|implementation|repo(?:sitory)?|release)\b[^.]{0,30}\b(?:for|of|presented in|described in)\b/i;

/** What somebody else wrote, or what has only been used. */
const OTHERS =
  /\b(?:inspired|similar|based on|modified|derived|variant|following|according|adapted|borrow|compared|benchmark proposed|introduced by|proposed (?:in|by)|thanks?|method(?:ology)?|technique|related)\b/i;

/** Sections in which papers are listed, and those in which they are others'. */
const LISTED = /\b(?:publications?|papers?)\b|论文/i;
const LISTED_OTHERS = /\b(?:adoption|related|using|used|awesome|cit(?:e|ed|ing)|references?|community|recommended)\b/i;

/** A title has as many words at least. */
const SHORTEST_TITLE = 4;

/** Whether the document says that a link to a paper leads to the one on the release. */
export function isPaperSaid(seen: SeenLink): boolean {
  const { release, page, link, section, text } = seen;
  if (section.kind === "changelog" || section.kind === "evaluation-results") return false;
  const line = link.at.line ?? 0;
  const own = sentenceOf(seen);
  const plain = own.replace(/https?:\/\/[^\s)>\]]{1,400}/g, " ");
  if (OTHERS.test(plain) || isForeignName(release, plain)) return false;
  if (SAYING.some((words) => words.test(plain))) return true;
  if (INTRODUCING.test(plain) && countWords(text) >= SHORTEST_TITLE) return true;
  return beginsLine(page, line, text) && isListed(page, line);
}

/** "Owl (a bird) was proposed in a research paper": the title of a document on a model of the release begins the sentence. */
const PRESENTED = new RegExp(
  `\\b(?:was|were|is|are) (?:first |originally )?(?:proposed|introduced|presented|described) in\\b[^.]{0,60}\\b${PAPER}\\b`,
  "i",
);

/** Whether a document on a model of the release says in which paper that was presented. */
export function isPresented(seen: SeenLink): boolean {
  const { release, page } = seen;
  const title = flattenName(page.document.headings[0]?.title ?? "");
  if (title === "" || !isTitledOwn(release, page)) return false;
  const words = sentenceOf(seen).replace(/\]\([^()]{0,400}\)/g, "]");
  const said = PRESENTED.exec(words);
  return said !== null && said.index <= CLOSE && flattenName(words).startsWith(title);
}

/** A sentence that says so of its subject says it near its beginning, in UTF-16 units. */
const CLOSE = 120;

/** The sentence, from the words of the link alone where it stands in a table. */
function sentenceOf({ sentence, text, page, link }: SeenLink): string {
  const isWhole = sentence !== text && sentence !== "";
  return (isWhole ? sentence : (page.lines[(link.at.line ?? 1) - 1]?.text ?? ""))
    .replace(/<[^<>]{0,500}>|[*_`]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length;
}

/** Whether a link of the length of a title begins its line. */
function beginsLine({ lines }: Page, line: number, text: string): boolean {
  const shown = lines[line - 1]?.text ?? "";
  return countWords(text) >= SHORTEST_TITLE && /^[\s*+\d.)•-]{0,8}\**\[/.test(shown);
}

/** Under a heading on publications, or below a sentence that ends by naming them. */
function isListed(page: Page, line: number): boolean {
  const { titles } = sectionAt(page, line);
  const title = titles.at(-1) ?? "";
  if (LISTED.test(title) && !titles.some((one) => LISTED_OTHERS.test(one))) return true;
  for (let above = line - 2; above >= 0 && above >= line - 2 - MOST_ABOVE; above -= 1) {
    const text = (page.lines[above]?.text ?? "").trim();
    if (text === "" || /^[*+-]\s|^\d{1,2}[.)]\s|^\[/.test(text)) continue;
    return /\b(?:from|in|see|by) (?:the|our|these) (?:following )?papers?:?$/i.test(text);
  }
  return false;
}

/** Lines of a list that are passed on the way up. */
const MOST_ABOVE = 15;
