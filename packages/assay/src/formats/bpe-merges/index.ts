import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readBpeMerges } from "./read.ts";

const bpeMerges: Format<"bpe-merges"> = {
  id: "bpe-merges",
  version: 1,
  title: "Merges of a byte-pair encoding",
  spec: "https://github.com/huggingface/tokenizers/blob/main/tokenizers/src/models/bpe/model.rs",
  matches: (path) => baseName(path) === "merges.txt",
  read: readBpeMerges,
};
export default bpeMerges;
