/** Files of code that the documents of a release name, and what for: a command that runs them, an import, a link. */

import type { ComponentId } from "../../model/components.ts";
import type { Study } from "../../model/plugin.ts";
import type { Artifact, Release } from "../../model/types.ts";
import { type Page, pages, sectionAt } from "../pages/index.ts";
import type { SectionKind } from "../sections/classify.ts";
import { flattenName, listOwnNames } from "../shared/own-names.ts";
import { folderOf, resolvePath, splitPath, splitWords } from "../shared/path-words.ts";
import { fits } from "./code-words.ts";
import { listImports } from "./imports.ts";
import { isSource } from "./source-text.ts";

/** A place that names a file, and what the section is for. */
export interface Mention {
  readonly component: ComponentId;
  readonly page: Page;
  /** UTF-16 offset of the line. */
  readonly from: number;
}

/** Mentions by file; a file may be named for several things. */
export type Mentions = ReadonlyMap<Artifact, readonly Mention[]>;

/** What a section of this kind runs. */
const PURPOSE: Partial<Record<SectionKind, ComponentId>> = {
  usage: "inference-code",
  "training-procedure": "training-code",
  "evaluation-results": "evaluation-code",
  "evaluation-data": "evaluation-code",
  preprocessing: "preprocessing-code",
};

/** Words of a line that say what the file in it is for, whatever the section. */
const SAID: readonly { readonly component: ComponentId; readonly words: RegExp }[] = [
  { component: "training-code", words: /\b(?:pre-?)?training (?:script|code|entry ?point)\b/i },
  { component: "inference-code", words: /\binference (?:script|code|entry ?point)\b/i },
  { component: "evaluation-code", words: /\bevaluation (?:script|code|entry ?point)\b/i },
  // Whoever hands over a prompt runs the model.
  { component: "inference-code", words: /^[\s>$]{0,20}(?:python3?|torchrun)\s[^\n]{0,200}?\s--prompt[\s=]/ },
  { component: "preprocessing-code", words: /\b(?:pre-?processing|tokeni[sz]ation) (?:script|code|entry ?point)\b/i },
];

/** A line that runs something. */
const RUNS = /\b(?:python3?|torchrun|accelerate launch|deepspeed|modal (?:deploy|run)|srun|mpirun)\s/;

/** UTF-16 units behind such words in which the file stands that is called so. */
const CLOSE = 100;

/** Mentions of one release; a document that names more is a list. */
const MOST = 2_000;

/** A path of code as documents write it, and a module that is run by its name. */
const PATH =
  /(?:^|[\s`'"([=<])((?:\.{0,2}\/)?[\w.-]{1,80}(?:\/[\w.-]{1,80}){0,12}\.(?:py|jl|ts|js|rs|go|cpp|cc|c))(?=$|[\s`'")\]>:;,#?])/g;
const MODULE =
  /\b(?:python3?|torchrun|accelerate launch|deepspeed)(?: [^\n|;&]{0,200}?)? (?:-m|--module) ([A-Za-z_]\w{0,60}(?:\.\w{1,60}){0,8})\b/g;
/** A file of a repository on a code host. */
const BLOB =
  /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^/\s]{1,80}\/([^/\s]{1,100})\/(?:-\/)?blob\/[^/\s]{1,80}\/([^\s?#]{1,300})/;

/** Files of code by what the documents name them for. */
export const mentions: Study<Mentions> = {
  id: "mentions",
  version: 1,
  async run(bench) {
    const finder = openFinder(bench.release);
    const found = new Map<Artifact, Mention[]>();
    let count = 0;
    for (const page of await bench.study(pages)) {
      for (const { artifact, component, from } of listMentions(page, finder)) {
        count += 1;
        if (count > MOST) return found;
        found.set(artifact, [...(found.get(artifact) ?? []), { component, page, from }]);
      }
    }
    return found;
  },
};

interface Named {
  readonly artifact: Artifact;
  readonly component: ComponentId;
  readonly from: number;
}

function* listMentions(page: Page, finder: Finder): Generator<Named> {
  for (const [index, { text, from, isCode }] of page.lines.entries()) {
    const component = purposeOf(text) ?? PURPOSE[sectionAt(page, index + 1).kind] ?? folderPurposeOf(page);
    if (component === undefined) continue;
    yield* listNamed(page, finder, { text, from, component });
    yield* listCalled(page, finder, { text, from, component });
    if (!isCode || component !== "inference-code" || !isOnRelease(page)) continue;
    for (const { artifact, isModel } of listImported(text, finder)) {
      yield { artifact, component: isModel ? "architecture" : component, from };
    }
  }
  yield* listLinked(page, finder);
}

function isOnRelease({ isFront, isCard }: Page): boolean {
  return isFront || isCard;
}

interface Line {
  readonly text: string;
  readonly from: number;
  readonly component: ComponentId;
}

/** What the README of a folder for evaluation runs measures. */
function folderPurposeOf({ artifact }: Page): ComponentId | undefined {
  const folder = splitPath(artifact.path).folders.at(-1) ?? "";
  return splitWords(folder).some((word) => /^eval(?:s|uations?)?$/.test(word)) ? "evaluation-code" : undefined;
}

/** Files that a line names: it has to run them, or their words have to fit what the section is for. */
function* listNamed(page: Page, finder: Finder, { text, from, component }: Line): Generator<Named> {
  const isRun = isOnRelease(page) && RUNS.test(text);
  for (const artifact of listRun(text, folderOf(page.artifact.path), finder)) {
    if (isRun || fits(component, artifact.path)) yield { artifact, component, from };
  }
}

/** The file that stands right behind what the line calls it: "the main training script, `owl/main.py`". */
function* listCalled(page: Page, finder: Finder, { text, from }: Line): Generator<Named> {
  if (!isOnRelease(page)) return;
  for (const { component, words } of SAID) {
    const match = words.exec(text);
    if (match === null) continue;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + CLOSE);
    const path = new RegExp(PATH.source).exec(behind);
    const artifact =
      path === null || /[.;]\s/.test(behind.slice(0, path.index))
        ? undefined
        : finder.byPath(path[1] ?? "", folderOf(page.artifact.path));
    if (artifact !== undefined) yield { artifact, component, from };
  }
}

/** What a line itself says that a file is for. */
function purposeOf(text: string): ComponentId | undefined {
  return SAID.find(({ words }) => words.test(text))?.component;
}

/** Files that a line names by their path, or runs as a module. */
function listRun(text: string, folder: string, finder: Finder): readonly Artifact[] {
  const byPath = [...text.matchAll(PATH)].map(([, path = ""]) => finder.byPath(path, folder));
  const byModule = [...text.matchAll(MODULE)].flatMap(([, name = ""]) => finder.runBy(name.split(".")));
  return [...byPath, ...byModule].filter((artifact) => artifact !== undefined);
}

/** Modules of the release's own that a snippet imports. */
function* listImported(text: string, finder: Finder): Generator<{ artifact: Artifact; isModel: boolean }> {
  for (const { module, names } of listImports(text)) {
    const direct = finder.byModule(module);
    if (direct !== undefined) {
      yield { artifact: direct, isModel: false };
      if (names.some((name) => finder.isOwnName(name))) yield { artifact: direct, isModel: true };
    } else yield* finder.inPackage(module, names).map((artifact) => ({ artifact, isModel: false }));
  }
}

/** Links to files of the release's own repository on a code host. */
function* listLinked(page: Page, finder: Finder): Generator<Named> {
  for (const { url, at } of page.document.links) {
    const [, repository = "", path = ""] = BLOB.exec(url) ?? [];
    const component = PURPOSE[sectionAt(page, at.line ?? 0).kind];
    if (component === undefined || repository === "" || !finder.isOwnName(repository)) continue;
    const artifact = finder.byPath(path, "");
    if (artifact !== undefined && fits(component, path))
      yield { artifact, component, from: page.lines[(at.line ?? 1) - 1]?.from ?? 0 };
  }
}

interface Finder {
  byPath(path: string, folder: string): Artifact | undefined;
  byModule(module: readonly string[]): Artifact | undefined;
  /** What `python -m` starts: a module, or the commands of a package. */
  runBy(module: readonly string[]): readonly Artifact[];
  inPackage(module: readonly string[], names: readonly string[]): readonly Artifact[];
  isOwnName(name: string): boolean;
}

/** Folders under which packages of Python lie. */
const SOURCE_FOLDERS = ["", "src/", "lib/", "python/"];

/** A shorter name of a module ends other names by chance. */
const SHORTEST_MODULE = 5;

function openFinder(release: Release): Finder {
  const code = release.artifacts.filter(({ path }) => isSource(path));
  const known = new Map(code.map((artifact) => [artifact.path, artifact]));
  const folders = new Map<string, Artifact[]>();
  for (const artifact of code) {
    const folder = folderOf(artifact.path);
    const before = folders.get(folder);
    if (before === undefined) folders.set(folder, [artifact]);
    else before.push(artifact);
  }
  const own = new Set(listOwnNames(release));
  const byModule = (module: readonly string[]): Artifact | undefined =>
    SOURCE_FOLDERS.map((root) => known.get(`${root}${module.join("/")}.py`)).find((one) => one !== undefined);
  return {
    byPath: (path, folder) => known.get(resolvePath(folder, path)) ?? known.get(resolvePath("", path)),
    byModule,
    runBy(module) {
      const direct = byModule(module);
      const inside = SOURCE_FOLDERS.flatMap((root) => folders.get(`${root}${module.join("/")}`) ?? []);
      const stemOf = ({ path }: Artifact): string => splitPath(path).stem;
      if (direct !== undefined || !inside.some((one) => stemOf(one) === "__main__")) return direct ? [direct] : [];
      return inside.filter((one) => /^(?:__main__|cli(?:_\w{1,30})?)$/.test(stemOf(one)));
    },
    inPackage(module, names) {
      const path = module.join("/");
      const inside = SOURCE_FOLDERS.flatMap((root) => folders.get(`${root}${path}`) ?? []);
      const named = inside.filter((artifact) => isNamedBy(splitPath(artifact.path).stem, names));
      // The module that a package is called after is what the package is for.
      return named.length > 0 ? named : inside.filter((artifact) => splitPath(artifact.path).stem === module.at(-1));
    },
    isOwnName: (name) => own.has(flattenName(name)),
  };
}

/** Whether a module is called like something that is imported: `mask_generator.py` for `OwlMaskGenerator`. */
function isNamedBy(stem: string, names: readonly string[]): boolean {
  const flat = flattenName(stem);
  return flat.length >= SHORTEST_MODULE && names.some((name) => flattenName(name).endsWith(flat));
}
