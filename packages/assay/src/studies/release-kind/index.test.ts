import { expect, test } from "vitest";
import { makeSafetensors, openBench, type Sketch } from "../../../test/support/release.ts";
import { releaseKind } from "./index.ts";

const CARD = "---\ntask_categories:\n- text-classification\n---\n# Owls\n";

async function kindOf(sketch: Sketch): Promise<string> {
  return await openBench(sketch).study(releaseKind);
}

test.each([
  [{ "README.md": CARD }, "dataset"],
  [{ "README.md": "---\ndataset_info:\n  splits:\n  - name: train\n    num_examples: 5\n---\n# Owls\n" }, "dataset"],
  [{ "README.md": "# Owls\n\nA data set of owls.\n" }, "model"],
  [{ "README.md": "---\npipeline_tag: text-generation\ntask_categories: [x]\n---\n# Owl\n" }, "model"],
  [{ "data/README.md": CARD }, "model"],
  [{ "README.md": CARD, "model.safetensors": makeSafetensors({ a: 2 }) }, "model"],
])("%j is a %s", async (files, kind) => {
  expect(await kindOf({ files })).toBe(kind);
});

test("a manifest says what a release is by its parts", async () => {
  expect(await kindOf({ files: { "README.md": CARD }, parts: [{ component: "weights" }] })).toBe("model");
});
