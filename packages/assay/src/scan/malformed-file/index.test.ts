import { expect, test } from "vitest";
import { ALONE } from "../../../test/support/inspect.ts";
import { makeSafetensors, openBench } from "../../../test/support/release.ts";
import type { Finding } from "../../model/types.ts";
import rule from "./index.ts";

async function inspect(path: string, content: Uint8Array | string): Promise<readonly Finding[]> {
  const bench = openBench({ files: { [path]: content } });
  const [artifact] = bench.release.artifacts;
  return artifact === undefined ? [] : rule.inspect(await bench.readings(artifact), artifact, ALONE);
}

test("a sound file is silent", async () => {
  expect(await inspect("model.safetensors", makeSafetensors({ a: 2 }))).toEqual([]);
});

test("bytes behind the last tensor are a finding", async () => {
  const sound = makeSafetensors({ a: 2 });
  const findings = await inspect("model.safetensors", new Uint8Array([...sound, 1, 2, 3]));
  expect(findings).toMatchObject([{ rule: "malformed-file", severity: "error", at: { path: "model.safetensors" } }]);
});

test("what is wrong inside the front matter is told with the way in", async () => {
  const [finding] = await inspect("README.md", "---\nlicense: mit\nlicense: apache-2.0\n---\n# Owl\n");
  expect(finding).toMatchObject({ at: { path: "README.md", inside: ["front-matter"], line: 3 } });
});
