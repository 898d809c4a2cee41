import type { Format } from "../../model/plugin.ts";
import { readRequirements } from "./read.ts";

const NAME = /(?:^|\/)requirements(?:[-_.][^/]*)?\.txt$/;

const requirements: Format<"requirements"> = {
  id: "requirements",
  version: 1,
  title: "Requirements of a Python program",
  spec: "https://pip.pypa.io/en/stable/reference/requirements-file-format/",
  matches: (path) => NAME.test(path),
  read: readRequirements,
};
export default requirements;
