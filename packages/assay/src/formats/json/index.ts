import type { Format } from "../../model/plugin.ts";
import { extensionOf, isNamedJson } from "../shared/file-name.ts";
import { isPointerHead } from "../shared/pointer-head.ts";
import { readJson } from "./read.ts";

const json: Format<"json"> = {
  id: "json",
  version: 1,
  title: "JSON",
  spec: "https://www.rfc-editor.org/rfc/rfc8259",
  matches: (path, head) => extensionOf(path) === "json" && !isNamedJson(path) && !isPointerHead(head),
  read: readJson,
};
export default json;
