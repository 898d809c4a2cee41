/** Whether a card's link to its licence leads to a text that lies in the release. */

import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { folderOf, type LicenseSource } from "./sources.ts";

/** Addresses of a file in a repository: of the model hub, and of GitHub. */
const ADDRESSES: readonly RegExp[] = [
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:datasets\/)?[\w.-]+\/([\w.-]+)\/(?:blob|resolve|raw|tree)\/[^/]+\/([^?#]+)/i,
  /^https?:\/\/(?:www\.)?github\.com\/[\w.-]+\/([\w.-]+)\/(?:blob|raw)\/[^/]+\/([^?#]+)/i,
  /^https?:\/\/raw\.githubusercontent\.com\/[\w.-]+\/([\w.-]+)\/[^/]+\/([^?#]+)/i,
];

interface Place {
  readonly bench: Workbench;
  readonly artifact: Artifact;
  readonly texts: readonly LicenseSource[];
}

/**
 * Whether the link names a text that governs around the card. An address counts when its repository has the name of the
 * card's origin: a text of the same name elsewhere may be any other.
 */
export function isOwnText(link: string, { artifact, texts, bench }: Place): boolean {
  const path = resolveLink(link, artifact, bench);
  return texts.some(
    ({ kind, artifact: text }) => kind === "text" && text.origin === artifact.origin && text.path === path,
  );
}

/** The path of a text that a link of a card leads to; null where it leads out of the release. */
export function resolveLink(link: string, { origin, path }: Artifact, { release }: Workbench): string | null {
  if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)) return normalize(`${folderOf(path)}/${link.replace(/[?#].*$/, "")}`);
  const target = release.origins.find(({ id }) => id === origin)?.target.toLowerCase();
  for (const address of ADDRESSES) {
    const [, repository, file] = address.exec(link) ?? [];
    if (repository !== undefined && target?.split("/").at(-1) === repository.toLowerCase())
      return normalize(file ?? "");
  }
  return null;
}

/** A path without its `.` and `..`; null where it leaves the origin. */
function normalize(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".." && parts.pop() === undefined) return null;
    if (part !== "" && part !== "." && part !== "..") parts.push(part);
  }
  return parts.join("/");
}
