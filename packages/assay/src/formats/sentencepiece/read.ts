/** Counts the pieces of a SentencePiece model. Their texts and scores are not decoded. */

import type { Span, TokenizerFact } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog, refusal } from "../shared/words.ts";
import type { WireBreak } from "./fields.ts";
import { readFields } from "./fields.ts";
import { ERRORS, FAULTS } from "./words.ts";

/** Bytes. The largest known, of 262,144 pieces, has 5 MB. */
const MAX_BYTES = 64 * 2 ** 20;

/** Fields of `ModelProto`, and of its `TrainerSpec`. */
const PIECES = 1;
const TRAINER = 2;
const MODEL_TYPE = 3;

/** `TrainerSpec.ModelType`. */
const KINDS: ReadonlyMap<number, string> = new Map([
  [1, "UNIGRAM"],
  [2, "BPE"],
  [3, "WORD"],
  [4, "CHAR"],
]);

/** Whether a file begins with a short piece that begins with its text; trainers write the pieces first. */
export function isPieces(head: Uint8Array): boolean {
  const [field, length = 0x80, inner] = head;
  return field === 0x0a && length < 0x80 && inner === 0x0a;
}

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readSentencepiece(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  if (size > MAX_BYTES) throw refusal(ERRORS, "over-limit", { size, limit: MAX_BYTES });
  const { tokenizer, broken } = describe(await source.read(0, size, ctx.signal));
  const faults = new FaultLog(FAULTS);
  if (broken !== null)
    faults.add(broken.code, { offset: broken.at, end: size }, { start: broken.at, end: Math.min(broken.at + 1, size) });
  return {
    facts: { tokenizer },
    children: [],
    spans: spansOf(broken?.at ?? size, size),
    faults: faults.list(),
    gaps: [],
  };
}

function describe(bytes: Uint8Array): { readonly tokenizer: TokenizerFact; readonly broken: WireBreak | null } {
  let pieces = 0;
  let kind: TokenizerFact["kind"];
  const within: WireBreak[] = [];
  const broken = readFields(bytes, { start: 0, end: bytes.length }, (field) => {
    if (!field.isBytes || (field.number !== PIECES && field.number !== TRAINER)) return;
    if (field.number === PIECES) pieces++;
    const inner = readFields(bytes, field, ({ number, value }) => {
      const name = field.number === TRAINER && number === MODEL_TYPE ? KINDS.get(value) : undefined;
      if (name !== undefined) kind = { value: name, at: { start: field.start, end: field.end } };
    });
    if (inner !== null) within.push(inner);
  });
  const first = within[0] ?? broken;
  // Where the file breaks off, how many pieces there are is not known.
  return { tokenizer: { ...(kind && { kind }), ...(first === null && { vocabulary: pieces }) }, broken: first };
}

function spansOf(end: number, size: number): readonly Span[] {
  const parsed: Span = { start: 0, end, as: "parsed" };
  return end === size ? [parsed] : [parsed, { start: end, end: size, as: "unread" }];
}
