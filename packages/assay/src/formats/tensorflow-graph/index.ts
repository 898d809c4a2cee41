import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { readGraph } from "./read.ts";

const tensorflowGraph: Format<"tensorflow-graph"> = {
  id: "tensorflow-graph",
  version: 1,
  title: "TensorFlow graph",
  spec: "https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/protobuf/saved_model.proto",
  matches: (path) => extensionOf(path) === "pb",
  read: readGraph,
};
export default tensorflowGraph;
