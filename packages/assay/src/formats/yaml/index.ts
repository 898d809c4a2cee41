import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { isFrontMatter, readYaml } from "./read.ts";

const EXTENSIONS: readonly string[] = ["yaml", "yml"];

const yaml: Format<"yaml"> = {
  id: "yaml",
  version: 2,
  title: "YAML",
  spec: "https://yaml.org/spec/1.2.2/",
  general: true,
  matches: (path) => EXTENSIONS.includes(extensionOf(path)) || isFrontMatter(path),
  read: readYaml,
};
export default yaml;
