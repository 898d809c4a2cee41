/** Reads Python source by its grammar into what it imports and calls. Nothing is run. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Said } from "../../model/types.ts";
import { listLines, readTextDocument } from "../shared/text-document.ts";
import { FaultLog, say } from "../shared/words.ts";
import { parsePython } from "./parse.ts";
import { walkModule } from "./walk.ts";
import { FAULTS, GAPS } from "./words.ts";

/** Bytes. The longest modelling files have 300,000; a tree takes 200 bytes of memory for each, and a second for 500,000. */
const MAX_BYTES = 320 * 2 ** 10;

/** A comment in the first two lines that names the encoding of the file (PEP 263). */
const ENCODING = /^(?:[^\S\r\n]*(?:#.*)?(?:\r\n?|\n))?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/** Encodings whose lower half is ASCII, under the names that editors write. */
const ASCII_LIKE =
  /^(?:utf-?8(?:-.*)?|(?:us-)?ascii|latin-?\d+|l\d|iso-?8859-?\d+|(?:cp|windows-)12\d\d|cp(?:437|8\d\d|9\d\d)|gbk|gb-?2312|gb-?18030|euc-?\w+|big5|s(?:hift)?-?jis|koi8-[rut]|mac-?roman|mbcs)$/;

/** @throws FormatError with a code of the README. */
export async function readPython(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const faults = new FaultLog(FAULTS);
  const text = await readTextDocument(source, { size: MAX_BYTES, faults }, ctx);
  const nul = text.content.indexOf("\0");
  if (nul >= 0) faults.add("nul-byte", { offset: text.place(nul, nul).start }, text.place(nul, nul + 1));
  const [, named = "utf-8"] = ENCODING.exec(text.content) ?? [];
  if (!ASCII_LIKE.test(named.toLowerCase().replaceAll("_", "-")))
    faults.add("other-encoding", { encoding: named }, text.place(0, 1));
  const { tree, brokenAt } = await parsePython(text.content);
  const { fact, omitted } = walkModule(tree, text);
  const gaps: Said[] = [];
  if (brokenAt !== undefined) gaps.push(say(GAPS, "not-python", { line: text.place(brokenAt, brokenAt).line ?? 1 }));
  for (const { what, limit } of omitted) gaps.push(say(GAPS, "over-limit", { what, limit }));
  let lines = 0;
  for (const _ of listLines(text.content)) lines++;
  const spans = [{ start: 0, end: source.size, as: "parsed" }] as const;
  return { facts: { python: fact, text: { lines } }, children: [], spans, faults: faults.list(), gaps };
}
