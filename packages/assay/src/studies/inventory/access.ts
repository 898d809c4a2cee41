/** Sentences by which a release says how its weights or its data are available: to anybody, to who accepts terms, on request. */

import type { ComponentId } from "../../model/components.ts";
import type { StatedAccess } from "../../model/inventory.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Release } from "../../model/types.ts";
import { type Page, pages, type Statement } from "../pages/index.ts";
import { isForeignName } from "../shared/families.ts";
import { noteFile } from "../shared/noting.ts";
import { isPromise } from "../shared/prose.ts";
import { speaksOfRelease } from "./seen-link.ts";

const SUBJECTS: readonly { readonly component: ComponentId; readonly names: RegExp }[] = [
  {
    component: "weights",
    names: /\b(?:weights|checkpoints?)\b|权重|\bwe (?:are )?releas(?:e|ing)\b.{0,120}\bmodels?\b/i,
  },
  { component: "training-data", names: /\b(?:training data|data ?sets?)\b|训练数据/i },
];

const OF_WEIGHTS = "(?:weights|checkpoints?)";

interface Level {
  readonly level: StatedAccess["level"];
  readonly words: RegExp;
}

/** Whoever says in one sentence that it is open means it, whatever holds for a use. */
const LEVELS: readonly Level[] = [
  {
    level: "open",
    words: new RegExp(
      `\\b(?:completely|fully|freely|publicly|openly) (?:open|available|accessible|downloadable)\\b|\\bto the (?:general )?public\\b|\\bclick the links? below to download\\b|\\bwe (?:are )?(?:also )?releas(?:e|ing) .{0,60}\\b${OF_WEIGHTS}\\b`,
      "i",
    ),
  },
  {
    level: "on-request",
    words:
      /\b(?:up)?on (?:reasonable )?request\b|\brequest(?:ing)? (?:form|access)\b|\baccess request\b|\bapply(?:ing)? for (?:access|the)\b|\bfill(?:ing)? (?:in|out) (?:the|this|a) .{0,20}\b(?:form|questionnaire)\b/i,
  },
  {
    level: "gated",
    words:
      /\b(?:download|access|obtain)\w*\b.{0,160}\b(?:agree|accept)(?:ed|ing)?\b|\b(?:agree|accept)(?:ed|ing)?\b.{0,160}\b(?:licen[cs]e|terms)\b.{0,80}\b(?:download|access)/i,
  },
];

/** From the widest to the narrowest: a condition that is stated anywhere holds. */
const ORDER: readonly StatedAccess["level"][] = ["open", "gated", "on-request"];

/** How components are said to be available. */
export async function findAccess(bench: Workbench): Promise<ReadonlyMap<ComponentId, StatedAccess>> {
  const found = new Map<ComponentId, StatedAccess>();
  for (const page of (await bench.study(pages)).filter(speaksOfRelease)) {
    for (const { component, level, statement } of listSaid(bench, page)) {
      const before = found.get(component);
      if (before !== undefined && ORDER.indexOf(before.level) >= ORDER.indexOf(level)) continue;
      found.set(component, { level, note: await noteSaid(bench, page, { component, level, statement }) });
    }
  }
  return found;
}

/** Open data sets are many; the release speaks of its own. */
const OWN_DATA = /\b(?:our|the|this) (?:[\w-]{1,30} ){0,2}(?:training data|data ?sets?)\b|训练数据/i;

interface Said {
  readonly component: ComponentId;
  readonly level: StatedAccess["level"];
  readonly statement: Statement;
}

function* listSaid({ release }: Workbench, page: Page): Generator<Said> {
  for (const statement of page.statements) {
    if (!SUBJECTS.some(({ names }) => names.test(statement.words))) continue;
    const words = statement.words.replace(/\s+/g, " ").replace(/[*_`]/g, "");
    const level = readLevel(words);
    if (level === undefined) continue;
    for (const { component, names } of SUBJECTS) {
      if (names.test(words) && isOnOwn(release, { component, level, words })) yield { component, level, statement };
    }
  }
}

/** What a sentence says of access; a promise and a denial say nothing. */
function readLevel(words: string): StatedAccess["level"] | undefined {
  if (isPromise(words) || /\bnot\b|n't\b|\b(?:will|shall|plan to|going to)\b/i.test(words)) return undefined;
  return LEVELS.find((one) => one.words.test(words))?.level;
}

/** Whether the sentence is about the release's own. A data set may have a size in its name that looks like a model's. */
function isOnOwn(
  release: Release,
  { component, level, words }: Omit<Said, "statement"> & { readonly words: string },
): boolean {
  if (component === "weights") return !isForeignName(release, words);
  return level !== "open" || OWN_DATA.test(words);
}

async function noteSaid(
  bench: Workbench,
  page: Page,
  { component, level, statement }: Said,
): Promise<StatedAccess["note"]> {
  const { path } = page.artifact;
  const { from, words } = statement;
  const message = `${path} says how ${component.replaceAll("-", " ")} are available: ${WORDS[level]}`;
  const remark = { code: "said-access", args: { path, component, level }, message, basis: "declared" as const };
  const at = page.text.place(from, from + words.length);
  return await noteFile(bench, page.artifact, { ...remark, at, quote: words });
}

const WORDS: Readonly<Record<StatedAccess["level"], string>> = {
  open: "to anybody",
  gated: "to who accepts terms",
  "on-request": "on request",
};
