/** A writer of Protocol Buffers messages, for small models that can also be wrong. */

/** A field's content: a number, a text or bytes, or the fields of a message. */
export type Content = number | bigint | string | Uint8Array | readonly Part[];

/** A field: its number and its content. */
export type Part = readonly [number: number, content: Content];

function varint(value: number | bigint): readonly number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

/** Bytes of a message. */
export function message(parts: readonly Part[]): Uint8Array {
  return new Uint8Array(parts.flatMap(([number, content]) => field(number, content)));
}

function field(number: number, content: Content): readonly number[] {
  if (typeof content === "number" || typeof content === "bigint") return [...varint(number * 8), ...varint(content)];
  const bytes = toBytes(content);
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
}

function toBytes(content: string | Uint8Array | readonly Part[]): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : message(content);
}

/** A tensor of `FLOAT`s with raw data, and what is to be added to it. */
export function tensor(name: string, dims: readonly number[], ...more: readonly Part[]): Part {
  const count = dims.reduce((product, dimension) => product * dimension, 1);
  const shape = dims.map((dimension): Part => [1, dimension]);
  const rest = more.length > 0 ? more : ([[9, new Uint8Array(4 * count)]] as const);
  return [5, [...shape, [2, 1], [8, name], ...rest]];
}

/** An entry that says where a tensor's data lies. */
export function entry(key: string, value: string): Part {
  const pair: readonly Part[] = [
    [1, key],
    [2, value],
  ];
  return [13, pair];
}

/** A tensor of four `FLOAT`s whose data lies in a file beside the model. */
export function external(name: string, location: string, ...more: readonly Part[]): Part {
  return tensor(name, [4], entry("location", location), [14, 1], ...more);
}

/** The set of operators that models ask for. */
export const opset: Part = [
  8,
  [
    [1, ""],
    [2, 17],
  ],
];

/** A model of these parts of a graph. */
export function model(graph: readonly Part[], more: readonly Part[] = []): Uint8Array {
  return message([[1, 9], [2, "owlwriter"], [3, "1.0"], [7, graph], opset, ...more]);
}
