import { expect, test } from "vitest";
import { makeTar, makeZip } from "../../../test/support/archive.ts";
import { ALONE } from "../../../test/support/inspect.ts";
import { assemble, op } from "../../../test/support/pickle.ts";
import { makeSafetensors, openBench } from "../../../test/support/release.ts";
import type { Finding } from "../../model/types.ts";
import rule from "./index.ts";

const CALL = assemble(op.PROTO(2), op.GLOBAL("owl", "hoot"), op.EMPTY_TUPLE, op.REDUCE, op.STOP);

async function inspect(path: string, content: Uint8Array): Promise<readonly Finding[]> {
  const bench = openBench({ files: { [path]: content } });
  const [artifact] = bench.release.artifacts;
  return artifact === undefined ? [] : rule.inspect(await bench.readings(artifact), artifact, ALONE);
}

const both = (): Uint8Array =>
  new Uint8Array([
    ...CALL,
    ...makeZip([
      { name: "owl/data.pkl", content: CALL },
      { name: "owl/version", content: "3" },
    ]),
  ]);

test("a pickle in front of an archive is a finding", async () => {
  expect(await inspect("owl.pkl", both())).toMatchObject([
    { rule: "ambiguous-file", severity: "error", args: { formats: "pickle, pytorch-zip" }, at: { path: "owl.pkl" } },
  ]);
});

test("it is found inside of another archive too, with the way in", async () => {
  const outer = new Uint8Array(makeTar([{ name: "owl.bin", content: both() }]));
  expect(await inspect("owl.tar", outer)).toMatchObject([
    { rule: "ambiguous-file", code: "several-formats", at: { inside: ["owl.bin"] } },
  ]);
});

test.each<[string, Uint8Array]>([
  ["model.safetensors", makeSafetensors({ a: 2 })],
  ["owl.pkl", CALL],
  ["owl.zip", new Uint8Array(makeZip([{ name: "owl.pkl", content: CALL }]))],
  ["config.json", new TextEncoder().encode('{"architectures": ["Owl"]}')],
])("%s is one thing, which is silent", async (path, content) => {
  expect(await inspect(path, content)).toEqual([]);
});
