/** Whether words in a card name the model that a file is of. */

import type { Models, ReleaseModel } from "../../model/models.ts";
import type { Artifact, Release } from "../../model/types.ts";
import { flattenName, listOwnNames } from "../shared/own-names.ts";
import { splitPath } from "../shared/path-words.ts";

/** A size, as models are called by it: 7B, 0.5b, 350M. */
const SIZE = /^\d{1,4}(?:\.\d{1,3})?[bm]$/;

/** Names in one cell or phrase that are looked at; families have a dozen sizes. */
const MOST_NAMES = 24;

/** The names that a cell or a phrase lists: "0.5B, 1.5B and 7B". */
export function splitNames(words: string): readonly string[] {
  return words
    .split(/[,;/、]| (?:and|or|&) |<br\s*\/?>/i)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .slice(0, MOST_NAMES);
}

/** Whether words look like the name of one model among others: a size, or `owl-7b`. */
export function isLikeModelName(name: string): boolean {
  return sizeOf(name) !== "" || (/^[\w.]{1,40}(?:-[\w.]{1,40}){1,8}$/.test(name) && /\d/.test(name));
}

/** Tells of weights whether they are of a model that is named; of none in particular, whether the release is. */
export type IsNamed = (names: readonly string[], file: Pick<Artifact, "origin" | "path"> | null) => boolean;

/** Holds names against the models of a release. A size names the model that has it in its name. */
export function createNaming(release: Release, { several }: Models): IsNamed {
  const own = listOwnNames(release);
  const given = [release.manifest?.name ?? "", ...release.origins.map(({ target }) => target)];
  const ofRelease: Names = { whole: new Set(own), sizes: new Set(given.flatMap(listSizes)) };
  const owners = new Map(
    several.flatMap((model) => model.files.map(({ origin, path }) => [`${origin}\0${path}`, model] as const)),
  );
  const known = new Map(several.map((model) => [model, namesOfModel(model, ofRelease)]));
  return (names, file) => {
    const owner = file === null ? undefined : owners.get(`${file.origin}\0${file.path}`);
    const mine = (owner && known.get(owner)) ?? ofRelease;
    const place = file === null ? NOWHERE : namesOfPlace(file.path);
    const sizes = place.sizes.size > 0 ? place.sizes : mine.sizes;
    return names.some((name) => {
      const flat = flattenName(name);
      return ANY_WEIGHTS.test(name) || mine.whole.has(flat) || place.whole.has(flat) || sizes.has(sizeOf(name));
    });
  };
}

/** A row about the weights as such, beside one on code and one on data. */
const ANY_WEIGHTS = /^(?:the |our )?(?:(?:pre-?trained |released )?model )?(?:weights|checkpoints?|parameters)$/i;

interface Names {
  readonly whole: ReadonlySet<string>;
  readonly sizes: ReadonlySet<string>;
}

const NOWHERE: Names = { whole: new Set(), sizes: new Set() };

/** One of several files of a set, as its name says. */
const NUMBERED = /[-_.]?\d{1,6}[-_]of[-_]\d{1,6}$/i;

/** Weights go by the folders that they lie in and by the name of their file: `owl-3b/model.safetensors`. */
function namesOfPlace(path: string): Names {
  const { folders, stem } = splitPath(path);
  const parts = [...folders, stem.replace(NUMBERED, "")];
  const whole = parts.map(flattenName).filter((name) => name !== "");
  return { whole: new Set(whole), sizes: new Set(parts.flatMap(listSizes)) };
}

/** A model of several goes by its own name and by the release's; a size of its own is the one that counts. */
function namesOfModel({ name }: ReleaseModel, release: Names): Names {
  const parts = name.split("/");
  const sizes = listSizes(name);
  return {
    whole: new Set([...release.whole, ...[name, ...parts].map(flattenName)]),
    sizes: sizes.length > 0 ? new Set(sizes) : release.sizes,
  };
}

function listSizes(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9.]+/)
    .filter((word) => SIZE.test(word));
}

/** "3B", "3B variants" and "the 3 B model" are one size; nothing where the words are more than that. */
function sizeOf(name: string): string {
  const bare = name
    .toLowerCase()
    .replace(/^the /, "")
    .replace(/ ?(?:models?|variants?|versions?|sizes?|parameters?)$/, "")
    .replace(/ (?=[bm]$)/, "");
  return SIZE.test(bare) ? bare : "";
}
