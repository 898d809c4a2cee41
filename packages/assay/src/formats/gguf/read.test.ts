import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, testContext, work } from "../../../test/format-kit.ts";
import { ask } from "../../../test/support/release.ts";
import type { Place } from "../../model/facts.ts";
import licenseIdentified from "../../probes/license-identified/index.ts";
import weightsPublished from "../../probes/weights-published/index.ts";
import { examples } from "./examples/build.ts";
import { array, buildGguf, type Entry, text, u32 } from "./examples/writer.ts";
import gguf from "./index.ts";
import * as words from "./words.ts";

const NAMED: readonly (readonly [string, Entry])[] = [["general.architecture", text("owl")]];

testExamples(gguf, words, { url: import.meta.url, examples });

test("the place of a value is that of its bytes", async () => {
  const bytes = buildGguf({
    values: [...NAMED, ["tokenizer.chat_template", text("{{ é }}")], ["general.license", text("mit")]],
    tensors: [],
  });
  const { facts } = (await work(gguf, bytes)).read ?? {};
  const quote = (at: Place | undefined) => new TextDecoder().decode(bytes.subarray(at?.start, at?.end));
  expect(quote(facts?.templates?.[0]?.at)).toBe("{{ é }}");
  expect(quote(facts?.fields?.["/general.license"]?.at)).toBe("mit");
  expect(quote(facts?.model?.architecture?.at)).toBe("owl");
});

test("a header that is cut off anywhere keeps the key-values and tensors before the cut", async () => {
  const whole = buildGguf({
    values: [...NAMED, ["x", array(8, ["a", "b"])], ["y", u32(1)]],
    tensors: [
      { name: "a", type: 0, dimensions: [2] },
      { name: "b", type: 24, dimensions: [3] },
    ],
  });
  const done = (await work(gguf, whole)).read;
  const end = done?.spans[0]?.end ?? 0;
  for (let size = 24; size < end - 32; size++) {
    const { read } = await work(gguf, whole.slice(0, size));
    expect(read?.faults.map(({ code }) => code)).toContain("cut-off");
    for (const [key, value] of Object.entries(read?.facts.weights?.metadata ?? {}))
      expect(done?.facts.weights?.metadata[key]).toBe(value);
    const names = read?.facts.weights?.names ?? [];
    expect(done?.facts.weights?.names.slice(0, names.length)).toEqual(names);
    expect(read?.spans.at(-1)?.as).not.toBe("opaque-by-format");
  }
});

test("behind a tensor of unknown type nothing is called a gap, and the data is not called proven", async () => {
  const unknown = { name: "a", type: 142, dimensions: [128], bytes: 34 };
  const known = { name: "b", type: 0, dimensions: [8] };
  for (const tensors of [
    [unknown, known],
    [known, unknown],
  ]) {
    const { read } = await work(gguf, buildGguf({ values: NAMED, tensors }));
    expect(read?.faults.map(({ code }) => code)).toEqual(["unknown-tensor-type"]);
    expect(read?.facts.weights?.parameters).toBe(8);
    expect(read?.spans.at(-1)?.as).toBe("unread");
  }
});

test("where the alignment is nonsense the data is held against nothing", async () => {
  const values = [...NAMED, ["general.alignment", u32(3)] as const];
  const { read } = await work(gguf, buildGguf({ values, tensors: [{ name: "a", type: 0, dimensions: [8] }] }));
  expect(read?.faults.map(({ code }) => code)).toEqual(["bad-alignment"]);
  expect(read?.facts.weights?.parameters).toBe(8);
  expect(read?.spans.at(-1)?.as).toBe("unread");
});

test("a version that only later readers know is named, in both byte orders", async () => {
  for (const littleEndian of [true, false]) {
    const { error } = await work(gguf, buildGguf({ values: NAMED, tensors: [], version: 4, littleEndian }));
    expect(error?.message).toBe("version of GGUF is not one that is read · 4 · 2 and 3 are");
  }
});

test("key-values past the bound are a gap, those of arrays beyond belief cost nothing", async () => {
  const many = Array.from({ length: 10_003 }, (_, n) => [`k${n}`, u32(n)] as const);
  const { read } = await work(gguf, buildGguf({ values: [...NAMED, ...many], tensors: [] }));
  expect(read?.gaps).toMatchObject([{ code: "over-limit", args: { omitted: 4, kept: 10_000 } }]);
  const claim: Entry = { type: 9, bytes: [9, 0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0] };
  const bytes = buildGguf({ values: [...NAMED, ["x", claim]], tensors: [] });
  const done = await work(gguf, bytes);
  checkLaws(done, bytes.length, words);
  expect(done.read?.faults.map(({ code }) => code)).toContain("cut-off");
});

test("a header of more than 100 MB ends there, without reading what it skips", async () => {
  const claim: Entry = { type: 9, bytes: [10, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0] };
  const head = buildGguf({ values: [...NAMED, ["x", claim]], tensors: [], valueCount: 3n });
  let asked = 0;
  const source = {
    size: 2 ** 33,
    read: async (start: number, end: number): Promise<Uint8Array> => {
      asked += end - start;
      const bytes = new Uint8Array(end - start);
      bytes.set(head.subarray(start, end));
      return bytes;
    },
  };
  const read = await gguf.read(source, testContext());
  expect(read.faults.map(({ code }) => code)).toEqual(["long-header"]);
  expect(read.facts.model?.architecture?.value).toBe("owl");
  expect(asked).toBeLessThan(200_000);
});

test("a file of 10 GB costs one window", async () => {
  const head = buildGguf({
    values: [["general.architecture", text("owl")]],
    tensors: [{ name: "a", type: 24, dimensions: [10_000_000_000], bytes: 0 }],
    isPadded: false,
  });
  const asked: number[] = [];
  const source = {
    size: head.length + 10_000_000_000,
    read: async (start: number, end: number): Promise<Uint8Array> => {
      asked.push(end - start);
      const bytes = new Uint8Array(end - start);
      bytes.set(head.subarray(start, end));
      return bytes;
    },
  };
  const read = await gguf.read(source, testContext());
  expect(asked).toEqual([65_536]);
  expect(read.faults).toEqual([]);
  expect(read.facts.weights?.parameters).toBe(10_000_000_000);
});

test("a release with such a file has weights, counted and typed", async () => {
  const model = buildGguf({
    values: [["general.architecture", text("owl")]],
    tensors: [
      { name: "a", type: 12, dimensions: [256, 2] },
      { name: "b", type: 0, dimensions: [3] },
    ],
  });
  const claims = await ask(weightsPublished, { files: { "owl-Q4_K_M.gguf": model } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")?.value).toBe(true);
  expect(claims.get("weights.parameters")?.value).toBe(515);
  expect(claims.get("weights.dtypes")?.value).toEqual(["F32", "Q4_K"]);
});

test("the shards of a split model are one set, added up", async () => {
  const shard = (name: string, elements: number) =>
    buildGguf({ values: NAMED, tensors: [{ name, type: 0, dimensions: [elements] }] });
  const first = { "owl-00001-of-00002.gguf": shard("a", 3) };
  const both = await ask(weightsPublished, { files: { ...first, "owl-00002-of-00002.gguf": shard("b", 4) } });
  expect(both.get("weights.complete")?.value).toBe(true);
  expect(both.get("weights.parameters")?.value).toBe(7);
  const half = await ask(weightsPublished, { files: first });
  expect(half.get("weights.complete")?.value).toBe("unknown");
});

test("two quantisations of one model are not added up", async () => {
  const model = (type: number) => buildGguf({ values: NAMED, tensors: [{ name: "a", type, dimensions: [256] }] });
  const claims = await ask(weightsPublished, { files: { "owl-Q4_K.gguf": model(12), "owl-Q8_0.gguf": model(8) } });
  expect(claims.get("weights.parameters")).toMatchObject({ value: "unknown", because: "conflicting" });
});

test("a licence that such a file declares is heard", async () => {
  const values = [...NAMED, ["general.license", text("apache-2.0")] as const];
  const model = buildGguf({ values, tensors: [{ name: "a", type: 0, dimensions: [4] }] });
  const { seen } = await ask(licenseIdentified, { files: { "owl.gguf": model } });
  expect(seen.evidence).toMatchObject([{ code: "license-in-metadata", args: { key: "general.license" } }]);
});
