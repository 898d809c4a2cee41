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
  const candidates = said.isUpstream ? listBases(page, statement, said) : listNamed(page, said);
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

/** Of bases that it does not name, those that a table under the same heading gives; of those it names, the repositories. */
function listBases(page: Page, { line }: Statement, { subject }: Said): readonly Candidate[] {
  const words = pickNames(subject);
  if (words.length > 0) return listRepositories(page).filter(({ name }) => words.some((word) => isCalled(name, word)));
  const section = sectionAt(page, line);
  return listRepositories(page).filter(
    ({ link }) => sectionAt(page, link.at.line ?? 0).line === section.line && isInBaseColumn(page, link),
  );
}

function listRepositories({ document }: Page): readonly Candidate[] {
  return document.links.flatMap((link) => {
    const [, owner = "", name = ""] = HUB.exec(link.url) ?? [];
    return owner === "" ? [] : [{ name: `${owner}/${name}`, link }];
  });
}

/** Lines of a table looked up from a link for its head. */
const LONGEST_TABLE = 200;

/** Whether a link stands in a column of a table that is headed as that of bases. */
function isInBaseColumn({ lines }: Page, { url, at: { line = 1 } }: Link): boolean {
  const row = lines[line - 1]?.text ?? "";
  if (!row.trimStart().startsWith("|")) return false;
  const column = row.slice(0, row.indexOf(url)).split("|").length;
  let top = line - 1;
  while (top > 0 && line - top < LONGEST_TABLE && lines[top - 1]?.text.trimStart().startsWith("|")) top -= 1;
  const head = (lines[top]?.text ?? "").split("|")[column - 1] ?? "";
  return /(?<![\p{L}])(?:base|basis|backbone|parent|initiali[sz]ed from|foundation)(?![\p{L}])/iu.test(head);
}

/** Repositories that are called like what the sentence names: `dbrx-base` by "DBRX", `GLM-4-9B` of the owner of a link. */
function listNamed(page: Page, said: Said): readonly Candidate[] {
  const words = listNames(said);
  const called = listRepositories(page).filter(({ name }) => words.some((word) => isCalled(name, word)));
  const kept = page.document.links.flatMap((link) => {
    const [, keeper = ""] = CODE.exec(link.url) ?? [];
    return keeper === "" ? [] : words.map((word) => ({ name: `${keeper}/${word}`, link }));
  });
  return [...called, ...kept];
}

/** Of a sentence about the release only what it says that its models are based on counts. */
function listNames({ subject, about }: Said): readonly string[] {
  if (about === "other") return pickNames(subject);
  const bases = /(?<![\p{L}])based on (.{1,80})/iu.exec(subject)?.[1] ?? "";
  return /(?<![\p{L}])(?:architectures?|tokenizers?|design|recipes?|codebase|framework)(?![\p{L}])/iu.test(bases)
    ? []
    : pickNames(bases);
}

/** Words that are names: with a capital letter or a number. */
function pickNames(words: string): readonly string[] {
  const all = words.match(/[\p{L}\p{N}][\p{L}\p{N}.-]{1,60}/gu) ?? [];
  return all.filter((word) => /\p{Lu}|\d/u.test(word) && !NO_NAMES.test(word)).slice(0, MOST_WORDS);
}

/** Names looked up of one sentence. */
const MOST_WORDS = 6;
const NO_NAMES = /^(?:[SMV]?LLMs?|VLMs?|AI|NLP|[\d.]+[BMKT]?)$/i;

/** Whether a repository is called like a name: by it, or by it and a version or a size. */
function isCalled(repository: string, word: string): boolean {
  const [flat, name] = [flattenName(repository), flattenName(word)];
  return (
    name.length >= 3 && (flat.startsWith(name) || flattenName(repository.split("/").at(-1) ?? "").startsWith(name))
  );
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
