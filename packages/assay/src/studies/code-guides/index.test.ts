import { expect, test } from "vitest";
import { openBench } from "../../../test/support/release.ts";
import { codeGuides } from "./index.ts";

const TRAINING = "optimizer.zero_grad()\nloss.backward()\n";

async function findQuotes(readme: string, path = "README.md"): Promise<readonly unknown[]> {
  const files = { [path]: readme, "train.py": TRAINING };
  const listed = ["finetune/train.sh", "finetune/main.py"];
  return (await openBench({ files, listed }).study(codeGuides)).map(({ quote }) => quote);
}

test.each([
  "python train.py --size 7b",
  "torchrun --nproc-per-node=8 train.py",
  "bash finetune/train.sh",
  "WANDB=off accelerate launch ./train.py \\",
])("a line that runs such code: %s", async (line) => {
  expect(await findQuotes(`# Owl\n\n\`\`\`\n${line}\n\`\`\`\n`)).toEqual([line]);
});

test("a sentence that says something of it", async () => {
  const said = "The learning rate of the last stage is set at the top of `train.py`, by hand.";
  expect(await findQuotes(`# Owl\n\n${said}\n`)).toEqual([said]);
});

test("a path is read from the folder of its document, too", async () => {
  expect(await findQuotes("# Tuning\n\n```\nbash train.sh\n```\n", "finetune/README.md")).toEqual(["bash train.sh"]);
});

test.each([
  "- [train.py](train.py)",
  "| stage 1 of the training of the whole owl model | [train.py](train.py) |",
  "The code for the training of all of the owls can be found in train.py.",
  "See train.py.",
  "python other.py",
])("what only lists or leads tells nothing: %s", async (line) => {
  expect(await findQuotes(`# Owl\n\n${line}\n`)).toEqual([]);
});

test("a document that only lists the same file over and over is given up in linear time", async () => {
  const start = performance.now();
  expect(await findQuotes(`# Owl\n\n${"- train.py\n".repeat(50_000)}`)).toEqual([]);
  expect(await findQuotes(`# Owl\n\n${"train.py ".repeat(50_000)}\n`)).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(20_000);
});
