import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { readJson } from "./read.ts";

const json: Format<"json"> = {
  id: "json",
  version: 2,
  title: "JSON",
  spec: "https://www.rfc-editor.org/rfc/rfc8259",
  general: true,
  matches: (path) => extensionOf(path) === "json",
  read: readJson,
};
export default json;
