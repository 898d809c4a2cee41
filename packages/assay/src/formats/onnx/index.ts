import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { looksLikeModel, readOnnx } from "./read.ts";

const onnx: Format<"onnx"> = {
  id: "onnx",
  version: 2,
  title: "ONNX",
  spec: "https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3",
  matches: (path, head) => extensionOf(path) === "onnx" || looksLikeModel(head),
  read: readOnnx,
};
export default onnx;
