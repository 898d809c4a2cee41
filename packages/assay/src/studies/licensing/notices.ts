/** Terms that stand in a release's NOTICE or disclaimer: beside a licence they settle nothing, and leave it open. */

import { isNoticeFile } from "../../licenses/license-file.ts";
import type { LicenseTerms } from "../../licenses/license-terms.ts";
import type { Text } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { LicenseReading, Term } from "../../model/license.ts";
import { placeOf } from "../../model/place.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Doubt } from "../../model/types.ts";
import { knownTerms } from "../shared/known-terms.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";
import { limitPerFolder } from "./limits.ts";
import { namesRestriction } from "./mentions.ts";
import { type NoticeSentence, readNoticeSentences } from "./notice-sentences.ts";
import { listScopes } from "./prose.ts";
import { agreeWithRestriction } from "./same-restriction.ts";
import { folderOf, governsBy, type LicenseSource, type Scope } from "./sources.ts";

/** Sentences that count of one notice; what has more of them is an agreement, and is left open as a whole. */
const MOST_SENTENCES = 32;

/** Words of a sentence that are told of it, in UTF-16 units. */
const LONGEST_WORDS = 120;

/** What stands in files that are no text, of which the words are not at hand. */
const NO_TEXT = /\0|^%PDF-/;

/** Reads what the notices of a release say beside its licences. One that attributes and no more is no source. */
export async function readNotices(bench: Workbench): Promise<readonly LicenseSource[]> {
  const named = bench.release.artifacts.filter(({ path }) => isNoticeFile(path));
  const sources: LicenseSource[] = [];
  for (const { kept, next } of limitPerFolder(named, ({ origin, path }) => ({ origin, folder: folderOf(path) }))) {
    for (const artifact of kept) sources.push(...(await readNotice(bench, artifact)));
    if (next !== undefined) sources.push(await leaveOpen(bench, next, "over-limit"));
  }
  return [...sources, ...readRefused(bench)];
}

/** What the source refused to open. */
function readRefused({ release }: Workbench): readonly LicenseSource[] {
  const refused = release.gaps.filter(({ stage, path }) => stage === "source" && isNoticeFile(path));
  return refused.map(({ path, origin = release.origins[0].id }) => {
    const artifact = { path, origin };
    const note = { ...sayUnread(path), at: placeOf(release, artifact) };
    return { ...openSource(artifact, { because: "unreadable", note }), isRefused: true };
  });
}

async function readNotice(bench: Workbench, artifact: Artifact): Promise<readonly LicenseSource[]> {
  const text = await bench.text(artifact);
  if (!text.ok) {
    // One in a folder of code is seldom more than names.
    const isAside = text.because === "listed-not-read" && artifact.path.includes("/");
    return isAside ? [] : [await leaveOpen(bench, artifact, text.because)];
  }
  if (NO_TEXT.test(text.value.content)) return [await leaveOpen(bench, artifact, "unreadable")];
  return await readNoticeText(bench, artifact, { text: text.value });
}

/** A text, and the key of the metadata in which it stands where it is no file. */
export interface NoticeText {
  readonly text: Text;
  readonly inside?: string;
}

/** What a notice or a remark sets beside the licence, sentence by sentence. */
export async function readNoticeText(
  bench: Workbench,
  artifact: Artifact,
  notice: NoticeText,
): Promise<readonly LicenseSource[]> {
  const sources: LicenseSource[] = [];
  let count = 0;
  for (const sentence of readNoticeSentences(notice.text.content)) {
    count += 1;
    if (count > MOST_SENTENCES) return [...sources, await leaveOpen(bench, artifact, "over-limit")];
    sources.push(...(await describe(bench, artifact, { ...notice, sentence })));
  }
  return sources;
}

interface Said extends NoticeText {
  readonly sentence: NoticeSentence;
}

async function describe(
  bench: Workbench,
  artifact: Artifact,
  { sentence, text, inside }: Said,
): Promise<readonly LicenseSource[]> {
  const { path } = artifact;
  const { words, mention, terms, start } = sentence;
  const about = (mention?.words ?? words).slice(0, LONGEST_WORDS);
  const where = inside === undefined ? path : `${path} (${inside})`;
  const message = `${where} sets terms beside the licence: ${words.slice(0, LONGEST_WORDS)}`;
  const at = terms[0]?.at.start ?? start + findWords(text.content.slice(start, sentence.end), about);
  const args = { path, words: about, ...(inside !== undefined && { key: inside }) };
  const { quote, ...seen } = quoteLine(text, at);
  // A value with escapes stands in its file in other characters.
  const isPlain = inside === undefined || JSON.stringify(quote) === `"${quote}"`;
  const said = { code: "license-in-notice", args, message, basis: "declared", ...seen } as const;
  const note = await noteFile(bench, artifact, { ...said, ...(isPlain && { quote }) });
  const folder = folderOf(path);
  const source = {
    kind: "prose",
    artifact,
    folder,
    declared: about,
    found: null,
    terms: { because: "conflicting" },
    governs: inside === undefined ? governsBy(folder) : "explicit",
    note,
    agreesWith: agreeing(sentence, await bench.study(knownTerms)),
    ...(terms.length > 0 && { reading: readingOf(terms), ...(inside !== undefined && { text }) }),
  } as const;
  return scopesOf(words).map((scope): LicenseSource => ({ ...source, scope }));
}

/** Where words stand that were parted by line breaks; the beginning where they were parted by more. */
function findWords(sentence: string, words: string): number {
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+");
  const at = sentence.search(new RegExp(pattern));
  return at < 0 ? Math.max(0, sentence.search(/\S/)) : at;
}

/** Terms of one sentence; the text around it is no licence. */
function readingOf(terms: readonly Term[]): LicenseReading {
  return { match: { id: null, kind: "unknown", similarity: 0 }, deviations: [], terms };
}

/** The licences that set all of it anyway; of a licence that is named, that licence. */
function agreeing({ mention, terms }: NoticeSentence, known: LicenseTerms): RegExp {
  const isRestricted = mention !== null && namesRestriction(mention.words);
  if (mention !== null && terms.length === 0 && !isRestricted) return mention.agreesWith;
  return agreeWithRestriction({ mention: isRestricted ? mention.words : null, terms }, known);
}

/** Code or data where a sentence speaks of nothing else; software may be all that is shipped. */
function scopesOf(words: string): readonly Scope[] {
  const scopes = listScopes(words);
  const isLimited = scopes.length > 0 && scopes.every((scope) => scope === "code" || scope === "data");
  return isLimited && !/\bsoftware\b/i.test(words) ? scopes : ["all"];
}

async function leaveOpen(bench: Workbench, artifact: Artifact, because: Doubt): Promise<LicenseSource> {
  return openSource(artifact, { because, note: await noteFile(bench, artifact, sayUnread(artifact.path)) });
}

function sayUnread(path: string): Pick<Note, "code" | "args" | "message" | "basis"> {
  const message = `${path} may set terms beside the licence and was not read whole`;
  return { code: "notice-not-read", args: { path }, message, basis: "inferred" };
}

interface Unread extends Pick<LicenseSource, "note"> {
  readonly because: Doubt;
}

function openSource(artifact: LicenseSource["artifact"], { because, note }: Unread): LicenseSource {
  const folder = folderOf(artifact.path);
  const about = { kind: "unplaced", artifact, folder, scope: "all", governs: governsBy(folder) } as const;
  return { ...about, declared: null, found: null, terms: { because }, note };
}
