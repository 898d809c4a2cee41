import type { Format } from "../../model/plugin.ts";
import { isCompressed, readCompressed } from "./read.ts";

const compressed: Format<"compressed"> = {
  id: "compressed",
  version: 1,
  title: "Compressed file: gzip, zlib, bzip2, xz, LZMA, LZ4 or Zstandard",
  spec: "https://www.rfc-editor.org/rfc/rfc1952",
  matches: (_, head) => isCompressed(head),
  read: readCompressed,
};
export default compressed;
