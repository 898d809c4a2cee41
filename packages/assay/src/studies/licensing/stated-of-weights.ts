/** Sentences by which a release puts its weights, wherever they lie, under the licence that its own texts and tags come to. */

import type { Note } from "../../model/ledger.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import { type Page, pages, type Statement } from "../pages/index.ts";
import { isForeignName } from "../shared/families.ts";
import { noteFile } from "../shared/noting.ts";
import { isPromise } from "../shared/prose.ts";
import { licensing } from "./index.ts";
import { findMention } from "./mentions.ts";
import { isOnModel, listScopes } from "./prose.ts";

/** Licences that the release states for its weights, and where. */
export interface StatedOfWeights {
  readonly ids: readonly string[];
  readonly notes: readonly Note[];
}

/** Words that put something under a licence. */
const PUTS = /\b(?:released|licen[cs]ed|available|distributed|published|provided)\b[^.;:]{0,60} under\b/i;

/** Sentences kept: enough to check by eye. */
const MOST = 5;

/** Null where no sentence says it, or where what governs is not known: other terms may lie beside the weights. */
export const statedOfWeights: Study<StatedOfWeights | null> = {
  id: "stated-of-weights",
  version: 1,
  async run(bench) {
    const { terms } = (await bench.study(licensing)).atRoot;
    if (!("ids" in terms) || terms.ids.length === 0) return null;
    const notes: Note[] = [];
    for (const page of (await bench.study(pages)).filter(({ isFront, isCard }) => isFront || isCard)) {
      for (const statement of page.statements) {
        if (notes.length < MOST && says(bench, statement, terms.ids))
          notes.push(await noteSaid(bench, page, statement));
      }
    }
    return notes.length === 0 ? null : { ids: terms.ids, notes };
  },
};

/** Whether a sentence puts the release's own weights under these licences. */
function says({ release }: Workbench, { words }: Statement, ids: readonly string[]): boolean {
  const plain = words.replace(/\s+/g, " ").replace(/[*_`]/g, "");
  if (!PUTS.test(plain) || isPromise(plain) || /\b(?:not|except|unless)\b|n't\b/i.test(plain)) return false;
  if (!listScopes(plain).includes("weights") || !isOnModel(plain) || isForeignName(release, plain)) return false;
  const mention = findMention(plain);
  if (mention === null || mention.isRestriction === true) return false;
  return ids.every((id) => id.split(" OR ").some((one) => mention.agreesWith.test(one)));
}

async function noteSaid(bench: Workbench, page: Page, { from, words }: Statement): Promise<Note> {
  const { path } = page.artifact;
  const message = `${path} says under which licence the weights are`;
  const remark = { code: "said-license", args: { path }, message, basis: "declared" as const };
  const at = page.text.place(from, from + words.length);
  return await noteFile(bench, page.artifact, { ...remark, at, quote: words });
}
