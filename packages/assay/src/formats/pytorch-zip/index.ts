import { isZip } from "../../bytes/zip.ts";
import type { Format } from "../../model/plugin.ts";
import { namesCheckpoint, readCheckpoint } from "./read.ts";

const pytorchZip: Format<"pytorch-zip"> = {
  id: "pytorch-zip",
  version: 1,
  title: "PyTorch checkpoint",
  spec: "https://pytorch.org/docs/stable/notes/serialization.html",
  matches: (_, head, tail) => isZip(head) && namesCheckpoint(tail),
  read: readCheckpoint,
};
export default pytorchZip;
