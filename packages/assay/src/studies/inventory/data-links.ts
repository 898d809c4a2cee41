/** To which data a link leads: those of the training or of the evaluation, or what the model put out. */

import type { ComponentId } from "../../model/components.ts";
import type { SectionKind } from "../sections/classify.ts";
import { isForeignName } from "../shared/families.ts";
import { flattenName, listOwnNames } from "../shared/own-names.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";
import type { SeenLink } from "./seen-link.ts";

/** A data set on the hub. */
const HUB_DATA =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co|modelscope\.cn)\/(?:datasets\/[\w.-]{1,100}\/[\w.-]{1,100}|collections\/[\w.-]{1,100}\/[\w.-]{0,100}datasets?[-_])/i;

const TRAINED: ReadonlySet<SectionKind> = new Set([
  "training-data",
  "training-procedure",
  "data-collection",
  "preprocessing",
]);
/** Sections that say what the model was trained on. */
const TOLD: ReadonlySet<SectionKind> = new Set(["training-data", "training-procedure"]);
const EVALUATED: ReadonlySet<SectionKind> = new Set(["evaluation-data", "evaluation-results"]);

/** Titles of sections on data or training that have no kind of their own. */
const DATA_TITLE = /\b(?:data|datasets?|corpus|(?:pre-?)?train(?:ed|ing)?)\b/i;

/** Sections on what users do with the model afterwards; what was done in the past made the release. */
const AFTERWARDS = /\bfine-?tun(?:e|ing)\b|\byour (?:own|data)\b|\bcustom\b|微调/i;
const DONE =
  /\b(?:was|were|has been|have been|we) (?:\w+ ){0,2}(?:(?:pre-?|fine-?)?trained|(?:fine-?)?tuned|used)\b|训练了/i;

/** A sentence that says what something was trained on. */
const TRAINED_ON = /\b(?:pre-?)?train(?:ed|ing)? (?:on|data)\b|\b(?:pre-?)?trained (?:with|using)\b/i;

/** Hosts of public data sets from which many models are made. */
const DATA_HOST =
  /^https?:\/\/(?:www\.)?(?:image-net\.org|cocodataset\.org|laion\.ai|pile\.eleuther\.ai|commoncrawl\.org|openslr\.org|commonvoice\.mozilla\.org|data\.together\.xyz)(?:\/|$)/i;

/** What a model put out is no data for its training. */
const OUTPUT =
  /(?<!structured|function|tool)[-_](?:outputs?|samples|generations|predictions)(?:[-_]data(?:set)?)?(?:[/?#]|$)/i;

/** The data that a link leads to. */
export function leadToData(seen: SeenLink): readonly ComponentId[] {
  const { link, section, text, sentence } = seen;
  if (!/^https?:/i.test(link.url)) return [];
  if (OUTPUT.test(link.url)) return isNamedOwn(seen) ? ["sample-outputs"] : [];
  if (HUB_DATA.test(link.url)) return leadToHubData(seen);
  if (isOfEvaluation(seen)) return ["evaluation-data"];
  if (EVALUATED.has(section.kind) || isForeignName(seen.release, sentence)) return [];
  if (isTrainedOn(seen)) return ["training-data"];
  if (!/\b(?:data ?sets?|corpus)\b/i.test(text)) return [];
  return isNamedOwn(seen) || /\b(?:pre-?)?trained (?:on|with|using)\b/i.test(sentence) ? ["training-data"] : [];
}

function isNamedOwn({ release, link }: SeenLink): boolean {
  return listOwnNames(release).some((name) => flattenName(link.url).includes(name));
}

/** Data on the hub, by the section and the sentence that link to them. */
function leadToHubData(seen: SeenLink): readonly ComponentId[] {
  const { page, section, text, sentence, isOnModel } = seen;
  if (EVALUATED.has(section.kind) || /\bbenchmark\b/i.test(text)) return ["evaluation-data"];
  if (section.titles.some((title) => AFTERWARDS.test(title)) && !DONE.test(sentence)) return [];
  const isSaid = TRAINED_ON.test(sentence);
  // Documents of a part prepare whatever data they show the use with.
  if (!(page.isFront || page.isCard)) return TOLD.has(section.kind) || (isOnModel && isSaid) ? ["training-data"] : [];
  const isTraining = TRAINED.has(section.kind) || section.titles.some((title) => DATA_TITLE.test(title));
  return isTraining || isSaid ? ["training-data"] : [];
}

/** "trained on the [ImageNet](…)": of a public data set by its host, or by the word behind the link. */
function isTrainedOn({ page, link, sentence, section, isOnModel }: SeenLink): boolean {
  if (!isOnModel || !DATA_HOST.test(link.url) || section.titles.some((title) => /\bevaluat/i.test(title))) return false;
  const said = sentence === "" ? (page.lines[(link.at.line ?? 1) - 1]?.text ?? "") : sentence;
  return /\b(?:pre-?)?train(?:ed|ing)?\b[^.]{0,160}\bon\b/i.test(said) && !/\bfine-?tun/i.test(said);
}

const OF_EVALUATION: ReadonlySet<string> = new Set("dev eval evaluation test valid validation".split(" "));

/** A file of data that its address calls one for testing, or data for evaluation that one is told to fetch. */
function isOfEvaluation({ link, sentence, page, isOnModel }: SeenLink): boolean {
  if (!isOnModel || !page.isFront) return false;
  const { stem, extension } = splitPath(link.url.replace(/[?#].*$/, ""));
  const isFile = ["json", "jsonl", "csv", "tsv", "parquet"].includes(extension);
  if (isFile && splitWords(stem).some((word) => OF_EVALUATION.has(word))) return true;
  return /\bdownload (?:our|the) evaluation (?:data|data ?sets?)\b/i.test(sentence);
}
