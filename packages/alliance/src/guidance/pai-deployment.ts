/**
 * Partnership on AI, Guidance for Safe Foundation Model Deployment: which kinds of models and of releases it knows. Which
 * guideline is meant for which of them could not be read from a primary source, so that every cell is empty: fill it from
 * the source, never from memory.
 */

import type { GuidanceCell, GuidancePack } from "./pack.ts";

const MODELS = ["narrow", "general-purpose", "frontier"];
const RELEASES = ["open-access", "restricted-api-or-hosted", "closed-deployment", "research-release"];

function emptyMatrix(): Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, GuidanceCell>>>>>> {
  const row = Object.fromEntries(RELEASES.map((release) => [release, {}]));
  return Object.fromEntries(MODELS.map((model) => [model, row]));
}

/** An empty pack, to be filled. */
export const paiDeployment: GuidancePack = {
  id: "pai-deployment",
  title: "Partnership on AI, Guidance for Safe Foundation Model Deployment: to be filled from the source",
  source: "https://partnershiponai.org/modeldeployment/",
  items: [],
  matrix: {
    models: MODELS,
    releases: RELEASES,
    cells: emptyMatrix(),
    note: "Not filled: its cells could not be read from a primary source.",
  },
};
