/** Under which names a release goes: what a row of figures or a package folder is held against. */

import type { Release } from "../../model/types.ts";
import { splitWords } from "./path-words.ts";

/** Words that a repository's name has beside the model's. */
const BESIDE: ReadonlySet<string> = new Set(
  "model models train training code recipes inference official release repo py pytorch".split(" "),
);

/** Shorter names occur by chance. */
const SHORTEST = 3;

/** A name as it is compared: letters and digits in lower case. */
export function flattenName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/<br\s*\/?>|[^\p{L}\p{N}]+/gu, "");
}

/** Names by which the publisher calls the release, as they are compared. */
export function listOwnNames(release: Release, more: readonly string[] = []): readonly string[] {
  const { manifest, origins } = release;
  const names = origins.map(({ target }) => lastName(target));
  const given = [manifest?.name ?? "", ...names, ...names.map(bareOf), ...more];
  return [...new Set(given.map(flattenName))].filter((name) => name.length >= SHORTEST);
}

/** Whether a name is one under which the release goes, as far as the shorter of the two reaches: `OLMo` and `OLMo-7B`. */
export function isOwnName(release: Release, name: string, more: readonly string[] = []): boolean {
  const other = flattenName(name);
  if (other.length < SHORTEST) return false;
  return listOwnNames(release, more).some((own) => own.startsWith(other) || other.startsWith(own));
}

/** Whether a folder is named like the repository that it lies in: `olmo_core` in `OLMo-core`, `llama` in `llama3`. */
export function isNamedLikeRelease(folder: string, { origins }: Release): boolean {
  const core = coreOf(folder);
  return core.length >= SHORTEST && origins.some(({ target }) => coreOf(lastName(target)) === core);
}

/** `owner/name` and `owner__name` → name. */
function lastName(target: string): string {
  return target.split(/\/|__|--/).findLast((part) => part !== "") ?? "";
}

/** A repository's name without the words that only say what it is: `owl-models`, `train-owl` → owl. */
function bareOf(name: string): string {
  const words = name.split(/[-_ ]+/);
  const bare = words.filter((word) => !BESIDE.has(word.toLowerCase()) && word.toLowerCase() !== "card");
  return bare.length < words.length ? bare.join("") : "";
}

function coreOf(name: string): string {
  const words = splitWords(name).filter((word) => !BESIDE.has(word));
  return words.join("").replace(/v?\d+$/, "");
}
