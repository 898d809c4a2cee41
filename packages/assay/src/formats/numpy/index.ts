import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { isMagic } from "./header.ts";
import { readNumpy } from "./read.ts";

const numpy: Format<"numpy"> = {
  id: "numpy",
  version: 1,
  title: "NumPy array",
  spec: "https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html",
  matches: (path, head) => extensionOf(path) === "npy" || isMagic(head),
  read: readNumpy,
};
export default numpy;
