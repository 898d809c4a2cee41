/** Recognises code by what it is for: the name says what it claims to be, its statements have to bear it out. */

import type { ComponentId } from "../../model/components.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Release } from "../../model/types.ts";
import type { Page } from "../pages/index.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";
import { isForeign, isStrange, splitPath, splitWords } from "../shared/path-words.ts";
import { isAtHand, isBeside, sizeOf } from "./beside.ts";
import { dataNames, isDemo, isExampleOf, isMainOfTraining, isPreparing, isTuning, suits, tuned } from "./code-words.ts";
import { isMainOfData } from "./data-pipelines.ts";
import { isOwnModeling, isPlainCode } from "./listed-code.ts";
import { type Mention, mentions } from "./mentions.ts";
import { isRunnerOf, partOf, parts } from "./parts.ts";
import { listPlaced, modules } from "./places.ts";
import type { Recognised, Recogniser } from "./recognition.ts";
import { findRooms } from "./rooms.ts";
import { speaksOfRelease } from "./seen-link.ts";
import { isLaunch, isSource, listStatements } from "./source-text.ts";
import { isTool } from "./tools.ts";

interface Purpose {
  readonly component: ComponentId;
  /** File names (without extension, in lower case) that claim the purpose. */
  readonly named: RegExp;
  /** Words of its statements; two different ones bear it out. */
  readonly shown: RegExp;
}

const PURPOSES: readonly Purpose[] = [
  {
    component: "training-code",
    named: /^(?:pre)?[-_]?train(?:ing|er)?(?:[-_]|$)|^run_(?:pre)?train(?:ing)?$|[-_](?:pre)?train$/,
    shown: /\b(?:optimi[sz]er|backward|backprop\w*|gradients?|loss|learning[_ -]?rate|epochs?|momentum)\b/gi,
  },
  {
    component: "inference-code",
    named:
      /^(?:generate|generation|infer|inference|predict|sample|chat|(?:example[-_])?(?:chat|text)[-_]completion)$|[-_]inference$/,
    shown: /\b(?:generat\w+|predict\w*|forward|logits|probabilit\w+|sampl\w+|decod\w+|infer\w*|prompt|load\w*)\b/gi,
  },
  {
    component: "evaluation-code",
    named: /^(?:evals?|evaluat(?:e|ion)|benchmarks?)(?:[-_]|$)|^run_eval(?:uation)?$/,
    shown: /\b(?:accuracy|f1|bleu|rouge|perplexity|scores?|metrics?|baseline|correct|evaluat\w+)\b/gi,
  },
  {
    component: "preprocessing-code",
    named:
      /^preprocess(?:ing)?(?:[-_]|$)|^prepare[-_](?:\w+[-_])?(?:data|datasets?|corpus)(?:[-_]|$)|^tokenize[-_]|^dedup/,
    shown:
      /\b(?:tokeni[sz]\w*|clean\w*|filter\w*|dedup\w*|normali[sz]\w*|split\w*|shuffl\w*|datasets?|corpus|data)\b/gi,
  },
  {
    component: "architecture",
    named: /^(?:model|models|modell?ing|architecture|network)$|^modell?ing[-_]/,
    shown: /\b(?:forward|attention|hidden|layers?|linear|embed\w*|weights?|parameters?|logits)\b/gi,
  },
];

/** Fewer statements are a stub. */
const FEWEST = 2;

/** A file that does anything has at least as many statements. */
const FEWEST_OF_TOOL = 3;

/** A shorter listed file holds no code worth the name, in bytes. */
const SMALLEST_LISTED = 64;

/** Recognises code by its name, its place, and what the documents of the release run it for. */
export const recogniseCode: Recogniser = async (bench, artifact) => {
  const { path } = artifact;
  if (!isCode(path)) return [];
  const isHere = await isAtHand(bench, artifact);
  if (!isHere && ((await sizeOf(bench, artifact)) ?? 0) < SMALLEST_LISTED) return [];
  if (isLaunch(path)) return isHere ? [] : await recogniseLaunch(bench, artifact);
  const claims = await listClaims(bench, artifact, isHere);
  const found = new Map<ComponentId, Note>();
  for (const { component, ...mention } of claims) {
    if (found.has(component)) continue;
    const note = isHere ? await showCode(bench, artifact, component) : await noteListed(bench, artifact, mention);
    if (note !== null) found.set(component, note);
  }
  return [...found].map(([component, note]) => ({ component, note }));
};

/** What a file is for by its name, its place, and the documents. */
async function listClaims(bench: Workbench, artifact: Artifact, isHere: boolean): Promise<readonly Claimed[]> {
  const { path } = artifact;
  const isTuned = await bench.study(tuned);
  const known = { release: bench.release, modules: await bench.study(modules) };
  const named = (await bench.study(mentions)).get(artifact) ?? [];
  const isPrepared = !isBeside(path) && isPreparing(path, await bench.study(dataNames));
  const around = await bench.study(parts);
  const part = isBeside(path) ? undefined : partOf(around, artifact);
  return [
    ...listNamed(known, artifact, { isHere, isTuned }),
    ...(isPrepared ? [PREPARES] : []),
    ...(part === undefined ? [] : [{ component: "supporting-tools" as const, page: part.page, from: part.from }]),
    ...(!isBeside(path) && isRunnerOf(around, artifact) ? [{ component: "inference-code" as const }] : []),
    ...named.filter(({ component, page }) => suits(component, path, isTuned) && speaksOf(page, component)),
  ];
}

function isCode(path: string): boolean {
  return (isSource(path) || isLaunch(path)) && !isForeign(path) && !isStrange(path);
}

/** What starts a run, with its arguments, belongs to the code of the folder that is for such runs. */
async function recogniseLaunch(bench: Workbench, artifact: Artifact): Promise<readonly Recognised[]> {
  const room = isBeside(artifact.path) ? undefined : findRooms(splitPath(artifact.path).folders).at(-1);
  const isRun = room === "training-code" || room === "evaluation-code" || room === "preprocessing-code";
  if (!isRun || !suits(room, artifact.path, await bench.study(tuned))) return [];
  return [{ component: room, note: await noteListed(bench, artifact, {}) }];
}

/** What made the model is told by documents on the release, how to run and to measure it by any. */
function speaksOf(page: Page, component: ComponentId): boolean {
  const isOfMaking = component === "training-code" || component === "preprocessing-code";
  if (isOfMaking) return speaksOfRelease(page);
  const { folders } = splitPath(page.artifact.path);
  // Deep inside, what generates may belong to the making of data.
  return component !== "inference-code" || page.isAside || (folders.length <= 1 && !isOfMeasuring(page.artifact.path));
}

function isOfMeasuring(path: string): boolean {
  return splitPath(path).folders.some((folder) => /^eval(?:s|uations?)?$/i.test(folder));
}

const PREPARES: Claimed = { component: "preprocessing-code" };

/** A purpose that the name or the place claims, or a document at some place. */
interface Claimed extends Partial<Omit<Mention, "component">> {
  readonly component: ComponentId;
}

type Around = Parameters<typeof listPlaced>[0];

interface Known {
  readonly isHere: boolean;
  readonly isTuned: boolean;
}

/** What the path says by itself; of code that is only listed, it has to say so without doubt. */
function listNamed(around: Around, { path }: Artifact, { isHere, isTuned }: Known): readonly Claimed[] {
  const { release } = around;
  const claims: ComponentId[] = [];
  if (!isBeside(path))
    claims.push(...listByName(release, path, isHere ? "read" : "listed"), ...listPlaced(around, path));
  else if (isOwnModeling(release, path)) claims.push("architecture");
  if (isMainOfTraining(release, path)) claims.push("training-code");
  if (isMainOfData(release, path)) claims.push("preprocessing-code");
  if (isDemo(path) || isExampleOf(release, path)) claims.push("inference-code");
  if (isTool(path)) claims.push("supporting-tools");
  if (isTuned && isTuning(path)) claims.push("training-code");
  return claims.filter((component) => suits(component, path, isTuned)).map((component) => ({ component }));
}

function listByName(release: Release, path: string, known: "read" | "listed"): readonly ComponentId[] {
  if (isTestOrSetting(path)) return [];
  const stem = splitPath(path).stem.toLowerCase();
  return PURPOSES.filter(
    ({ component, named }) => (known === "read" && named.test(stem)) || isPlainCode(release, path, component),
  ).map(({ component }) => component);
}

function isTestOrSetting(path: string): boolean {
  const words = splitWords(splitPath(path).stem);
  return words.at(-1) === "config" || words[0] === "test" || words.at(-1) === "test";
}

async function noteListed(bench: Workbench, artifact: Artifact, mention: Omit<Claimed, "component">): Promise<Note> {
  const { path } = artifact;
  const { page, from } = mention;
  if (page === undefined || from === undefined) {
    const message = `${path} is listed under the name of such code`;
    return await noteFile(bench, artifact, { code: "code-listed", args: { path }, message, basis: "inferred" });
  }
  const by = page.artifact.path;
  const message = `${by} names ${path} for this, which is listed`;
  const remark = { code: "code-named", args: { path, by }, message, basis: "declared" as const };
  return await noteFile(bench, page.artifact, { ...remark, ...quoteLine(page.text, from) });
}

async function showCode(bench: Workbench, artifact: Artifact, component: ComponentId): Promise<Note | null> {
  if (component !== "supporting-tools") return await showPurpose(bench, artifact, component);
  if (!(await isWorking(bench, artifact))) return null;
  const { path } = artifact;
  const message = `${path} is named like a tool and does something`;
  return await noteFile(bench, artifact, { code: "tool-read", args: { path }, message, basis: "inferred" });
}

/** Why the statements of a source file bear out what it is for; null where they do not. */
export async function showPurpose(bench: Workbench, artifact: Artifact, component: ComponentId): Promise<Note | null> {
  const purpose = PURPOSES.find((candidate) => candidate.component === component);
  const text = await bench.text(artifact);
  if (purpose === undefined || !text.ok) return null;
  const seen = findSigns(listStatements(text.value.content, artifact.path), purpose.shown);
  if (seen === null) return null;
  const { path } = artifact;
  const words = seen.words.join(", ");
  const message = `${path} is named and written like ${component.replaceAll("-", " ")}: it speaks of ${words}`;
  const remark = { code: "code-read", args: { path, words }, message, basis: "inferred" as const };
  return await noteFile(bench, artifact, { ...remark, ...quoteLine(text.value, seen.at) });
}

/** Whether a source file does anything at all. */
export async function isWorking(bench: Workbench, artifact: Artifact): Promise<boolean> {
  const text = await bench.text(artifact);
  return text.ok && listStatements(text.value.content, artifact.path).length >= FEWEST_OF_TOOL;
}

interface Signs {
  readonly words: readonly string[];
  /** Offset (UTF-16) of the line in which the first of them stands. */
  readonly at: number;
}

/** Up to four different words that show the purpose; null below two of them, and for a stub. */
function findSigns(statements: ReturnType<typeof listStatements>, shown: RegExp): Signs | null {
  if (statements.length < FEWEST) return null;
  const words = new Set<string>();
  let first = -1;
  for (const { at, line } of statements) {
    for (const match of splitNames(line).matchAll(shown)) {
      if (first < 0) first = at;
      words.add(match[0].toLowerCase());
    }
    if (words.size >= 4) break;
  }
  return words.size < 2 ? null : { words: [...words].slice(0, 4), at: first };
}

/** `makeDataset`, `eval_loss` → make Dataset, eval loss. */
function splitNames(line: string): string {
  return line.replaceAll("_", " ").replace(/([a-z0-9])([A-Z])/g, "$1 $2");
}
