/** Which models a release holds. */

import type { Models, ReleaseModel } from "../../model/models.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Gap, Release } from "../../model/types.ts";
import { settleBelonging } from "./belonging.ts";
import { joinCopies } from "./copies.ts";
import { findFolders } from "./folders.ts";
import { type Group, groupWeights } from "./groups.ts";
import { commonFolder } from "./places.ts";

/** Each model costs every probe a look; the largest set of quantisations that we know has some 50. */
const MOST_MODELS = 256;

/** Looks at models of a release times its files: 256 models among 16,000 files. */
const MOST_LOOKS = 1 << 22;

/** The models of a release, where it holds several. */
export const models: Study<Models> = {
  id: "models",
  version: 1,
  async run(bench) {
    const groups = await listGroups(bench);
    if (groups.length < 2) return ONE;
    const { release } = bench;
    const isTooMany = groups.length > MOST_MODELS || groups.length * release.artifacts.length > MOST_LOOKS;
    if (isTooMany) return { ...ONE, gaps: [describeLimit(groups.length)] };
    const several = nameModels(groups, release);
    return { several, gaps: [], ...settleBelonging(several) };
  },
};

const ONE: Models = { several: [], gaps: [], isAbout: () => true };

async function listGroups(bench: Workbench): Promise<readonly Group[]> {
  if (bench.release.kind !== "model") return [];
  const groups = await groupWeights(bench);
  return groups.length === 0 ? await findFolders(bench) : await joinCopies(bench, groups);
}

function describeLimit(count: number): Gap {
  const message = `There are ${count} models, too many to look at each: what is said holds for all of them together`;
  return { path: "", stage: "probe", code: "over-limit", args: { models: count, limit: MOST_MODELS }, message };
}

/** Ids are made of what is in the release and of nothing around the model, so that one more changes no other. */
function nameModels(groups: readonly Group[], release: Release): readonly ReleaseModel[] {
  const [first] = release.origins;
  const around = commonFolder(groups.map(({ folder }) => folder));
  const models = new Map<string, ReleaseModel>();
  for (const { origin, folder, label, files, indexes } of groups.toSorted(byPlace)) {
    const place = [origin === first.id ? "" : origin, folder].filter((part) => part !== "").join("/");
    const id = `${release.target}${place && `/${place}`}${label && `#${label}`}`;
    const inside = around === "" ? folder : folder.slice(around.length + 1);
    const own = inside.split("/").at(-1) === label ? "" : label;
    const name = [inside, own].filter((part) => part !== "").join("/") || (release.manifest?.name ?? release.target);
    const free = takeFree(id, models);
    models.set(free, { id: free, name, origin, folder, files, indexes });
  }
  return [...models.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Folders may be named like ids; the second of two equal ones is numbered. */
function takeFree(id: string, taken: ReadonlyMap<string, unknown>): string {
  let free = id;
  for (let n = 2; taken.has(free); n += 1) free = `${id}~${n}`;
  return free;
}

function byPlace(a: Group, b: Group): number {
  const key = ({ origin, folder, label, files }: Group): string =>
    JSON.stringify([origin, folder, label, files[0]?.path]);
  return key(a) < key(b) ? -1 : 1;
}
