/** Pages on which the publisher of a release gives out its models: its own page on the hub, a collection, a page of downloads. */

import type { ComponentId } from "../../model/components.ts";
import { isOwner } from "../shared/kinship.ts";
import type { SeenLink } from "./seen-link.ts";

const NAME = "[\\w.-]{1,100}";

/** All that a publisher has on a hub. */
const PUBLISHER = new RegExp(
  `^https?://(?:www\\.)?(?:(?:huggingface\\.co|hf\\.co)/(?!(?:datasets|spaces|docs|papers|blog|collections|join|learn|posts|tasks|models|chat)(?:[/?#]|$))(?:organizations/)?|modelscope\\.cn/organization/|(?:www\\.)?kaggle\\.com/organizations/)(${NAME})/?(?:models/?)?(?:[?#]|$)`,
  "i",
);

/** A collection of a publisher on the hub, and what it is called. */
const COLLECTION = new RegExp(`^https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/collections/(${NAME})/(${NAME})`, "i");

/** Collections of something else. */
const OF_DATA =
  /(?:^|[-_])(?:data|data-?sets?|corpus|corpora|evals?|benchmarks?|leaderboard|spaces|papers?)(?:[-_]|$)/i;

const MODELS = /\b(?:models?|weights|checkpoints?)\b|模型|权重/i;

/** What the page of the publisher is linked to for beside the models. */
const LISTED = /\b(?:our|the) (?:organi[sz]ation|team|group|members)\b/i;

/** Weights on a page of the publisher's own, where the words of the link or its sentence say that models are there. */
export function leadToPublisher(seen: SeenLink): readonly ComponentId[] {
  const { release, link, text, sentence, section } = seen;
  const [, owner = ""] = PUBLISHER.exec(link.url) ?? [];
  if (owner !== "") {
    const isMeant = MODELS.test(text) || (MODELS.test(sentence) && !LISTED.test(sentence));
    return isMeant && isOwner(release, owner) && section.kind !== "citation" ? ["weights"] : [];
  }
  const [, publisher = "", name = ""] = COLLECTION.exec(link.url) ?? [];
  if (publisher === "" || OF_DATA.test(name) || !isOwner(release, publisher)) return leadToDownloads(seen);
  const isMeant = [text, sentence, section.titles.at(-1) ?? ""].some((words) => MODELS.test(words));
  return isMeant && !/\bdata ?sets?\b/i.test(text) ? ["weights"] : [];
}

/** Sections on how the models are fetched. */
const FETCHING =
  /\b(?:download(?:ing|s)?|obtain(?:ing)?|get(?:ting)?|access(?:ing)?)\b.{0,30}\b(?:models?|weights|checkpoints?)\b|\b(?:models?|weights|checkpoints?) downloads?\b/i;

/** A page whose address says that it is on them. */
const PAGE_OF_WEIGHTS =
  /^https?:\/\/[^\s?#]{1,300}\/(?:[\w-]{1,40}[-_])?(?:checkpoints?|weights|downloads?)(?:\.html?|\/)?(?:[?#]|$)/i;

function leadToDownloads({ link, section }: SeenLink): readonly ComponentId[] {
  return FETCHING.test(section.titles.at(-1) ?? "") && PAGE_OF_WEIGHTS.test(link.url) ? ["weights"] : [];
}
