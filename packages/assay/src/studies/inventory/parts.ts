/** Parts of a release that are tools of their own, and code that is named for a model that has a card beside it. */

import type { Study } from "../../model/plugin.ts";
import type { Artifact, Release } from "../../model/types.ts";
import { isNamedCard, type Page, pages } from "../pages/index.ts";
import { flattenName } from "../shared/own-names.ts";
import { folderOf, isAside, isStrange, splitPath, splitWords } from "../shared/path-words.ts";
import { isSource } from "./source-text.ts";

/** A folder of the root whose README calls it a tool, with the sentence that does. */
export interface ToolPart {
  readonly folder: string;
  readonly page: Page;
  /** UTF-16 offset of the sentence. */
  readonly from: number;
}

interface Parts {
  readonly tools: ReadonlyMap<string, ToolPart>;
  /** Names of the models that have a card in a folder of their own, as they are compared. */
  readonly models: readonly string[];
}

/** `Owlguard is a framework designed to …`: the subject, and what it is. */
const IS_TOOL =
  /^[\s>*_`]{0,9}([\w -]{2,60}?)[*_`]{0,3} is an? (?:[\w-]{1,30} ){0,6}(?:tool|toolkit|framework|library|suite|sdk)\b/i;

/** Sentences looked at: what a thing is stands at the top. */
const FIRST = 12;

/** Shorter names begin others by chance. */
const SHORTEST = 8;

/** The parts of one release. */
export const parts: Study<Parts> = {
  id: "parts",
  version: 1,
  async run(bench) {
    const all = await bench.study(pages);
    const tools = all.flatMap((page) => findTool(bench.release, page) ?? []);
    return { tools: new Map(tools.map((part) => [part.folder, part])), models: listCarded(bench.release) };
  },
};

/** A folder of the root with a README that calls it a tool and a module that is called like it. */
function findTool({ artifacts }: Release, page: Page): ToolPart | undefined {
  const folder = folderOf(page.artifact.path);
  const name = flattenName(folder);
  if (folder === "" || folder.includes("/") || isAside(page.artifact.path) || name.length < SHORTEST) return undefined;
  const said = page.statements
    .slice(0, FIRST)
    .find(({ words }) => flattenName(IS_TOOL.exec(words)?.[1] ?? "") === name);
  if (said === undefined) return undefined;
  const isBorneOut = artifacts.some(
    ({ path }) => path.startsWith(`${folder}/`) && isSource(path) && flattenName(splitPath(path).stem) === name,
  );
  return isBorneOut ? { folder, page, from: said.from } : undefined;
}

/** `Owl-Guard/MODEL_CARD.md` and `Owl-Guard/22M/MODEL_CARD.md` name Owl-Guard. */
function listCarded({ artifacts }: Release): readonly string[] {
  const cards = artifacts.filter(({ path }) => isNamedCard(path) && !isAside(path) && !isStrange(path));
  const names = cards.flatMap(({ path }) => splitPath(path).folders.slice(0, 1)).map(flattenName);
  return [...new Set(names)].filter((name) => name.length >= SHORTEST);
}

/** Words of code inside a part that only accompanies it. */
const BESIDE = /^(?:setup|conftest|test|tests|init)$/;

/** The part that a source file belongs to. */
export function partOf({ tools }: Parts, { path }: Artifact): ToolPart | undefined {
  const part = tools.get(path.slice(0, Math.max(0, path.indexOf("/"))));
  return splitWords(splitPath(path).stem).some((word) => BESIDE.test(word)) ? undefined : part;
}

/** What is behind the name of a model in the name of code that runs it. */
const RUNNER = /^(?:scanner|classifier|detector|runner|pipeline|inference|client|utils?)$/;

/** Whether code outside of the model's folder is called after it and what runs it: `owl_guard_scanner.py`. */
export function isRunnerOf({ models }: Parts, { path }: Artifact): boolean {
  const { folders, stem } = splitPath(path);
  const last = splitWords(stem).at(-1) ?? "";
  const flat = flattenName(stem);
  if (!RUNNER.test(last) || models.includes(flattenName(folders[0] ?? ""))) return false;
  return models.includes(flat.slice(0, flat.length - last.length));
}
