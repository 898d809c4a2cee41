/** Makes the example files; `npm run examples` writes them. */

/** A file: length, header, data. A string is taken as the header's text, so that it can be wrong. */
function file(header: unknown, data = 0, pad = ""): Uint8Array {
  const text = typeof header === "string" ? header : JSON.stringify(header);
  return raw(new TextEncoder().encode(text + pad), data);
}

function raw(header: Uint8Array, data: number): Uint8Array {
  const bytes = new Uint8Array(8 + header.length + data);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, 8);
  for (let at = 8 + header.length; at < bytes.length; at++) bytes[at] = at & 0xff;
  return bytes;
}

function tensor(dtype: string, shape: readonly number[], offsets: readonly [number, number]): object {
  return { dtype, shape, data_offsets: offsets };
}

function withLength(bytes: Uint8Array, length: bigint): Uint8Array {
  new DataView(bytes.buffer).setBigUint64(0, length, true);
  return bytes;
}

const byte = tensor("U8", [4], [0, 4]);
const one = { a: byte };

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/no-tensors.safetensors": file({}),
  "good/two-tensors.safetensors": file(
    { __metadata__: { format: "pt" }, b: tensor("F32", [2, 2], [4, 20]), a: byte },
    20,
    "   ",
  ),
  "good/scalar-and-empty.safetensors": file({ e: tensor("F32", [0, 7], [0, 0]), s: tensor("BF16", [], [0, 2]) }, 2),
  "good/sub-byte.safetensors": file(
    { f4: tensor("F4", [3, 2], [0, 3]), f6: tensor("F6_E2M3", [4], [3, 6]), f8: tensor("F8_E8M0", [1], [6, 7]) },
    7,
  ),
  "good/hostile-names.safetensors": file(
    '{"__proto__":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"__metadata__":{"__proto__":"x"}}',
    1,
  ),
  "good/huge-dimension-of-nothing.safetensors": file(
    '{"a":{"dtype":"U8","shape":[18446744073709551615,0],"data_offsets":[0,0]}}',
  ),
  "bad/header-too-small.safetensors": new Uint8Array(7),
  "bad/header-too-large.safetensors": withLength(file(one, 4), 2n ** 56n),
  "bad/header-past-end.safetensors": withLength(file(one, 4), 99_999_999n),
  "bad/header-start.safetensors": file(" {}"),
  "bad/header-start-empty.safetensors": file(""),
  "bad/not-json.safetensors": file('{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}', 4),
  "bad/not-utf8.safetensors": raw(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 0),
  "bad/too-deep.safetensors": file(`{"a":${"[".repeat(200)}${"]".repeat(200)}}`),
  "bad/duplicate-key.safetensors": file(`{"a":${JSON.stringify(byte)},"a":${JSON.stringify(byte)}}`, 4),
  "bad/duplicate-key-dtype.safetensors": file('{"a":{"dtype":"U8","dtype":"I8","shape":[4],"data_offsets":[0,4]}}', 4),
  "bad/lone-surrogate.safetensors": file('{"\\ud800":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}', 4),
  "bad/padding.safetensors": file(one, 4, " \0"),
  "bad/padding-newline.safetensors": file(one, 4, "\n"),
  "bad/metadata-not-object.safetensors": file({ __metadata__: ["x"], ...one }, 4),
  "bad/metadata-not-string.safetensors": file({ __metadata__: { n: 1 }, ...one }, 4),
  "bad/tensor-not-object.safetensors": file({ a: [1, 2] }),
  "bad/missing-key.safetensors": file({ a: { dtype: "U8", data_offsets: [0, 4] } }, 4),
  "bad/unknown-key.safetensors": file({ a: { ...byte, payload: "x" } }, 4),
  "bad/bad-dtype.safetensors": file({ a: { dtype: 1, shape: [4], data_offsets: [0, 4] } }, 4),
  "bad/unknown-dtype.safetensors": file({ a: tensor("F7", [4], [0, 4]) }, 4),
  "bad/bad-shape.safetensors": file({ a: tensor("U8", [-4], [0, 4]) }, 4),
  "bad/bad-shape-fraction.safetensors": file('{"a":{"dtype":"U8","shape":[4.0],"data_offsets":[0,4]}}', 4),
  "bad/bad-shape-past-u64.safetensors": file(
    '{"a":{"dtype":"U8","shape":[18446744073709551616,0],"data_offsets":[0,0]}}',
  ),
  "bad/bad-offsets.safetensors": file({ a: tensor("U8", [0], [4, 0]) }, 4),
  "bad/bad-offsets-count.safetensors": file({ a: { dtype: "U8", shape: [4], data_offsets: [0, 4, 4] } }, 4),
  "bad/shape-overflow.safetensors": file({ a: tensor("F32", [2 ** 40, 2 ** 40, 0], [0, 0]) }),
  "bad/partial-byte.safetensors": file({ a: tensor("F4", [3], [0, 2]) }, 2),
  "bad/size-mismatch.safetensors": file({ a: tensor("F32", [2], [0, 4]) }, 4),
  "bad/gap.safetensors": file({ a: byte, b: tensor("U8", [2], [6, 8]) }, 8),
  "bad/gap-at-start.safetensors": file({ a: tensor("U8", [2], [2, 4]) }, 4),
  "bad/overlap.safetensors": file({ a: byte, b: tensor("U8", [4], [2, 6]) }, 6),
  "bad/missing-bytes.safetensors": file(one, 2),
  "bad/trailing-bytes.safetensors": file(one, 9),
};
