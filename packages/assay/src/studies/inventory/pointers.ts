/** Links in a README to where a component is said to lie: pointers to it, never the thing itself. */

import type { ComponentId } from "../../model/components.ts";
import type { Link } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Card, cards, DATA_HEADING, isUnderHeading, listField, titleOf } from "../card/index.ts";
import { noteFile } from "../shared/noting.ts";
import { isOwnName } from "../shared/own-names.ts";
import type { Recognised } from "./recognition.ts";
import { isNamedLikeWeights } from "./weights.ts";

interface Target {
  readonly components: readonly ComponentId[];
  /** Its group, where it has one, is the name of a repository. */
  readonly address: RegExp;
  /** Whether a link to such an address speaks of this release, and not of somebody else's work. */
  speaksOf(link: Seen): boolean;
}

interface Seen {
  readonly bench: Workbench;
  readonly card: Card;
  readonly link: Link;
  readonly name: string;
}

const CODE: readonly ComponentId[] = [
  "architecture",
  "training-code",
  "inference-code",
  "evaluation-code",
  "preprocessing-code",
];

const TARGETS: readonly Target[] = [
  {
    components: ["paper", "technical-report"],
    address: /^https?:\/\/(?:www\.)?(?:arxiv\.org\/(?:abs|pdf)\/|openreview\.net\/|doi\.org\/|aclanthology\.org\/)/i,
    speaksOf: () => true,
  },
  {
    components: ["training-data"],
    address: /^https?:\/\/huggingface\.co\/datasets\/[^/\s]+\/([^/\s?#]+)/i,
    speaksOf: isUnderData,
  },
  {
    components: ["weights"],
    address:
      /^https?:\/\/huggingface\.co\/(?!datasets\/|spaces\/|docs\/|papers\/|blog\/|collections\/|join\b)[^/\s]+\/([^/\s?#]+)/i,
    speaksOf: isNamedAlike,
  },
  {
    components: CODE,
    address: /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^/\s]+\/([^/\s?#]+)/i,
    // A release of code that links to its own repository points at itself, not at code elsewhere.
    speaksOf: (seen) => isNamedAlike(seen) && seen.bench.release.artifacts.some(({ path }) => isNamedLikeWeights(path)),
  },
];

/** Whether a repository is named like the release: `OLMo` and `OLMo-7B`. */
function isNamedAlike({ bench, card, name }: Seen): boolean {
  return isOwnName(bench.release, name, titleOf(card));
}

/** Whether a link stands in a section on data or on training. */
function isUnderData({ card, link }: Seen): boolean {
  return isUnderHeading(card, link.at, DATA_HEADING);
}

/** First link of each kind in the outermost README. */
export async function findPointers(bench: Workbench): Promise<readonly Recognised[]> {
  const [card] = await bench.study(cards);
  if (card === undefined) return [];
  const found: Recognised[] = [];
  for (const { components, address, speaksOf } of TARGETS) {
    const link = card.document.links.find((candidate) => {
      const match = address.exec(candidate.url);
      return match !== null && speaksOf({ bench, card, link: candidate, name: match[1] ?? "" });
    });
    if (link === undefined) continue;
    const { path } = card.artifact;
    const message = `${path} links to ${link.url}`;
    const remark = {
      code: "linked-elsewhere",
      args: { path, url: link.url },
      message,
      at: link.at,
      quote: link.url,
      basis: "declared" as const,
    };
    const note = await noteFile(bench, card.artifact, remark);
    found.push(...components.map((component) => ({ component, note })));
  }
  return [...found, ...(await findNamedData(bench, card))];
}

async function findNamedData(bench: Workbench, card: Card): Promise<readonly Recognised[]> {
  const [first] = listField(card, "datasets");
  if (first === undefined) return [];
  const quote = `datasets: ${first.value}`;
  const message = `${card.artifact.path} names the data set ${first.value}`;
  const remark = {
    code: "data-named",
    args: { name: String(first.value) },
    message,
    at: first.at,
    quote,
    basis: "declared" as const,
  };
  return [{ component: "training-data", note: await noteFile(bench, card.artifact, remark) }];
}
