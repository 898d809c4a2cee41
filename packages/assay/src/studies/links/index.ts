/** Where the cards of a release say that other parts of it lie. */

import { factOf, type Place } from "../../model/facts.ts";
import type { FoundLink } from "../../model/link.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Card, cards, listField } from "../card/index.ts";
import { noteFile } from "../shared/noting.ts";
import { isOwnPage } from "./own-page.ts";
import { type Page, readPage } from "./targets.ts";

/** Links of one release; a card that links to more is a list of other people's work. */
const MOST_LINKS = 1_000;

/** Links to pages that may hold parts, one for each page, in the order in which they stand. */
export const links: Study<readonly FoundLink[]> = {
  id: "links",
  version: 1,
  async run(bench) {
    const found = new Map<string, FoundLink>();
    for (const card of await bench.study(cards)) {
      if (card.artifact.path.includes("/")) continue;
      for (const one of listCandidates(bench, card)) await keep(bench, one, found);
    }
    for (const artifact of bench.release.artifacts) {
      for (const one of await listCited(bench, artifact)) await keep(bench, one, found);
    }
    return [...found.values()];
  },
};

/** A page, and the words and the place that name it. */
interface Candidate {
  readonly artifact: Artifact;
  readonly page: Page;
  readonly words: string;
  readonly at: Place;
  readonly isOwn: boolean;
}

function listCandidates(bench: Workbench, card: Card): readonly Candidate[] {
  const { artifact } = card;
  const linked = card.document.links.flatMap(({ url, at }): readonly Candidate[] => {
    const page = readPage(url);
    return page === null ? [] : [{ artifact, page, words: url, at, isOwn: isOwnPage(bench, card, { page, at }) }];
  });
  const named = listField(card, "datasets").flatMap(({ value, at }): readonly Candidate[] => {
    const page = readPage(`https://huggingface.co/datasets/${String(value)}`);
    return page === null ? [] : [{ artifact, page, words: String(value), at, isOwn: true }];
  });
  return [...named, ...linked];
}

/** A citation file and a package's description name the repository that they lie in. */
async function listCited(bench: Workbench, artifact: Artifact): Promise<readonly Candidate[]> {
  if (artifact.path.includes("/")) return [];
  const readings = await bench.readings(artifact);
  const citation = factOf(readings, "citation");
  const fields = [citation?.repository, citation?.url, factOf(readings, "package")?.repository];
  return fields.flatMap((field): readonly Candidate[] => {
    const words = String(field?.value ?? "");
    const page = readPage(words.replace(/^git\+/, ""));
    return field === undefined || page === null ? [] : [{ artifact, page, words, at: field.at, isOwn: true }];
  });
}

async function keep(bench: Workbench, candidate: Candidate, found: Map<string, FoundLink>): Promise<void> {
  const { artifact, page, words, at, isOwn } = candidate;
  const { kind, target } = page;
  const key = target.toLowerCase();
  const before = found.get(key);
  if (found.size >= MOST_LINKS || before?.isOwn === true || (before !== undefined && !isOwn)) return;
  const { path } = artifact;
  const message = `${path} names ${target}`;
  const remark = { code: "linked", args: { path, target }, message, at, quote: words, basis: "declared" as const };
  found.set(key, { kind, target, isOwn, note: await noteFile(bench, artifact, remark) });
}
