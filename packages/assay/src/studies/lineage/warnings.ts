/** Sentences in which a card warns against the very files that it introduces. */

import type { Text } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Card, cards } from "../card/index.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";

/** Each is bounded, so that time is linear in the line. */
const WARNINGS: readonly RegExp[] = [
  /\b(?:wrong|incorrect|broken|corrupt(?:ed)?) (?:model )?(?:weights|checkpoints?|uploads?|quants?|quantizations?)\b/i,
  /\b(?:weights|checkpoint|upload|quants|quantizations)\b.{0,20}\b(?:is|are|was|were) (?:wrong|incorrect|broken|corrupt(?:ed)?)\b/i,
  /\bDO NOT (?:DOWNLOAD|USE (?:THIS|THESE|IT))\b/,
  /\b(?:do not|don['’]t) download (?:this|these|it\b(?! (?:from|all|manually)))/i,
];

/** What was wrong once and is no longer. */
const MENDED = /\b(?:fix(?:ed|es)?|resolved|corrected|no longer|used to|previous(?:ly)?)\b/i;

/** Longer lines are no sentences: tables, embedded data. */
const LONGEST_LINE = 1_000;

/** Warnings of one card; what is beyond them says the same. */
const MOST = 3;

/** Every warning of the outermost cards. */
export async function findWarnings(bench: Workbench): Promise<readonly Note[]> {
  const found: Note[] = [];
  for (const card of await bench.study(cards)) {
    if (card.artifact.path.includes("/")) continue;
    const text = await bench.text(card.artifact);
    if (!text.ok) continue;
    for (const offset of listWarnings(text.value).slice(0, MOST))
      found.push(await describe(bench, card, quoteLine(text.value, offset)));
  }
  return found;
}

function listWarnings({ content }: Text): readonly number[] {
  const found: number[] = [];
  let offset = 0;
  for (const line of content.split("\n")) {
    if (line.length <= LONGEST_LINE && !MENDED.test(line) && WARNINGS.some((warning) => warning.test(line)))
      found.push(offset);
    offset += line.length + 1;
  }
  return found;
}

async function describe(bench: Workbench, { artifact }: Card, said: ReturnType<typeof quoteLine>): Promise<Note> {
  const { path } = artifact;
  const message = `${path}:${said.at.line ?? 1} warns against these files: "${said.quote.slice(0, 120)}"`;
  return await noteFile(bench, artifact, {
    code: "warned-against",
    args: { path },
    message,
    basis: "declared",
    ...said,
  });
}
