import type { Format } from "../../model/plugin.ts";
import { isPointerHead } from "../shared/pointer-head.ts";
import { isMarkdownName, readMarkdown } from "./read.ts";

const markdown: Format<"markdown"> = {
  id: "markdown",
  version: 1,
  title: "Markdown",
  spec: "https://spec.commonmark.org/0.31.2/",
  matches: (path, head) => isMarkdownName(path) && !isPointerHead(head),
  read: readMarkdown,
};
export default markdown;
