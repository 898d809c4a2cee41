import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { looksLikeHeader, readSafetensors } from "./read.ts";

const safetensors: Format<"safetensors"> = {
  id: "safetensors",
  version: 1,
  title: "Safetensors",
  spec: "https://github.com/huggingface/safetensors#format",
  matches: (path, head) => extensionOf(path) === "safetensors" || looksLikeHeader(head),
  read: readSafetensors,
};
export default safetensors;
