import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readGenerationConfig } from "./read.ts";

const generationConfig: Format<"generation-config"> = {
  id: "generation-config",
  version: 1,
  title: "Generation configuration",
  spec: "https://huggingface.co/docs/transformers/main_classes/text_generation",
  matches: (path) => baseName(path) === "generation_config.json",
  read: readGenerationConfig,
};
export default generationConfig;
