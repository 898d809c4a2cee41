import type { Format } from "../../model/plugin.ts";
import { isPickle, readPickle } from "./read.ts";

const pickle: Format<"pickle"> = {
  id: "pickle",
  version: 1,
  title: "Python pickle",
  spec: "https://docs.python.org/3/library/pickletools.html",
  matches: (path, head) => isPickle(path, head),
  read: readPickle,
};
export default pickle;
