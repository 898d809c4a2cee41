/** What the documents of a release call its models, in sentences and by the names of the repositories they link to. */

import type { Place } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Page, pages, type Statement, sectionAt } from "../pages/index.ts";
import { isForeignName } from "../shared/families.ts";
import { isKin, isOwner } from "../shared/kinship.ts";
import { noteFile } from "../shared/noting.ts";
import { kindOfFolder, kindOfName, kindsOfSentence, type Modality } from "./words.ts";

/** One place that tells of a kind. */
export interface Told {
  readonly kind: Modality;
  readonly note: Note;
}

/** Sentences looked at: what a model is stands at the beginning, of a document on a part still nearer to it. */
const FIRST_SENTENCES = 40;
const FIRST_OF_PART = 8;

/** Documents on parts lie no deeper, in folders. */
const DEEPEST = 3;

/** A model's repository on the hub. */
const HUB = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/([\w.-]{1,100})\/([\w.-]{1,100})(?:[/?#]|$)/i;
const NO_MODEL = /^(?:datasets|spaces|docs|papers|blog|collections|learn)$/i;

/** Kinds that the documents tell of, each with the first place: the front's own words first. */
export async function readSaid(bench: Workbench): Promise<readonly Told[]> {
  const found = new Map<Modality, Note>();
  for (const page of (await bench.study(pages)).filter(isOnModels)) {
    const all = [...listCalled(bench, page), ...listNamed(bench, page), ...listCards(page)];
    for (const { kind, message, from, quote } of all) {
      if (found.has(kind)) continue;
      const { path } = page.artifact;
      const remark = { code: "kind-called", args: { path, kind }, message, basis: "declared" as const };
      const at: Place = page.text.place(from, from + quote.length);
      found.set(kind, await noteFile(bench, page.artifact, { ...remark, at, quote }));
    }
  }
  return [...found].map(([kind, note]) => ({ kind, note }));
}

function isOnModels({ artifact, isAside, isFront }: Page): boolean {
  return isFront || (!isAside && artifact.path.split("/").length <= DEEPEST + 1);
}

interface Called {
  readonly kind: Modality;
  readonly message: string;
  readonly from: number;
  readonly quote: string;
}

/** What the first sentences call the model. */
function* listCalled({ release }: Workbench, page: Page): Generator<Called> {
  for (const { words, from } of listEarly(page)) {
    const plain = words.replace(/<[^<>]{0,500}>|\]\([^()]{0,400}\)/g, " ");
    if (isForeignName(release, plain)) continue;
    const message = `${page.artifact.path} calls it so: ${words.replace(/\s+/g, " ").slice(0, 120)}`;
    for (const kind of kindsOfSentence(plain)) yield { kind, message, from, quote: words };
  }
}

/** The first sentences; news are about other models, and a table compares. */
function listEarly(page: Page): readonly Statement[] {
  const told = page.statements.filter(
    ({ words, line }) => !words.startsWith("|") && sectionAt(page, line).kind !== "changelog",
  );
  return told.slice(0, page.isFront ? FIRST_SENTENCES : FIRST_OF_PART);
}

/** Repositories of models under the release's own name or owner that are called after a kind, also in news and tables. */
function* listNamed({ release }: Workbench, page: Page): Generator<Called> {
  for (const { url, at } of page.document.links) {
    const [, owner = "", name = ""] = HUB.exec(url) ?? [];
    const kind = NO_MODEL.test(owner) ? undefined : kindOfName(name);
    if (kind === undefined || !(isKin(release, { owner, name }) || isOwner(release, owner))) continue;
    const message = `${page.artifact.path} links to a model that is called after its kind: ${name}`;
    yield { kind, message, from: page.lines[(at.line ?? 1) - 1]?.from ?? 0, quote: url };
  }
}

/** Cards in a folder that is called after a kind. */
function* listCards({ artifact, isCard, lines, document }: Page): Generator<Called> {
  const name = artifact.path.split("/").at(-2) ?? "";
  const kind = isCard ? kindOfFolder(name) : undefined;
  const [first] = document.headings;
  if (kind === undefined || first === undefined) return;
  const message = `${artifact.path} is the card of a model that is called after its kind: ${name}`;
  yield { kind, message, from: lines[(first.at.line ?? 1) - 1]?.from ?? 0, quote: first.title };
}
