import type { Format } from "../../model/plugin.ts";
import { isArchive, namesCheckpoint } from "../shared/zip/sniff.ts";
import { readCheckpoint } from "./read.ts";

const pytorchZip: Format<"pytorch-zip"> = {
  id: "pytorch-zip",
  version: 3,
  title: "PyTorch checkpoint",
  spec: "https://pytorch.org/docs/stable/notes/serialization.html",
  matches: (path, head, tail) => isArchive(head, tail) && namesCheckpoint(path, head, tail),
  read: readCheckpoint,
};
export default pytorchZip;
