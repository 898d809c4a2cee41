/** Sentences that say of a component that it is elsewhere, where the link to it stands beside them. */

import type { ComponentId } from "../../model/components.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Page, pages, type Statement, sectionAt } from "../pages/index.ts";
import { isForeignName } from "../shared/families.ts";
import { isKin, isOwner } from "../shared/kinship.ts";
import { noteFile } from "../shared/noting.ts";
import { isPromise } from "../shared/prose.ts";
import type { Recognised } from "./recognition.ts";
import { type SeenLink, speaksOfRelease } from "./seen-link.ts";

interface Saying {
  readonly component: ComponentId;
  readonly words: RegExp;
  /** Whether a link beside the sentence leads to what it speaks of. */
  readonly leads: (seen: SeenLink, said: Said) => boolean;
}

/** A sentence, with where its section begins and ends, and where the next sentence ends. */
interface Said {
  readonly statement: Statement;
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

const SAYINGS: readonly Saying[] = [
  {
    component: "intermediate-weights",
    words:
      /\b(?:releas\w*|provid\w*|publish\w*|shar\w*|upload\w*|available|open-?sourc\w*)\b.{0,80}\bintermediate (?:[\w-]{1,20} ){0,2}(?:checkpoints?|weights)\b|中间.{0,8}(?:检查点|checkpoints?)/i,
    leads: isBesideSentence,
  },
  {
    // A training that goes on: what is there is a state on the way.
    component: "intermediate-weights",
    words:
      /\b(?:not (?:yet )?(?:done|finished)|still) training\b.{0,100}\bcheckpoints?\b|\breleas\w* (?:a |an )?(?:[\w-]{1,20} )?checkpoints? (?:at|after) \d/i,
    leads: isOwnModelOfSection,
  },
  {
    component: "model-card",
    words:
      /\b(?:see|refer to|check out|consult|in|visit)\b.{0,40}\bmodel ?cards?\b|\bmodel ?cards? (?:outline|describe|contain|explain|give|provide|list|document)s?\b/i,
    leads: (seen, said) =>
      isOwnModelOfSection(seen, { ...said, from: 0 }) && said.statement.words.includes("](") === false,
  },
];

/** What somebody else made, or how to write one. */
const OTHERS = /\b(?:mitchell|template|based on|adapted|inspired|following)\b/i;

/** First place of each component of which a sentence says so. */
export async function findSaid(bench: Workbench, links: readonly SeenLink[]): Promise<readonly Recognised[]> {
  const found = new Map<ComponentId, Note>();
  for (const page of (await bench.study(pages)).filter((one) => speaksOfRelease(one))) {
    const own = links.filter((seen) => seen.page === page && seen.isOnModel);
    if (own.length === 0) continue;
    for (const [component, said] of listSaid(bench, page, own)) {
      if (!found.has(component)) found.set(component, await noteSaid(bench, page, { component, said }));
    }
  }
  return [...found].map(([component, note]) => ({ component, note }));
}

function* listSaid(bench: Workbench, page: Page, links: readonly SeenLink[]): Generator<[ComponentId, Said]> {
  for (const [index, statement] of page.statements.entries()) {
    const words = statement.words.replace(/\s+/g, " ").replace(/[*_`]/g, "");
    const saying = SAYINGS.find((one) => one.words.test(words));
    if (saying === undefined || words.startsWith("#") || OTHERS.test(words) || isPromise(words)) continue;
    if (isForeignName(bench.release, words.replace(/\b\d+(?:\.\d+)?[BM]\b/g, ""))) continue;
    const at = page.sections.findLastIndex(({ line }) => line <= statement.line);
    const said: Said = {
      statement,
      from: page.sections[at]?.line ?? 0,
      to: page.sections[at + 1]?.line ?? Number.POSITIVE_INFINITY,
      next: page.statements[index + 1]?.lastLine ?? statement.lastLine,
    };
    if (links.some((seen) => saying.leads(seen, said))) yield [saying.component, said];
  }
}

/** In the sentence itself, or in the one behind it. */
function isBesideSentence({ link }: SeenLink, { statement, next, to }: Said): boolean {
  const line = link.at.line ?? 0;
  return /^https?:/i.test(link.url) && line >= statement.line && line <= next && line < to;
}

/** The repository of a model of the release's own, in the section of the sentence or in its heading. */
function isOwnModelOfSection({ release, link, page }: SeenLink, { from, to, statement }: Said): boolean {
  const [, owner = "", name = ""] =
    /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!datasets\/|spaces\/|docs\/|papers\/|blog\/|learn\/)([\w.-]{1,100})\/([\w.-]{1,100})/i.exec(
      link.url,
    ) ?? [];
  const line = link.at.line ?? 0;
  const isInside = line >= from && (line < to || from === 0) && sectionAt(page, statement.line).kind !== "citation";
  return name !== "" && isInside && (isKin(release, { owner, name }) || isOwner(release, owner));
}

async function noteSaid(
  bench: Workbench,
  page: Page,
  { component, said: { statement } }: { readonly component: ComponentId; readonly said: Said },
): Promise<Note> {
  const { path } = page.artifact;
  const { from, words } = statement;
  const message = `${path} says where ${component.replaceAll("-", " ")} is: ${words.replace(/\s+/g, " ").slice(0, 160)}`;
  const remark = { code: "said-elsewhere", args: { path, component }, message, basis: "declared" as const };
  return await noteFile(bench, page.artifact, {
    ...remark,
    at: page.text.place(from, from + words.length),
    quote: words,
  });
}
