/** Reads the skeleton of a markdown document and hands its front matter on. */

import { sliceSource } from "../../bytes/memory-source.ts";
import type { DecodedText } from "../../bytes/text.ts";
import { decodeText } from "../../bytes/text.ts";
import type { Place } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { baseName, extensionOf } from "../shared/file-name.ts";
import { FaultLog, refusal } from "../shared/words.ts";
import { scanBlocks } from "./blocks.ts";
import { findFrontMatter } from "./front-matter.ts";
import { Skeleton } from "./skeleton.ts";
import type { FaultCode } from "./words.ts";
import { ERRORS, FAULTS } from "./words.ts";

/** Bytes. The longest README known has 700 KB. */
const MAX_BYTES = 8 * 2 ** 20;

/** A step of the release's budget is about a line: a document of 8 MiB takes some 260,000 of them. */
const CHARACTERS_PER_STEP = 64;

type Faults = FaultLog<FaultCode>;

/** Whether a name is one of a markdown document; a README without extension is read as one. */
export function isMarkdownName(path: string): boolean {
  return ["md", "markdown"].includes(extensionOf(path)) || baseName(path).toLowerCase() === "readme";
}

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readMarkdown(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  if (size > MAX_BYTES) throw refusal(ERRORS, "over-limit", { size, limit: MAX_BYTES });
  const text = decodeText(await source.read(0, size, ctx.signal));
  const front = findFrontMatter(text.content);
  const body = front.kind === "yaml" ? front.body : 0;
  const skeleton = new Skeleton(text.content);
  const unclosed = scanBlocks(text.content, body, skeleton);
  ctx.spend("steps", Math.ceil(skeleton.steps / CHARACTERS_PER_STEP));
  const facts = { document: skeleton.finish(text, body) };
  const children =
    front.kind === "yaml" ? await ctx.descend(frontMatterOf(source, text, front.end), "front-matter") : [];
  const faults: Faults = new FaultLog(FAULTS);
  checkText(text, size, faults);
  if (front.kind === "unclosed") faults.add("unclosed-front-matter", {}, text.place(0, 3));
  if (unclosed >= 0) faults.add("unclosed-comment", ...commentAt(text, unclosed));
  const spans = [{ start: 0, end: size, as: "parsed" }] as const;
  return { facts, children, spans, faults: faults.list(), gaps: skeleton.gaps() };
}

/**
 * The child is the file up to the closing dashes, its opening dashes included, which mean the start of a document in
 * YAML too: so its places and lines are those of the file, and nothing has to be shifted.
 */
function frontMatterOf(source: ByteSource, text: DecodedText, end: number): ByteSource {
  return sliceSource(source, 0, text.place(end, end).start);
}

function checkText({ encoding, invalidAt }: DecodedText, size: number, faults: Faults): void {
  if (invalidAt < 0) return;
  faults.add("invalid-utf8", { encoding, offset: invalidAt }, { start: invalidAt, end: size });
}

function commentAt(text: DecodedText, start: number): [{ readonly line: number }, Place] {
  const at = text.place(start, text.content.length);
  return [{ line: at.line ?? 1 }, at];
}
