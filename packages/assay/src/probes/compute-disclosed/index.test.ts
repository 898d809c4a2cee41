import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const askCard = (body: string): ReturnType<typeof ask> =>
  ask(probe, { target: "acme/owl", files: { "README.md": `# Owl\n\n${body}\n` } });

test.each([
  ["Training took 3.8e25 FLOPs.", 3.8e25],
  ["We trained Owl with 6.4 × 10^24 FLOP.", 6.4e24],
  ["The training compute was 2.1 × 10²³ FLOPs.", 2.1e23],
  ["In total the training compute of Owl is 2 ZFLOPs.", 2e21],
])("%j states training compute", async (sentence, value) => {
  expect((await askCard(sentence)).get("training-compute.stated")).toMatchObject({ value, unit: "FLOP" });
});

test.each([
  ["Llama 3 was trained with 3.8e25 FLOPs."],
  ["A forward pass takes 2e18 FLOPs per sample."],
  ["The compute of one inference is 4e9 FLOPs."],
  ["Models that exceed a training compute of 1e25 FLOPs have more duties."],
])("%j states no training compute of this model", async (sentence) => {
  expect((await askCard(sentence)).get("training-compute.stated")?.value).toBe("unknown");
});

test("the words themselves are the evidence, at their line", async () => {
  const claims = await askCard("Owls are nice.\n\nEstimated total emissions were 539 tCO2eq.");
  expect(claims.get("carbon.stated")?.value).toBe(true);
  expect(claims.seen.evidence[0]).toMatchObject({
    quote: "Estimated total emissions were 539 tCO2eq.",
    at: { path: "README.md", line: 5 },
  });
});

test("what a release says not to tell about a figure leaves it open, with the sentence", async () => {
  const claims = await askCard("We do not disclose the training compute.");
  expect(claims.get("training-compute.stated")?.value).toBe("unknown");
  expect(claims.seen.evidence[0]?.quote).toBe("We do not disclose the training compute.");
});

test.each([
  ["Owl was trained on 1024 A100 GPUs.", true],
  ["- **Hardware Type:** 8 x H100", true],
  ["We do not disclose the hardware.", false],
  ["You can train it on a single A100.", "unknown"],
  ["Inference needs an A100 GPU.", "unknown"],
  ["Gradient checkpointing saves GPU/TPU memory during training.", "unknown"],
  ["Llama 3 was trained on 16,000 H100 GPUs.", "unknown"],
])("%j describes hardware: %s", async (sentence, value) => {
  expect((await askCard(sentence)).get("hardware.described")?.value).toBe(value);
});

test.each([
  ["Owl was trained for 21 days.", true],
  ["Owl 2 was trained between January 2023 and July 2023.", true],
  ["The training time is not disclosed.", false],
  ["Fine-tuning it takes you 3 hours.", "unknown"],
])("%j states a time: %s", async (sentence, value) => {
  expect((await askCard(sentence)).get("training-time.stated")?.value).toBe(value);
});

test.each([
  ["Pretraining utilized a cumulative **3.3M** GPU hours.", 3.3e6],
  ["The full training took 2.788M H800 GPU hours.", 2.788e6],
  ["Training used 1,720,320 GPU hours.", 1720320],
])("%j states accelerator hours", async (sentence, value) => {
  expect((await askCard(sentence)).get("accelerator-hours.stated")).toMatchObject({ value, unit: "hours" });
});

test("of a table the total counts, and hours for a part do not", async () => {
  const table = "| model | GPU hours |\n|---|---|\n| Owl-7B | 100 |\n| Owl-70B | 900 |\n| Total | 1,000 |";
  expect((await askCard(table)).get("accelerator-hours.stated")?.value).toBe(1000);
  const part = "| model | GPU hours on 300B tokens |\n|---|---|\n| Owl-7B | 100 |";
  expect((await askCard(part)).get("accelerator-hours.stated")?.value).toBe("unknown");
});

test.each([
  ["energy.stated", "Training consumed 400 MWh.", true],
  ["energy.stated", "The energy consumption was not measured.", false],
  ["energy.stated", "The energy consumption of all the parts was not measured.", "unknown"],
  ["energy.stated", "Carbon emissions can be estimated with a calculator.", "unknown"],
  ["carbon.stated", "Estimated total emissions were 539 tCO2eq.", true],
  ["carbon.stated", "- **Carbon Emitted:** 7t CO2eq", true],
  ["carbon.stated", "## Environmental Impact\n\n- **Carbon Emitted:** [More Information Needed]", "unknown"],
])("%s of %j is %s", async (claim, sentence, value) => {
  expect((await askCard(sentence)).get(claim)?.value).toBe(value);
});
