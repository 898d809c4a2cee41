import type { Format } from "../../model/plugin.ts";
import { isPointerHead } from "../shared/pointer-head.ts";
import { isTextName, readText } from "./read.ts";

const text: Format<"text"> = {
  id: "text",
  version: 1,
  title: "Plain text",
  spec: "https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/",
  matches: (path, head) => isTextName(path) && !isPointerHead(head),
  read: readText,
};
export default text;
