/** Links in a README to where a component is said to lie: pointers to it, never the thing itself. */

import type { ComponentId } from "../../model/components.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Card, cards, listField } from "../card/index.ts";
import { noteFile } from "../shared/noting.ts";
import type { Recognised } from "./recognition.ts";

interface Target {
  readonly components: readonly ComponentId[];
  readonly address: RegExp;
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
  },
  { components: ["training-data"], address: /^https?:\/\/huggingface\.co\/datasets\/[^/\s]+\/[^/\s]+/i },
  {
    components: ["weights"],
    address:
      /^https?:\/\/huggingface\.co\/(?!datasets\/|spaces\/|docs\/|papers\/|blog\/|collections\/|join\b)[^/\s]+\/[^/\s?#]+/i,
  },
  { components: CODE, address: /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^/\s]+\/[^/\s]+/i },
];

/** First link of each kind in the outermost README. */
export async function findPointers(bench: Workbench): Promise<readonly Recognised[]> {
  const [card] = await bench.study(cards);
  if (card === undefined) return [];
  const found: Recognised[] = [];
  for (const { components, address } of TARGETS) {
    const link = card.document.links.find(({ url }) => address.test(url));
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
