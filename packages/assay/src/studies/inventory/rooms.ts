/** Folders that are for one purpose, wherever they lie: in the root, under scripts, or in a part of the repository. */

import type { ComponentId } from "../../model/components.ts";
import { splitWords } from "../shared/path-words.ts";

interface Room {
  readonly component: ComponentId;
  readonly folder: RegExp;
  /** Folders above it, at most; without it as many as {@link DEEPEST}. */
  readonly depth?: number;
  /** Set where only below such a folder it says so: elsewhere it may be of the package. */
  readonly below?: RegExp;
}

/** Deeper, a folder's name says what a module is about and not what is done in it. */
const DEEPEST = 3;

/** So deep lies a folder that says without doubt what is done in it. */
const DEEPEST_PLAIN = 5;

const DATA = "(?:data|datasets?|corpus|corpora)";
const DOES =
  "(?:prep|prepare|preparation|pre[-_]?process|pre[-_]?processing|process|processing|curation|clean|cleaning|filter|filtering|collection|creation|construction)";

const SCRIPTS = /^(?:scripts?|bin|src|code)$/;

/** Folders of the root whose scripts are of help and no more. */
const TOOLS = /^(?:tools|utils|utilities)$/;

const ROOMS: readonly Room[] = [
  { component: "evaluation-code", folder: /^(?:\w{1,30}[-_])?eval(?:s|uations?|uate)?(?:[-_]\w{1,30})?$/ },
  {
    component: "training-code",
    folder: /^(?:\w{1,30}[-_])?(?:pre[-_]?)?train(?:ing|ers?)?(?:[-_](?:scripts|code|utils))?$/,
  },
  { component: "preprocessing-code", folder: new RegExp(`^${DATA}[-_]?${DOES}(?:[-_]\\w{1,30})?$`) },
  { component: "preprocessing-code", folder: /^pre[-_]?process(?:ing)?$/, depth: 0 },
  { component: "preprocessing-code", folder: /^pre[-_]?process(?:ing)?$/, depth: 1, below: SCRIPTS },
  { component: "preprocessing-code", folder: /^(?:de[-_]?dup(?:e|lication|licate)?|decontaminat(?:e|ion))$/ },
  {
    component: "preprocessing-code",
    folder: /^(?:curation|collection|creation|construction|cleaning|filtering)$/,
    depth: DEEPEST_PLAIN,
    below: /^(?:data(?:sets?)?|corpus|corpora)$/,
  },
  // Many documents at once, by what does it or what they are; pictures and sounds may be inputs of the model.
  {
    component: "preprocessing-code",
    folder: /^(?:ray|spark|dask|beam|rust|crawl|corpus|web)[-_]processing$/,
    depth: 0,
  },
  { component: "preprocessing-code", folder: /^data(?:sets?)?$/, depth: 1, below: SCRIPTS },
  // Beside the name of what is measured; what measures speed gives no figures about the model.
  {
    component: "evaluation-code",
    folder: /^(?:benchmarks?|evals?|evaluation)$/,
    below: /^(?!.*(?:speed|perf|latency|throughput|inference|serving))\w{3,40}[-_]?bench(?:marks?)?$/,
  },
  { component: "inference-code", folder: /^infer(?:ence)?(?:[-_]scripts)?$/, depth: 1 },
  { component: "inference-code", folder: /^\w{1,40}[-_]infer(?:ence)?$/, depth: 1, below: TOOLS },
];

/** Words of folders in which a model is tuned by who uses it: what lies there neither made the release nor measures it. */
const TUNING: ReadonlySet<string> = new Set("finetune finetuning finetunes tuning ptuning peft".split(" "));

/** Whether a folder on the way is for tuning. */
export function isInTuning(folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const words = splitWords(folder);
    return words.some((word) => TUNING.has(word)) || words.join(" ").includes("fine tun");
  });
}

/** What the folders around a file are for, the innermost that says so first; tools of the root are so whatever is in them. */
export function findRooms(folders: readonly string[]): readonly ComponentId[] {
  const names = folders.map((folder) => folder.toLowerCase());
  const tools: readonly ComponentId[] = TOOLS.test(names[0] ?? "") ? ["supporting-tools"] : [];
  if (isInTuning(folders)) return tools;
  const found = listRooms(names);
  // What is trained in a folder of preprocessing, or prepared for a training there, are data.
  const isOfData = found[0] === "training-code" && found.includes("preprocessing-code");
  const room = isOfData ? "preprocessing-code" : found[0];
  if (room === undefined) return tools;
  return tools.length > 0 && room !== "inference-code" ? tools : [...tools, room];
}

function listRooms(names: readonly string[]): readonly ComponentId[] {
  const found: ComponentId[] = [];
  for (let at = Math.min(names.length - 1, DEEPEST_PLAIN); at >= 0; at -= 1) {
    const room = ROOMS.find((one) => isRoom(one, names, at));
    if (room !== undefined) found.push(room.component);
  }
  return found;
}

function isRoom({ folder, depth = DEEPEST, below }: Room, names: readonly string[], at: number): boolean {
  if (at > depth || !folder.test(names[at] ?? "")) return false;
  return below === undefined || (at > 0 && below.test(names[at - 1] ?? ""));
}

/** What the folder of the root, or of its scripts, is for; undefined where it has no purpose. */
export function findRootRoom(folders: readonly string[]): ComponentId | undefined {
  return findRooms(folders.slice(0, SCRIPTS.test(folders[0]?.toLowerCase() ?? "") ? 2 : 1))[0];
}
