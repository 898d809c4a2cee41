import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const askCard = (body: string): ReturnType<typeof ask> =>
  ask(probe, { target: "acme/owl", files: { "README.md": `# Owl\n\n${body}\n` } });

test.each([
  ["## Training procedure\n\nWe kept the learning rate high until the owls fell asleep.", true],
  ["## Training procedure\n\n[More Information Needed]", "unknown"],
  ["## Training\n\nTo train it, run the script below with your own sentences of owls.", "unknown"],
  ["## Fine-tuning on your data\n\nThe sentences of owls go into a folder of their own.", "unknown"],
  ["The model was trained using next-token prediction.", true],
  ["Llama 3 was trained using next-token prediction.", "unknown"],
  ["We do not disclose the training procedure.", false],
  ["## Training procedure\n\nWe do not disclose the training procedure.", false],
])("of %j it is said that the procedure is described: %s", async (body, value) => {
  expect((await askCard(body)).get("training-procedure.described")?.value).toBe(value);
});

test.each([
  ["We trained with AdamW, a learning rate of 3e-4 and a batch size of 4M tokens.", true],
  ["## Training hyperparameters\n\n- learning_rate: 5e-05\n- train_batch_size: 8\n", true],
  ["| hyperparameter | value |\n|---|---|\n| learning rate | 3e-4 |\n| batch size | 512 |", true],
  ["| model | learning rate | batch size |\n|---|---|---|\n| Owl | 3e-4 | 512 |", true],
  ["| model | learning rate | batch size |\n|---|---|---|\n| Llama 3 | 3e-4 | 512 |", "unknown"],
  ["We trained with a learning rate of 3e-4.", "unknown"],
  ["For your own training set a learning rate of 3e-4 and a batch size of 8.", "unknown"],
  ["The hyperparameters are not disclosed.", false],
])("of %j it is said that hyperparameters are disclosed: %s", async (body, value) => {
  expect((await askCard(body)).get("hyperparameters.disclosed")?.value).toBe(value);
});

test("settings of a run under the model's name are disclosed, those for others are not", async () => {
  const yaml = "optimizer:\n  learning_rate: 0.0003\nglobal_batch_size: 512\n";
  const named = await ask(probe, { target: "acme/owl", files: { "configs/owl-7b.yaml": yaml } });
  expect(named.get("hyperparameters.disclosed")?.value).toBe(true);
  expect(named.seen.evidence[0]).toMatchObject({ quote: "learning_rate: 0.0003", at: { line: 2 } });
  for (const path of ["configs/bert.yaml", "finetune/owl-7b.yaml"])
    expect(
      (await ask(probe, { target: "acme/owl", files: { [path]: yaml } })).get("hyperparameters.disclosed")?.value,
    ).toBe("unknown");
});

test.each([
  ["The tuned versions use supervised fine-tuning (SFT) and reinforcement learning with human feedback.", true],
  ["Owl was pretrained in two stages.", true],
  ["The code supports supervised fine-tuning and DPO.", "unknown"],
  ["It was trained by DPO.", "unknown"],
])("of %j it is said that stages are described: %s", async (body, value) => {
  expect((await askCard(body)).get("training-stages.described")?.value).toBe(value);
});

test.each([
  ["---\nbase_model: acme/egg\n---\n# Owl\n", true],
  ["# Owl\n\nOwl was trained from scratch.\n", true],
  ["# Owl\n\nIt costs a quarter of models that are trained from scratch, less than others.\n", "unknown"],
  ["# Owl\n\nWe do not disclose the base model.\n", false],
  ["# Owl\n", "unknown"],
])("of %j it is said that the base is declared: %s", async (card, value) => {
  const claims = await ask(probe, { target: "acme/owl", files: { "README.md": card } });
  expect(claims.get("base-model.declared")?.value).toBe(value);
});

test.each([
  ["Owl is a decoder-only transformer model.", true],
  ["| layers | 32 |\n|---|---|\n| hidden size | 4096 |\n| attention heads | 32 |", true],
  ["CTranslate2 is a fast engine for transformer models.", "unknown"],
  ["It's a fast MoE model (9 billion total parameters) for owls.", true],
  ["Owl models use the same architecture as Eagle, a decoder of its time.", true],
  ["The benchmark runs any model with the same architecture as Eagle.", "unknown"],
  ["The architecture is not disclosed.", false],
])("of %j it is said that the architecture is described: %s", async (body, value) => {
  expect((await askCard(body)).get("architecture.described")?.value).toBe(value);
});

test("a configuration describes the architecture at the line that names it", async () => {
  const claims = await ask(probe, { files: { "config.json": '{\n "architectures": ["OwlForCausalLM"]\n}\n' } });
  expect(claims.get("architecture.described")?.value).toBe(true);
  expect(claims.seen.evidence[0]).toMatchObject({ at: { path: "config.json", line: 2 } });
});

test.each([
  ["Owl is a language model comprising 67 billion parameters.", 67e9, "unknown"],
  ["Owl has 32 billion activated parameters and 1 trillion total parameters.", 1e12, 32e9],
  ["Owl comes in sizes from 7B to 70B parameters.", "unknown", "unknown"],
  ["Owl outperforms models of 70B parameters.", "unknown", "unknown"],
  ["Llama 3 has 70B parameters.", "unknown", "unknown"],
  ["Set the parameters to 8 and 9.", "unknown", "unknown"],
])("of %j the size is %s, and %s for each token", async (body, all, active) => {
  const claims = await askCard(body);
  expect(claims.get("parameters.stated")?.value).toBe(all);
  expect(claims.get("parameters-active.stated")?.value).toBe(active);
});

test.each([
  ["Owl comes in sizes of 7B and 70B parameters.", true],
  ["| model | parameters |\n|---|---|\n| Owl tiny | 39 M |", true],
  ["| Params | n_layers |\n|---|---|\n| 70M | 6 |", true],
  ["Owl has parameters.", "unknown"],
  ["We do not disclose the number of parameters.", "unknown"],
])("of %j it is said that the size is described: %s", async (body, value) => {
  expect((await askCard(body)).get("model-size.described")?.value).toBe(value);
});
