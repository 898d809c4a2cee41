/** Facts as evidence: what is said, by whom, and the address of the place. */

import type { KnownRelease, ReleaseSource } from "../model/known-release.ts";
import type { Note } from "../model/ledger.ts";
import type { Basis } from "../model/types.ts";

/** What a fact says, and its places. */
export interface FactWords {
  readonly seen: readonly string[];
  /** What it is about: a component, `publisher`, `licence`… */
  readonly about: string;
  readonly message: string;
  readonly quote?: string;
}

const BASIS: Readonly<Record<ReleaseSource["whose"], Basis>> = { publisher: "declared", others: "attested" };

/** One note for each place where a fact stands. */
export function noteFact(release: KnownRelease, { seen, about, message, quote }: FactWords): readonly Note[] {
  return seen.map((place) => {
    const { key, source, where } = findPlace(release, place);
    const by = [source.title, describeWhere(where)].filter((part) => part !== "").join(", ");
    return {
      code: "fact",
      args: { about, source: key },
      message: `${message} (${by})`,
      basis: BASIS[source.whose],
      at: { url: addressOf(source, where) },
      ...(quote !== undefined && { quote }),
      ...(source.sha256 !== undefined && { sha256: source.sha256 }),
    };
  });
}

/** A source and the place in it; `where` is a line's number, words, or nothing. */
export interface FoundPlace {
  readonly key: string;
  readonly source: ReleaseSource;
  readonly where: string;
}

/** Takes `readme:19` apart. @throws RangeError for a source that the release does not name. */
export function findPlace({ id, sources }: KnownRelease, place: string): FoundPlace {
  const colon = place.indexOf(":");
  const key = colon < 0 ? place : place.slice(0, colon);
  const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
  if (source === undefined) throw new RangeError(`the facts of ${id} name no source ${key}`);
  return { key, source, where: colon < 0 ? "" : place.slice(colon + 1) };
}

function describeWhere(where: string): string {
  return isLine(where) ? `line ${where}` : where;
}

function isLine(where: string): boolean {
  return /^\d+$/.test(where);
}

/** An address that a browser opens, at the line where the host knows lines. */
export function addressOf({ at }: ReleaseSource, where: string): string {
  const [, repository, commit, path] = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{40}):(.+)$/.exec(at) ?? [];
  const line = isLine(where) ? `#L${where}` : "";
  if (repository === undefined || commit === undefined || path === undefined)
    return at.includes("/blob/") ? `${at}${line}` : at;
  // Rendered Markdown has no lines.
  const plain = line !== "" && path.endsWith(".md") ? "?plain=1" : "";
  return `https://github.com/${repository}/blob/${commit}/${encodeURI(path)}${plain}${line}`;
}
