import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { readPython } from "./read.ts";

const python: Format<"python"> = {
  id: "python",
  version: 1,
  title: "Python source",
  spec: "https://docs.python.org/3/reference/grammar.html",
  isDocument: true,
  matches: (path) => extensionOf(path) === "py",
  read: readPython,
};
export default python;
