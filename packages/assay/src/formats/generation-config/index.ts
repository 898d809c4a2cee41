import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { isPointerHead } from "../shared/pointer-head.ts";
import { readGenerationConfig } from "./read.ts";

const generationConfig: Format<"generation-config"> = {
  id: "generation-config",
  version: 1,
  title: "Generation configuration",
  spec: "https://huggingface.co/docs/transformers/main_classes/text_generation",
  matches: (path, head) => baseName(path) === "generation_config.json" && !isPointerHead(head),
  read: readGenerationConfig,
};
export default generationConfig;
