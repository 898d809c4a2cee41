/** Addresses of pages → targets as the command takes them. */

/** What a page is a page of. */
export type PageKind = "code" | "model" | "data" | "paper";

/** A page that may hold a part of a release. */
export interface Page {
  readonly kind: PageKind;
  /** `github:OWNER/NAME`, `hf:ORG/NAME`, `hf:datasets/ORG/NAME`, or the address of a paper. */
  readonly target: string;
  readonly owner: string;
  readonly name: string;
}

const NAME = "[\\w.-]{1,96}";

/** Pages of the model hub that are no repositories. */
const NO_REPOSITORY =
  /^(?:spaces|docs|papers|blog|collections|join|models|datasets|organizations|settings|tasks|learn|pricing|posts|api)$/i;

const GITHUB = new RegExp(`^https?://(?:www\\.)?github\\.com/(${NAME})/(${NAME})(?:[/?#].*)?$`, "i");
const DATA = new RegExp(
  `^https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/datasets/(${NAME})/(${NAME})(?:[/?#].*)?$`,
  "i",
);
const MODEL = new RegExp(`^https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/(${NAME})/(${NAME})(?:[/?#].*)?$`, "i");
const ARXIV = /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/(\d{4}\.\d{4,5})/i;

/** The page of an address; null for one that holds no part of a release. */
export function readPage(url: string): Page | null {
  const paper = ARXIV.exec(url)?.[1];
  if (paper !== undefined) return { kind: "paper", target: `https://arxiv.org/abs/${paper}`, owner: "", name: paper };
  const code = GITHUB.exec(url);
  if (code !== null) return pageOf("code", "github:", code);
  const data = DATA.exec(url);
  if (data !== null) return pageOf("data", "hf:datasets/", data);
  const model = MODEL.exec(url);
  return model === null || NO_REPOSITORY.test(model[1] ?? "") ? null : pageOf("model", "hf:", model);
}

function pageOf(kind: PageKind, prefix: string, [, owner = "", rest = ""]: RegExpExecArray): Page {
  const name = rest.replace(/\.git$/i, "").replace(/\.$/, "");
  return { kind, target: `${prefix}${owner}/${name}`, owner, name };
}

/** A target without its revision and case: two that are the same place are the same text. */
export function placeOfTarget(target: string): string {
  const page = readPage(target);
  return (page?.target ?? target).replace(/@[^@/]*$/, "").toLowerCase();
}
