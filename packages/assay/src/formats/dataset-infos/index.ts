import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readDatasetInfos } from "./read.ts";

const datasetInfos: Format<"dataset-infos"> = {
  id: "dataset-infos",
  version: 1,
  title: "Data set description",
  spec: "https://huggingface.co/docs/datasets/about_dataset_load",
  matches: (path) => baseName(path) === "dataset_infos.json",
  read: readDatasetInfos,
};
export default datasetInfos;
