import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const TRAINING = "optimizer.zero_grad()\nloss.backward()\n";

test.each([
  ["train.py", TRAINING, "training-code.published"],
  ["scripts/pretrain.py", TRAINING, "training-code.published"],
  ["generate.py", "def generate(prompt):\n    return model.forward(prompt)\n", "inference-code.published"],
  ["evaluate.ts", "const accuracy = correct / total;\n", "evaluation-code.published"],
  ["prepare_data.py", "corpus = clean(tokenize(dataset))\n", "preprocessing-code.published"],
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

test("a listed name proves presence and nothing else", async () => {
  const claims = await ask(probe, { listed: ["src/train.py"] });
  expect(claims.get("training-code.published")?.value).toBe(true);
  expect(claims.seen.evidence[0]).toMatchObject({ basis: "inferred", code: "code-listed" });
});

test("absence takes a manifest", async () => {
  const claims = await ask(probe, { parts: [{ component: "weights" }] });
  expect(claims.get("training-code.published")?.value).toBe(false);
});

test("a manifest may not call any file code", async () => {
  const part = { component: "training-code", files: ["notes.md"] };
  const claims = await ask(probe, { parts: [part], files: { "notes.md": "# Notes\n" } });
  expect(claims.get("training-code.published")?.value).toBe("unknown");
});
