import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { makeRelease, makeSafetensors, type Sketch } from "../../../test/support/release.ts";
import { assessOpened, frameworks } from "../../index.ts";
import { platform } from "../../node.ts";
import { describeModels } from "./model-rows.ts";
import type { AnswerRow, Answers } from "./view.ts";

/** Rows of the block, none where there is no block. */
async function listRows(sketch: Sketch): Promise<readonly AnswerRow[]> {
  return (await describeSketch(sketch))?.rows ?? [];
}

async function describeSketch(sketch: Sketch): Promise<Answers | undefined> {
  const { signal } = new AbortController();
  const options = { platform, frameworks, hash: "all", signal, onProgress: () => undefined } as const;
  return describeModels(await assessOpened(makeRelease(sketch), options), frameworks)[0];
}

const MIT = licenseText("MIT");
const CARD = `# Owl\n\n${"This model was trained on much text and answers questions about it. ".repeat(8)}\n`;

test("one model has no block", async () => {
  expect(await listRows({ files: { "model.safetensors": makeSafetensors({ w: 7 }) } })).toEqual([]);
});

test("each of several has a line: size, number format, licence, and the level it reaches", async () => {
  const rows = await listRows({
    files: {
      LICENSE: MIT,
      "7B/model.safetensors": makeSafetensors({ w: 7 }),
      "13B/model.safetensors": makeSafetensors({ w: 13 }),
    },
  });
  expect(rows).toEqual([
    { label: "13B", answer: "unknown", word: "MOF unknown", text: "13 parameters · F32 · MIT" },
    { label: "7B", answer: "unknown", word: "MOF unknown", text: "7 parameters · F32 · MIT" },
  ]);
});

test("without weights the licence beside the card is told as that", async () => {
  const files = { "a/MODEL_CARD.md": CARD, "a/LICENSE": MIT, "b/MODEL_CARD.md": CARD };
  expect((await listRows({ files })).map(({ text }) => text)).toEqual(["model card: MIT", "no licence found"]);
});

test("eight are told, the rest is counted, and a long name keeps its end", async () => {
  const listed = Array.from({ length: 11 }, (_, n) => `${"o".repeat(60)}w-${n + 10}.onnx`);
  const block = await describeSketch({ listed });
  expect(block?.rows).toHaveLength(8);
  expect(block?.rows[0]?.label).toMatch(/^…o{35}w-10$/);
  expect(block?.more).toBe(3);
  expect(block?.rest?.map(({ label }) => label.slice(-4))).toEqual(["w-18", "w-19", "w-20"]);
});
