import { FormatError } from "../../model/errors.ts";
import type { Read } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";

/** The header: a 32-bit count of lines. Say where the specification demands it. */
const HEADER_BYTES = 4;
/** Largest count believed; name the largest real file known. */
const MOST_LINES = 1_000_000;

/** Reads the header. @throws FormatError `truncated`, `too-many-lines` */
export async function readTemplateId(bytes: ByteSource): Promise<Read> {
  if (bytes.size < HEADER_BYTES) {
    throw new FormatError("truncated", `header · ${bytes.size} bytes · ${HEADER_BYTES} needed`);
  }
  const header = await bytes.read(0, HEADER_BYTES);
  const lines = new DataView(header.buffer, header.byteOffset, HEADER_BYTES).getUint32(0, true);
  if (lines > MOST_LINES) throw new FormatError("too-many-lines", `lines · ${lines} · at most ${MOST_LINES}`);
  return {
    facts: { text: { lines } },
    children: [],
    spans: [{ start: 0, end: HEADER_BYTES, as: "parsed" }],
    faults: [],
    gaps: [],
  };
}
