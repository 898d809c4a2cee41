/** Data sets with which the publisher evaluated, in whatever document they are linked. */

import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import { pages } from "../pages/index.ts";
import { isOwner } from "../shared/kinship.ts";
import { noteFile } from "../shared/noting.ts";
import type { Recognised } from "./recognition.ts";

/** A data set, or a collection, on the hub. */
const ON_HUB =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:datasets|collections)\/([\w.-]{1,100})\/([\w.-]{1,100})/i;

/** Called after evaluations: a publisher's own of that name is what it evaluated with. */
const OF_EVALUATION = /(?:^|[-_.])(?:evals?|evaluations?|eval-?sets?)(?:[-_.]|$)/i;

/** Links that are kept. */
const MOST = 3;

/** Links to data sets of the publisher's own that are called evaluations. */
export async function findOwnEvaluations(bench: Workbench): Promise<readonly Recognised[]> {
  const found = new Map<string, Note>();
  for (const page of await bench.study(pages)) {
    for (const { url, at } of page.document.links) {
      const [, owner = "", name = ""] = ON_HUB.exec(url) ?? [];
      if (found.size >= MOST || found.has(url)) continue;
      if (!OF_EVALUATION.test(name) || !isOwner(bench.release, owner)) continue;
      const { path } = page.artifact;
      const message = `${path} links to ${url}`;
      const remark = { code: "linked-elsewhere", args: { path, url }, message, basis: "declared" as const };
      found.set(url, await noteFile(bench, page.artifact, { ...remark, at, quote: url }));
    }
  }
  return [...found.values()].map((note) => ({ component: "evaluation-data", note }));
}
