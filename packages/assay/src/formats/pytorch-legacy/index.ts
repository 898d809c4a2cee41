import type { Format } from "../../model/plugin.ts";
import { isLegacyCheckpoint } from "../shared/pickle/legacy.ts";
import { readLegacy } from "./read.ts";

const pytorchLegacy: Format<"pytorch-legacy"> = {
  id: "pytorch-legacy",
  version: 3,
  title: "PyTorch checkpoint before 1.6",
  spec: "https://pytorch.org/docs/stable/notes/serialization.html",
  matches: (_, head) => isLegacyCheckpoint(head),
  read: readLegacy,
};
export default pytorchLegacy;
