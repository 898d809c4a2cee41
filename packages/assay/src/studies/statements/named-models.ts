/** Models that a sentence names by other names than the release's, and the licences that they are known to have. */

import { type HeldLicense, MODEL_LICENSES } from "../../licenses/held-licenses.ts";
import type { Link } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { NamedModel } from "../../model/statements.ts";
import { type Page, type Statement, sectionAt } from "../pages/index.ts";
import { noteHeld } from "../shared/held.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";
import { flattenName } from "../shared/own-names.ts";
import type { Said } from "./spot.ts";

/** Models told of one sentence. */
const MOST_NAMED = 8;

/** Places that tell of a model: of the hub, and of the owner of a page of code. */
const HUB = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/([\w.-]{1,96})\/([\w.-]{1,96})/i;
const CODE = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]{1,96})\//i;

interface Asked {
  readonly statement: Statement;
  readonly said: Said;
}

/** Names in the sentence, looked up in the links of its page. */
export async function findNamed(
  bench: Workbench,
  page: Page,
  { statement, said }: Asked,
): Promise<readonly NamedModel[]> {
  const candidates = said.isUpstream ? listUnderHeading(page, statement) : listNamed(page, said);
  const found = new Map<string, NamedModel>();
  for (const { name, link } of candidates) {
    const held = MODEL_LICENSES.find(({ names }) => names.test(name));
    if (held === undefined || found.has(name.toLowerCase()) || found.size >= MOST_NAMED) continue;
    found.set(name.toLowerCase(), {
      name,
      license: licenseOf(held),
      notes: await noteNamed(bench, page, { name, link, held }),
    });
  }
  return [...found.values()];
}

function licenseOf({ ids, source }: HeldLicense): NamedModel["license"] {
  return { ids, source };
}

interface Candidate {
  readonly name: string;
  readonly link: Link;
}

/** Repositories of others under the heading of the sentence: a table of bases, mostly. */
function listUnderHeading(page: Page, { line }: Statement): readonly Candidate[] {
  const section = sectionAt(page, line);
  return page.document.links.flatMap((link) => {
    const [, owner = "", name = ""] = HUB.exec(link.url) ?? [];
    const isHere = sectionAt(page, link.at.line ?? 0).line === section.line;
    return owner === "" || !isHere ? [] : [{ name: `${owner}/${name}`, link }];
  });
}

/** Repositories that are called like what the sentence names: `dbrx-base` by "DBRX", `GLM-4-9B` of the owner of a link. */
function listNamed({ document }: Page, { subject, about }: Said): readonly Candidate[] {
  const words = listNames(subject, about);
  return document.links.flatMap((link) => {
    const [, owner = "", name = ""] = HUB.exec(link.url) ?? [];
    if (owner !== "") return words.some((word) => isCalled(name, word)) ? [{ name: `${owner}/${name}`, link }] : [];
    const [, keeper = ""] = CODE.exec(link.url) ?? [];
    return keeper === "" ? [] : words.map((word) => ({ name: `${keeper}/${word}`, link }));
  });
}

/** Of a sentence about the release only what it says that it is based on counts. */
function listNames(subject: string, about: Said["about"]): readonly string[] {
  const words = about === "other" ? subject : (/(?<![\p{L}])based on (.{1,80})/iu.exec(subject)?.[1] ?? "");
  return (words.match(/[\p{L}\p{N}][\p{L}\p{N}.-]{1,60}/gu) ?? [])
    .filter((word) => /\p{Lu}|\d/u.test(word))
    .slice(0, 6);
}

/** Whether a repository is called like a name: by it, or by it and a version or a size. */
function isCalled(repository: string, word: string): boolean {
  const [flat, name] = [flattenName(repository), flattenName(word)];
  return name.length >= 3 && flat.startsWith(name);
}

async function noteNamed(
  bench: Workbench,
  page: Page,
  { name, link, held }: Candidate & { readonly held: HeldLicense },
): Promise<readonly Note[]> {
  const { path } = page.artifact;
  const { at, quote } = quoteAt(page, link);
  const said = { code: "model-named", args: { path, base: name }, message: `${path} links to ${name}` };
  return [
    await noteFile(bench, page.artifact, { ...said, basis: "declared", at, quote }),
    noteHeld(name, licenseOf(held)),
  ];
}

function quoteAt({ text, lines }: Page, { at: { line = 1 } }: Link): ReturnType<typeof quoteLine> {
  return quoteLine(text, lines[line - 1]?.from ?? 0);
}
