/** Which documents speak of models of the release: those of the front, cards, and READMEs of folders that lead to weights. */

import type { Study } from "../../model/plugin.ts";
import type { Release } from "../../model/types.ts";
import { type Page, pages } from "../pages/index.ts";
import { isKin, isOwner } from "../shared/kinship.ts";
import { splitPath } from "../shared/path-words.ts";
import { speaksOfRelease } from "./seen-link.ts";
import { isNamedLikeWeights } from "./weights.ts";

/** The README of a model lies no deeper, in folders: `projects/owl/README.md`. */
const DEEPEST = 3;

/** A repository of a model on the hub. */
const HUB =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?!datasets\/|spaces\/|docs\/|papers\/|blog\/|collections\/|learn\/)([\w.-]{1,100})\/([\w.-]{1,100})/i;

/** Folders whose documents are about something that is done with a model. */
const DOING =
  /^(?:tools?|scripts?|docker|deploy\w*|quanti[sz]\w*|convert\w*|serving|api|web|ui|apps?|bench\w*|data-?sets?|data|local_inference|\w+_local_inference)$/i;

/** Documents on models of the release; one on a part with a model of its own speaks for that model. */
export const modelPages: Study<ReadonlySet<Page>> = {
  id: "model-pages",
  version: 1,
  async run(bench) {
    const all = await bench.study(pages);
    return new Set(all.filter((page) => page.isFront || page.isCard || isOnModel(bench.release, page)));
  },
};

function isOnModel(release: Release, page: Page): boolean {
  const { folders, stem } = splitPath(page.artifact.path);
  if (folders.length > DEEPEST || !/^readme/i.test(stem) || !speaksOfRelease(page)) return false;
  if (folders.some((folder) => DOING.test(folder))) return false;
  return page.document.links.some(({ url }) => isOfModel(release, url)) || page.lines.some(fetchesWeights);
}

/** A command that is given the address of weights. */
function fetchesWeights({ text, isCode }: Page["lines"][number]): boolean {
  return isCode && /\bhttps?:\/\/[^\s"']{4,400}\.(?:pt|pth|ckpt|safetensors)\b/i.test(text);
}

function isOfModel(release: Release, url: string): boolean {
  const [, owner = "", name = ""] = HUB.exec(url) ?? [];
  if (name !== "") return isKin(release, { owner, name }) || isOwner(release, owner);
  const file = /^https?:\/\/[^/\s]+\/(?:[^\s?#]*\/)?([^/\s?#]+)/.exec(url)?.[1] ?? "";
  return isNamedLikeWeights(file) || /^[^\s]{1,200}\.pt$/i.test(file);
}
