/** A draft of a manifest as a view: what counts, what is only pointed to, and what to do with it. */

import type { ManifestPart, ReleaseManifest } from "../../model/documents.ts";
import { COLOPHON } from "./colophon.ts";
import { countOf } from "./numbers.ts";
import type { AnswerRow, View } from "./view.ts";

const WHO: Readonly<Record<NonNullable<ManifestPart["linkedBy"]>, string>> = {
  user: "named by you",
  manifest: "named by the manifest",
  "publisher-both-ways": "both sides name each other",
  "publisher-one-way": "a pointer: the other side does not link back, or was not read",
};

/** Builds the view of `assay find`. */
export function viewDraft({ name, parts }: ReleaseManifest): View {
  const counting = parts.filter(({ linkedBy }) => linkedBy !== "publisher-one-way");
  return [
    {
      kind: "heading",
      text: name,
      aside: `${countOf(counting.length, "origin")} · ${countOf(parts.length - counting.length, "pointer")}`,
    },
    { kind: "answers", name: "Parts", marks: true, rows: parts.map(describePart) },
    {
      kind: "note",
      text: "A pointer does not count as a part. With --json this is a draft of release.json: read it, strike out what is not yours, and assess the file.",
    },
    COLOPHON,
  ];
}

function describePart({ component, origin, linkedBy = "manifest", saidAt }: ManifestPart): AnswerRow {
  const [place] = saidAt ?? [];
  return {
    label: component === "*" ? "everything" : component,
    answer: linkedBy === "publisher-one-way" ? "unknown" : "yes",
    word: origin,
    text: WHO[linkedBy],
    ...(place === undefined ? {} : { place }),
  };
}
