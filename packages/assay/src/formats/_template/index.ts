import type { Format } from "../../model/plugin.ts";
import { readTemplateId } from "./read.ts";

const templateId: Format<"template-id"> = {
  id: "template-id",
  version: 1,
  title: "What it is, in two to five words",
  spec: "https://example.org/the-specification-that-the-reader-follows",
  matches: (path) => path.endsWith(".template-id"),
  read: readTemplateId,
};
export default templateId;
