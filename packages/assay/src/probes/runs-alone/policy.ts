/** Whether terms refer to a policy that lies elsewhere, where it can be changed. */

import type { Text } from "../../model/facts.ts";
import type { Artifact } from "../../model/types.ts";
import { licensing } from "../../studies/licensing/index.ts";
import { pages } from "../../studies/pages/index.ts";
import { noteFile, quoteLine } from "../../studies/shared/noting.ts";
import { splitPath } from "../../studies/shared/path-words.ts";
import { isPromise } from "../../studies/shared/prose.ts";
import { type Desk, leaveOpen } from "../shared/disclosed.ts";

const CLAIM = "policy.remote";

/** Texts and lines looked at. */
const MOST_TEXTS = 50;
/** Characters of one text. */
const LONGEST = 200_000;
/** How far before an address a policy is named, in UTF-16 units. */
const NEAR = 160;

const ADDRESS = /https?:\/\/[^\s()<>"'\]]{4,200}/g;
const POLICY =
  /(?:acceptable|prohibited)[- _]?uses?\b|\buse[- _]?polic(?:y|ies)|\busage[- _]?polic(?:y|ies)|\buse[- _]?restrictions policy/i;
const FILE = /us(?:e|age)[-_ ]?policy|prohibited[-_ ]?use/i;

/** True where an address of a policy stands in the terms; false where all of them are known texts without one. */
export async function answerPolicy(desk: Desk): Promise<void> {
  const { ledger, bench } = desk;
  const { found, clean } = await readTexts(desk);
  found.push(...(await noteDocuments(desk)));
  const copy = bench.release.artifacts.find(({ path }) => FILE.test(splitPath(path).stem));
  const governing = await listGoverning(desk);
  if (found.length > 0 && copy === undefined) ledger.answer(CLAIM, true, found);
  else if (found.length > 0 && copy !== undefined)
    ledger.leaveOpen(CLAIM, "conflicting", [...found, await noteCopy(desk, copy)]);
  else if (governing.length > 0 && governing.every((id) => clean.has(id)))
    ledger.answer(
      CLAIM,
      false,
      governing.flatMap((id) => clean.get(id) ?? []),
    );
  else leaveOpen(desk, CLAIM);
}

/** Licences of the weights, or of what would lie in the root. */
async function listGoverning({ bench }: Desk): Promise<readonly string[]> {
  const { components, atRoot } = await bench.study(licensing);
  const weights = components.get("weights");
  const { terms } = weights === undefined || weights.sources.length === 0 ? atRoot : weights;
  return "ids" in terms ? terms.ids : [];
}

interface Read {
  /** Evidence of texts that refer to a policy. */
  readonly found: string[];
  /** By licence, evidence of a text that is it word for word and refers to none. */
  readonly clean: Map<string, string>;
}

async function readTexts(desk: Desk): Promise<Read> {
  const { bench } = desk;
  const { texts } = await bench.study(licensing);
  const read: Read = { found: [], clean: new Map() };
  const byPath = new Map(bench.release.artifacts.map((artifact) => [artifact.path, artifact]));
  for (const { path, match } of texts.toSorted(byDepth).slice(0, MOST_TEXTS)) {
    const artifact = byPath.get(path);
    const outcome = artifact === undefined ? null : await bench.text(artifact);
    if (artifact === undefined || outcome?.ok !== true) continue;
    const text = outcome.value;
    const at = findAddress(text.content);
    const isWhole = match.kind === "exact" || match.kind === "equivalent";
    if (at >= 0) read.found.push(await note(desk, artifact, { text, at, says: "refers to a policy at an address" }));
    else if (match.id !== null && isWhole && !read.clean.has(match.id)) {
      const seen = { text, at: firstWord(text.content), says: "refers to no policy elsewhere" };
      read.clean.set(match.id, await note(desk, artifact, seen));
    }
  }
  return read;
}

/** Offset of the first address of a policy; -1 where there is none. */
function findAddress(content: string): number {
  const text = content.slice(0, LONGEST);
  for (const { index, 0: url } of text.matchAll(ADDRESS)) {
    if (POLICY.test(url) || POLICY.test(text.slice(Math.max(0, index - NEAR), index))) return index;
  }
  return -1;
}

function byDepth(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path.split("/").length - b.path.split("/").length;
}

function firstWord(content: string): number {
  return Math.max(0, content.search(/\S/));
}

/** Sentences of the documents that bind the use to a policy at an address. */
async function noteDocuments(desk: Desk): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const page of (await desk.bench.study(pages)).filter(
    ({ isFront, isCard, isAside }) => (isFront || isCard) && !isAside,
  )) {
    if (FILE.test(splitPath(page.artifact.path).stem)) continue;
    const said = page.statements.find(
      ({ words }) => POLICY.test(words) && /https?:\/\//.test(words) && !isPromise(words),
    );
    if (said !== undefined)
      seen.push(
        await note(desk, page.artifact, {
          text: page.text,
          at: said.from + Math.max(0, said.words.search(POLICY)),
          says: "refers to a policy at an address",
        }),
      );
  }
  return seen;
}

interface Seen {
  readonly text: Text;
  readonly at: number;
  readonly says: string;
}

async function note({ ledger, bench }: Desk, artifact: Artifact, { text, at, says }: Seen): Promise<string> {
  const { path } = artifact;
  const remark = {
    code: "policy-referred",
    args: { path, says },
    message: `${path} ${says}`,
    basis: "declared" as const,
  };
  return ledger.note(await noteFile(bench, artifact, { ...remark, ...quoteLine(text, at) }));
}

async function noteCopy({ ledger, bench }: Desk, artifact: Artifact): Promise<string> {
  const { path } = artifact;
  const remark = { code: "policy-copied", args: { path }, message: `${path} is a policy of use in the release` };
  return ledger.note(await noteFile(bench, artifact, { ...remark, basis: "inferred" }));
}
