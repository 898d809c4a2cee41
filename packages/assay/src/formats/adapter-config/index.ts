import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readAdapterConfig } from "./read.ts";

const adapterConfig: Format<"adapter-config"> = {
  id: "adapter-config",
  version: 1,
  title: "Adapter configuration",
  spec: "https://huggingface.co/docs/peft/package_reference/config",
  matches: (path) => baseName(path) === "adapter_config.json",
  read: readAdapterConfig,
};
export default adapterConfig;
