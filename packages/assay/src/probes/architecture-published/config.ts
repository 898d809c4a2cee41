/** Finds the configuration that speaks of the model. */

import { factOf, type ModelFact } from "../../model/facts.ts";
import type { ReleaseModel } from "../../model/models.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";

/** A configuration, and what it says of the model. */
export interface Config {
  readonly artifact: Artifact;
  readonly model: ModelFact;
}

/** The outermost configuration, and of several there the one that names the architecture; of one model, in its folder. */
export async function findConfig(bench: Workbench): Promise<Config | null> {
  const found: Config[] = [];
  for (const artifact of bench.release.artifacts) {
    if (!isInside(artifact, bench.model)) continue;
    const model = factOf(await bench.readings(artifact), "model");
    if (model !== undefined) found.push({ artifact, model });
  }
  return found.sort((a, b) => depth(a) - depth(b) || silence(a) - silence(b))[0] ?? null;
}

/** Adapters and tokenizers speak of a model too, and of less of it. */
function silence({ model }: Config): number {
  if (model.architecture !== undefined) return 0;
  return model.contextLength === undefined ? 2 : 1;
}

function isInside({ origin, path }: Artifact, model: ReleaseModel | null): boolean {
  if (model === null) return true;
  return origin === model.origin && (model.folder === "" || path.startsWith(`${model.folder}/`));
}

function depth({ artifact }: Config): number {
  return artifact.path.split("/").length;
}
