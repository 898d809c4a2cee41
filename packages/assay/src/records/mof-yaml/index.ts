import type { RecordReader } from "../../model/plugin.ts";
import { readMofRecord } from "./read.ts";

const mofYaml: RecordReader<"mof-yaml"> = {
  id: "mof-yaml",
  version: 1,
  title: "Model Openness Framework record",
  spec: "https://github.com/lfai/model_openness_tool/blob/main/schema/mof_schema.json",
  read: readMofRecord,
};

export default mofYaml;
