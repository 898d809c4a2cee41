/** To which code a link to a code host leads: by its own words, its sentence, what stands before it, and its section. */

import type { ComponentId } from "../../model/components.ts";
import type { SectionKind } from "../sections/classify.ts";
import { isKin, isOwner } from "../shared/kinship.ts";
import { flattenName } from "../shared/own-names.ts";
import type { SeenLink } from "./seen-link.ts";

const NAME = "[\\w.-]{1,100}";

/** A repository on a code host. */
export const CODE_HOST: RegExp = new RegExp(`^https?://(?:www\\.)?(?:github|gitlab)\\.com/(${NAME})/(${NAME})`, "i");

interface Purpose {
  readonly component: ComponentId;
  /** Words of a sentence that give code a purpose. */
  readonly words: RegExp;
  /** What a link is called that needs no sentence. */
  readonly called?: RegExp;
}

const PURPOSES: readonly Purpose[] = [
  {
    component: "training-code",
    words:
      /\b(?:used to train|trained (?:with|using|on|by))\b.{0,60}\b(?:librar(?:y|ies)|frameworks?|codebase|trainer)\b|\b(?:library|framework|codebase|code|repo(?:sitory)?) for\b[^.]{0,60}\b(?:pre-?)?training\b/i,
  },
  { component: "architecture", words: /\bused to train\b.{0,60}\b(?:with|using|by)\b.{0,60}\blibrary\b/i },
  {
    component: "training-code",
    words:
      /\b(?:pre-?)?training (?:code|scripts?|recipes?|readme|pipelines?|framework|repo(?:sitory)?|codebase)\b|\b(?:code|scripts?) (?:for|to|used for|used to) (?:pre-?)?train(?:ing)?\b|\b(?:replicat|reproduc)(?:e|ing) (?:the )?(?:pre-?)?training\b|训练代码/i,
  },
  {
    component: "architecture",
    words:
      /\barchitecture\b.{0,200}\bcode\b|\bmodel architecture\b.{0,60}\b(?:refer to|see|visit)\b.{0,120}\brepo(?:sitory)?\b|\bmodel (?:implementation|code)\b|\bmodell?ing code\b|模型实现/i,
  },
  {
    component: "evaluation-code",
    words:
      /\bevaluation (?:code|scripts?|framework|harness|suite|toolkit|pipelines?|repo(?:sitory)?)\b|\b(?:tools|code|scripts?) (?:for|to) evaluat(?:e|ing|ion)\b|评测代码|评估代码/i,
    called: /^eval(?:uation)?(?: (?:code|scripts?|harness|repo))?$/i,
  },
  {
    component: "inference-code",
    words: /\binference (?:code|scripts?|repo(?:sitory)?)\b|\bcode (?:for|to run) inference\b|推理代码/i,
    called: /^inference (?:code|scripts?|repo)$/i,
  },
  {
    component: "preprocessing-code",
    words:
      /\b(?:pre-?processing|data processing|filtering|deduplication|curation) (?:code|scripts?|pipelines?|tool(?:kit|s)?)\b|\b(?:code|scripts?|tools) (?:for|to|used to) (?:pre-?process|creat(?:e|ing) the data|filter|deduplicat|process(?:ing)? (?:the )?data)|\b(?:library|framework|codebase|code|scripts?|tools) for\b[^.]{0,60}\bdata (?:pre-?)?process(?:ing)?\b/i,
    called: /^data[- ](?:prep(?:aration|rocessing)?|processing|curation)(?: (?:code|scripts?|pipeline|repo))?$/i,
  },
];

/** What code is for that a section links to without a word. */
const OF_SECTION: Partial<Record<SectionKind, ComponentId>> = {
  "training-procedure": "training-code",
  "evaluation-results": "evaluation-code",
  preprocessing: "preprocessing-code",
};

/** A publisher that calls code its own, under whatever account it lies. */
const OURS =
  /\bour (?:own )?(?:open[- ]?source[d]? )?(?:[\w-]{1,20} )?(?:librar(?:y|ies)|framework|codebase|code|repo(?:sitory)?|toolkit|trainer)\b/i;

/** Work around a finished model, by the words or the name of what is linked to. */
const HELPS =
  /\bfine-?tun(?:e|es|ed|ing)\b|\b(?:tool(?:s|kits?|chains?|box)|cookbooks?|recipes|quanti[sz]ation|deployment|playground|agents?|utilities|plugins?|demos?|web ?ui)\b/i;

/** Code of the release's owner, or under its name, that the sentence gives a purpose. */
export function leadToCode(seen: SeenLink): readonly ComponentId[] {
  const { link, text, sentence, lead, section } = seen;
  if (!isOwnCode(seen) || /\bpaper\b/i.test(text)) return [];
  const words = `${lead} ${sentence}`;
  const said = PURPOSES.filter((purpose) => purpose.words.test(words) || purpose.called?.test(text) === true);
  const isOfTuning = /^(?:to|for) fine-?tun/i.test(sentence) || /\bfine-?tun/i.test(section.titles.at(-1) ?? "");
  const found = [...new Set(said.map(({ component }) => (isOfTuning ? asTuning(component) : component)))];
  // A sentence that links to several things has to speak of code itself; a bare link is what its section is about.
  const bySection = sentence === link.url || sentence === text ? OF_SECTION[section.kind] : undefined;
  if (found.length > 0) return bySection === undefined || lead !== "" ? found : [bySection];
  if (bySection !== undefined) return [bySection];
  return isOfTuning || HELPS.test(text) || HELPS.test(nameOf(link.url)) ? ["supporting-tools"] : [];
}

/** What trains in a section on tuning is for users. */
function asTuning(component: ComponentId): ComponentId {
  return component === "training-code" ? "supporting-tools" : component;
}

function isOwnCode({ release, page, link, sentence }: SeenLink): boolean {
  const [, owner = "", name = ""] = CODE_HOST.exec(link.url) ?? [];
  if (name === "" || isItself(release, owner, name)) return false;
  const isTitled = isSame(page.document.headings[0]?.title, name);
  return isOwner(release, owner) || isKin(release, { owner, name }) || isTitled || OURS.test(sentence);
}

function nameOf(url: string): string {
  return (CODE_HOST.exec(url)?.[2] ?? "").replace(/[-_.]/g, " ");
}

/** A title may name the repository: `OLMo 7B` and `olmo`. */
export function isSame(title: string | undefined, name: string): boolean {
  const own = flattenName(title ?? "");
  const other = flattenName(name);
  return own.length >= 4 && other.length >= 4 && (own.startsWith(other) || other.startsWith(own));
}

/** A release of code that links to its own repository points at itself, not at code elsewhere. */
function isItself({ origins }: SeenLink["release"], owner: string, name: string): boolean {
  const own = flattenName(`${owner}${name}`);
  return origins.some(({ target }) => {
    const flat = flattenName(target.replace(/^[a-z]+:/, ""));
    return flat === own || flat === flattenName(name);
  });
}
