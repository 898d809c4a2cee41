/** Recognises documents: cards, reports, papers, results. A name alone is not enough where the text is at hand. */

import type { ComponentId } from "../../model/components.ts";
import { type DocumentFact, factOf, type Heading } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile } from "../shared/noting.ts";
import { isAside, splitPath } from "../shared/path-words.ts";
import type { Recognised, Recogniser } from "./recognition.ts";

interface Kind {
  readonly component: ComponentId;
  readonly named: RegExp;
  /** Headings that such a document has, and how many different ones it needs. */
  readonly headings: RegExp;
  readonly atLeast: number;
}

const KINDS: readonly Kind[] = [
  {
    component: "data-card",
    named: /^(?:data(?:set)?[-_ ]?(?:card|sheet)|datasheet)/i,
    headings:
      /motivation|provenance|source|composition|collection|process|distribution|maintenance|split|licen[cs]e|uses/i,
    atLeast: 3,
  },
  {
    component: "technical-report",
    named: /^(?:tech(?:nical)?[-_ ]?report)/i,
    headings: /architecture|model|data|training|evaluation|results|limitations/i,
    atLeast: 3,
  },
  {
    component: "paper",
    named: /(?:^|[-_])paper$/i,
    headings: /abstract|references|bibliography|method|results/i,
    atLeast: 3,
  },
  { component: "model-card", named: /^model[-_ ]?card/i, headings: /./, atLeast: 1 },
  {
    component: "sample-outputs",
    named: /^sample[-_ ]?(?:outputs?|generations?)|^outputs?[-_ ]?samples?/i,
    headings: /./,
    atLeast: 0,
  },
];

const PROSE: ReadonlySet<string> = new Set(["md", "markdown", "txt", "rst"]);
const PAGES: ReadonlySet<string> = new Set(["pdf", "tex", "html"]);

/** Recognises documents by their name and, where they can be read, by their headings. */
export const recogniseDocument: Recogniser = async (bench, artifact) => {
  const { stem, extension } = splitPath(artifact.path);
  const kind = KINDS.find(({ named }) => named.test(stem));
  if (kind === undefined || artifact.size === 0 || isAside(artifact.path)) return [];
  if (PAGES.has(extension) || (PROSE.has(extension) && artifact.state !== "here"))
    return [await byName(bench, artifact, kind)];
  if (!PROSE.has(extension)) return [];
  const document = factOf(await bench.readings(artifact), "document");
  const headings = listHeadings(document, kind);
  if (headings.length < kind.atLeast) return [];
  const first = document?.headings[0];
  const message = `${artifact.path} is a ${kind.component.replaceAll("-", " ")} by name and sections: ${headings.join(", ") || "none needed"}`;
  const remark = {
    code: "document-read",
    args: { path: artifact.path, sections: headings.join(", ") },
    message,
    basis: "measured" as const,
  };
  const place = first === undefined ? {} : { at: first.at, quote: first.title };
  return [{ component: kind.component, note: await noteFile(bench, artifact, { ...remark, ...place }) }];
};

async function byName(bench: Workbench, artifact: Artifact, { component }: Kind): Promise<Recognised> {
  const { path } = artifact;
  const message = `${path} is named like a ${component.replaceAll("-", " ")}; its pages were not read`;
  return {
    component,
    note: await noteFile(bench, artifact, { code: "document-named", args: { path }, message, basis: "inferred" }),
  };
}

function listHeadings(document: DocumentFact | undefined, kind: Kind): readonly string[] {
  const matching = (document?.headings ?? []).filter(({ title }: Heading) => kind.headings.test(title));
  return [...new Set(matching.map(({ title }) => title))].slice(0, 5);
}
