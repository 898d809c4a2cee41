/** Reads plain text: licences, notes and source code. */

import { decodeText } from "../../bytes/text.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { baseName, extensionOf } from "../shared/file-name.ts";
import { FaultLog, refusal } from "../shared/words.ts";
import { ERRORS, FAULTS } from "./words.ts";

/** Bytes. Vocabularies in text form reach some 5 MB; larger texts are data. */
const MAX_BYTES = 16 * 2 ** 20;

/** Names that by custom carry legal text and have no extension of their own. */
const LEGAL = /^(licen[cs]es?|copying|copyright|notices?|unlicense|patents|authors)([-._ ]|$)/i;

/** Prose, then source code, then configuration that no other format reads. Tables (.csv, .tsv, .jsonl) are data. */
const EXTENSIONS: ReadonlySet<string> = new Set(
  (
    "txt text rst adoc tex bib cff me " +
    "py pyi pyx ipy js mjs cjs jsx ts mts cts tsx c h cc cpp cxx hpp hh cu cuh m mm go rs java kt kts scala swift rb pl pm php lua " +
    "jl r hs ml cs fs dart zig sh bash zsh fish ps1 bat cmd sql cmake make mk gradle proto thrift jinja jinja2 j2 " +
    "toml ini cfg conf env properties"
  ).split(" "),
);

/** Extensions that win over a legal name: `LICENSE.md` is markdown and `LICENSE.pdf` is no text. */
const OTHER: ReadonlySet<string> = new Set(
  "md markdown json yml yaml html htm xml pdf doc docx odt rtf png jpg svg gz zip csv tsv jsonl".split(" "),
);

/** Whether a name is one of a plain text. */
export function isTextName(path: string): boolean {
  const extension = extensionOf(path);
  return EXTENSIONS.has(extension) || (LEGAL.test(baseName(path)) && !OTHER.has(extension));
}

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readText(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  if (size > MAX_BYTES) throw refusal(ERRORS, "over-limit", { size, limit: MAX_BYTES });
  const { content, encoding, invalidAt, place } = decodeText(await source.read(0, size, ctx.signal));
  const faults = new FaultLog(FAULTS);
  if (invalidAt >= 0) faults.add("invalid-utf8", { encoding, offset: invalidAt }, { start: invalidAt, end: size });
  const nul = content.indexOf("\0");
  if (nul >= 0) faults.add("nul-byte", { offset: place(nul, nul + 1).start }, place(nul, nul + 1));
  const facts = { text: { lines: countLines(content) } };
  return { facts, children: [], spans: [{ start: 0, end: size, as: "parsed" }], faults: faults.list(), gaps: [] };
}

/** A last line counts with or without its newline. */
function countLines(content: string): number {
  let lines = 0;
  for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) lines++;
  return content === "" || content.endsWith("\n") ? lines : lines + 1;
}
