import type { Format } from "../../model/plugin.ts";
import { isPointerHead } from "./pointer-head.ts";
import { readPointer } from "./read.ts";

const lfsPointer: Format<"lfs-pointer"> = {
  id: "lfs-pointer",
  version: 1,
  title: "Git LFS pointer",
  spec: "https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md",
  standsIn: true,
  matches: (_path, head) => isPointerHead(head),
  read: readPointer,
};
export default lfsPointer;
