import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readModelConfig } from "./read.ts";

const modelConfig: Format<"model-config"> = {
  id: "model-config",
  version: 2,
  title: "Model configuration",
  spec: "https://huggingface.co/docs/transformers/main_classes/configuration",
  matches: (path) => baseName(path) === "config.json",
  read: readModelConfig,
};
export default modelConfig;
