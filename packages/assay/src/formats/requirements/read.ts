/** Reads what an installation with pip would fetch, and from where. Nothing is fetched and no other file is opened. */

import type { DecodedText } from "../../bytes/text.ts";
import type { DependencyFact, Field } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { readRequirement } from "../shared/python-requirement.ts";
import { readTextDocument } from "../shared/text-document.ts";
import { FaultLog, say } from "../shared/words.ts";
import type { LogicalLine } from "./lines.ts";
import { listLogicalLines } from "./lines.ts";
import { readOption } from "./options.ts";
import type { FaultCode } from "./words.ts";
import { FAULTS, GAPS } from "./words.ts";

/** Bytes. The longest known, locked with the hashes of each file, have some 500 KB. */
const MAX_BYTES = 4 * 2 ** 20;

/** Entries listed; locked files of large programs have some 500. */
const MAX_ENTRIES = 10_000;

interface Found {
  readonly dependencies: DependencyFact[];
  readonly indexes: Field[];
  readonly faults: FaultLog<FaultCode>;
}

/** @throws FormatError with a code of the README. */
export async function readRequirements(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const faults = new FaultLog<FaultCode>(FAULTS);
  const text = await readTextDocument(source, { size: MAX_BYTES, faults }, ctx);
  const found: Found = { dependencies: [], indexes: [], faults };
  let isCut = false;
  for (const line of listLogicalLines(text.content)) {
    isCut = found.dependencies.length + found.indexes.length >= MAX_ENTRIES;
    if (isCut) break;
    readLine(line, text, found);
  }
  const { dependencies, indexes } = found;
  return {
    facts: { dependencies, ...(indexes.length > 0 && { indexes }) },
    children: [],
    spans: [{ start: 0, end: source.size, as: "parsed" }],
    faults: faults.list(),
    gaps: isCut ? [say(GAPS, "over-limit", { limit: MAX_ENTRIES })] : [],
  };
}

function readLine({ content, from, to, line }: LogicalLine, text: DecodedText, found: Found): void {
  const { dependencies, indexes, faults } = found;
  const at = text.place(from, to);
  const { kind, value } = content.startsWith("-") ? readOption(content) : { kind: "installed", value: content };
  if (kind === "index") indexes.push({ value, at });
  else if (kind === "list") dependencies.push({ name: "", spec: value, from: "list", at });
  else if (kind === "unknown") faults.add("unknown-option", { line, found: content }, at);
  else if (kind !== "other") {
    const read = readInstalled(value, kind === "editable");
    if (read === null) faults.add("bad-line", { line, found: content }, at);
    else dependencies.push({ ...read, at });
  }
}

/** Options of one requirement, such as its hashes, follow it (pip, "Per-requirement options"). */
function readInstalled(value: string, isEditable: boolean): Omit<DependencyFact, "at"> | null {
  const [words = ""] = value.split(/[ \t]--(?=[a-z])/, 1);
  const read = readRequirement(words.trim());
  // What `--editable` names may be any folder.
  const isFolder = isEditable && (read === null || read.from === "index");
  return isFolder ? { name: "", spec: words.trim(), from: "path" } : read;
}
