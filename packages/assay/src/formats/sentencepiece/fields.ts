/** Fields of a protocol buffer's message, one by one (protobuf.dev, "Encoding"). */

/** A field; `start` to `end` is the content of a length-delimited one and nothing for any other. */
export interface WireField {
  readonly number: number;
  /** Value of a varint, 0 for any other. */
  readonly value: number;
  readonly isBytes: boolean;
  readonly start: number;
  readonly end: number;
}

/** Where and why a message stops being one. */
export interface WireBreak {
  readonly code: "truncated" | "bad-field";
  readonly at: number;
}

/** Bytes of the values of fixed size by wire type. */
const FIXED: ReadonlyMap<number, number> = new Map([
  [1, 8],
  [5, 4],
]);

/** Tells the fields of a message up to its end, or to the break that is returned. */
export function readFields(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  onField: (field: WireField) => void,
): WireBreak | null {
  for (let at = start; at < end; ) {
    const field = readField(bytes, at, end);
    if ("code" in field) return field;
    onField(field);
    at = field.end;
  }
  return null;
}

function readField(bytes: Uint8Array, at: number, end: number): WireField | WireBreak {
  const tag = readVarint(bytes, at, end);
  if ("code" in tag) return { ...tag, at };
  const number = Math.floor(tag.value / 8);
  const type = tag.value % 8;
  const fixed = FIXED.get(type);
  if (number === 0 || (fixed === undefined && type !== 0 && type !== 2)) return { code: "bad-field", at };
  if (fixed !== undefined)
    return within({ number, value: 0, isBytes: false, start: tag.next, end: tag.next + fixed }, at, end);
  const word = readVarint(bytes, tag.next, end);
  if ("code" in word) return { ...word, at };
  if (type === 0) return { number, value: word.value, isBytes: false, start: word.next, end: word.next };
  return within({ number, value: 0, isBytes: true, start: word.next, end: word.next + word.value }, at, end);
}

function within(field: WireField, at: number, end: number): WireField | WireBreak {
  return field.end > end ? { code: "truncated", at } : field;
}

/** Longest varint (protobuf.dev): ten bytes. Values past 2^53 lose digits, which no length that fits a file has. */
function readVarint(
  bytes: Uint8Array,
  at: number,
  end: number,
): { readonly value: number; readonly next: number } | WireBreak {
  let value = 0;
  for (let k = 0; k < 10; k++) {
    if (at + k >= end) return { code: "truncated", at };
    const byte = bytes[at + k] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * k);
    if (byte < 0x80) return { value, next: at + k + 1 };
  }
  return { code: "bad-field", at };
}
