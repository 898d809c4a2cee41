/** Data sets with which the publisher evaluated, in whatever document they are linked. */

import type { Link } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Release } from "../../model/types.ts";
import { type Page, pages, statementOf } from "../pages/index.ts";
import { isOwner } from "../shared/kinship.ts";
import { noteFile } from "../shared/noting.ts";
import type { Recognised } from "./recognition.ts";

/** A data set, or a collection, on the hub. */
const ON_HUB =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:datasets|collections)\/([\w.-]{1,100})\/([\w.-]{1,100})/i;

/** Called after evaluations: a publisher's own of that name is what it evaluated with. */
const OF_EVALUATION = /(?:^|[-_.])(?:evals?|evaluations?|eval-?sets?)(?:[-_.]|$)/i;

/** What a sentence calls them where they are not the results. */
const SAID =
  /\bevaluation (?:details|prompts|sets?|data ?sets?|data)\b|\b(?:eval(?:uation)?s?|benchmarks?) (?:\w+ ){0,3}as data ?sets\b/i;

/** Links that are kept. */
const MOST = 3;

/** Links to data sets of the publisher's own that are called evaluations. */
export async function findOwnEvaluations(bench: Workbench): Promise<readonly Recognised[]> {
  const found = new Map<string, Note>();
  for (const page of await bench.study(pages)) {
    for (const link of page.document.links) {
      if (found.size >= MOST || found.has(link.url) || !isOfOwn(bench.release, page, link)) continue;
      found.set(link.url, await noteLink(bench, page, link));
    }
  }
  return [...found.values()].map((note) => ({ component: "evaluation-data", note }));
}

function isOfOwn(release: Release, page: Page, link: Link): boolean {
  const [, owner = "", name = ""] = ON_HUB.exec(link.url) ?? [];
  return OF_EVALUATION.test(name) && isOwner(release, owner) && SAID.test(statementOf(page, link)?.words ?? "");
}

async function noteLink(bench: Workbench, page: Page, { url, at }: Link): Promise<Note> {
  const { path } = page.artifact;
  const message = `${path} links to ${url}`;
  const remark = { code: "linked-elsewhere", args: { path, url }, message, basis: "declared" as const };
  return await noteFile(bench, page.artifact, { ...remark, at, quote: url });
}
