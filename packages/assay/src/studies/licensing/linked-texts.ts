/** Texts that a card names as the model's licence by a link, wherever they lie: `[Model License](docs/LICENSE-MODEL)`. */

import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { inventory } from "../inventory/index.ts";
import { isForeign, splitPath } from "../shared/path-words.ts";
import { resolveLink } from "./card-links.ts";
import { listCards } from "./card-tags.ts";
import { type IsTold, listScopes } from "./prose.ts";
import { type Line, listLines, listParagraphs } from "./sentences.ts";
import { folderOf, type LicenseSource, listAround } from "./sources.ts";

/** Links that are followed in one card. */
const MOST_LINKS = 512;

/** A link in brackets or in a tag; longer addresses lead to no file of a release. */
const LINK = /\]\(\s{0,8}<?([^)\s>]{1,500})|\bhref\s{0,8}=\s{0,8}["']([^"'\s]{1,500})/gi;

const OF_LICENSES =
  /\blicen[cs](?:es?|ed|ing)\b|\b(?:terms|agreement)\b|\b(?:governed|released|distributed) (?:by|under)\b/i;

const NAMED_FOR_WEIGHTS = /(?:^|[^a-z])(?:models?|weights?|checkpoints?)(?:[^a-z]|$)/i;

/** Finds the texts that cards link to as the model's licence and that do not lie around the card. */
export async function readLinkedTexts(
  bench: Workbench,
  texts: readonly LicenseSource[],
  isTold: IsTold,
): Promise<readonly LicenseSource[]> {
  const weights = (await bench.study(inventory)).get("weights")?.files ?? [];
  const homes = new Set(weights.flatMap((file) => listAround(folderOf(file.artifact.path))));
  const isOfOthers = ({ artifact, folder }: LicenseSource): boolean =>
    isForeign(artifact.path) || (folder !== "" && homes.has(folder));
  // Beside weights a text governs those.
  const away = texts.filter((text) => (text.folder !== "" || text.kind === "unplaced") && !isOfOthers(text));
  if (away.length === 0) return [];
  const found: LicenseSource[] = [];
  for (const artifact of listCards(bench).flatMap(({ kept }) => kept)) {
    const text = await bench.text(artifact);
    if (!text.ok) continue;
    const lines = listParagraphs(listLines(text.value.content, 0), (line) => isTold(artifact, line.number));
    for (const { link, words } of listLinks(lines)) {
      const source = follow(bench, artifact, { link, words, texts: away });
      if (source !== null) found.push(source);
    }
  }
  return found;
}

interface Link {
  readonly link: string;
  /** The sentence around it. */
  readonly words: string;
}

/** Links in sentences on licences. */
function listLinks(paragraphs: Iterable<readonly [Line, ...Line[]]>): readonly Link[] {
  const links: Link[] = [];
  for (const lines of paragraphs) {
    if (links.length >= MOST_LINKS) break;
    links.push(...readLinks(lines.map(({ words }) => words.trim()).join(" ")));
  }
  return links.slice(0, MOST_LINKS);
}

function readLinks(paragraph: string): readonly Link[] {
  if (!/\]\(|href/i.test(paragraph)) return [];
  const sentences = paragraph.split(/(?<=[.;!?。；]) /).filter((words) => OF_LICENSES.test(words));
  return sentences.flatMap((words) =>
    [...words.matchAll(LINK)].map(([, inBrackets, inTag]) => ({ link: inBrackets ?? inTag ?? "", words })),
  );
}

interface Followed extends Link {
  readonly texts: readonly LicenseSource[];
}

/** The text that a link leads to: the model's licence where name and sentence say so, and open where one of them does. */
function follow(bench: Workbench, artifact: Artifact, { link, words, texts }: Followed): LicenseSource | null {
  const path = resolveLink(link, artifact, bench);
  const text = texts.find((one) => one.artifact.origin === artifact.origin && one.artifact.path === path);
  if (text === undefined) return null;
  const folder = folderOf(artifact.path);
  const isNamed = text.scope === "weights";
  // Of several texts in a folder for licences of models, nobody knows which model has which.
  const isOfModel = isNamed && NAMED_FOR_WEIGHTS.test(splitPath(text.artifact.path).stem);
  const said = listScopes(words.replace(/\]\([^)]{0,500}\)?/g, " "));
  const isSaid = said.includes("weights") && (isNamed || !(said.includes("code") || said.includes("data")));
  if (!(isNamed || isSaid) || (text.kind === "text" && listAround(folder).includes(text.folder))) return null;
  const kind = isOfModel && isSaid && text.kind !== "policy" ? "text" : "unplaced";
  return { ...text, kind, scope: "weights", folder, governs: "explicit" };
}
