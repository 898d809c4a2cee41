/** What a document rests on, for the foot of a page: revision, ruleset, origins, tool. It holds no clock. */

import type { Assessment } from "../../model/documents.ts";
import { VERSION } from "../../version.generated.ts";
import type { Colophon } from "./view.ts";

/** The foot of an assessment: with revision and ruleset the same bytes can be had again. */
export function describeColophon({ tool, ruleset, revision, origins }: Assessment): Colophon {
  const places = origins.map(({ target, revision: at, page }) => ({
    label: "Origin",
    value: `${target} @ ${at}`,
    ...(page === undefined ? {} : { url: `${page}/tree/${encodeURIComponent(at)}` }),
  }));
  return {
    kind: "colophon",
    facts: [
      { label: "Revision", value: revision },
      ...places,
      { label: "Ruleset", value: ruleset },
      { label: "Made by", value: `${tool.name} ${tool.version}` },
    ],
  };
}

/** The foot of any other document. */
export const COLOPHON: Colophon = { kind: "colophon", facts: [{ label: "Made by", value: `assay ${VERSION}` }] };
