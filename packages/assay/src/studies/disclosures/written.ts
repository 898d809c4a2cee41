/** Sections with words in them, and the first of those words. Templates of cards are full of headings with none. */

import { type Page, type PageSection, sectionAt } from "../pages/index.ts";
import { classifyHeading, type SectionKind } from "../sections/classify.ts";
import { isOfOthers } from "../sections/others.ts";
import { isPromise } from "../shared/prose.ts";
import { namesOnlyOthers, type OwnNames } from "./own.ts";

/** A section that says something. */
export interface WrittenPart {
  readonly page: Page;
  readonly kind: SectionKind;
  readonly title: string;
  /** Line (from 1) of the first words under its heading, and the words. */
  readonly line: number;
  readonly quote: string;
  /** Set where code or a table stands there and no prose. */
  readonly bare: "code" | "table" | null;
}

/** Fewer letters are a caption; half of them in Chinese are a sentence. */
const SHORTEST = 20;

/** Letters that a line with links has beside them. */
const FEWEST = 12;

/** Lines of one section that are looked at for its first words. */
const MOST_LINES = 200;

/** What templates of cards leave under a heading. */
const TEMPLATE =
  /\buse the code below to get started\b|\(both direct and downstream\) should be made aware\b|\bcarbon emissions can be estimated using\b|\bthis section (?:describes|should|is meant|provides|addresses|identifies|lists|explains|contains|gives)|\bdescribe (?:here|the)\b|\bmore information (?:is )?needed\b|\b(?:fill|insert|add) (?:this |me )?(?:in|here)\b|\bforthcoming\b|\[optional\]\s*$|\{\{|^\W*(?:n\/?a|none|unknown|not (?:specified|provided|applicable|disclosed|stated)|nothing yet|xxx+|\.\.\.)\W*$/i;

/** A sentence that only leads elsewhere. */
const LEADS_AWAY =
  /^\W{0,6}(?:please )?(?:also )?(?:see|refer to|check(?: out)?|visit|read|consult|(?:for |find )?(?:more|further|full|additional)(?: detailed)? (?:details|information)|for (?:details|information)|details? (?:can be found|are|is))\b|\bplease (?:refer to|see|visit|check)\b|^[^.]{0,200}\b(?:can be found|is described|are described|is available|are available|are given|are listed) (?:here|in (?:the|our|this)|at|on (?:the|our)|\[)/i;

/** Sections of a page that say something about the release, by the kinds of their headings. */
export function listWritten(page: Page, own: OwnNames): readonly WrittenPart[] {
  const parts: WrittenPart[] = [];
  for (const [index, section] of page.sections.entries()) {
    if (section.ownKind === "none" || isOfOthers(section.titles)) continue;
    if (section.titles.some((title) => namesOnlyOthers(title, own))) continue;
    const title = section.titles.at(-1) ?? "";
    const found = findWords(page, section.line, endOf(page, index));
    if (found !== null) parts.push({ page, kind: section.ownKind, title, ...found });
  }
  return [...parts, ...listLabelled(page)];
}

/** A section ends with the next that is not below it, or that is about something else. */
function endOf({ sections, lines }: Page, index: number): number {
  const { titles, ownKind } = sections[index] as PageSection;
  const isOther = (next: PageSection): boolean =>
    next.titles.length <= titles.length || (next.ownKind !== "none" && next.ownKind !== ownKind);
  const next = sections.slice(index + 1, index + MOST_LINES).find(isOther);
  return Math.min((next?.line ?? lines.length + 1) - 1, (sections[index]?.line ?? 0) + MOST_LINES);
}

type Words = Pick<WrittenPart, "line" | "quote" | "bare">;

/** First words of the lines after `line` up to `end`: prose before all else. */
function findWords({ lines }: Page, line: number, end: number): Words | null {
  let bare: Words | null = null;
  for (let at = line; at < end; at += 1) {
    const { text = "", isCode = false } = lines[at] ?? {};
    const quote = text.trim();
    if (isCode || quote.startsWith("|")) {
      if (bare === null && isContent(quote)) bare = { line: at + 1, quote, bare: isCode ? "code" : "table" };
    } else if (isTelling(quote)) return { line: at + 1, quote, bare: null };
  }
  return bare;
}

function isContent(line: string): boolean {
  return /\p{L}{2}/u.test(line) && !/^(?:`{3,}|~{3,})/.test(line) && !isPromise(line) && !TEMPLATE.test(line);
}

/** Whether a line says something: no heading, no markup, no promise, not what a template left. */
function isTelling(line: string): boolean {
  if (line === "" || /^(?:#|<!--|=+$|-{3,}$)/.test(line) || isPromise(line) || TEMPLATE.test(line)) return false;
  const words = line
    .replace(/!\[[^[\]]{0,200}\]\([^()]{0,500}\)/g, " ")
    .replace(/\]\([^()]{0,500}\)/g, "]")
    .replace(/<[^<>]{0,500}>|https?:\/\/\S+/g, " ");
  if (LEADS_AWAY.test(words.replace(/[*_[]/g, ""))) return false;
  // What a link is called says where it leads.
  const said = words.replace(/\[[^[\]]{0,300}\]?/g, " ").match(/\p{L}/gu)?.length ?? 0;
  if (/\[/.test(words) && said < FEWEST) return false;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const chinese = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return letters + chinese >= SHORTEST;
}

/** Sections that list things by their names. */
const LISTS: ReadonlySet<SectionKind> = new Set(["intended-use", "usage", "changelog"]);

/** A line that begins with its heading in bold letters. */
const LABELLED = /^\s{0,6}(?:[-+] |\* )?\*\*([^*\n]{3,60}?):?\*\*:?\s{1,4}(\S.{19,})/;

function listLabelled(page: Page): readonly WrittenPart[] {
  return page.lines.flatMap(({ text, isCode }, index): readonly WrittenPart[] => {
    const [, label = "", rest = ""] = (isCode ? null : LABELLED.exec(text)) ?? [];
    const kind = label === "" ? "none" : classifyHeading(label);
    if (kind === "none" || !isTelling(rest)) return [];
    // Of a list of uses each has a name of its own: distillation, summaries.
    const around = sectionAt(page, index + 1).kind;
    if (LISTS.has(around) && around !== kind) return [];
    return [{ page, kind, title: label, line: index + 1, quote: text.trim(), bare: null }];
  });
}
