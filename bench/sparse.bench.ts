import { join } from "node:path";

import type { Bench } from "./bench.ts";
import { ASSAY, inFolder, medians, NODE, peakMemory, time } from "./measure.ts";
import { writeSparseSafetensors } from "./safetensors-file.ts";

const ROUNDS = 21;
const FILE_BYTES = 10e9;

const sparse: Bench = {
  id: "sparse",
  title: "10 GB of safetensors, not hashed",
  measure: () =>
    inFolder(async (folder) => {
      const file = join(folder, "model.safetensors");
      writeSparseSafetensors(file, FILE_BYTES);
      const args = [file, "--hash", "none", "--json"];
      const [ours = Number.NaN, startUp = Number.NaN] = await medians(
        ROUNDS,
        () => time([NODE, ASSAY, ...args]),
        () => time([NODE, ASSAY, "--version"]),
      );
      const memory = await peakMemory(ASSAY, ...args);
      const idle = await peakMemory(ASSAY, "--version");
      return [
        {
          what: "assess",
          unit: "ms",
          ours,
          reference: { what: "--version", value: startUp },
          relation: "over",
          bound: 40,
        },
        {
          what: "peak memory",
          unit: "MB",
          ours: memory,
          reference: { what: "--version", value: idle },
          relation: "at-most",
          bound: 100,
        },
      ];
    }),
};

export default sparse;
