import { join } from "node:path";

import type { Bench, Row } from "./bench.ts";
import { ASSAY, type Command, findOtherNode, inFolder, medians, NODE, time } from "./measure.ts";
import { writeSparseSafetensors } from "./safetensors-file.ts";

const ROUNDS = 21;
const SMALL_FILE_BYTES = 100_000;

/** Two jobs of one Node, each over an empty program of the same Node. */
async function measureNode(
  node: string,
  file: string,
  bounds: readonly (number | undefined)[],
): Promise<readonly Row[]> {
  const commands: readonly Command[] = [
    [NODE, "-e", "0"],
    [node, ASSAY, "--version"],
    [node, ASSAY, file, "--json"],
    [node, ASSAY, "show", "llama-2"],
  ];
  const [empty = Number.NaN, ...ours] = await medians(ROUNDS, ...commands.map((command) => () => time(command)));
  const reference = { what: "node -e 0", value: empty };
  const label = node === NODE ? "" : ", started by the system's Node";
  return ["--version", "one-file release", "show llama-2"].map((what, at) => ({
    what: what + label,
    unit: "ms",
    ours: ours[at] ?? Number.NaN,
    reference,
    relation: "over",
    ...(bounds[at] === undefined ? {} : { bound: bounds[at] }),
  }));
}

const startUp: Bench = {
  id: "start-up",
  title: "Start-up",
  measure: () =>
    inFolder(async (folder) => {
      const file = join(folder, "model.safetensors");
      writeSparseSafetensors(file, SMALL_FILE_BYTES);
      const other = findOtherNode();
      return [
        ...(await measureNode(NODE, file, [50, 110, 110])),
        ...(other === null ? [] : await measureNode(other, file, [])),
      ];
    }),
};

export default startUp;
