/** Names what is not read. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { refusal, say } from "../shared/words.ts";
import { kindsOf } from "./kinds.ts";
import { ERRORS, GAPS } from "./words.ts";

/** Bytes that hold every mark. */
const HEAD = 64;

/** @throws FormatError `empty`: a name alone is no file that a loader opens. */
export async function readNothing(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  if (size === 0) throw refusal(ERRORS, "empty");
  const head = await source.read(0, Math.min(HEAD, size), ctx.signal);
  const gaps = kindsOf(ctx.name, head).map(({ what, loader }) => say(GAPS, "not-read", { what, loader }));
  return { facts: {}, children: [], spans: [{ start: 0, end: size, as: "unread" }], faults: [], gaps };
}
