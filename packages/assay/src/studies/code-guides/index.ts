/** Places at which documents tell how code that prepares data, trains or tunes is used. */

import type { Note } from "../../model/ledger.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { inventory } from "../inventory/index.ts";
import { type Page, pages, sectionAt } from "../pages/index.ts";
import { isOfOthers } from "../sections/others.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";
import { folderOf, isForeign, isStrange, resolvePath } from "../shared/path-words.ts";
import { isLaunchOfTuning, tuningCode } from "../tuning-code/index.ts";

/** A path of a script as documents write it. */
const PATH =
  /(?:^|[\s`'"([=<])((?:\.{0,2}\/)?[\w.-]{1,80}(?:\/[\w.-]{1,80}){0,12}\.(?:py|ipynb|sh|bash|slurm|sbatch))(?=$|[\s`'")\]>:;,#?\\])/g;

/** What starts a script stands before it on its line. */
const RUNS =
  /\b(?:python3?|torchrun|accelerate launch|deepspeed|composer|sh|bash|sbatch|srun|mpirun|modal run)\s[^\n]{0,300}$/;

/** A sentence that names a script tells something of it when it has so many words. */
const FEWEST_WORDS = 8;

/** What stands before a path is looked at so far back, in UTF-16 units. */
const BEFORE = 320;

/** Places kept: enough to check by eye. Places looked at: a document with more is a list. */
const MOST = 5;
const MOST_LOOKED = 2_000;

/** Where each is told; a file that is only named tells nothing. */
export const codeGuides: Study<readonly Note[]> = {
  id: "code-guides",
  version: 1,
  async run(bench) {
    const known = await listMaking(bench);
    const found = new Map<Artifact, Note>();
    let looked = 0;
    for (const page of await bench.study(pages)) {
      if (isForeign(page.artifact.path) || isStrange(page.artifact.path)) continue;
      for (const { artifact, from, path, line, column } of listNamed(page, known)) {
        looked += 1;
        if (looked > MOST_LOOKED || found.size >= MOST) return [...found.values()];
        if (!found.has(artifact) && (isRun(page, line, column) || isTold(page, line, path)))
          found.set(artifact, await noteTold(bench, page, { from, path }));
      }
    }
    return [...found.values()];
  },
};

/** Code that made the model or could have, by its path. */
async function listMaking(bench: Workbench): Promise<ReadonlyMap<string, Artifact>> {
  const held = await bench.study(inventory);
  const files = [
    ...(held.get("training-code")?.files ?? []),
    ...(held.get("preprocessing-code")?.files ?? []),
    ...(await bench.study(tuningCode)),
  ].map(({ artifact }) => artifact);
  const launches = bench.release.artifacts.filter(({ path }) => isLaunchOfTuning(path));
  return new Map([...files, ...launches].map((artifact) => [artifact.path, artifact]));
}

interface Named {
  readonly artifact: Artifact;
  readonly path: string;
  /** From 1, and the offset (UTF-16) in it. */
  readonly line: number;
  readonly column: number;
  /** UTF-16 offset of the line. */
  readonly from: number;
}

/** Places at which a page names such code. */
function* listNamed(page: Page, known: ReadonlyMap<string, Artifact>): Generator<Named> {
  const folder = folderOf(page.artifact.path);
  for (const [index, { text, from }] of page.lines.entries()) {
    for (const { 1: path = "", index: column } of text.matchAll(PATH)) {
      const artifact = known.get(resolvePath(folder, path)) ?? known.get(resolvePath("", path));
      if (artifact?.origin !== page.artifact.origin || isOfOthers(sectionAt(page, index + 1).titles)) continue;
      yield { artifact, path, from, line: index + 1, column };
    }
  }
}

/** Whether the line starts what stands at an offset of it. */
function isRun({ lines }: Page, line: number, column: number): boolean {
  const { text = "" } = lines[line - 1] ?? {};
  return RUNS.test(text.slice(Math.max(0, column - BEFORE), column + 1));
}

/** A row of a table lists a file, and such a sentence only tells where it lies. */
const LISTS = /^\||\s\|\s|\b(?:can be|is|are) (?:found|located|available) (?:in|at|under|here)\b/;

/** Whether a sentence on the line says something of what it names. */
function isTold({ statements }: Page, line: number, path: string): boolean {
  const said = statements.find((one) => one.line <= line && one.lastLine >= line && one.words.includes(path));
  if (said === undefined || LISTS.test(said.words)) return false;
  return (said.words.match(/\p{L}{2,}/gu)?.length ?? 0) >= FEWEST_WORDS;
}

async function noteTold(bench: Workbench, page: Page, { path, from }: Pick<Named, "path" | "from">): Promise<Note> {
  const by = page.artifact.path;
  const message = `${by} tells how ${path} is used`;
  const remark = { code: "code-told", args: { path, by }, message, basis: "declared" as const };
  return await noteFile(bench, page.artifact, { ...remark, ...quoteLine(page.text, from) });
}
