import { isZip } from "../../bytes/zip.ts";
import type { Format } from "../../model/plugin.ts";
import { namesCheckpoint, readCheckpoint } from "./read.ts";

const pytorchZip: Format<"pytorch-zip"> = {
  id: "pytorch-zip",
  version: 2,
  title: "PyTorch checkpoint",
  spec: "https://pytorch.org/docs/stable/notes/serialization.html",
  matches: (path, head, tail) => isZip(head) && namesCheckpoint(path, head, tail),
  read: readCheckpoint,
};
export default pytorchZip;
