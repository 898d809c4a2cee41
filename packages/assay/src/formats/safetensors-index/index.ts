import type { Format } from "../../model/plugin.ts";
import { readSafetensorsIndex } from "./read.ts";

const safetensorsIndex: Format<"safetensors-index"> = {
  id: "safetensors-index",
  version: 1,
  title: "Index of sharded safetensors",
  spec: "https://huggingface.co/docs/transformers/big_models",
  matches: (path) => path.endsWith(".safetensors.index.json"),
  read: readSafetensorsIndex,
};
export default safetensorsIndex;
