/**
 * Licences that restrict, where other files than cards and texts state them: configurations, records for citing and
 * archives, REUSE.toml, and the rest of a card's front matter. Such files are copied from release to release: they settle
 * nothing, and leave open what they contradict.
 */

import type { Text } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { quoteLine } from "../shared/noting.ts";
import { listCards } from "./card-tags.ts";
import { readAddress } from "./declared-terms.ts";
import { patternOf } from "./inner-text.ts";
import { findMention, isRestricted, type Mention, RESTRICTED } from "./mentions.ts";
import { isTermsKey, namesLicense } from "./metadata-keys.ts";
import { readName } from "./package-names.ts";
import { describeBeside } from "./said-beside.ts";
import { folderOf, type LicenseSource } from "./sources.ts";
import { findUseRestriction } from "./use-restrictions.ts";

/** Statements that count of one file. */
const MOST_STATED = 32;

/** Records of one release that are looked at: those of a hundred checkpoints are copies of one. */
const MOST_RECORDS = 512;

/** Larger files are none that people write, in UTF-16 units. */
const LONGEST = 1 << 20;

/** Records of a model or a release that have a field for its licence. */
const JSON_RECORD =
  /^(?:config|configuration|model_index|adapter_config|codemeta|metadata|croissant|\.zenodo|modelinfo|model_info)\.json$/i;
const YAML_RECORD = /^(?:citation\.cff|(?:rdf|bioimageio|metadata|model|modelinfo)\.ya?ml|mlmodel)$/i;
const REUSE = /^(?:reuse\.toml|\.reuse\/dep5)$/i;

const JSON_FIELD = /"_?licen[cs]e(?:_name|_id)?"\s{0,20}:\s{0,20}"([^"\n]{1,200})"/gi;
const YAML_FIELD = /^licen[cs]e:[ \t]*["']?([^"'#\r\n]{1,200})/gim;
/** REUSE specification 3.3: blocks of paths with their identifier; the older form has paragraphs (DEP 5). */
const REUSE_BLOCK = /\[\[annotations\]\]|\r?\n[ \t]*\r?\n/;
const REUSE_FIELD = /(?:SPDX-License-Identifier["']?\s{0,20}=\s{0,20}["']|^License:[ \t]*)([^"'\r\n]{1,200})/gim;
/** Paths of everything, or of weights. */
const OF_WEIGHTS =
  /["'\s]\*{1,2}(?:["'\s]|$)|\.(?:safetensors|bin|pth?|ckpt|gguf|onnx|h5|tflite|npz)\b|\b(?:weights|checkpoints?|models?)\//i;

interface Stated {
  readonly words: string;
  readonly mention: Mention;
  readonly offset: number;
}

/** Reads what records beside the cards, and the cards' own further fields, state that restricts. */
export async function readSideStatements(bench: Workbench): Promise<readonly LicenseSource[]> {
  const cards = new Set(listCards(bench).flatMap(({ kept }) => kept));
  const sources: LicenseSource[] = [];
  const listOf = (artifact: Artifact): List | null => (cards.has(artifact) ? listInFront : readerOf(artifact.path));
  const records = bench.release.artifacts.filter((one) => listOf(one) !== null && (one.size ?? 0) <= LONGEST);
  for (const artifact of records.slice(0, MOST_RECORDS)) {
    const list = listOf(artifact);
    if (list === null) continue;
    const text = await bench.text(artifact);
    if (!text.ok) continue;
    for (const stated of list(text.value.content).slice(0, MOST_STATED))
      sources.push(await describe(bench, artifact, { stated, text: text.value }));
  }
  return sources;
}

type List = (content: string) => readonly Stated[];

function readerOf(path: string): List | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (REUSE.test(path)) return listInReuse;
  if (JSON_RECORD.test(name)) return (content) => listFields(content, JSON_FIELD, 0);
  return YAML_RECORD.test(name) ? (content) => listFields(content, YAML_FIELD, 0) : null;
}

function listFields(content: string, field: RegExp, from: number): readonly Stated[] {
  return [...content.matchAll(field)].flatMap(({ index, 1: words = "" }) => {
    const mention = readRestricted(words.trim());
    return mention === null ? [] : [{ words: words.trim(), mention, offset: from + index }];
  });
}

function listInReuse(content: string): readonly Stated[] {
  let from = 0;
  return content.split(REUSE_BLOCK).flatMap((block) => {
    const at = content.indexOf(block, from);
    from = at + block.length;
    return OF_WEIGHTS.test(block) ? listFields(block, REUSE_FIELD, at) : [];
  });
}

/** A licence by its name or in words that restricts use; null for any other. */
function readRestricted(words: string): Mention | null {
  const terms = /^https?:/i.test(words) ? readAddress(words) : readName(words).terms;
  const ids = "ids" in terms ? terms.ids : [];
  if (ids.some((id) => RESTRICTED.test(id))) return { words, agreesWith: patternOf(ids) };
  const mention = ids.length > 0 ? null : findMention(words);
  return mention !== null && isRestricted(mention) ? mention : null;
}

/** Fields whose words are others': forms, examples, and names of data; and the licence, which is read by itself. */
const OF_OTHERS = /^(?:extra_gated|widget|datasets?|metrics|inference|licen[cs]es?(?:_|$))/i;
/** Values of a field of terms that set none. */
const SAYS_NOTHING = /^\s*["']?(?:none|null|no|n\/a|true|yes|any|allowed|permitted|unrestricted)["']?\s*$/i;
/** A licence inside of another field, as of an entry of `model-index`, and among the tags as the hub writes it. */
const INNER = /^[ \t]+(?:-[ \t]+)?["']?licen[cs]e:[ \t]*["']?([^"'#\r\n]{1,200})/i;
const KEY = /^([\w-]{1,80})[ \t]{0,20}:(.*)$/;

/** Fields, tags and remarks of a card's front matter that restrict use. */
function listInFront(content: string): readonly Stated[] {
  if (!content.startsWith("---")) return [];
  const end = content.indexOf("\n---", 3);
  const found: Stated[] = [];
  let offset = 0;
  let key = "";
  for (const line of content.slice(0, Math.max(0, end)).split("\n")) {
    const [, name] = KEY.exec(line) ?? [];
    key = name ?? key;
    const said = readFrontLine(line, key);
    if (said !== null) found.push({ ...said, offset });
    offset += line.length + 1;
  }
  return found;
}

function readFrontLine(line: string, key: string): Omit<Stated, "offset"> | null {
  const remark = line.indexOf("#") < 0 ? "" : (/(?:^|\s)#(.{1,400})/.exec(line)?.[1] ?? "");
  const limit = findMention(remark);
  if (limit !== null && isRestricted(limit)) return { words: limit.words, mention: limit };
  const [, inner] = OF_OTHERS.test(key) ? [] : (INNER.exec(line) ?? []);
  const named = inner === undefined ? null : readRestricted(inner.trim());
  if (named !== null) return { words: named.words, mention: named };
  const words = readField(line, key);
  const mention = words === null ? null : findUseRestriction(words);
  if (mention !== null) return { words: mention.words, mention };
  const [, , value = ""] = KEY.exec(line) ?? [];
  const isOwn = isTermsKey(key) && !namesLicense(key) && /\w/.test(value) && !SAYS_NOTHING.test(value);
  return isOwn ? { words: line.trim(), mention: { words: line.trim(), agreesWith: RESTRICTED } } : null;
}

/** The words of a field, or of a tag of a list; null where they are others'. */
function readField(line: string, key: string): string | null {
  if (OF_OTHERS.test(key)) return null;
  const [, name = "", value = ""] = KEY.exec(line) ?? [];
  if (name !== "")
    return `${name.replace(/[_-]/g, " ")}: ${value
      .replace(/["']/g, "")
      .replace(/^\s*false\s*$/i, "no")
      .trim()}`;
  return key === "tags" && /^\s*-\s*["']?non-?commercial["']?\s*$/i.test(line) ? "non-commercial use only" : null;
}

async function describe(
  bench: Workbench,
  artifact: Artifact,
  { stated, text }: { readonly stated: Stated; readonly text: Text },
): Promise<LicenseSource> {
  const { path } = artifact;
  const { words, mention, offset } = stated;
  const message = `${path} speaks of ${words}`;
  return await describeBeside(bench, artifact, {
    words,
    message,
    ...quoteLine(text, offset),
    folder: REUSE.test(path) ? "" : folderOf(path),
    agreesWith: mention.agreesWith,
  });
}
