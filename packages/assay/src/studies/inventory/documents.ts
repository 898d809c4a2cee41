/** Recognises documents: cards, reports, papers, samples. A name alone is not enough where the text is at hand. */

import type { ComponentId } from "../../model/components.ts";
import { factOf } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { pages } from "../pages/index.ts";
import { noteFile } from "../shared/noting.ts";
import { flattenName, isOwnName } from "../shared/own-names.ts";
import { splitPath } from "../shared/path-words.ts";
import { isPromise, isTelling, isWritten, readSections, type Section } from "../shared/prose.ts";
import { isAtHand, isBeside, sizeOf } from "./beside.ts";
import type { Recogniser } from "./recognition.ts";
import { frontTitles, isOfAnother, isTitledOwn } from "./titles.ts";

interface Kind {
  readonly component: ComponentId;
  readonly named: RegExp;
  /** Names that leave no doubt where the text is not at hand. */
  readonly plain: RegExp;
  /** Headings that such a document has, and how many different ones it needs. */
  readonly headings: RegExp;
  readonly atLeast: number;
  /** What its sections have to hold. */
  readonly holds: (sections: readonly Section[]) => boolean;
}

const KINDS: readonly Kind[] = [
  {
    component: "data-card",
    named: /^(?:data(?:set)?[-_ ]?(?:card|sheet)|datasheet)/i,
    plain: /^(?:data(?:set)?[-_ ]?(?:card|sheet)|datasheet)$/i,
    headings:
      /motivation|provenance|source|composition|collection|process|distribution|maintenance|split|licen[cs]e|uses/i,
    atLeast: 3,
    holds: isWritten,
  },
  {
    component: "technical-report",
    named: /(?:^|[-_ ])tech(?:nical)?[-_ ]?report(?:$|[-_ ])/i,
    plain: /^(?:.{0,60}[-_ ])?tech(?:nical)?[-_ ]?report$/i,
    headings: /architecture|model|data|training|evaluation|results|limitations/i,
    atLeast: 3,
    holds: isWritten,
  },
  {
    component: "paper",
    named: /(?:^|[-_])paper$/i,
    plain: /^paper$/i,
    headings: /abstract|introduction|references|bibliography|method|results|experiments|conclusion/i,
    atLeast: 3,
    holds: isWritten,
  },
  {
    component: "model-card",
    named: /^(?!.*(?:template|example|guide))(?:.{1,60}[-_ .])?model[-_ ]?card(?:$|[-_ .])/i,
    plain: /^(?:.{1,60}[-_ .])?model[-_ ]?card$/i,
    headings: /./,
    atLeast: 1,
    holds: isTelling,
  },
  {
    component: "sample-outputs",
    named: /^sample[-_ ]?(?:outputs?|generations?)|^outputs?[-_ ]?samples?/i,
    plain: /^sample[-_ ]?outputs?$/i,
    headings: /./,
    atLeast: 0,
    holds: () => true,
  },
];

const PROSE: ReadonlySet<string> = new Set(["md", "markdown", "txt", "rst", "tex", "html"]);

/** Folders of documents; a listed name counts in the root and in one of these. */
const SHELF = /^(?:docs?|papers?|reports?|research|tech[-_]?reports?|technical[-_]?reports?)$/i;

/** Less is no document, in bytes: an empty PDF has some 600, and 300 characters are asked of a text. */
const SMALLEST_PDF = 1_024;
const SMALLEST_TEXT = 300;

/** Samples are as long as a sentence at least, on two lines. */
const SMALLEST_SAMPLE = 80;

/** Recognises documents by their name and, where they can be read, by what they say. */
export const recogniseDocument: Recogniser = async (bench, artifact) => {
  const { stem, extension } = splitPath(artifact.path);
  const kind = KINDS.find(
    ({ named, component }) => named.test(stem) || (component === "model-card" && isInCards(artifact)),
  );
  if (kind === undefined || isBeside(artifact.path) || !(PROSE.has(extension) || extension === "pdf")) return [];
  const { component } = kind;
  if (await isAtHand(bench, artifact)) {
    const note = await showDocument(bench, artifact, component);
    if (note !== null) return [{ component, note }];
    return (await isLongPdf(bench, artifact))
      ? [{ component, note: await noteLong(bench, artifact), isUnread: true }]
      : [];
  }
  return (await isPlain(bench, artifact, kind))
    ? [{ component, note: await noteNamed(bench, artifact, component) }]
    : [];
};

/** In a folder of cards each document is one. */
function isInCards({ path }: Artifact): boolean {
  const { folders, stem } = splitPath(path);
  return /^model[-_]?cards?$/i.test(folders.at(-1) ?? "") && !/^readme/i.test(stem);
}

async function isPlain(bench: Workbench, artifact: Artifact, { plain }: Kind): Promise<boolean> {
  const { folders, stem, extension } = splitPath(artifact.path);
  const size = await sizeOf(bench, artifact);
  // A listing that does not know the size of a PDF lists it all the same.
  if (size === null ? extension !== "pdf" : size < (extension === "pdf" ? SMALLEST_PDF : SMALLEST_TEXT)) return false;
  if (isInCards(artifact)) return folders.length === 1 && !NO_CARD.test(stem) && !(await isOfAnother(bench, stem));
  if (CARD.test(stem) && folders.length <= DEEPEST_CARD) return plain.test(stem);
  const isShelved = folders.length <= 1 && folders.every((folder) => SHELF.test(folder));
  return isShelved && plain.test(stem) && (await isOwnReport(bench, stem));
}

/** Cards lie beside what they describe; a listed one lies no deeper, in folders. */
const CARD = /card$/i;
const DEEPEST_CARD = 3;

/** What lies in a folder of cards and is none. */
const NO_CARD = /template|example|guide|schema|index/i;

/** A report with a name before it is on the model of that name: of the release, of its README's title, or of a part. */
async function isOwnReport(bench: Workbench, stem: string): Promise<boolean> {
  const about = /^(.{1,60})[-_ ]tech(?:nical)?[-_ ]?report$/i.exec(stem)?.[1];
  if (about === undefined || isOwnName(bench.release, about, await bench.study(frontTitles))) return true;
  const part = flattenName(about);
  return (await bench.study(pages)).some(
    (page) =>
      isTitledOwn(bench.release, page) &&
      splitPath(page.artifact.path).folders.some((folder) => flattenName(folder) === part),
  );
}

async function noteNamed(bench: Workbench, artifact: Artifact, component: ComponentId): Promise<Note> {
  const { path } = artifact;
  const message = `${path} is named like a ${component.replaceAll("-", " ")}; its pages were not read`;
  return await noteFile(bench, artifact, { code: "document-named", args: { path }, message, basis: "inferred" });
}

/** A text beyond the workbench's bound has no beginning that could be looked at. */
async function isLongPdf(bench: Workbench, artifact: Artifact): Promise<boolean> {
  const text = await bench.text(artifact);
  return splitPath(artifact.path).extension === "pdf" && !text.ok && text.because === "over-limit";
}

async function noteLong(bench: Workbench, artifact: Artifact): Promise<Note> {
  const { path } = artifact;
  const message = `${path} is too long for a look at whether it is a PDF`;
  return await noteFile(bench, artifact, { code: "document-unread", args: { path }, message, basis: "inferred" });
}

/** Why a file at hand is such a document, whatever it is called; null where it does not bear it out. */
export async function showDocument(bench: Workbench, artifact: Artifact, component: ComponentId): Promise<Note | null> {
  const kind = KINDS.find((candidate) => candidate.component === component);
  const text = await bench.text(artifact);
  if (kind === undefined || !text.ok) return null;
  const { path } = artifact;
  const { extension } = splitPath(path);
  const { content } = text.value;
  if (extension === "pdf")
    return isPdf(content, artifact) && component !== "sample-outputs"
      ? await noteNamed(bench, artifact, component)
      : null;
  if (!PROSE.has(extension) || (component === "sample-outputs" && !isSample(content))) return null;
  const sections = readSections(text.value, path, factOf(await bench.readings(artifact), "document"));
  const titles = [...new Set(sections.map(({ title }) => title).filter((title) => kind.headings.test(title)))];
  if (titles.length < kind.atLeast || !kind.holds(sections)) return null;
  const shown = titles.slice(0, 5).join(", ");
  const message = `${path} is a ${component.replaceAll("-", " ")} by its sections: ${shown || "none needed"}`;
  const remark = { code: "document-read", args: { path, sections: shown }, message, basis: "measured" as const };
  const first = sections.find(({ at }) => at !== undefined);
  const place = first?.at === undefined ? {} : { at: first.at, quote: first.title };
  return await noteFile(bench, artifact, { ...remark, ...place });
}

/** ISO 32000-1, 7.5.2: a file begins with `%PDF-` and its version. */
function isPdf(content: string, { size }: Artifact): boolean {
  return content.startsWith("%PDF-") && size !== null && size >= SMALLEST_PDF;
}

function isSample(content: string): boolean {
  const lines = content.split("\n").filter((line) => /\p{L}/u.test(line) && !line.startsWith("#") && !isPromise(line));
  return lines.length >= 2 && lines.join("").length >= SMALLEST_SAMPLE;
}
