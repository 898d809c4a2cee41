import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { isMagic, readGguf } from "./read.ts";

const gguf: Format<"gguf"> = {
  id: "gguf",
  version: 4,
  title: "GGUF",
  spec: "https://github.com/ggml-org/ggml/blob/master/docs/gguf.md",
  matches: (path, head) => extensionOf(path) === "gguf" || isMagic(head),
  read: readGguf,
};
export default gguf;
