import { expect, test } from "vitest";
import { ask, openBench } from "../../../test/support/release.ts";
import { createListedArtifact } from "../../sources/listed.ts";
import probe from "./index.ts";

const TRAINING = "optimizer.zero_grad()\nloss.backward()\n";

test.each([
  ["train.py", TRAINING, "training-code.published"],
  ["scripts/pretrain.py", TRAINING, "training-code.published"],
  ["generate.py", "logits = model.forward(ids)\nout = sample(logits)\n", "inference-code.published"],
  ["evaluate.ts", "const accuracy = correct / total;\nreport(accuracy);\n", "evaluation-code.published"],
  ["prepare_data.py", "corpus = clean(tokenize(dataset))\nsave(corpus)\n", "preprocessing-code.published"],
])("%s is recognised", async (path, lines, claim) => {
  const claims = await ask(probe, { files: { [path]: lines } });
  expect(claims.get(claim)?.value).toBe(true);
  expect(claims.seen.evidence.find(({ code }) => code === "code-read")?.quote).toBe(lines.split("\n")[0]?.trim());
});

test.each(["tests/train.py", "train_test.py", "third_party/train.py", "train.md", "finetune.py"])(
  "%s is not training code",
  async (path) => {
    const claims = await ask(probe, { files: { [path]: TRAINING } });
    expect(claims.get("training-code.published")).toMatchObject({ value: "unknown", because: "not-observed" });
  },
);

test("training code and inference code are told apart", async () => {
  const claims = await ask(probe, { files: { "train.py": TRAINING } });
  expect(claims.get("inference-code.published")?.value).toBe("unknown");
});

test.each([
  ["train.py", '# the optimizer and the loss\nprint("loss of the optimizer, coming soon")\n'],
  ["train.py", '"""\nloss = optimizer(x)\ngradient = backward(loss)\n"""\n'],
  ["train.py", "def train(optimizer, loss):\n    pass\n\ndef backward(gradient):\n    raise NotImplementedError\n"],
  ["train.ts", "/* loss = optimizer(1);\n loss.backward(); */\n// optimizer.step(loss)\nconst a = `loss`;\nrun(a);\n"],
  ["train.py", "optimizer loss\ngradient backward\n"],
  ["train_tokenizer.py", TRAINING],
  ["train_lora.py", TRAINING],
  ["data/xp3/prepare_xp3_train.py", TRAINING],
  ["case-studies/term/train.py", TRAINING],
  ["skills/tune/train.py", TRAINING],
  ["utils/train.py", TRAINING],
])("%s with %j is no training code", async (path, lines) => {
  const claims = await ask(probe, { files: { [path]: lines } });
  expect(claims.get("training-code.published")?.value).toBe("unknown");
});

test("a script that says something evaluates nothing", async () => {
  const claims = await ask(probe, { files: { "evaluate.sh": "echo accuracy = score\necho metrics(1)\n" } });
  expect(claims.get("evaluation-code.published")?.value).toBe("unknown");
});

test.each([
  ["train.py", "training-code"],
  ["src/train.py", "training-code"],
  ["scripts/train/train.py", "training-code"],
  ["evaluation/evaluate.py", "evaluation-code"],
  ["src/generate.py", "inference-code"],
  ["scripts/prepare_data.py", "preprocessing-code"],
])("%s proves %s by its name where it is only listed", async (path, component) => {
  const claims = await ask(probe, { listed: [path] });
  expect(claims.get(`${component}.published`)?.value).toBe(true);
  expect(claims.seen.evidence.find(({ code }) => code === "code-listed")?.basis).toBe("inferred");
});

test.each([
  "text/data/edu/train_edu_bert.py",
  "src/a/cli/data/import_/pretrain.py",
  "classifier/train.py",
  "configs/train_large.py",
  "train_tokenizer.py",
  "rules/semgrep/python/eval_use.py",
  "scripts/train_example.sh",
  "models/llama4/preprocess.py",
])("the listed name %s leaves a doubt", async (path) => {
  const { seen } = await ask(probe, { listed: [path] });
  expect(seen.claims.filter(({ value }) => value === true)).toEqual([]);
});

test.each([0, null])("a listed file of %s bytes proves nothing", async (size) => {
  const listed = [
    createListedArtifact({ origin: "it", path: "train.py", size }),
    createListedArtifact({ origin: "it", path: "model.py", size }),
  ];
  const bench = openBench({});
  const seen = await probe.observe({ ...bench, release: { ...bench.release, artifacts: listed } });
  expect(seen.claims.filter(({ value }) => value === true)).toEqual([]);
});

test.each(["acme__owl", "Owl-2", "owl-models"])(
  "a package named like the repository %s holds its code",
  async (target) => {
    const bench = openBench({ listed: ["owl/zero_shot.py", "eagle/zero_shot.py"] });
    const [origin] = bench.release.origins;
    const release = { ...bench.release, origins: [{ ...origin, target }] as const };
    const { evidence } = await probe.observe({ ...bench, release });
    expect(evidence.filter(({ code }) => code === "code-listed").map(({ args }) => args.path)).toEqual([
      "owl/zero_shot.py",
    ]);
  },
);

test("absence takes a manifest", async () => {
  const claims = await ask(probe, { parts: [{ component: "weights" }] });
  expect(claims.get("training-code.published")?.value).toBe(false);
});

test.each([
  ["training-code", "notes.md", "# Notes\n"],
  ["training-code", "x.py", "#"],
  ["evaluation-code", "x.py", "# accuracy, score\nprint('accuracy')\n"],
  ["supporting-tools", "x.py", "x = 1\n"],
  ["supporting-tools", "x.txt", "x = 1\ny = 2\nz = 3\n"],
])("a manifest that calls %s what %s does not bear out leaves it open", async (component, path, lines) => {
  const claims = await ask(probe, { parts: [{ component, files: [path] }], files: { [path]: lines } });
  expect(claims.get(`${component}.published`)).toMatchObject({ value: "unknown", because: "unreadable" });
  expect(claims.seen.evidence.map(({ message }) => message)).toContain(
    `release.json says that ${path} is ${component}; its content does not bear it out`,
  );
});

test("a manifest places code under any name, with what it calls upon", async () => {
  const files = { "a.py": TRAINING, "b.py": "x = 1\ny = f(x)\nz = g(y)\n", "c.py": "# later\n" };
  const part = { component: "training-code", files: ["a.py", "b.py", "c.py"] };
  const claims = await ask(probe, { parts: [part], files });
  expect(claims.get("training-code.published")?.value).toBe(true);
  const named = claims.seen.evidence.filter(({ code }) => code === "part-here").map(({ message }) => message);
  expect(named).toEqual([expect.stringContaining("a.py"), expect.stringContaining("b.py")]);
});
