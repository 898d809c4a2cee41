import type { Format } from "../../model/plugin.ts";
import { isArchive, namesCheckpoint } from "../shared/zip/sniff.ts";
import { readArchive } from "./read.ts";

const zip: Format<"zip"> = {
  id: "zip",
  version: 1,
  title: "ZIP archive",
  spec: "https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT",
  matches: (path, head, tail) => isArchive(head, tail) && !namesCheckpoint(path, head, tail),
  read: readArchive,
};
export default zip;
