/** What a name of a base is a name of. */

import type { FoundBase } from "../../model/lineage.ts";

const HUB = /^(?:hf:(?:\/\/)?|https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/)(?:datasets\/)?/i;
const REPOSITORY = /^\w[\w.-]{0,95}\/\w[\w.-]{0,95}$/;

/** From the root, a home, a drive or here; and folders that trainers write into. */
const PATH = /^(?:[/~.]|[a-z]:|.*\\)|^(?:models|outputs?|checkpoints?|data|results|mnt|home|tmp)\//i;

/** Longer words are no name; cut to this, they still tell what stands there. */
const LONGEST = 200;

/** A name as `owner/name` where it is one of the hub's, and what kind of name it is. */
export function readBaseName(words: string): Pick<FoundBase, "base" | "naming"> {
  const plain = words.trim();
  const inside = HUB.test(plain) ? plain.replace(HUB, "").split("/").slice(0, 2).join("/") : plain;
  const name = inside.split("@")[0] ?? "";
  if (REPOSITORY.test(name) && !PATH.test(name)) return { base: name, naming: "repository" };
  const isPath = PATH.test(plain) || plain.split("/").length > 2;
  return { base: plain.slice(0, LONGEST), naming: isPath ? "path" : "word" };
}

/** Owner and name of a place that was read: `hf:owner/name@main`, `npm:@owner/name`, `owner__name`. */
export function splitTarget(target: string): { readonly owner: string | null; readonly name: string } {
  const plain = target
    .replace(/^(?:hf|github|git|npm):(?:\/\/)?/i, "")
    .replace(/^@/, "")
    .split("@")[0];
  const parts = (plain ?? "")
    .replace(/^models--/, "")
    .split(/\/|__|--/)
    .filter((part) => part !== "");
  const name = parts.at(-1) ?? "";
  return { owner: parts.length > 1 ? (parts.at(-2) ?? null) : null, name };
}
