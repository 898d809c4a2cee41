import type { Format } from "../../model/plugin.ts";
import { isTextName, readText } from "./read.ts";

const text: Format<"text"> = {
  id: "text",
  version: 1,
  title: "Plain text",
  spec: "https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/",
  general: true,
  isDocument: true,
  matches: isTextName,
  read: readText,
};
export default text;
