import { expect, test } from "vitest";
import { ask, makeSafetensors } from "../../../test/support/release.ts";
import probe from "./index.ts";

test("a part that lies here, and one that a link leads to", async () => {
  const card = "# Owl\n\nSee [the paper](https://arxiv.org/abs/2403.13784).\n";
  const claims = await ask(probe, {
    files: { "README.md": card, "model.safetensors": makeSafetensors({ a: 2 }) },
  });
  expect(claims.get("weights.linked")?.value).toBe(true);
  expect(claims.get("paper.linked")?.value).toBe(true);
  expect(claims.seen.evidence.find(({ code }) => code === "linked-elsewhere")).toMatchObject({
    at: { path: "README.md", line: 3 },
  });
});

test("what nothing leads to stays open", async () => {
  const claims = await ask(probe, { files: { "README.md": "# Owl\n" } });
  expect(claims.get("paper.linked")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test.each([
  ["https://models.example.org/owl/owl-7b.zip", true],
  ["https://models.example.org/owl-7b.pt", true],
  ["https://huggingface.co/acme/owl/resolve/main/owl-7b.bin", "unknown"],
  ["https://huggingface.co/acme/owl", "unknown"],
])("a link to %s leads to a file of weights: %s", async (url, value) => {
  const readme = `# Owl\n\n## Pre-trained models\n\nDownload the [weights](${url}) of Owl.\n`;
  const claims = await ask(probe, { target: "acme/owl", files: { "README.md": readme } });
  expect(claims.get("weights.linked")?.value).toBe(true);
  expect(claims.get("weights.file-linked")?.value).toBe(value);
});
