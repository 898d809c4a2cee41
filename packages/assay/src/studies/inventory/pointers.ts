/** Places to which the documents of a release lead for a component: pointers to it, never the thing itself. */

import type { ComponentId } from "../../model/components.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import { cards, listField, titleOf } from "../card/index.ts";
import { pages } from "../pages/index.ts";
import { noteFile } from "../shared/noting.ts";
import { isOwnName } from "../shared/own-names.ts";
import { isAside, splitPath } from "../shared/path-words.ts";
import { modelPages } from "./model-pages.ts";
import { findOwnEvaluations } from "./own-evaluations.ts";
import { findPapers } from "./papers.ts";
import { listLedTo } from "./pointer-rules.ts";
import type { Recognised } from "./recognition.ts";
import { findSaid } from "./said-elsewhere.ts";
import { listSeenLinks, type SeenLink } from "./seen-link.ts";
import { findNamedInCode } from "./snippets.ts";
import { isSource } from "./source-text.ts";
import { findStubs } from "./stub-cards.ts";
import { isNamedLikeWeights } from "./weights.ts";

/** All of this lies in a repository of code that a release of weights links to under its own name. */
const CODE: readonly ComponentId[] = [
  "architecture",
  "training-code",
  "inference-code",
  "evaluation-code",
  "preprocessing-code",
];

/** Pointers of a component that are kept; the first are those of the front. */
const MOST_POINTERS = 5;

/** Where the release says that its components lie. */
export async function findPointers(bench: Workbench): Promise<readonly Recognised[]> {
  const seen = listSeenLinks(bench.release, await bench.study(pages), await bench.study(modelPages));
  const found = new Map<ComponentId, Map<string, SeenLink>>();
  const isOfWeights = holdsWeights(bench);
  for (const one of seen) {
    const own = isOfWeights && leadsToOwnCode(one) ? CODE : [];
    for (const component of [...listLedTo(one), ...own]) {
      const links = found.get(component) ?? new Map<string, SeenLink>();
      found.set(component, links);
      if (links.size < MOST_POINTERS && !links.has(one.link.url)) links.set(one.link.url, one);
    }
  }
  const pointers: Recognised[] = [];
  for (const [component, links] of found) {
    for (const one of links.values()) pointers.push({ component, note: await noteLink(bench, one) });
  }
  return [
    ...pointers,
    ...(await findNamedInCode(bench)),
    ...(await findPapers(bench, seen)),
    ...(await findSaid(bench, seen)),
    ...(await findStubs(bench)),
    ...(await findNamedData(bench)),
    ...(await findOwnEvaluations(bench)),
  ];
}

/** A release of weights without code of its own: of a repository of code, a link to itself leads nowhere else. */
function holdsWeights({ release }: Workbench): boolean {
  const parts = release.artifacts.filter(({ path }) => !isAside(path));
  return (
    parts.some(({ path }) => isNamedLikeWeights(path)) &&
    !parts.some(({ path }) => isSource(path) && splitPath(path).folders.length > 0)
  );
}

function leadsToOwnCode({ release, page, link }: SeenLink): boolean {
  const name = /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^/\s]+\/([^/\s?#]+)/i.exec(link.url)?.[1];
  return page.isFront && name !== undefined && isOwnName(release, name, titleOf(page));
}

async function noteLink(bench: Workbench, { page, link }: SeenLink): Promise<Note> {
  const { path } = page.artifact;
  const message = `${path} links to ${link.url}`;
  const remark = { code: "linked-elsewhere", args: { path, url: link.url }, message, basis: "declared" as const };
  return await noteFile(bench, page.artifact, { ...remark, at: link.at, quote: link.url });
}

/** Data sets that the front matter names. */
async function findNamedData(bench: Workbench): Promise<readonly Recognised[]> {
  const [card] = await bench.study(cards);
  const [first] = card === undefined ? [] : listField(card, "datasets");
  if (card === undefined || first === undefined) return [];
  const quote = `datasets: ${first.value}`;
  const message = `${card.artifact.path} names the data set ${first.value}`;
  const remark = { code: "data-named", args: { name: String(first.value) }, message, basis: "declared" as const };
  return [
    { component: "training-data", note: await noteFile(bench, card.artifact, { ...remark, at: first.at, quote }) },
  ];
}
