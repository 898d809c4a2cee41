/** Layouts of repositories beside one package with a README: recipes in stages, pipelines of data, parts, notebooks. */

import { describe, expect, test } from "vitest";
import { openBench, type Sketch } from "../../../test/support/release.ts";
import type { ComponentId } from "../../model/components.ts";
import { inventory } from "./index.ts";

async function listPaths(component: ComponentId, sketch: Sketch): Promise<readonly string[]> {
  const found = await openBench({ target: "acme/owl", ...sketch }).study(inventory);
  return (found.get(component)?.files ?? []).map(({ artifact }) => artifact.path);
}

/** What each component is found to be, of files that are only listed. */
async function told(listed: readonly string[], sketch: Sketch = {}): Promise<Readonly<Record<string, string[]>>> {
  const found = await openBench({ target: "acme/owl", ...sketch, listed }).study(inventory);
  const paths = [...found].map(([id, { files }]) => [id, files.map(({ artifact }) => artifact.path)] as const);
  return Object.fromEntries(paths.filter(([, files]) => files.length > 0).map(([id, files]) => [id, [...files]]));
}

describe("recipes in numbered stages", () => {
  test("say what each file does, however deep they lie", async () => {
    const deep = "src/owl/recipes/night";
    expect(
      await told([
        `${deep}/stage0_pretrain/data_prep.py`,
        `${deep}/stage0_pretrain/train.py`,
        `${deep}/stage1_sft/train.py`,
        `${deep}/stage1_sft/test_train.py`,
        `${deep}/stage2_eval/eval.py`,
      ]),
    ).toEqual({
      "preprocessing-code": [`${deep}/stage0_pretrain/data_prep.py`],
      "training-code": [`${deep}/stage0_pretrain/train.py`, `${deep}/stage1_sft/train.py`],
      "evaluation-code": [`${deep}/stage2_eval/eval.py`],
    });
  });

  test("made no release where one of them tunes a finished model", async () => {
    const deep = "src/owl/recipes/search";
    const found = await told([
      `${deep}/stage0_sdg/data_prep.py`,
      `${deep}/stage1_finetune/train.py`,
      `${deep}/stage2_eval/eval.py`,
    ]);
    expect(found["training-code"]).toBeUndefined();
    expect(found["preprocessing-code"]).toBeUndefined();
    expect(found["evaluation-code"]).toEqual([`${deep}/stage2_eval/eval.py`]);
  });
});

describe("code that makes data", () => {
  test("is a package with folders of steps that documents go through", async () => {
    const listed = ["mill/__init__.py", "mill/mappers/filters/length.py", "mill/core/processor.py", "mill/utils/io.py"];
    expect((await told(listed))["preprocessing-code"]).toEqual([
      "mill/core/processor.py",
      "mill/mappers/filters/length.py",
    ]);
    expect(await told(["mill/__init__.py", "mill/filters/low_pass.py", "mill/core/processor.py"])).toEqual({});
  });

  test("lies in a folder of a deed below one of data", async () => {
    expect(await told(["src/owl/recipes/data/curation/wild/step_3-quality.py"])).toEqual({
      "preprocessing-code": ["src/owl/recipes/data/curation/wild/step_3-quality.py"],
    });
    expect(await told(["ray_processing/shuffle.py", "image_processing/resize.py"])).toEqual({
      "preprocessing-code": ["ray_processing/shuffle.py"],
    });
  });

  test("is started by the main scripts of a repository of data", async () => {
    const listed = [
      "app/src/pipeline.py",
      "app/src/run_hashes.py",
      "app/src/train_filter.py",
      "app/src/token_count.py",
    ];
    expect((await told(listed, { target: "acme/Owl-Data" }))["preprocessing-code"]).toEqual(listed.slice(0, 2));
    expect((await told(listed, { target: "acme/owl-data-tools" }))["preprocessing-code"]).toBeUndefined();
    expect((await told(listed))["preprocessing-code"]).toBeUndefined();
  });

  test("stays so where it is for a training", async () => {
    expect(await told(["preprocessing/training/01_clean/lines.py"])).toEqual({
      "preprocessing-code": ["preprocessing/training/01_clean/lines.py"],
    });
  });
});

describe("inside a package", () => {
  test("folders of parts define the network, where a file is called like one", async () => {
    const listed = ["src/owl/__init__.py", "src/owl/modules/autoencoder.py", "src/owl/modules/download.py"];
    expect((await told(listed)).architecture).toEqual(["src/owl/modules/autoencoder.py"]);
  });

  test("what samples text runs the model, what samples data does not", async () => {
    const listed = ["owl/__init__.py", "owl/gm/text/_chat_sampler.py", "owl/data/text/sampler.py"];
    expect((await told(listed))["inference-code"]).toEqual(["owl/gm/text/_chat_sampler.py"]);
  });

  test("its command runs the model where a document hands it a prompt", async () => {
    const command = '```bash\npython -m owl night --prompt "hoot"\n```\n';
    const listed = [
      "src/owl/__init__.py",
      "src/owl/__main__.py",
      "src/owl/cli.py",
      "src/owl/cli_fill.py",
      "src/owl/sums.py",
    ];
    const files = { "README.md": `# Owl\n\n## Counting calls\n\n${command}` };
    expect((await told(listed, { files }))["inference-code"]).toEqual(listed.slice(1, 4));
    const other = { "README.md": `# Owl\n\n## Counting calls\n\n${command.replace("--prompt", "--loop")}` };
    expect((await told(listed, { files: other }))["inference-code"]).toBeUndefined();
  });
});

describe("tools", () => {
  test.each([
    "src/owl/steps/convert/hf_to_megatron/step.py",
    "src/owl/steps/quantize/step.py",
    "src/owl/trt/engine/vae_engine.py",
    "demo_gr.py",
    "owl/peft/_quantization.py",
  ])("%s is one", async (path) => {
    expect((await told(["owl/__init__.py", path]))["supporting-tools"]).toEqual([path]);
  });

  test.each([
    "data/convert/step.py",
    "src/owl/steps/convert/config.py",
    "owl/nn/layers/quantization.py",
    "ui/gradio_utils.py",
  ])("%s is none", async (path) => {
    expect((await told(["owl/__init__.py", path]))["supporting-tools"]).toBeUndefined();
  });
});

describe("parts of a repository", () => {
  const readme = "# Hootshield\n\nHootshield is a fast filtering tool for calls.\n";
  const listed = [
    "Hootshield/hootshield.py",
    "Hootshield/setup.py",
    "Hootshield/tests/test_it.py",
    "Hootshield/rings.py",
  ];

  test("are tools where their README says so and a module is called like them", async () => {
    const files = { "Hootshield/README.md": readme };
    expect(await listPaths("supporting-tools", { files, listed })).toEqual([
      "Hootshield/hootshield.py",
      "Hootshield/rings.py",
    ]);
    expect(await listPaths("supporting-tools", { files, listed: ["Hootshield/rings.py"] })).toEqual([]);
  });

  test("are none where it says something else", async () => {
    const files = { "Hootshield/README.md": readme.replace("tool", "model") };
    expect(await listPaths("supporting-tools", { files, listed })).toEqual([]);
  });

  test("hold code that runs a model which has a card beside it", async () => {
    const files = { "Owl-Guard/22M/MODEL_CARD.md": "# Owl Guard\n" };
    const code = ["Wall/src/wall/scans/owl_guard_scanner.py", "Wall/src/wall/scans/owlguard_utils.py"];
    const others = ["Wall/src/wall/scans/wolf_guard_scanner.py", "Wall/src/wall/scans/owl_guard_tokens.py"];
    expect(await listPaths("inference-code", { files, listed: [...code, ...others] })).toEqual(code);
  });

  test("are benchmarks with what runs them, unless they measure speed", async () => {
    expect(await told(["NightBenchmarks/benchmark/flights.py", "SpeedBenchmarks/benchmark/flights.py"])).toEqual({
      "evaluation-code": ["NightBenchmarks/benchmark/flights.py"],
    });
  });
});

describe("notebooks", () => {
  test("run the model by their names, or by those of their runtime in a folder of the model", async () => {
    const runs = ["notebooks/predictor_example.ipynb", "usage-cookbook/Owl-3/vllm_cookbook.ipynb"];
    const others = [
      "usage-cookbook/Wolf-3/vllm_cookbook.ipynb",
      "usage-cookbook/Owl-3/lora/vllm_cookbook.ipynb",
      "notebooks/inference_data.ipynb",
      "tests/inference.ipynb",
    ];
    expect((await told([...runs, ...others]))["inference-code"]?.toSorted()).toEqual(runs);
  });

  test("at hand have to call it", async () => {
    const cell = (line: string): string => JSON.stringify({ cells: [{ cell_type: "code", source: [line] }] });
    const path = "notebooks/sampling.ipynb";
    expect(await listPaths("inference-code", { files: { [path]: cell("out = owl.generate(ids)") } })).toEqual([path]);
    expect(await listPaths("inference-code", { files: { [path]: cell("print('hoot')") } })).toEqual([]);
  });
});

test("the network of this release counts also among examples, that of another does not", async () => {
  const path = "usage-cookbook/Owl-3/fix/modeling_owl_h.py";
  expect((await told([path, "usage-cookbook/Owl-3/fix/modeling_wolf.py"])).architecture).toEqual([path]);
});

test("an evaluation is prepared by code that its own README names, in a folder for it", async () => {
  const folder = "use-cases/harness_eval/owl_eval";
  const files = { [`${folder}/README.md`]: "# Counting\n\n```bash\npython prepare_owl_eval.py\n```\n" };
  const listed = [`${folder}/prepare_owl_eval.py`, "use-cases/notes/prepare_owl_eval.py"];
  expect(await listPaths("evaluation-code", { files, listed })).toEqual([`${folder}/prepare_owl_eval.py`]);
});
