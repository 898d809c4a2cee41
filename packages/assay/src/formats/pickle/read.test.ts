import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { work } from "../../../test/format-kit.ts";
import { assemble, op, push } from "../../../test/support/pickle.ts";
import { examples } from "./examples/build.ts";
import pickle from "./index.ts";
import * as words from "./words.ts";

testExamples(pickle, words, { url: import.meta.url, examples });

test("a text that only begins like an operation is no pickle", () => {
  for (const text of [
    "cat\ndog\nowl\n",
    "N. America",
    "The owl",
    "(see below)",
    "I.\n",
    "",
    "(c) Copyright 1993, Owls\nALL RIGHTS RESERVED\n",
  ]) {
    const bytes = new TextEncoder().encode(text);
    expect(pickle.matches("notes", bytes, bytes), text).toBe(false);
  }
});

/** Head and tail as a format is shown them. */
function matches(name: string, bytes: Uint8Array): boolean {
  return pickle.matches(name, bytes.subarray(0, 4_096), bytes.subarray(-65_536));
}

const hidden = assemble(
  op.BINBYTES(new Uint8Array(5_000)),
  op.GLOBAL("owls", "hoot"),
  op.EMPTY_TUPLE,
  op.REDUCE,
  op.STOP,
);

test("a pickle without a protocol is found behind as many bytes as it likes", async () => {
  expect(matches("weights.bin", hidden)).toBe(true);
  const { read } = await work(pickle, hidden);
  expect(read?.facts.pickle?.globals).toMatchObject([{ module: "owls", name: "hoot", calls: 1 }]);
});

test("a file that jumps like a pickle and is none further on is left to others", async () => {
  const bytes = assemble(op.BINBYTES(new Uint8Array(5_000)), new Uint8Array(100).fill(0xff));
  expect(matches("model.safetensors", bytes)).toBe(true);
  const { read } = await work(pickle, bytes);
  expect(read).toEqual({
    facts: {},
    children: [],
    spans: [{ start: 0, end: bytes.length, as: "unread" }],
    faults: [],
    gaps: [],
  });
});

test("bytes that no module is called import nothing", async () => {
  const garbage = new Uint8Array([0x63, 0xfe, 0x01, 0x0a, 0xff, 0x0a, 0x29, 0x52, 0xff]);
  expect(matches("weights.bin", garbage)).toBe(false);
});

test.each([
  ["zip", [0x50, 0x4b, 3, 4]],
  ["gzip", [0x1f, 0x8b, 8, 0]],
  ["zlib", [0x78, 0x9c, 1, 1]],
  ["HDF5", [0x89, 0x48, 0x44, 0x46]],
  ["numpy", [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
])("%s under the name of a pickle is left to its own reader", (_, head) => {
  expect(matches("model.pkl", assemble(new Uint8Array(head), op.STOP))).toBe(false);
});

test("an array of joblib is passed, and what follows it is read", async () => {
  const dtype = assemble(op.GLOBAL("numpy", "dtype"), push(["f4", false, true]), op.REDUCE);
  const wrapper = assemble(
    op.GLOBAL("joblib.numpy_pickle", "NumpyArrayWrapper"),
    op.EMPTY_TUPLE,
    op.NEWOBJ,
    op.EMPTY_DICT,
    op.MARK,
    ...[push("shape"), push([2, 3]), push("order"), push("C"), push("dtype"), dtype],
    ...[push("allow_mmap"), push(true), push("numpy_array_alignment_bytes"), push(16)],
    op.SETITEMS,
    op.BUILD,
  );
  const start = assemble(op.PROTO(2), op.EMPTY_LIST, op.MARK, wrapper);
  // One byte of padding and its count, then 6 floats, which are no operations.
  const array = assemble(new Uint8Array([1, 0xff]), new Uint8Array(24).fill(0xee));
  const bytes = assemble(start, array, op.GLOBAL("owls", "hoot"), op.EMPTY_TUPLE, op.REDUCE, op.APPENDS, op.STOP);
  const { read } = await work(pickle, bytes);
  expect(read?.faults).toEqual([]);
  expect(read?.facts.pickle?.globals.at(-1)).toMatchObject({ name: "hoot", calls: 1 });
  expect(read?.spans).toContainEqual({ start: start.length + 2, end: start.length + 26, as: "opaque-by-format" });

  // The count of padding, the padding and the array of this one are operations to a loader that knows no arrays.
  const padding = new Uint8Array(1 + 0x4e).fill(0x4e);
  const payload = assemble(op.GLOBAL("o", "screech"), op.STOP, new Uint8Array(24)).slice(0, 24);
  const other = await work(pickle, assemble(start, padding, payload, op.APPENDS, op.STOP));
  expect(other.read?.faults.map(({ code }) => code)).toEqual(["array-divergence"]);
  expect(other.read?.facts.pickle?.globals.at(-1)).toMatchObject({ module: "o", name: "screech" });
});

test("a pickle behind pickles of data alone is looked for where a file begins otherwise", () => {
  const bytes = assemble(op.BINFLOAT(1), op.STOP, push("owl"), op.STOP, op.GLOBAL("os", "system"), op.STOP);
  expect(matches("owl.gif", bytes)).toBe(true);
});

const HOOT = assemble(op.GLOBAL("owls", "hoot"), op.EMPTY_TUPLE, op.REDUCE, op.STOP);

test.each([
  ["a long string", op.UNICODE("a".repeat(5_000))],
  ["a long quoted string", op.STRING(`'${"a".repeat(5_000)}'`)],
  ["a long number", op.INT("1".repeat(4_200))],
  ["few strings", assemble(...Array.from({ length: 20 }, () => assemble(op.SHORT_BINSTRING("z".repeat(255)), op.POP)))],
])("text that goes on as a pickle behind %s is read as one", async (_, first) => {
  const bytes = assemble(first, op.NONE, op.POP, HOOT);
  for (const name of ["model.sav", "model.bin", "README.md", "vocab.txt"]) expect(matches(name, bytes)).toBe(true);
  const { read } = await work(pickle, bytes);
  expect(read?.facts.pickle?.globals).toMatchObject([{ module: "owls", name: "hoot", calls: 1 }]);
});

test("a string that begins like bzip2 hides no pickle", async () => {
  const bytes = assemble(op.BINBYTES(new Uint8Array(0x685a)), op.POP, HOOT);
  expect(new TextDecoder().decode(bytes.subarray(0, 3))).toBe("BZh");
  expect(matches("model.pkl", bytes)).toBe(true);
  expect(matches("model.pkl", new TextEncoder().encode("BZh91AY&SY packed"))).toBe(false);
});

test("prose is no pickle, however long its lines are", () => {
  for (const first of ["The owl", "Below", "X-rays", "Using it", "Cats", "Notes"]) {
    const bytes = new TextEncoder().encode(`${first} ${"hoots at the moon. ".repeat(400)}`);
    expect(matches("notes.txt", bytes), first).toBe(false);
  }
});

test("tables that begin like a long number or a long name are no pickles", () => {
  for (const first of ["Id,", "Gene,", "Speaker,", "cell,", "Label,"]) {
    const bytes = new TextEncoder().encode(first + "owl,".repeat(2_000));
    expect(matches("owls.csv", bytes), first).toBe(false);
  }
});

test.each([0x42, 0x56, 0x67, 0x70, 0x8d])(
  "a file of another format that begins with byte %i is left to it",
  async (first) => {
    const bytes = new Uint8Array(9_000).fill(0x79);
    bytes.set([first, 0x20, 0, 0, 0, 0, 0, 0, 0x7b]);
    if (!matches("model.safetensors", bytes)) return;
    const { read, error } = await work(pickle, bytes);
    expect([read?.facts, error]).toEqual([{}, undefined]);
  },
);
