import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readCitation } from "./read.ts";

const citation: Format<"citation"> = {
  id: "citation",
  version: 1,
  title: "Citation File Format",
  spec: "https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md",
  isDocument: true,
  matches: (path) => baseName(path) === "CITATION.cff",
  read: readCitation,
};
export default citation;
