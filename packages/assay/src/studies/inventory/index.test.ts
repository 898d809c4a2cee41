import { expect, test } from "vitest";
import { openBench, type Sketch } from "../../../test/support/release.ts";
import type { ComponentId } from "../../model/components.ts";
import type { Holding } from "../../model/inventory.ts";
import { inventory } from "./index.ts";

async function held(component: ComponentId, sketch: Sketch): Promise<Holding> {
  const found = (await openBench({ target: "acme/owl", ...sketch }).study(inventory)).get(component);
  if (found === undefined) throw new RangeError(component);
  return found;
}

async function listPaths(component: ComponentId, sketch: Sketch): Promise<readonly string[]> {
  return (await held(component, sketch)).files.map(({ artifact }) => artifact.path);
}

/** A README with these lines of a shell under a heading. */
function running(heading: string, command: string): string {
  return `# Owl\n\n## ${heading}\n\n\`\`\`bash\n${command}\n\`\`\`\n`;
}

interface Run {
  readonly heading: string;
  readonly command: string;
  readonly path: string;
  readonly component: ComponentId;
}

const RUNS: readonly (readonly [string, string, string, ComponentId])[] = [
  ["Usage", "python tools/hoot.py --model owl", "tools/hoot.py", "inference-code"],
  ["推理", "python hoot.py", "hoot.py", "inference-code"],
  ["Entraînement", "torchrun --nproc 8 bin/main.py", "bin/main.py", "training-code"],
  ["Evaluation", "python bin/hits.py", "bin/hits.py", "evaluation-code"],
  ["Quick start", "python -m owl.hoot.answer", "src/owl/hoot/answer.py", "inference-code"],
];

test.each(RUNS.map(([heading, command, path, component]): Run => ({ heading, command, path, component })))(
  "under $heading, $command says what $path is for",
  async ({ heading, command, path, component }) => {
    const sketch = { files: { "README.md": running(heading, command) }, listed: [path] };
    const { files } = await held(component, sketch);
    expect(files.map(({ artifact }) => artifact.path)).toEqual([path]);
    expect(files[0]?.note).toMatchObject({ code: "code-named", quote: command, at: { path: "README.md", line: 6 } });
  },
);

test.each([
  ["Installation", "python setup.py install", "setup.py"],
  ["Usage", "python download.py", "download.py"],
  ["Usage", "python convert_to_onnx.py", "convert_to_onnx.py"],
  ["Training", "python train_tokenizer.py", "train_tokenizer.py"],
  ["Training", "python finetune.py", "finetune.py"],
  ["Training", "python ../other/main.py", "main.py"],
  ["Training", "see main.py", "main.py"],
])("under %s, %s makes of %s neither training nor inference", async (heading, command, path) => {
  const sketch = { files: { "README.md": running(heading, command) }, listed: [path] };
  expect(await listPaths("inference-code", sketch)).toEqual([]);
  expect(await listPaths("training-code", sketch)).toEqual([]);
});

test("code at hand has to bear out what a document runs it for", async () => {
  const readme = running("Usage", "python hoot.py");
  expect(await listPaths("inference-code", { files: { "README.md": readme, "hoot.py": "print('hoot')\n" } })).toEqual(
    [],
  );
  const code = "logits = model.forward(ids)\nanswer = sample(logits)\n";
  expect(await listPaths("inference-code", { files: { "README.md": readme, "hoot.py": code } })).toEqual(["hoot.py"]);
});

test("a snippet that imports the release's own package points to its modules", async () => {
  const snippet = "from owl import OwlPredictor, registry\nimport numpy\nfrom owl.net import Owl\n";
  const sketch = {
    files: { "README.md": `# Owl\n\n## Usage\n\n\`\`\`python\n${snippet}\`\`\`\n` },
    listed: ["owl/predictor.py", "owl/other.py", "owl/net.py"],
  };
  expect(await listPaths("inference-code", sketch)).toEqual(["owl/net.py", "owl/predictor.py"]);
  expect(await listPaths("architecture", sketch)).toEqual(["owl/net.py"]);
});

test("a command in a comment is said to nobody", async () => {
  const readme = `# Owl\n\n## Training\n\n<!--\n\`\`\`\npython main.py\n\`\`\`\n-->\n`;
  expect(await listPaths("training-code", { files: { "README.md": readme }, listed: ["main.py"] })).toEqual([]);
});

test.each<[string, ComponentId]>([
  ["owl/train/loop.py", "training-code"],
  ["src/owl/trainer.py", "training-code"],
  ["owl/modeling/wing.py", "architecture"],
  ["owl/mask_generator.py", "inference-code"],
  ["owl/eval/hits.py", "evaluation-code"],
  ["evaluation/steps/hits.py", "evaluation-code"],
  ["scripts/convert_checkpoint_to_hf.py", "supporting-tools"],
  ["tools/quantize_owl.py", "supporting-tools"],
  ["demo/chat/web_demo.py", "inference-code"],
  ["scripts/prepare_big_dataset.py", "preprocessing-code"],
  ["train/large/run.slurm", "training-code"],
  ["scripts/train/large/run.sh", "training-code"],
  ["src/owl_train/main.py", "training-code"],
  ["scripts/eval/hits.sh", "evaluation-code"],
  ["human_eval/metrics.py", "evaluation-code"],
  ["scripts/data_prep/shard.py", "preprocessing-code"],
  ["scripts/data/nests/flatten.py", "preprocessing-code"],
  ["data/nests/nests-to-jsonl.py", "preprocessing-code"],
  ["scripts/inference/hoot.py", "inference-code"],
  ["perch/simple_inference.py", "inference-code"],
  ["examples/cpp/owl-onnx.cpp", "inference-code"],
  ["hubconf.py", "inference-code"],
  ["tools/sync.py", "supporting-tools"],
  ["a/b/modeling_owl.py", "architecture"],
  ["model.py", "architecture"],
  ["eagle/model.py", "architecture"],
  ["models/owl/barn.py", "architecture"],
  ["models_owl.py", "architecture"],
  ["vision/eagle/train/loop.py", "training-code"],
  ["owl-v2/train.py", "training-code"],
  ["scripts/image_train.py", "training-code"],
  ["main_pretrain.py", "training-code"],
  ["text/evaluation/hoots/tasks.py", "evaluation-code"],
  ["eval_mm/hoots.py", "evaluation-code"],
  ["run_squad.py", "evaluation-code"],
  ["owl/cli/main_eval_hoots.py", "evaluation-code"],
  ["scripts/txt2img.py", "inference-code"],
  ["src/interactive_samples.py", "inference-code"],
  ["owl-v1/barn/hf/sample.py", "inference-code"],
  ["vision/web_demo.py", "inference-code"],
  ["extract_features.py", "inference-code"],
  ["demo/text_generation.py", "inference-code"],
  ["text/data/hoots/pipeline.py", "preprocessing-code"],
  ["vision/datasets_processing_scripts/nests/flatten.py", "preprocessing-code"],
  ["create_nest_dataset.py", "preprocessing-code"],
  ["text/finetuning/train.py", "supporting-tools"],
  ["quantization/quant_owl.py", "supporting-tools"],
  ["vision/web_demo.py", "supporting-tools"],
  ["owl/scripts/convert_to_singleton.py", "supporting-tools"],
  ["examples/speed_benchmark.py", "supporting-tools"],
])("%s, only listed, is %s", async (path, component) => {
  expect(await listPaths(component, { listed: [path] })).toEqual([path]);
});

test.each([
  "owl/train/__init__.py",
  "owl/train/config.py",
  "owl/data/fetch/trainer.py",
  "owl/a/b/model.py",
  "owl/a/b/point_generator.py",
  "tests/owl/train/loop.py",
  "skills/owl/trainer.py",
  "third_party/eval/hits.py",
  "tests/convert_model.py",
  "scripts/convert_units.py",
  "demo/web_demo.tsx",
  "tuning/train.sh",
  "train/finetune/run.sh",
  "tests/train/run.sh",
  "run.sh",
  "data/nests/loader.py",
  "inference/eval_bench/config.py",
  "examples/cpp/eagle.cpp",
  "examples/cpp/owl_finetune_data.cpp",
  "owl/sampling/rejection/generation.py",
  "a/b/hubconf.py",
  "eagle/zero_shot.py",
  "app/db/model.py",
  "owl/modules/quantize.py",
  "scripts/convert_to_parquet.py",
  "scripts/generate_notes.py",
  "scripts/upsample.py",
  "models/tokenizer.py",
  "finetune/prepare_notes.py",
  "config/finetune_owl.py",
])("%s, only listed, is no code that made, runs or measures the model", async (path) => {
  const all = await openBench({ target: "acme/owl", listed: [path] }).study(inventory);
  expect([...all].filter(([, { files }]) => files.length > 0)).toEqual([]);
});

test("a folder with an __init__.py near the root is a package of the release", async () => {
  const listed = [
    "perch/__init__.py",
    "perch/model.py",
    "perch/sub/deep/model.py",
    "docs/__init__.py",
    "docs/model.py",
  ];
  expect(await listPaths("architecture", { listed })).toEqual(["perch/model.py"]);
});

test.each([
  ["benchmark/hoots.jsonl", ["benchmark/run.py"]],
  ["benchmark/notes.md", []],
  ["hoots.jsonl", []],
])("beside %s, scripts of a benchmark that evaluate are %j", async (beside, found) => {
  expect(await listPaths("evaluation-code", { listed: ["benchmark/run.py", beside] })).toEqual(found);
});

test("scripts in a folder of data make them, modules of a package load them", async () => {
  const listed = ["a/data/build_nests.py", "b/data/__init__.py", "b/data/build_nests.py", "a/data/nests.py"];
  expect(await listPaths("preprocessing-code", { listed })).toEqual(["a/data/build_nests.py"]);
});

test.each([
  ["Here is the main training script, `owl/main.py`.", ["owl/main.py"]],
  ["Here is a training script. See `owl/main.py`.", []],
  ["```\ntorchrun --nproc-per-node 4 -m owl.main --data x\n```", ["owl/main.py"]],
])("by %j, what trains is %j", async (line, found) => {
  const files = { "README.md": `# Barn\n\n## Training\n\n${line}\n` };
  expect(await listPaths("training-code", { files, listed: ["owl/main.py"] })).toEqual(found);
});

test("what prepares something called like a linked data set makes the data", async () => {
  const readme = "# Owl\n\n[calls](https://huggingface.co/datasets/other/owlcalls-5b)\n";
  const sketch = { files: { "README.md": readme }, listed: ["bin/prepare_owlcalls.py", "bin/prepare_notes.py"] };
  expect(await listPaths("preprocessing-code", sketch)).toEqual(["bin/prepare_owlcalls.py"]);
});

test("a heading that is written as HTML begins a section", async () => {
  const readme = '# Owl\n\n<h2 align="center">Usage</h2>\n\n```\npython hoot.py\n```\n';
  expect(await listPaths("inference-code", { files: { "README.md": readme }, listed: ["hoot.py"] })).toEqual([
    "hoot.py",
  ]);
});

test("scripts for tuning made the release where tuning is what it is about", async () => {
  const listed = ["owl/sft.py"];
  expect(await listPaths("training-code", { listed })).toEqual([]);
  expect(await listPaths("training-code", { listed, target: "acme/owl-instruct" })).toEqual(listed);
});

/** Where pointers of a component lead, as they are quoted. */
async function listPointers(component: ComponentId, readme: string, more: Sketch = {}): Promise<readonly string[]> {
  const { pointers } = await held(component, { ...more, files: { "README.md": readme, ...more.files } });
  return pointers.map(({ quote = "" }) => quote);
}

test.each<[string, ComponentId]>([
  ["[weights](https://huggingface.co/other/owl-7b)", "weights"],
  ["[weights](https://huggingface.co/acme/owl-7b/tree/main)", "weights"],
  ["[on the way](https://huggingface.co/acme/owl-7b/tree/stage1-step500-tokens4B)", "intermediate-weights"],
  ["## Model Checkpoints\n\n[large](https://files.example.org/big_1.pth)", "weights"],
  ["[large](https://files.example.org/owl/big_1.pth)", "weights"],
  ["To download the weights, please visit [our site](https://example.org/owl) and accept the licence.", "weights"],
  ["## Training\n\nWe used [nests](https://huggingface.co/datasets/other/nests).", "training-data"],
  ["It was trained on a [dataset](https://example.org/nests) of calls.", "training-data"],
  ["## Evaluation\n\nOn [nests](https://huggingface.co/datasets/other/nests).", "evaluation-data"],
  ["See the [data cards](https://example.org/cards).", "data-card"],
  ["The model cards are [here](https://huggingface.co/collections/acme/all).", "model-card"],
  ["[Benchmark](https://huggingface.co/datasets/acme/hoot-2k)", "evaluation-data"],
  ["[Quality Metrics](https://github.com/acme/owl/wiki/Quality)", "evaluation-results"],
  ["| a |\n|---|\n| [chick](https://huggingface.co/acme/chick-7b) |", "weights"],
  ["Configurations used to train it with the [nest library](https://github.com/acme/nest) are there.", "training-code"],
  ["```python\nload.from_pretrained(\n  'acme/owl-7b',\n  revision='step300',\n)\n```", "intermediate-weights"],
  ["The [training code](https://github.com/acme/barn) is public.", "training-code"],
  [
    "It was trained using versions of our open source libraries [Barn](https://github.com/other/barn).",
    "training-code",
  ],
  ["The library for data pre-processing and training is here:\n\nhttps://github.com/acme/barn", "preprocessing-code"],
  ["- [Data Preparation](https://github.com/acme/barn)", "preprocessing-code"],
  ["- [barn-toolkit](https://github.com/acme/barn-toolkit)", "supporting-tools"],
  ["## Finetuning\n\nSee [our training script](https://github.com/acme/barn).", "supporting-tools"],
  ["```python\nmodel = load.from_pretrained('acme/owl-7b')\n```", "weights"],
  ["```python\nAutoModel.from_pretrained('acme/owl-7b', trust_remote_code=True)\n```", "architecture"],
  ["```\naws s3 cp s3://acme/owl/step5000 .\n```", "intermediate-weights"],
])("%s leads to %s", async (words, component) => {
  expect(await listPointers(component, `# Owl\n\n${words}\n`)).toHaveLength(1);
});

test.each<[string, ComponentId]>([
  ["[base](https://huggingface.co/other/eagle-7b)", "weights"],
  ["[logo](https://huggingface.co/acme/owl/resolve/main/owl.png)", "weights"],
  ["[the classifier](https://files.example.org/owl/filter.model.bin) is used as a classifier.", "weights"],
  ["Download the weights of Llama-2-7B [here](https://example.org/llama).", "weights"],
  ["See [nests](https://huggingface.co/datasets/other/nests) and its benchmark.", "training-data"],
  ["## Evaluation\n\nOn [nests](https://huggingface.co/datasets/other/nests).", "training-data"],
  ["![logo](https://huggingface.co/datasets/acme/pictures/resolve/main/owl.png)\n\n## Training\n", "training-data"],
  ["We build on [training code](https://github.com/other/barn).", "training-code"],
  ["Trained like [barn](https://github.com/acme/barn), our other model.", "training-code"],
  ["It was trained using the library [Barn](https://github.com/other/barn).", "training-code"],
  ["## Finetuning\n\nSee [our training script](https://github.com/acme/barn).", "training-code"],
  ["The library for training is large.\n\nhttps://github.com/acme/barn", "training-code"],
  ["- [eagle-toolkit](https://github.com/other/eagle-toolkit)", "supporting-tools"],
  ["It was measured with other tools, like [barn](https://github.com/acme/barn).", "supporting-tools"],
  ["The training code is in [this repository](https://github.com/acme/owl).", "training-code"],
  ["```python\nload.from_pretrained('other/eagle-7b')\n```", "weights"],
  ["```\ngit clone https://github.com/acme/owl\n```", "weights"],
  ["<!-- [weights](https://huggingface.co/acme/owl-7b) -->", "weights"],
  ["## News\n\n[chick](https://huggingface.co/acme/chick-7b) is out.", "weights"],
  ["Write a [model card](https://huggingface.co/docs/hub/model-cards).", "model-card"],
  ["[Quality Metrics](https://github.com/other/eagle/wiki/Quality)", "evaluation-results"],
])("%s does not lead to %s", async (words, component) => {
  expect(await listPointers(component, `# Owl\n\n${words}\n`)).toEqual([]);
});

const BIBTEX = "```bibtex\n@misc{owl, title={Owl: a bird}, eprint={2403.00001}}\n```\n";

test.each([
  ["an entry to cite", BIBTEX, "@misc{owl, title={Owl: a bird}, eprint={2403.00001}}"],
  ["a link that stands alone", "[[Paper](https://arxiv.org/abs/2403.00002)]", "https://arxiv.org/abs/2403.00002"],
  ["a line that names it", "* Paper: https://arxiv.org/abs/2403.00002", "https://arxiv.org/abs/2403.00002"],
])("the paper is %s", async (_, words, quote) => {
  expect(await listPointers("paper", `# Owl\n\n${words}\n`)).toEqual([quote]);
  expect(await listPointers("technical-report", `# Owl\n\n${words}\n`)).toEqual([]);
});

test("what wants to be cited is the paper, another that stands alone is somebody else's", async () => {
  const readme = `# Owl\n\n* Eagle paper: https://arxiv.org/abs/2403.00002\n\n${BIBTEX}`;
  expect(await listPointers("paper", readme)).toEqual(["@misc{owl, title={Owl: a bird}, eprint={2403.00001}}"]);
});

test("of two entries the one that names the release counts", async () => {
  const other = BIBTEX.replaceAll("owl", "eagle").replace("Owl", "Eagle").replace("00001", "00009");
  expect(await listPointers("paper", `# Owl\n\n${other}${BIBTEX}`)).toEqual([expect.stringContaining("2403.00001")]);
});

test.each([
  "It modifies an older network (see the [paper](https://arxiv.org/abs/2403.00002) for what was changed there).",
  "[Attention](https://arxiv.org/abs/2403.00002)",
  "## News\n\n* Paper of our next model: https://arxiv.org/abs/2403.00002",
])("a link in prose, or without its name, is nobody's paper: %s", async (words) => {
  expect(await listPointers("paper", `# Owl\n\n${words}\n`)).toEqual([]);
});

test("a paper that is called a report is both, and a PDF is what its link calls it", async () => {
  const report = "# Owl\n\n[Technical Report](https://arxiv.org/abs/2403.00002)\n";
  expect(await listPointers("technical-report", report)).toHaveLength(1);
  const called = { files: { "README.md": "# Owl\n\n[Paper Link](owl_r1.pdf)\n" }, listed: ["owl_r1.pdf", "other.pdf"] };
  expect(await listPaths("paper", called)).toEqual(["owl_r1.pdf"]);
});

test.each([
  ["owl_technical_report.md", true],
  ["docs/Owl_4_Technical_Report.md", true],
  ["eagle_technical_report.md", false],
  ["a/b/c/technical_report.md", false],
])("%s is listed as the report: %s", async (path, is) => {
  expect(await listPaths("technical-report", { listed: [path] })).toEqual(is ? [path] : []);
});

test("data for evaluation lie in folders of tasks; answers to them are none", async () => {
  const listed = ["owl/eval_tasks/hoot/requests.jsonl.gz", "eval/tasks/outputs.jsonl", "evaluation/hoot.jsonl"];
  expect(await listPaths("evaluation-data", { listed })).toEqual(["owl/eval_tasks/hoot/requests.jsonl.gz"]);
});

test("pictures in a section of examples are samples, one picture is none", async () => {
  const shown = (count: number): string =>
    `# Owl\n\n## Owl Examples\n\n${Array.from({ length: count }, (_, n) => `![](shots/${n}.png)`).join("\n")}\n`;
  const listed = ["shots/0.png", "shots/1.png", "shots/2.png", "shots/unused.png"];
  expect(await listPaths("sample-outputs", { files: { "README.md": shown(3) }, listed })).toEqual(listed.slice(0, 3));
  expect(await listPaths("sample-outputs", { files: { "README.md": shown(1) }, listed })).toEqual([]);
});
