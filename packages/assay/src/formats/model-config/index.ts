import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { isPointerHead } from "../shared/pointer-head.ts";
import { readModelConfig } from "./read.ts";

const modelConfig: Format<"model-config"> = {
  id: "model-config",
  version: 1,
  title: "Model configuration",
  spec: "https://huggingface.co/docs/transformers/main_classes/configuration",
  matches: (path, head) => baseName(path) === "config.json" && !isPointerHead(head),
  read: readModelConfig,
};
export default modelConfig;
