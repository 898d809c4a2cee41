/**
 * Which record speaks of which release: by its links and names alone, never by a similar name. A record is joined where an
 * address that it gives for what it judges is the repository of the release, and a name that it gives it stands in the
 * release's own documents, word for word.
 */

import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import type { ReleaseFolder } from "./corpora.ts";
import type { Judgement } from "./judgement.ts";

/** Documents of a release, by the ends of their names. */
const DOCUMENTS = "**/*.{md,MD,txt,rst,cff}";
/** Files that are about the folder and not of the release. */
const OUR_OWN: readonly string[] = ["SOURCE.txt", "TREE.tsv"];
/** Longest document that is searched for names, in bytes. */
const LARGEST = 4_000_000;
/** Hosts whose addresses begin with an owner and a name. */
const ADDRESS = /https?:\/\/(?:www\.)?(?:github\.com|huggingface\.co)\/([\w.-]{1,100})\/([\w.-]{1,100})/g;

/** A record and the release that it judges. */
export interface Pair {
  readonly judgement: Judgement;
  readonly release: ReleaseFolder;
}

/** Every pair, in the order of the records. */
export function joinAll(judgements: readonly Judgement[], releases: readonly ReleaseFolder[]): readonly Pair[] {
  const words = new Map<string, string>();
  return judgements.flatMap((judgement) => {
    const linked = releases.filter(({ repository }) => judgement.links.some((link) => isOf(link, repository)));
    return linked.flatMap((release) => {
      const text = words.get(release.id) ?? readWords(release);
      words.set(release.id, text);
      return judgement.names.some((name) => holdsName(text, name)) ? [{ judgement, release }] : [];
    });
  });
}

/** Whether an address lies in a repository of this owner and name, on either host. */
export function isOf(link: string, repository: string): boolean {
  return [...link.matchAll(ADDRESS)].some(
    ([, owner = "", name = ""]) => `${owner}/${name.replace(/\.git$/, "")}`.toLowerCase() === repository,
  );
}

/** Whether an address lies in the repository that a folder was copied from. */
export function isInside(link: string, { host, repository }: ReleaseFolder): boolean {
  return link.includes(`://${host}/`) && isOf(link, repository);
}

/** Whether a text of words, as {@link toWords} gives it, holds a name. */
export function holdsName(words: string, name: string): boolean {
  const wanted = toWords(name);
  return wanted.trim() !== "" && words.includes(wanted);
}

/** Words and numbers in lower case between single spaces: hyphens and lines part words as spaces do. */
export function toWords(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\d]+(?:\.\d+)*/gu) ?? [];
  return ` ${words.join(" ")} `;
}

function readWords({ path }: ReleaseFolder): string {
  const names = globSync(DOCUMENTS, { cwd: path }).filter((name) => !OUR_OWN.includes(name));
  const small = names.map((name) => join(path, name)).filter((file) => statSync(file).size <= LARGEST);
  return toWords(small.map((file) => readFileSync(file, "utf8")).join("\n"));
}
