/** Whether a difference lies in the release, or in what was read of it and by which rules. */

import type { Cause, ChangeKind } from "../model/changes.ts";
import type { Assessment } from "../model/documents.ts";
import type { Evidence, Locator } from "../model/types.ts";
import type { ComparedFiles, FileState } from "./files.ts";

/** Evidence of both sides. */
export interface Cited {
  readonly old: readonly Evidence[];
  readonly new: readonly Evidence[];
}

/** Looks evidence up, and says where a difference comes from. */
export interface Causes {
  cite(side: "old" | "new", ids: readonly string[]): readonly Evidence[];
  causeOf(kind: ChangeKind, cited: Cited): Cause;
  /** Of what is cited, that which stands in a file that differs. */
  differing(cited: Cited): Cited;
  /** Where a finding or a text at a place comes from, or went. */
  causeAt(side: "old" | "new", at: Locator): Cause;
}

/** Sides whose evidence is looked up. */
type Evident = Pick<Assessment, "evidence">;

/** What the causes follow from; `isLikeForLike`: both were read alike, by the same rules. */
export interface Grounds {
  readonly old: Evident;
  readonly new: Evident;
  readonly files: ComparedFiles;
  readonly isLikeForLike: boolean;
}

/** Opens the causes of two assessments. */
export function openCauses({ old, new: newer, files, isLikeForLike }: Grounds): Causes {
  const books = { old: openBook(old), new: openBook(newer) };
  function stateOf(side: "old" | "new", at: Locator): FileState {
    if ("path" in at) return files.stateOf(side, at);
    if ("searched" in at) return "unknown";
    const [mine, others] = side === "old" ? [books.old, books.new] : [books.new, books.old];
    const other = others.byUrl.get(at.url);
    const own = mine.byUrl.get(at.url);
    if (other === undefined || own === undefined) return "unknown";
    return own === other ? "same" : "differs";
  }
  const differing: Causes["differing"] = (cited) => ({
    old: cited.old.filter(({ at }) => stateOf("old", at) === "differs"),
    new: cited.new.filter(({ at }) => stateOf("new", at) === "differs"),
  });
  return {
    cite: (side, ids) => ids.flatMap((id) => books[side].byId.get(id) ?? []),
    differing,
    causeOf: (kind, cited) => {
      const found = differing(cited);
      if (found.old.length + found.new.length > 0) return "release";
      return kind === "changed" && isLikeForLike ? "release" : "reading";
    },
    causeAt: (side, at) => {
      // Read alike, what is found in a file that did not change follows from another that did.
      return isLikeForLike || stateOf(side, at) === "differs" ? "release" : "reading";
    },
  };
}

interface Book {
  readonly byId: ReadonlyMap<string, Evidence>;
  /** Digests of what an address gave. */
  readonly byUrl: ReadonlyMap<string, string>;
}

function openBook({ evidence }: Evident): Book {
  const byUrl = evidence.flatMap(({ at, sha256, quote }) =>
    "url" in at ? [[at.url, sha256 ?? quote ?? ""] as const] : [],
  );
  return { byId: new Map(evidence.map((one) => [one.id, one])), byUrl: new Map(byUrl) };
}
