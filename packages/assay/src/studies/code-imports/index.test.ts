import { expect, test } from "vitest";
import { openBench } from "../../../test/support/release.ts";
import { codeImports } from "./index.ts";

async function importsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const found = await openBench({ files }).study(codeImports);
  return found.map(({ how, by, name, file }) => `${how} ${name} in ${by}: ${file}`);
}

test("a release without code has none", async () => {
  expect(await importsOf({ "config.json": "{}", "train.py": "import os\n" })).toEqual([]);
});

test("modules are followed from who names them to what they import", async () => {
  expect(
    await importsOf({
      "config.json": JSON.stringify({ auto_map: { AutoConfig: "modeling_owl.Config", AutoModel: "owl/code--a.B" } }),
      "modeling_owl.py":
        "from .parts import layers\nfrom . import util\nimport helper\nimport torch\nfrom .. import outside\n",
      "parts/layers.py": "from ..util import x\n",
      "parts/__init__.py": "",
      "util.py": "from .modeling_owl import Config\n",
      "helper.py": "",
    }),
  ).toEqual([
    "auto-map modeling_owl.Config in config.json: modeling_owl.py",
    "import .parts in modeling_owl.py: parts/__init__.py",
    "import .parts in modeling_owl.py: parts/layers.py",
    "import . in modeling_owl.py: util.py",
    "import helper in modeling_owl.py: helper.py",
    "import ..util in parts/layers.py: util.py",
    "import .modeling_owl in util.py: modeling_owl.py",
  ]);
});

test("each library names code its own way", async () => {
  expect(
    await importsOf({
      "adapter_config.json": JSON.stringify({ auto_mapping: { parent_library: "owl_model" } }),
      "owl_model.py": "",
      "model_index.json": JSON.stringify({
        _diffusers_version: "0.30.0",
        unet: ["my_unet", "Unet"],
        vae: ["diffusers", "V"],
      }),
      "unet/my_unet.py": "",
      "modules.json": JSON.stringify([
        { type: "owl_pooling.Pooling" },
        { type: "sentence_transformers.models.Normalize" },
      ]),
      "owl_pooling.py": "",
      "tokenizer_config.json": JSON.stringify({ auto_map: { AutoTokenizer: ["tokens.Owl", null] } }),
    }),
  ).toEqual([
    "parent-library owl_model in adapter_config.json: owl_model.py",
    "component my_unet in model_index.json: unet/my_unet.py",
    "module owl_pooling.Pooling in modules.json: owl_pooling.py",
    "auto-map tokens.Owl in tokenizer_config.json: null",
  ]);
});

test("names that are looked for are told without what they import", async () => {
  expect(await importsOf({ "setup.py": "import owl\n", "owl.py": "", "handler.py": "", "pipeline.py": "" })).toEqual([
    "endpoint handler.py in handler.py: handler.py",
    "by-name pipeline.py in pipeline.py: pipeline.py",
    "setup setup.py in setup.py: setup.py",
  ]);
});
