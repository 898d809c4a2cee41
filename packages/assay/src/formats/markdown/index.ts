import type { Format } from "../../model/plugin.ts";
import { isMarkdownName, readMarkdown } from "./read.ts";

const markdown: Format<"markdown"> = {
  id: "markdown",
  version: 1,
  title: "Markdown",
  spec: "https://spec.commonmark.org/0.31.2/",
  isDocument: true,
  matches: isMarkdownName,
  read: readMarkdown,
};
export default markdown;
