/** What is done to a whole file so that it looks like another one, or like none. */

import type { Random } from "../../../packages/assay/test/fuzz/mutate.ts";
import { assemble, op, type Piece } from "../../../packages/assay/test/support/pickle.ts";
import { writeZip } from "../../../packages/assay/test/support/zip-shape.ts";
import type { Container } from "./containers.ts";

/** A file. */
export interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A disguise of a file of these kinds. */
export interface Disguise {
  readonly id: string;
  readonly kinds: readonly Container["kind"][];
  dress(made: Made, random: Random): Made;
}

const WRONG = [
  ".safetensors",
  ".txt",
  ".json",
  ".onnx",
  ".gguf",
  ".h5",
  ".md",
  ".png",
  ".yaml",
  ".model",
  ".py",
  "",
  ".npy",
  ".zip",
];
const ALL = ["plain", "packed", "zip", "other"] as const;

const rename = ({ name, bytes }: Made, ending: string): Made => ({ name: name.replace(/\..*$/, "") + ending, bytes });
const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

const withText = (words: string): Uint8Array => Buffer.from(words, "latin1");

/** A float whose bytes, with its opcode, are the magic of another format. */
const FLOATS: readonly (readonly [ending: string, words: string])[] = [
  [".gif", "GIF89a\x01\x00\x01"],
  [".gguf", "GGUF\x03\x00\x00\x00\x01"],
];

function startAs(stream: Piece, words: string): Piece {
  return assemble(withText(words), op.POP, stream);
}

/** A text that says `ustar` where a tar does. */
function startAsTar(stream: Piece): Piece {
  const text = Buffer.alloc(600, " ");
  text.write("ustar\0" + "00", 257 - 5, "latin1");
  return assemble(op.BINUNICODE(text), op.POP, stream);
}

/** A safetensors file that is a pickle too: its length begins a text of opcodes, and its metadata are opcodes up to the data. */
function startAsSafetensors(stream: Piece): Piece {
  const before = '{"__metadata__":{"owl":"';
  const after = `"},"w":{"dtype":"U8","shape":[${stream.length}],"data_offsets":[0,${stream.length}]}}`;
  // `BINUNICODE` takes what is up to the value's first letter; its length stands in the second to fifth byte.
  const size = 0x58 + 256 * (8 + before.length - 5);
  const text = Buffer.alloc(size, op.NONE);
  text.write(before, 0, "latin1");
  text.write(`U${String.fromCharCode(after.length)}${after}`, size - after.length - 2, "latin1");
  const head = Buffer.alloc(8);
  head.writeBigUInt64LE(BigInt(size));
  return assemble(head, text, stream);
}

const BENIGN_ZIP = writeZip({
  members: [
    { name: "m/data.pkl", content: Buffer.from("80027d2e", "hex") },
    { name: "m/version", content: Buffer.from("3\n") },
  ],
});

/** All disguises; none of them keeps a loader from the pickle. */
export const DISGUISES: readonly Disguise[] = [
  { id: "another ending", kinds: ALL, dress: (made, random) => rename(made, random.pick(WRONG)) },
  { id: "another ending, in capitals", kinds: ALL, dress: (made) => rename(made, ".PKL") },
  {
    id: "zeros behind",
    kinds: ["plain", "other", "packed"],
    dress: ({ name, bytes }) => ({ name, bytes: join(bytes, new Uint8Array(1_024)) }),
  },
  {
    id: "text behind",
    kinds: ["plain", "other"],
    dress: ({ name, bytes }) => ({ name, bytes: join(bytes, withText("owls of the forest\n".repeat(9))) }),
  },
  {
    id: "64 KiB behind",
    kinds: ["plain", "other"],
    dress: ({ name, bytes }) => ({ name, bytes: join(bytes, Buffer.alloc(70_000, "owl ")) }),
  },
  {
    id: "an archive behind",
    kinds: ["plain", "other"],
    dress: (made) => ({ ...rename(made, ".pt"), bytes: join(made.bytes, BENIGN_ZIP) }),
  },
  { id: "the end cut off", kinds: ["packed"], dress: ({ name, bytes }) => ({ name, bytes: bytes.subarray(0, -3) }) },
  {
    id: "the end spoiled",
    kinds: ["packed"],
    dress: ({ name, bytes }) => ({ name, bytes: spoil(bytes, bytes.length - 2) }),
  },
  ...FLOATS.map(
    ([ending, words]): Disguise => ({
      id: `begins as ${ending}`,
      kinds: ["plain"],
      dress: ({ name, bytes }) => rename({ name, bytes: startAs(bytes, words) }, ending),
    }),
  ),
  {
    id: "begins as .tar",
    kinds: ["plain"],
    dress: ({ name, bytes }) => rename({ name, bytes: startAsTar(bytes) }, ".tar"),
  },
  {
    id: "begins as .safetensors",
    kinds: ["plain"],
    dress: (made) => rename({ ...made, bytes: startAsSafetensors(made.bytes) }, ".safetensors"),
  },
  {
    id: "begins as text",
    kinds: ["plain"],
    dress: ({ name, bytes }) => rename({ name, bytes: startAs(bytes, "I12345\n") }, ".txt"),
  },
];

function spoil(bytes: Uint8Array, at: number): Uint8Array {
  const made = Uint8Array.from(bytes);
  made[at] = (made[at] ?? 0) ^ 0xff;
  return made;
}
