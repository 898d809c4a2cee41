import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readPyproject } from "./read.ts";

const pyproject: Format<"pyproject"> = {
  id: "pyproject",
  version: 1,
  title: "Python project manifest",
  spec: "https://packaging.python.org/en/latest/specifications/pyproject-toml/",
  matches: (path) => baseName(path) === "pyproject.toml",
  read: readPyproject,
};
export default pyproject;
