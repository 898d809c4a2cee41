import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, testContext, work } from "../../../test/format-kit.ts";
import { DTYPE_BITS } from "./dtypes.ts";
import { examples } from "./examples/build.ts";
import safetensors from "./index.ts";
import * as words from "./words.ts";

testExamples(safetensors, words, { url: import.meta.url, examples });

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function file(header: object, data: number): Uint8Array {
  const json = encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + data);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}

test("a file of 10 GB costs 8 bytes and its header", async () => {
  const head = file({ a: { dtype: "U8", shape: [10_000_000_000], data_offsets: [0, 10_000_000_000] } }, 0);
  const asked: (readonly [number, number])[] = [];
  const source = {
    size: head.length + 10_000_000_000,
    read: async (start: number, end: number): Promise<Uint8Array> => {
      asked.push([start, end]);
      return head.subarray(start, end);
    },
  };
  const read = await safetensors.read(source, testContext());
  expect(asked).toEqual([
    [0, 8],
    [0, head.length],
  ]);
  expect(read.faults).toEqual([]);
  expect(read.facts.weights?.parameters).toBe(10_000_000_000);
  expect(read.spans.at(-1)).toEqual({ start: head.length, end: source.size, as: "opaque-by-format" });
});

test("a header of 2^56 bytes is refused with what it says and what is allowed", async () => {
  const bytes = new Uint8Array(64);
  new DataView(bytes.buffer).setBigUint64(0, 2n ** 56n, true);
  const { error, bytesRead } = await work(safetensors, bytes);
  expect(error?.message).toBe("header length is too large · 72057594037927936 bytes · at most 100000000");
  expect(bytesRead).toBe(8);
});

test("the longest header that is allowed is read, one byte more is refused", async () => {
  const longest = 100_000_000;
  const bytes = new Uint8Array(8 + longest + 1).fill(0x20);
  bytes.set(file({ a: { dtype: "U8", shape: [1], data_offsets: [0, 1] } }, 0));
  const length = new DataView(bytes.buffer);
  length.setBigUint64(0, BigInt(longest), true);
  const { read } = await work(safetensors, bytes);
  expect(read?.faults).toEqual([]);
  expect(read?.facts.weights?.parameters).toBe(1);
  length.setBigUint64(0, BigInt(longest + 1), true);
  const { error, bytesRead } = await work(safetensors, bytes);
  expect(error?.code).toBe("header-too-large");
  expect(bytesRead).toBe(8);
});

test("the shortest entries, as many as fit, are all placed", async () => {
  const names = ["", ..."abcdefghij"];
  const header = Object.fromEntries(names.map((name) => [name, { data_offsets: [0, 0] }]));
  const { read } = await work(safetensors, file({ ...header, z: { data_offsets: [1, 1] } }, 1));
  expect(read?.faults.filter(({ code }) => code === "gap")).toHaveLength(1);
});

test("metadata past the bound is a gap, not a loss in silence", async () => {
  const metadata = Object.fromEntries(Array.from({ length: 10_007 }, (_, n) => [`k${n}`, ""]));
  const { read } = await work(safetensors, file({ __metadata__: metadata }, 0));
  expect(Object.keys(read?.facts.weights?.metadata ?? {})).toHaveLength(10_000);
  expect(read?.gaps).toMatchObject([{ code: "over-limit", args: { omitted: 7 } }]);
});

test("data that is not proven to be tensors counts as unread", async () => {
  const { read } = await work(safetensors, examples["bad/trailing-bytes.safetensors"] as Uint8Array);
  expect(read?.spans.map((span) => span.as)).toEqual(["parsed", "unread", "unread"]);
});

/** Sound layouts: tensors of random dtypes and shapes that follow one another. */
const layout = fc.array(
  fc.record({
    dtype: fc.constantFrom(...DTYPE_BITS.keys()),
    shape: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
  }),
  { maxLength: 8 },
);

function lay(tensors: readonly { readonly dtype: string; readonly shape: readonly number[] }[]): [object, number] {
  let end = 0;
  const entries = tensors.map(({ dtype, shape }, n) => {
    const even = [8, ...shape];
    const begin = end;
    end += (even.reduce((a, b) => a * b, 1) * (DTYPE_BITS.get(dtype) ?? 0)) / 8;
    return [`t${n}`, { dtype, shape: even, data_offsets: [begin, end] }] as const;
  });
  return [Object.fromEntries(entries.reverse()), end];
}

test("every sound layout reads clean, in any order of its header", async () => {
  await fc.assert(
    fc.asyncProperty(layout, async (tensors) => {
      const [header, data] = lay(tensors);
      const { read } = await work(safetensors, file(header, data));
      expect(read?.faults).toEqual([]);
      expect(read?.facts.weights).toMatchObject({ tensors: tensors.length, bytes: data });
    }),
  );
});

test("a sound layout with another file length is an error", async () => {
  await fc.assert(
    fc.asyncProperty(layout, fc.integer({ min: -9, max: 9 }), async (tensors, delta) => {
      const [header, data] = lay(tensors);
      fc.pre(delta !== 0 && data + delta >= 0);
      const { read } = await work(safetensors, file(header, data + delta));
      expect(read?.faults.map((fault) => fault.severity)).toContain("error");
    }),
  );
});

test("any change of one byte of the header is read or refused, within the laws", async () => {
  const good = examples["good/two-tensors.safetensors"] as Uint8Array;
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, value) => {
      const bytes = good.slice();
      bytes[at] = value;
      checkLaws(await work(safetensors, bytes), bytes.length, words);
    }),
  );
});

const corpora = process.env.ASSAY_CORPORA ?? new URL("../../../../../../shared/corpora", import.meta.url).pathname;
const security = join(corpora, "security");

describe.skipIf(!existsSync(security))("corpus", () => {
  function each(folder: string): readonly [string, Uint8Array][] {
    const names = readdirSync(join(security, folder)).filter((name) => name.endsWith(".safetensors"));
    return names.map((name) => [name, new Uint8Array(readFileSync(join(security, folder, name)))]);
  }

  test("every hand-assembled file is refused or carries an error", async () => {
    const files = each("hand-assembled");
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const [name, bytes] of files) {
      const { read, error } = await work(safetensors, bytes);
      expect(error !== undefined || read?.faults.some((fault) => fault.severity === "error"), name).toBe(true);
    }
  });

  test("files with odd metadata but sound bytes read clean", async () => {
    const files = each("modelaudit/samples/safetensors");
    expect(files.length).toBeGreaterThanOrEqual(7);
    for (const [name, bytes] of files) expect((await work(safetensors, bytes)).read?.faults, name).toEqual([]);
  });
});

test("data that is cut off is damage, bytes behind it are none", async () => {
  const sound = examples["good/two-tensors.safetensors"];
  const bytes = typeof sound === "string" ? new TextEncoder().encode(sound) : (sound ?? new Uint8Array());
  const cut = await work(safetensors, bytes.slice(0, -1));
  expect(cut.read?.faults).toMatchObject([{ code: "missing-bytes", severity: "error", isDamage: true }]);
  const longer = await work(safetensors, new Uint8Array([...bytes, 0]));
  expect(longer.read?.faults).toHaveLength(1);
  expect(longer.read?.faults[0]).not.toHaveProperty("isDamage");
});
