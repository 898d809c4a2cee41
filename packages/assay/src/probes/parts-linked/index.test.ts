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
