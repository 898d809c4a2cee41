import { expect, test } from "vitest";
import { openBench } from "../../../test/support/release.ts";
import { isLaunchOfTuning, tuningCode } from "./index.ts";

async function findTuning(path: string): Promise<boolean> {
  return (await openBench({ listed: [path] }).study(tuningCode)).length > 0;
}

test.each([
  "finetune.py",
  "finetune/sft/main.py",
  "examples/dpo.py",
  "examples/lora.py",
  "colabs/finetuning.ipynb",
  "text/finetuning/train.py",
  "scripts/run_grpo_owl.py",
])("%s tunes", async (path) => {
  expect(await findTuning(path)).toBe(true);
});

test.each([
  "train.py",
  "peft/_lora.py",
  "owl/lora.py",
  "finetune/utils/module/lora.py",
  "data_prep/recipes/sft.py",
  "tests/finetune.py",
  "finetune_config.py",
  "eval_sft.py",
  "finetune/README.md",
  "a/b/c/d/e/finetune.py",
  "hyperparameter_tuning.py",
])("%s does not", async (path) => {
  expect(await findTuning(path)).toBe(false);
});

test("a script at hand has to do what its name says", async () => {
  const here = (content: string): Promise<unknown> =>
    openBench({ files: { "finetune.py": content } }).study(tuningCode);
  expect(await here("optimizer.zero_grad()\nloss.backward()\n")).toHaveLength(1);
  expect(await here("# coming soon: loss, optimizer\n")).toHaveLength(0);
  const notebook = (source: string): Promise<unknown> =>
    openBench({ files: { "finetune.ipynb": JSON.stringify({ cells: [{ source }] }) } }).study(tuningCode);
  expect(await notebook("trainer = Trainer(model)")).toHaveLength(1);
  expect(await notebook("print(1)")).toHaveLength(0);
});

test.each([
  ["scripts/run_sft_owl.sh", true],
  ["ptuning/train.sh", true],
  ["scripts/build.sh", false],
  ["finetune.py", false],
])("%s starts a tuning: %s", (path, value) => {
  expect(isLaunchOfTuning(path)).toBe(value);
});
