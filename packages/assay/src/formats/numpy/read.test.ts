import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, testContext, watchedSource, work } from "../../../test/format-kit.ts";
import type { ByteSource } from "../../model/types.ts";
import { array, describe, examples } from "./examples/build.ts";
import numpy from "./index.ts";
import { parseLiteral } from "./literal.ts";
import * as words from "./words.ts";

testExamples(numpy, words, { url: import.meta.url, examples });

const example = (name: string): Uint8Array => examples[name] ?? new Uint8Array();

test("data is opaque in bounds that are proven, and what follows it is handed on", async () => {
  const bytes = example("bad/trailing-bytes-pickle.npy");
  const handed: string[] = [];
  const descend = async (child: ByteSource, name: string) => {
    handed.push(`${name} of ${child.size}`);
    return [];
  };
  const read = await numpy.read(watchedSource(bytes), testContext({ descend }));
  expect(read.spans.map(({ as }) => as)).toEqual(["parsed", "opaque-by-format", "unread"]);
  expect(handed).toEqual(["trailing-bytes of 14"]);
});

test("objects are a pickle, whose names have places in the file", async () => {
  const bytes = example("good/objects-inside.npy");
  const { read } = await work(numpy, bytes);
  const [global] = read?.facts.pickle?.globals ?? [];
  expect(global).toMatchObject({ module: "owls", name: "hoot" });
  expect(new TextDecoder().decode(bytes.subarray(global?.at.start)).startsWith("cowls")).toBe(true);
});

test.each(["'a10'", "'i4,O'", "'float64'", "'<f'"])(
  "a type %s that is not known is not passed over in silence",
  async (type) => {
    const bytes = array(describe(type, "(1,)"), 8);
    const done = await work(numpy, bytes);
    checkLaws(done, bytes.length, words);
    expect([...(done.read?.gaps ?? []), ...(done.read?.faults ?? [])]).not.toEqual([]);
  },
);

test("ten gigabytes of data cost what their header costs", async () => {
  const head = array(describe("'<f4'", "(2500000000,)"), 0);
  const read: number[] = [];
  const source: ByteSource = {
    size: head.length + 10_000_000_000,
    read: async (start, end) => {
      read.push(end - start);
      return head.subarray(start, end);
    },
  };
  const { spans, facts } = await numpy.read(source, testContext());
  expect(spans.at(-1)).toMatchObject({ as: "opaque-by-format", end: source.size });
  expect(facts.arrays).toMatchObject([{ dtype: "<f4", shape: [2_500_000_000], bytes: 10_000_000_000 }]);
  expect(read.reduce((sum, one) => sum + one, 0)).toBeLessThan(1_000);
});

/** As `repr` writes a value of lists, texts and whole numbers. */
function repr(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (typeof value === "string")
    return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`;
  return String(value);
}

function plain(literal: ReturnType<typeof parseLiteral>): unknown {
  if (literal.kind === "list") return literal.items.map(plain);
  if (literal.kind === "number") return literal.value;
  return literal.kind === "text" ? literal.value : literal;
}

test("values come back as they were written down", () => {
  const tree = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n }), fc.string(), tie("list")),
    list: fc.array(tie("value"), { maxLength: 4 }),
  })).value;
  fc.assert(
    fc.property(tree, (value) => {
      expect(plain(parseLiteral(repr(value)))).toEqual(value);
    }),
  );
});

const corpora = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../../shared/corpora");

test.skipIf(!existsSync(join(corpora, "security")))("arrays of the corpora are read", async () => {
  const names = async (path: string): Promise<readonly string[]> => {
    const { read } = await work(numpy, new Uint8Array(readFileSync(join(corpora, "security", path))));
    expect(read?.faults).toEqual([]);
    return (read?.facts.pickle?.globals ?? []).map(({ module, name }) => `${module}.${name}`);
  };
  expect(await names("picklescan/data2/int_array.npy")).toEqual([]);
  expect(await names("picklescan/data2/object_array.npy")).toContain("numpy.core.multiarray._reconstruct");
  expect(await names("picklescan/data2/dns_exfiltration.npy")).toContain("ssl.get_server_certificate");
  expect(await names("hand-assembled/z16_npy_object.npy")).not.toEqual([]);
});
