/** Models that say one thing to one reader and another thing to the next: what Protocol Buffers' own parsers take counts. */

import { expect, test } from "vitest";
import { checkLaws, work } from "../../../test/format-kit.ts";
import { joinBytes } from "../../bytes/join.ts";
import { entry, external, message, model, type Part, tensor } from "./examples/writer.ts";
import onnx from "./index.ts";
import * as words from "./words.ts";

/** Reads a model, holds the laws against the reading, and returns it. */
async function readBytes(bytes: Uint8Array) {
  const done = await work(onnx, bytes);
  checkLaws(done, bytes.length, words);
  if (done.read === undefined) throw done.error;
  return done.read;
}

async function codesOf(graph: readonly Part[], more: readonly Part[] = []): Promise<readonly string[]> {
  return (await readBytes(model(graph, more))).faults.map(({ code }) => code);
}

test("of two locations of a tensor the last counts, and that there are two is told", async () => {
  const codes = await codesOf([external("w", "owl.data", entry("location", "../../secret"))]);
  expect(codes).toContain("location-outside");
  expect(codes).toContain("duplicate-key");
  const swapped = await readBytes(model([external("w", "owl.data", entry("location", "other.data"))]));
  expect(swapped.facts.external?.map(({ location }) => location)).toEqual(["other.data"]);
  expect(swapped.faults.map(({ code }) => code)).toEqual(["duplicate-key"]);
});

test("entries of other keys do not hide the one that counts", async () => {
  const others = Array.from({ length: 20 }, (_, index) => entry(`note-${index}`, "x"));
  const read = await readBytes(model([tensor("w", [4], ...others, entry("location", "owl.data"), [14, 1])]));
  expect(read.faults).toEqual([]);
  expect(read.facts.external?.[0]?.location).toBe("owl.data");
});

test.each(["*/_ORT_MEM_ADDR_/*", ".", "weights/", "weights/."])("%s is no file beside the model", async (location) => {
  expect(await codesOf([external("w", location)])).toEqual(["location-outside"]);
});

test("a tensor without elements takes no stretch of a file", async () => {
  const empty: Part = tensor("w", [0], entry("location", "owl.data"), entry("length", "16"), [14, 1]);
  expect(await codesOf([empty])).toEqual(["size-mismatch"]);
});

const bytes = (count: number): Uint8Array => new Uint8Array(count);

test.each<[string, string, readonly Part[]]>([
  ["no data for four elements", "count-mismatch", [[8, "w"]]],
  [
    "two places, the one that fits last",
    "data-twice",
    [
      [4, bytes(4)],
      [9, bytes(16)],
    ],
  ],
  [
    "raw data twice",
    "data-twice",
    [
      [9, bytes(4)],
      [9, bytes(16)],
    ],
  ],
  ["raw data beside a file", "data-twice", [entry("location", "owl.data"), [14, 1], [9, bytes(16)]]],
  [
    "a place of a kind that there is not",
    "unknown-location",
    [
      [14, 7],
      [9, bytes(16)],
    ],
  ],
  [
    "one number in 64 bits for four",
    "count-mismatch",
    [
      [2, 7],
      [7, bytes(1)],
    ],
  ],
  [
    "five numbers for four",
    "count-mismatch",
    [
      [2, 7],
      [7, bytes(5)],
    ],
  ],
  [
    "one number in 32 bits for four",
    "count-mismatch",
    [
      [2, 6],
      [5, 1],
    ],
  ],
  [
    "three halves for four",
    "count-mismatch",
    [
      [2, 10],
      [5, bytes(3)],
    ],
  ],
  [
    "four numbers for four of four bits",
    "count-mismatch",
    [
      [2, 22],
      [5, bytes(4)],
    ],
  ],
  [
    "one text for four",
    "count-mismatch",
    [
      [2, 8],
      [6, "owl"],
    ],
  ],
  [
    "texts as raw data",
    "wrong-field",
    [
      [2, 8],
      [9, bytes(4)],
    ],
  ],
  ["numbers of another type's field", "wrong-field", [[5, bytes(4)]]],
  [
    "a list of numbers that does not end",
    "bad-wire",
    [
      [2, 7],
      [7, new Uint8Array([1, 1, 1, 0x80])],
    ],
  ],
  [
    "a number of eleven bytes",
    "bad-wire",
    [
      [2, 7],
      [7, new Uint8Array([...Array(10).fill(0x80), 1, 1, 1, 1])],
    ],
  ],
  [
    "dimensions that do not end",
    "bad-wire",
    [
      [1, new Uint8Array([0x80])],
      [9, bytes(16)],
    ],
  ],
])("%s: %s", async (_, code, parts) => {
  expect(await codesOf([tensor("w", [4], ...parts)])).toEqual([code]);
});

test.each<[string, readonly Part[]]>([
  [
    "its type in more than 32 bits",
    [
      [2, 2 ** 32 + 1],
      [9, bytes(16)],
    ],
  ],
  [
    "its type of another wire type behind it",
    [
      [2, "x"],
      [9, bytes(16)],
    ],
  ],
  [
    "six bits each",
    [
      [2, 27],
      [9, bytes(3)],
    ],
  ],
  [
    "six bits, one number each",
    [
      [2, 28],
      [5, bytes(4)],
    ],
  ],
  [
    "four bits, two in a number",
    [
      [2, 22],
      [5, bytes(2)],
    ],
  ],
  [
    "two bits, four in a number",
    [
      [2, 26],
      [5, bytes(1)],
    ],
  ],
  [
    "numbers in one field each",
    [
      [2, 7],
      [7, 1],
      [7, 2],
      [7, -1],
      [7, 4],
    ],
  ],
  [
    "numbers in several lists",
    [
      [2, 13],
      [11, bytes(1)],
      [11, new Uint8Array([0xff, 1, 0xff, 1])],
      [11, 4],
    ],
  ],
])("%s: nothing is wrong", async (_, parts) => {
  const read = await readBytes(model([tensor("w", [4], ...parts)]));
  expect(read.faults).toEqual([]);
  expect(read.facts.weights?.parameters).toBe(4);
});

test("where a tensor's data lies counts by its number, not by a field of that number in another form", async () => {
  const outside: readonly Part[] = [entry("location", "../x"), [14, 2 ** 32 + 1]];
  expect(await codesOf([tensor("w", [4], ...outside)])).toEqual(["location-outside"]);
  expect(await codesOf([tensor("w", [4], ...outside, [14, "x"])])).toEqual(["location-outside"]);
});

test("two hundred thousand dimensions cost no more than a tensor that has too many", async () => {
  const dims = Array<Part>(200_000).fill([1, -1]);
  const start = performance.now();
  expect(await codesOf([[5, [...dims, [2, 1]]]])).toEqual(["too-many-dims"]);
  expect(await codesOf([tensor("w", [], [1, bytes(1_000_000)]), tensor("v", [1])])).toEqual(["too-many-dims"]);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test("lists of numbers beyond what is counted are held against shapes by their bytes", async () => {
  const count = 17 << 20;
  const read = await readBytes(rawModel(tensorOf(count, count)));
  expect(read.faults).toEqual([]);
  expect(read.gaps.map(({ code }) => code)).toEqual(["uncounted"]);
  expect((await readBytes(rawModel(tensorOf(count + 1, count)))).faults.map(({ code }) => code)).toEqual([
    "count-mismatch",
  ]);
});

/** A tensor of so many numbers in 64 bits with a list of so many bytes, joined without spreading it. */
function tensorOf(elements: number, count: number): Uint8Array {
  const head = message([
    [1, elements],
    [2, 7],
  ]);
  return joinBytes([head, new Uint8Array([0x3a, ...varint(count)]), bytes(count)]);
}

function rawModel(parts: Uint8Array): Uint8Array {
  const graph = joinBytes([new Uint8Array([0x2a, ...varint(parts.length)]), parts]);
  return joinBytes([new Uint8Array([0x08, 2, 0x3a, ...varint(graph.length)]), graph]);
}

function varint(value: number): readonly number[] {
  return [...message([[1, value]])].slice(1);
}

/** A node that calls an operator. */
const call = (operator: string, ...more: readonly Part[]): Part => [1, [[4, operator], ...more]];

test("a domain is listed where the model does not define what it calls of it, and the last name of one counts", async () => {
  const own: Part = [
    25,
    [
      [1, "Hoot"],
      [10, "com.owl"],
      [
        9,
        [
          [1, ""],
          [2, 17],
        ],
      ],
    ],
  ];
  const nodes = [
    call("Hoot", [7, "com.owl"]),
    call("Add", [7, "ai.onnx"]),
    call("Mul", [7, "com.other"], [7, ""]),
    call("Sub", [7, "com.acme"]),
  ];
  const read = await readBytes(model(nodes, [own]));
  expect(read.facts.graph?.domains).toEqual(["com.acme"]);
  expect(read.facts.graph?.opsets).toEqual([{ domain: "", version: 17 }]);
  const overloaded = await readBytes(model([call("Hoot", [7, "com.owl"], [8, "second"])], [own]));
  expect(overloaded.facts.graph?.domains).toEqual(["com.owl"]);
});

test("fields of another wire type are none", async () => {
  const read = await readBytes(
    model(
      [[1, 5], [5, 5], tensor("w", [1])],
      [
        [25, 7],
        [2, 7],
        [1, "x"],
        [7, 7],
        [14, 3],
      ],
    ),
  );
  expect(read.faults).toEqual([]);
  expect(read.facts.graph).toMatchObject({ nodes: 0, functions: 0, irVersion: 9, producer: "owlwriter 1.0" });
  expect(read.facts.weights).toMatchObject({ tensors: 1, metadata: {} });
});

const note = (key: string, value: string): Part => [14, entry(key, value)[1]];

test.each<[string, string, Uint8Array]>([
  ["a graph", "message-twice", model([], [[7, [tensor("v", [1])]]])],
  [
    "a tensor of an attribute",
    "message-twice",
    model([
      call("Constant", [
        5,
        [
          [5, ""],
          [5, ""],
        ],
      ]),
    ]),
  ],
  ["a key of metadata", "duplicate-key", model([], [note("license", "mit"), note("license", "other")])],
  ["a name of initializers", "duplicate-name", model([tensor("w", [1]), [15, [[1, tensor("w", [1])[1]]]]])],
])("%s twice is told", async (_, code, file) => {
  expect((await readBytes(file)).faults.map((fault) => fault.code)).toContain(code);
});

test("elements of all tensors together are a number that can be counted", async () => {
  const large = (name: string): Part => tensor(name, [2 ** 49], entry("location", "x"), [14, 1]);
  const read = await readBytes(model(Array.from({ length: 20 }, (_, index) => large(`w${index}`))));
  expect(read.faults.map(({ code }) => code)).toContain("size-overflow");
  expect(Number.isSafeInteger(read.facts.weights?.bytes)).toBe(true);
});

test("what was not read is not called parsed", async () => {
  const data: Part = tensor("w", [64], [4, bytes(256)]);
  const sound = await readBytes(model([data]));
  expect(lengthOf(sound.spans, "opaque-by-format")).toBe(256);
  const faulty = await readBytes(model([data, tensor("v", [1], [9, bytes(500)])]));
  expect(lengthOf(faulty.spans, "unread")).toBe(756);
  const again = await readBytes(model([], [[7, [tensor("v", [100])]]]));
  expect(lengthOf(again.spans, "unread")).toBeGreaterThan(400);
});

function lengthOf(spans: Awaited<ReturnType<typeof readBytes>>["spans"], as: string): number {
  return spans.filter((span) => span.as === as).reduce((sum, { start, end }) => sum + end - start, 0);
}

test("that a text was cut is told", async () => {
  const read = await readBytes(
    model(
      [],
      [
        [
          14,
          [
            [1, "card"],
            [2, "x".repeat(70_000)],
          ],
        ],
      ],
    ),
  );
  expect(read.gaps.map(({ code }) => code)).toEqual(["cut-text"]);
  expect(read.facts.weights?.metadata.card).toHaveLength(65_536);
});
