import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, testContext, watchedSource, work } from "../../../test/format-kit.ts";
import type { ByteSource } from "../../model/types.ts";
import { examples, field, node, savedModel, setting } from "./examples/build.ts";
import tensorflowGraph from "./index.ts";
import * as words from "./words.ts";

testExamples(tensorflowGraph, words, { url: import.meta.url, examples });

async function operatorsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const done = await work(tensorflowGraph, bytes);
  checkLaws(done, bytes.length, words);
  return (done.read?.facts.operators ?? []).map(({ name }) => name);
}

test.each(["good/objects.pb", "good/metadata.pb"])("what Keras says in %s of a layer is handed on", async (name) => {
  const handed: string[] = [];
  const descend = async (child: ByteSource, as: string) => {
    handed.push(`${as}: ${new TextDecoder().decode(await child.read(0, child.size)).slice(0, 23)}`);
    return [];
  };
  await tensorflowGraph.read(watchedSource(examples[name] ?? new Uint8Array()), testContext({ descend }));
  expect(handed).toEqual(['keras_metadata: {"class_name":"Lambda",']);
});

test("a graph in a graph in a graph is walked, and stands where its data does", async () => {
  const data = (graph: Uint8Array) => node("Const", setting("value", field(8, field(8, graph))));
  const bytes = savedModel(data(data(data(node("WriteFile")))));
  expect([...(await operatorsOf(bytes))].sort()).toEqual(["Const", "WriteFile"]);
  const { read } = await work(tensorflowGraph, bytes);
  const at = read?.facts.operators?.find(({ name }) => name === "WriteFile")?.at;
  expect(new TextDecoder().decode(bytes.subarray(at?.start, at?.end))).toContain("WriteFile");
});

test("a file that is a graph and a SavedModel is read as both", async () => {
  const bytes = new Uint8Array([...savedModel(node("NoOp")), ...node("PyFunc")]);
  expect([...(await operatorsOf(bytes))].sort()).toEqual(["NoOp", "PyFunc"]);
});

test("ten thousand different operators are listed, what follows is counted", async () => {
  const nodes = Array.from({ length: 10_003 }, (_, n) => node(`Owl${n}`));
  const { read } = await work(tensorflowGraph, savedModel(...nodes));
  expect(read?.facts.operators).toHaveLength(10_000);
  expect(read?.gaps).toMatchObject([{ code: "unlisted", args: { count: 3 } }]);
});

test("a text that is longer than is read is a gap", async () => {
  const value = field(8, field(8, new Uint8Array((16 << 20) + 1)));
  const { read } = await work(tensorflowGraph, savedModel(node("Const", setting("value", value))));
  expect(read?.gaps).toMatchObject([{ code: "cut-text", args: { count: 1 } }]);
});

const corpora = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../../shared/corpora");
const samples = join(corpora, "security/modelaudit/samples/tensorflow");

test.skipIf(!existsSync(samples))("operators of the corpora are found", async () => {
  const read = (name: string) => operatorsOf(new Uint8Array(readFileSync(join(samples, name, "saved_model.pb"))));
  expect(await read("malicious_pyfunc")).toEqual(["Const", "PyFunc"]);
  expect(await read("safe_savedmodel")).toEqual(["Const"]);
});
