/** Recognises pictures of what a model answers: several of them, in a section of examples. */

import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Page, pages, sectionAt } from "../pages/index.ts";
import { noteFile } from "../shared/noting.ts";
import { folderOf, resolvePath, splitPath } from "../shared/path-words.ts";
import { isBeside, isCompanion } from "./beside.ts";
import type { Recogniser } from "./recognition.ts";
import { findRootRoom } from "./rooms.ts";
import { isOfAnother } from "./titles.ts";

/** Titles of sections that show what a model puts out. */
const SHOWING =
  /\b(?:examples|samples|gallery|showcase|sample outputs|generations)\W*$|(?:示例|样例|案例|效果展示)\W*$/i;

/** One picture shows an interface or an input. */
const FEWEST = 3;

interface Shown {
  readonly page: Page;
  readonly url: string;
  readonly at: { readonly start: number; readonly end: number; readonly line?: number };
}

/** Pictures of the release by the place that shows them. */
const samples: Study<ReadonlyMap<string, Shown>> = {
  id: "samples",
  version: 1,
  async run(bench) {
    const found = new Map<string, Shown>();
    for (const page of (await bench.study(pages)).filter(({ isFront }) => isFront)) {
      const shown = [...listShown(bench, page).values()].filter((pictures) => pictures.length >= FEWEST);
      for (const [path, one] of shown.flat()) if (!found.has(path)) found.set(path, one);
    }
    return found;
  },
};

/** Folders among those of the evaluation in which the answers of a model are kept, and what they are kept in. */
const ANSWERS =
  /^(?:outputs?|generations?|predictions?|completions?|responses?|answers?|model[-_](?:outputs?|answers?))$/i;
const KEPT_IN: ReadonlySet<string> = new Set(["jsonl", "json", "csv", "tsv", "txt"]);

/** Whether a listed file lies among the answers that were evaluated, and is no other model's. */
async function isAnswer(bench: Workbench, { path }: Artifact): Promise<boolean> {
  const { folders, extension } = splitPath(path);
  return (
    KEPT_IN.has(extension) &&
    folders.some((folder) => ANSWERS.test(folder)) &&
    findRootRoom(folders) === "evaluation-code" &&
    !isBeside(path) &&
    !isCompanion(path) &&
    !(await isOfAnother(bench, path.replaceAll("/", "-/ ")))
  );
}

/** Recognises pictures that a section of examples shows, and answers that were kept when the model was evaluated. */
export const recogniseSamples: Recogniser = async (bench, artifact: Artifact) => {
  if (artifact.size !== 0 && (await isAnswer(bench, artifact))) {
    const { path } = artifact;
    const message = `${path} lies among the answers that were evaluated`;
    const remark = { code: "sample-kept", args: { path }, message, basis: "inferred" as const };
    return [{ component: "sample-outputs", note: await noteFile(bench, artifact, remark) }];
  }
  const shown = (await bench.study(samples)).get(artifact.path);
  if (shown === undefined || artifact.size === 0) return [];
  const { path } = shown.page.artifact;
  const message = `${path} shows ${artifact.path} among its examples`;
  const remark = { code: "sample-shown", args: { path, picture: artifact.path }, message, basis: "declared" as const };
  const note = await noteFile(bench, shown.page.artifact, { ...remark, at: shown.at, quote: shown.url });
  return [{ component: "sample-outputs", note }];
};

/** Pictures by their section. */
function listShown({ release }: Workbench, page: Page): ReadonlyMap<string, readonly (readonly [string, Shown])[]> {
  const known = new Set(release.artifacts.map(({ path }) => path));
  const sections = new Map<string, (readonly [string, Shown])[]>();
  for (const { url, at } of page.document.links) {
    if (!/\.(?:png|jpe?g|gif|webp)(?:\?[^\s]{0,20})?$/i.test(url)) continue;
    const title = sectionAt(page, at.line ?? 0).titles.find((one) => SHOWING.test(one));
    const path = resolvePath(folderOf(page.artifact.path), url.replace(/\?.*$/, ""));
    if (title === undefined || !known.has(path)) continue;
    sections.set(title, [...(sections.get(title) ?? []), [path, { page, url, at }]]);
  }
  return sections;
}
