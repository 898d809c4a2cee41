import type { Format } from "../../model/plugin.ts";
import { isLegacy, readLegacy } from "./read.ts";

const pytorchLegacy: Format<"pytorch-legacy"> = {
  id: "pytorch-legacy",
  version: 2,
  title: "PyTorch checkpoint before 1.6",
  spec: "https://pytorch.org/docs/stable/notes/serialization.html",
  matches: (_, head) => isLegacy(head),
  read: readLegacy,
};
export default pytorchLegacy;
