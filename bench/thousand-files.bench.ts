import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Bench } from "./bench.ts";
import { inFolder, medians } from "./measure.ts";

const FILES = 1_000;
const ROUNDS = 7;

const PROSE = "The model answers questions about owls, and it was trained on sentences that we wrote ourselves.\n";
const CODE = "loss = optimizer(model.forward(batch))\nloss.backward()\nscores = evaluate(model, data)\nsave(scores)\n";

/** What lies in repositories of models, so many of each: code, documents, settings, data. */
function makeFile(index: number): readonly [path: string, content: string] {
  const part = `part_${index % 37}`;
  const rest = index % 10;
  if (rest < 6) return [`owl/${part}/module_${index}.py`, CODE.repeat(20)];
  if (rest < 7) return [`owl/${part}/${index}/README.md`, `# Part\n\n## Usage\n\n${PROSE.repeat(20)}`];
  if (rest < 8) return [`configs/${part}/${index}.json`, JSON.stringify({ learning_rate: index, batch: rest, part })];
  return rest < 9
    ? [`data/${part}/train-${index}.jsonl`, '{"a": 1}\n'.repeat(50)]
    : [`docs/${part}/${index}.md`, `# Note\n\n${PROSE.repeat(30)}`];
}

function write(folder: string): void {
  const fixed: (readonly [string, string])[] = [
    [
      "README.md",
      `---\nlicense: mit\n---\n# Owl\n\n${PROSE}\n## Evaluation\n\n| task | accuracy |\n|---|---|\n| hoot | 87.1 |\n`,
    ],
    ["LICENSE", "Anybody may do with this what they like, at their own risk.\n".repeat(10)],
    ["train.py", CODE],
  ];
  const made = Array.from({ length: FILES - fixed.length }, (_, index) => makeFile(index));
  for (const [path, content] of [...fixed, ...made]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

async function time(target: string): Promise<number> {
  const { assess } = await import("openassay");
  const start = process.hrtime.bigint();
  const { artifacts, frameworks } = await assess({ target });
  const taken = Number(process.hrtime.bigint() - start) / 1e6;
  if (artifacts.length !== FILES || frameworks.length === 0) throw new Error("the release was not assessed");
  return taken;
}

const thousandFiles: Bench = {
  id: "thousand-files",
  title: "A release of a thousand files under all frameworks, warm",
  measure: async () =>
    await inFolder(async (folder) => {
      write(folder);
      const first = await time(folder);
      const [ours = Number.NaN] = await medians(ROUNDS, () => time(folder));
      const reference = { what: "the first time", value: first };
      return [{ what: `${FILES} files`, unit: "ms", ours, reference, relation: "at-most", bound: 400 }];
    }),
};

export default thousandFiles;
