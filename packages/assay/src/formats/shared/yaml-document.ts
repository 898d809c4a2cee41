/** Reading a whole YAML file into fields: what the readers of files that are written in YAML share. */

import type { Document, DocumentOptions, ParsedNode, ParseOptions, SchemaOptions } from "yaml";
import type { DecodedText } from "../../bytes/text.ts";
import { decodeText } from "../../bytes/text.ts";
import type { CodeReference, Fault, Field, Place, Span } from "../../model/facts.ts";
import type { ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Said } from "../../model/types.ts";
import { FaultLog, refusal, say } from "./words.ts";
import type { YamlFaults } from "./yaml-fields.ts";
import { FieldWalk } from "./yaml-fields.ts";
import { YAML_ERRORS, YAML_FAULTS, YAML_GAPS } from "./yaml-words.ts";

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

/** A YAML file as fields. */
export interface YamlDocument {
  readonly fields: ReadonlyMap<string, Field>;
  /** What tags of Python have a loader import or call. */
  readonly code: readonly CodeReference[];
  readonly spans: readonly Span[];
  readonly faults: readonly Fault[];
  readonly gaps: readonly Said[];
}

/**
 * Reads a YAML file. One that breaks keeps the fields before the break, with a fault.
 * @throws FormatError with a code of {@link YAML_ERRORS}
 */
export async function readYamlDocument(source: ByteSource, ctx: ReadContext): Promise<YamlDocument> {
  const { size } = source;
  if (size > MAX_BYTES) throw refusal(YAML_ERRORS, "over-limit", { size, limit: MAX_BYTES });
  const text = decodeText(await source.read(0, size, ctx.signal));
  // The parser takes 17 ms to load, so only a release with YAML pays for it.
  const library = await import("yaml");
  const documents = parse(library, text);
  const faults: YamlFaults = new FaultLog(YAML_FAULTS);
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
  return { fields, code: walk.code, spans: [{ start: 0, end: size, as: "parsed" }], faults: faults.list(), gaps };
}

type Documents = readonly Document.Parsed<ParsedNode>[];

function parse(library: typeof import("yaml"), text: DecodedText): Documents {
  try {
    const documents = library.parseAllDocuments(text.content, OPTIONS);
    return "empty" in documents ? [] : documents;
  } catch (error) {
    // The parser recurses without a bound of its own: thousands of levels exhaust the stack, which leaves no damage.
    if (error instanceof RangeError) throw refusal(YAML_ERRORS, "too-deep");
    throw error;
  }
}

/** Reports what the parser objects to and returns the earliest such place. */
function reportErrors(
  document: Documents[number] | undefined,
  text: DecodedText,
  faults: YamlFaults,
): Place | undefined {
  const [first] = document?.errors ?? [];
  if (first?.code === "RESOURCE_EXHAUSTION") throw refusal(YAML_ERRORS, "too-deep");
  let earliest: Place | undefined;
  for (const { message, pos } of document?.errors ?? []) {
    const at = text.place(pos[0], pos[1]);
    faults.add("not-yaml", { line: at.line ?? 1, what: message }, at);
    if (earliest === undefined || at.start < earliest.start) earliest = at;
  }
  return earliest;
}

/** The parser goes on behind an error, guessing; only what stands before the first one is kept. */
function reliableFields(fields: ReadonlyMap<string, Field>, broken: Place | undefined): ReadonlyMap<string, Field> {
  if (broken === undefined) return fields;
  return new Map([...fields].filter(([, field]) => field.at.end < broken.start));
}

function moreDocuments(count: number): readonly Said[] {
  return count > 1 ? [say(YAML_GAPS, "more-documents", { count })] : [];
}
