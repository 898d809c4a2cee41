/** Settings of a training, as sentences, lists and tables state them. */

import { type Page, sectionAt } from "../pages/index.ts";
import type { SectionKind } from "../sections/classify.ts";
import { isPromise } from "../shared/prose.ts";
import type { Disclosure } from "./disclosure.ts";
import { namesOnlyOthers, type OwnNames } from "./own.ts";
import { disclose, SETTING as IN_TABLES, listNamed, listSeen } from "./tables.ts";

const CLAIM = "hyperparameters.disclosed";

/** A setting and its value. */
const SETTING =
  /\b(learning[ _-]?rate|(?:train[_ -])?batch[ _-]?size|weight[ _-]?decay|warm-?up|adam[ _-]?(?:beta|β|eps)\w*|(?:num[ _]?(?:train[ _])?)?epochs?|gradient[ _-](?:clip\w*|accumulation\w*)|optimi[sz]er(?! states?\b)|lr[ _]scheduler\w*|dropout)\b[^|\d.;]{0,30}(?:\d|AdamW?\b|SGD\b|cosine\b|linear\b)/gi;

/** Sections that tell how others may train. */
const OF_OTHERS: ReadonlySet<SectionKind> = new Set([
  "usage",
  "evaluation-results",
  "license",
  "changelog",
  "citation",
]);

const TRAINED = /\b(?:train(?:ed|ing)|pre-?train\w*|hyper-?parameters?|optimi[sz]\w+|we used|adamw?)\b/i;
const ADVICE =
  /\b(?:you|your|e\.g\.|example|try|recommend\w*|default|should|can be|for instance|lora|set|use|target|per (?:gpu|device)|throughput|inference)\b/i;
const FOR_OTHERS = /fine-?tun|lora|quick ?start|custom|your|benchmark|how to|微调/i;

/** Settings kept of one page: enough to check it by eye. */
const MOST_KEPT = 3;

/** Two settings of one page, of different names, are a disclosure of hyperparameters. */
export function* readLists(page: Page, own: OwnNames): Generator<Disclosure> {
  const found = new Map<string, Disclosure>();
  const keep = (name: string, one: Disclosure): void => {
    const key = name.toLowerCase().replace(/[^a-z]/g, "");
    if (!found.has(key)) found.set(key, one);
  };
  for (const { words, line, from } of page.statements.filter((one) => isOfTraining(page, one, own))) {
    for (const [, name = ""] of words.slice(0, LONGEST).matchAll(SETTING))
      keep(name, { claim: CLAIM, page, line, from, words, isDenied: false });
  }
  for (const seen of listSeen(page, own)) {
    for (const { name, row } of listNamed(seen, IN_TABLES)) keep(name, disclose(seen, { claim: CLAIM, row }));
  }
  if (found.size < 2) return;
  const byLine = new Map([...found.values()].map((one) => [one.line, one]));
  yield* [...byLine.values()].slice(0, MOST_KEPT);
}

/** What is looked at of one sentence, in UTF-16 units. */
const LONGEST = 2_000;

/** Whether a sentence tells of this training and is no advice for another. */
function isOfTraining(page: Page, { words, line }: Page["statements"][number], own: OwnNames): boolean {
  const text = words.slice(0, LONGEST);
  const { kind, titles } = sectionAt(page, line);
  if (OF_OTHERS.has(kind) || titles.some((title) => FOR_OTHERS.test(title)) || /^\s*[#|]/.test(text)) return false;
  if (ADVICE.test(text) || isPromise(text) || namesOnlyOthers(text, own)) return false;
  return kind === "training-procedure" || TRAINED.test(text);
}
