import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, testContext, watchedSource, work } from "../../../test/format-kit.ts";
import type { ByteSource } from "../../model/types.ts";
import { examples, partly } from "./examples/build.ts";
import hdf5 from "./index.ts";
import * as words from "./words.ts";

testExamples(hdf5, words, { url: import.meta.url, examples });

/** What is handed on of a file, by name. */
async function listChildren(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const children: Record<string, string> = {};
  const descend = async (child: ByteSource, name: string) => {
    children[name] = new TextDecoder().decode(await child.read(0, child.size));
    return [];
  };
  await hdf5.read(watchedSource(bytes), testContext({ descend }));
  return children;
}

const example = (name: string): Uint8Array => examples[name] ?? new Uint8Array();

test.each([
  "good/model-old.h5",
  "good/model-new.h5",
  "good/user-block.h5",
  "good/dense.h5",
  "good/continued-old.h5",
  "good/continued-new.h5",
])("the configuration in %s is handed on", async (name) => {
  expect(await listChildren(example(name))).toEqual({
    model_config: '{"class_name":"Sequential","config":{"name":"owl","layers":[]}}',
  });
});

test("a configuration of a group inside is handed on too", async () => {
  expect(Object.keys(await listChildren(partly.linked ?? new Uint8Array()))).toEqual(["model_config"]);
});

test.each([
  ["index", "data in pieces that are found by an index of the kind 3 is not read"],
  ["layout", "the layout of a data set in version 9 is not read"],
  ["lists", "a list of lists of any length is not read"],
  ["table", "a table of messages that objects share is not read"],
  ["shared", "a message that several objects share is not read"],
])("what is not read is a gap: %s", async (name, message) => {
  const bytes = partly[name] ?? new Uint8Array();
  const done = await work(hdf5, bytes);
  checkLaws(done, bytes.length, words);
  expect(done.read?.gaps.map((gap) => gap.message)).toContain(message);
});

test("where something is not read, bytes that belong to nothing count as unread", async () => {
  const bytes = example("good/left-behind.h5").slice();
  const sound = (await work(hdf5, bytes)).read;
  expect(sound?.spans.map(({ as }) => as)).toContain("opaque-by-format");
  expect(sound?.gaps).toEqual([]);
  const open = (await work(hdf5, partly.left ?? new Uint8Array())).read;
  expect(open?.spans.map(({ as }) => as)).toContain("unread");
  expect(open?.gaps.map(({ code }) => code)).toEqual(["not-read", "loose-bytes"]);
});

test("what stands in front of the superblock is unread unless it is zero", async () => {
  const bytes = example("good/user-block.h5").slice();
  bytes[3] = 1;
  expect((await work(hdf5, bytes)).read?.spans[0]).toEqual({ start: 0, end: 512, as: "unread" });
});

test("a file that is cut off anywhere keeps the laws, and is never sound", async () => {
  for (const name of ["good/model-old.h5", "good/dense.h5", "good/every-new.h5"]) {
    const whole = example(name);
    for (let size = 48; size < whole.length; size += 61) {
      const done = await work(hdf5, whole.slice(0, size));
      checkLaws(done, size, words);
      expect(done.error ?? done.read?.faults[0], `${name} at ${size}`).toBeDefined();
    }
  }
});

test("ten gigabytes of data cost what their description costs", async () => {
  const head = example("good/model-old.h5");
  const read: number[] = [];
  const source: ByteSource = {
    size: 10_000_000_000,
    read: async (start, end) => {
      read.push(end - start);
      const bytes = new Uint8Array(end - start);
      if (start < head.length) bytes.set(head.subarray(start, end));
      return bytes;
    },
  };
  await hdf5.read(source, testContext());
  expect(read.reduce((sum, one) => sum + one, 0)).toBeLessThan(32 << 20);
});

const corpora = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../../shared/corpora");
const samples = join(corpora, "security/modelaudit/samples/keras");

test.skipIf(!existsSync(samples))("files that h5py wrote are accounted for to the last byte", async () => {
  for (const name of ["safe_model.h5", "malicious_lambda.h5"]) {
    const bytes = new Uint8Array(readFileSync(join(samples, name)));
    const { read } = await work(hdf5, bytes);
    expect(read?.spans).toEqual([{ start: 0, end: bytes.length, as: "parsed" }]);
    expect(Object.keys(await listChildren(bytes))).toEqual(["model_config"]);
  }
});
