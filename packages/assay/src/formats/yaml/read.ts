/** Reads a YAML file, or the front matter of a document, into its scalars. */

import type { Document, DocumentOptions, ParsedNode, ParseOptions, SchemaOptions } from "yaml";
import type { DecodedText } from "../../bytes/text.ts";
import { decodeText } from "../../bytes/text.ts";
import type { Field, Place } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Said } from "../../model/types.ts";
import { baseName } from "../shared/file-name.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import type { Faults } from "./fields.ts";
import { FieldWalk } from "./fields.ts";
import { ERRORS, FAULTS, GAPS } from "./words.ts";

/** Bytes. The parser reads about 1 MB in a second; the longest model card front matter known has 160 KB. */
const MAX_BYTES = 256 * 2 ** 10;

/** No YAML 1.1, no merge keys, no tags of one's own, nothing printed; keys that stand twice are found by the walk. */
const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  version: "1.2",
  schema: "core",
  merge: false,
  customTags: [],
  resolveKnownTags: false,
  uniqueKeys: false,
  logLevel: "silent",
  prettyErrors: false,
};

/** The name that the markdown reader gives the front matter it hands on. */
export function isFrontMatter(path: string): boolean {
  return baseName(path) === "front-matter";
}

/** @throws FormatError with a code of {@link ERRORS} */
export async function readYaml(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  if (size > MAX_BYTES) throw refusal(ERRORS, "over-limit", { size, limit: MAX_BYTES });
  const text = decodeText(await source.read(0, size, ctx.signal));
  // The parser takes 17 ms to load, so only a release with YAML pays for it.
  const library = await import("yaml");
  const documents = parse(library, text);
  const faults: Faults = new FaultLog(FAULTS);
  if (text.invalidAt >= 0) {
    faults.add(
      "invalid-utf8",
      { encoding: text.encoding, offset: text.invalidAt },
      { start: text.invalidAt, end: size },
    );
  }
  const [first] = documents;
  const walk = new FieldWalk(library, text, faults);
  if (first !== undefined) walk.walk(first.contents, "", 0);
  const fields = reliableFields(walk.fields, reportErrors(first, text, faults));
  const gaps: readonly Said[] = [...walk.gaps(), ...moreDocuments(documents.length)];
  return {
    facts: { fields },
    children: [],
    spans: [{ start: 0, end: size, as: "parsed" }],
    faults: faults.list(),
    gaps,
  };
}

type Documents = readonly Document.Parsed<ParsedNode>[];

function parse(library: typeof import("yaml"), text: DecodedText): Documents {
  try {
    const documents = library.parseAllDocuments(text.content, OPTIONS);
    return "empty" in documents ? [] : documents;
  } catch (error) {
    // The parser recurses without a bound of its own: thousands of levels exhaust the stack, which leaves no damage.
    if (error instanceof RangeError) throw refusal(ERRORS, "too-deep");
    throw error;
  }
}

/** Reports what the parser objects to and returns the earliest such place. */
function reportErrors(document: Documents[number] | undefined, text: DecodedText, faults: Faults): Place | undefined {
  const [first] = document?.errors ?? [];
  if (first?.code === "RESOURCE_EXHAUSTION") throw refusal(ERRORS, "too-deep");
  let earliest: Place | undefined;
  for (const { message, pos } of document?.errors ?? []) {
    const at = text.place(pos[0], pos[1]);
    faults.add("not-yaml", { line: at.line ?? 1, what: message }, at);
    if (earliest === undefined || at.start < earliest.start) earliest = at;
  }
  return earliest;
}

/** The parser goes on behind an error, guessing; only what stands before the first one is kept. */
function reliableFields(
  fields: ReadonlyMap<string, Field>,
  broken: Place | undefined,
): Readonly<Record<string, Field>> {
  if (broken === undefined) return Object.fromEntries(fields);
  return Object.fromEntries([...fields].filter(([, field]) => field.at.end < broken.start));
}

function moreDocuments(count: number): readonly Said[] {
  return count > 1 ? [say(GAPS, "more-documents", { count })] : [];
}
