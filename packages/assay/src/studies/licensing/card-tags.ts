/** What the cards of a release state of its licences in their front matter. */

import type { Text } from "../../model/facts.ts";
import { placeOf } from "../../model/place.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Doubt } from "../../model/types.ts";
import { readCard } from "../card/index.ts";
import { noteFile, offsetOfLine, quoteLine, type Remark } from "../shared/noting.ts";
import { isOwnText } from "./card-links.ts";
import { readTerms, UNIDENTIFIED } from "./declared-terms.ts";
import { readFrontMatter, type Statement } from "./front-matter.ts";
import { type Limited, limitPerFolder } from "./limits.ts";
import { folderOf, governsBy, type LicenseSource, type Terms } from "./sources.ts";

/** A card by its name: READMEs, also of one language, and cards of models. A data card speaks of data elsewhere. */
const CARD =
  /^(?:readme|(?:model|system)?[-_ ]?card)(?:[._-][a-z]{2}(?:[-_][a-z]{2,4})?)?(?:\.(?:md|mdx|markdown|txt|rst|adoc|org|html?))?$/i;

/** Whether a file is one that introduces a release or a part of it. */
export function isCardName(path: string): boolean {
  return CARD.test(path.slice(path.lastIndexOf("/") + 1));
}

/** The cards of a release that are looked at, by folder. */
export function listCards({ release }: Workbench): readonly Limited<Artifact>[] {
  const named = release.artifacts.filter(({ path }) => isCardName(path));
  return limitPerFolder(named, ({ origin, path }) => ({ origin, folder: folderOf(path) }));
}

/** What every card states, and every card that could not be read. */
export async function readCardTags(
  bench: Workbench,
  texts: readonly LicenseSource[],
): Promise<readonly LicenseSource[]> {
  const sources: LicenseSource[] = [];
  for (const { kept, next } of listCards(bench)) {
    for (const artifact of kept) {
      const source = await readTag(bench, artifact, texts);
      if (source !== null) sources.push(source);
    }
    if (next !== undefined) sources.push(await describeUnread(bench, next, "over-limit"));
  }
  return [...sources, ...readRefused(bench)];
}

async function readTag(
  bench: Workbench,
  artifact: Artifact,
  texts: readonly LicenseSource[],
): Promise<LicenseSource | null> {
  const text = await bench.text(artifact);
  if (!text.ok) return await readUnread(bench, artifact, text.because);
  const card = await readCard(bench, artifact);
  const statement =
    card === null
      ? readPlain(text.value)
      : readFrontMatter(card, text.value, (link) => isOwnText(link, { artifact, texts, bench }));
  return statement && (await describe(bench, artifact, { statement, text: text.value }));
}

/** A card that is only listed counts where it introduces the whole: those in folders of code seldom speak of licences. */
async function readUnread(bench: Workbench, artifact: Artifact, because: Doubt): Promise<LicenseSource | null> {
  const isAside = because === "listed-not-read" && artifact.path.includes("/");
  return isAside ? null : await describeUnread(bench, artifact, because);
}

async function describeUnread(bench: Workbench, artifact: Artifact, because: Doubt): Promise<LicenseSource> {
  const { path } = artifact;
  const message = `${path} may state a licence and was not read`;
  const note = await noteFile(bench, artifact, { code: "card-not-read", args: { path }, message, basis: "inferred" });
  return tagOf(artifact, { declared: null, terms: { because }, note });
}

/** A README that no format reads as a document: one plain line is a statement, any other word of a licence is open. */
function readPlain({ content }: Text): Statement | null {
  const end = content.indexOf("\n---", 3);
  const front = content.startsWith("---") ? content.slice(0, end < 0 ? content.length : end) : "";
  const mentions = [...front.matchAll(/licen[cs]e/gi)];
  const [first] = mentions;
  if (first === undefined) return null;
  const [, only] = mentions.length === 1 ? (/^license:[ \t]*([\w.+-]+)[ \t]*\r?$/m.exec(front) ?? []) : [];
  return { terms: only === undefined ? UNIDENTIFIED : readTerms(only), declared: only ?? "", offset: first.index };
}

interface Stated {
  readonly statement: Statement;
  readonly text: Text;
}

async function describe(bench: Workbench, artifact: Artifact, { statement, text }: Stated): Promise<LicenseSource> {
  const { path } = artifact;
  const { declared, terms, agreesWith, pointsTo } = statement;
  const offset = "line" in statement ? offsetOfLine(text, statement.line) : statement.offset;
  const remark: Remark = {
    code: declared === "" ? "license-statement-unclear" : "license-declared",
    args: { path, declared },
    message:
      declared === ""
        ? `${path} states a licence in a way that is not plain`
        : `${path} declares the licence ${declared}`,
    basis: "declared",
    ...quoteLine(text, offset),
  };
  return {
    ...tagOf(artifact, {
      declared: declared === "" ? null : declared,
      terms,
      note: await noteFile(bench, artifact, remark),
    }),
    ...(agreesWith && { agreesWith }),
    ...(pointsTo && { pointsTo }),
  };
}

function readRefused(bench: Workbench): readonly LicenseSource[] {
  const { gaps, origins } = bench.release;
  return gaps
    .filter(({ stage, path }) => stage === "source" && isCardName(path))
    .map((gap) => {
      const artifact = { path: gap.path, origin: gap.origin ?? origins[0].id };
      const message = `${gap.path} may state a licence and was not read`;
      const at = placeOf(bench.release, artifact);
      const note = { code: "card-not-read", args: { path: gap.path }, message, basis: "inferred" as const, at };
      return { ...tagOf(artifact, { declared: null, terms: { because: "unreadable" }, note }), isRefused: true };
    });
}

function tagOf(
  artifact: LicenseSource["artifact"],
  said: Pick<LicenseSource, "declared" | "note"> & { readonly terms: Terms },
): LicenseSource {
  const folder = folderOf(artifact.path);
  return { kind: "tag", artifact, folder, scope: "all", found: null, governs: governsBy(folder), ...said };
}
