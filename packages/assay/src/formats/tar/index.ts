import type { Format } from "../../model/plugin.ts";
import { beginsTar, readTar } from "./read.ts";

const tar: Format<"tar"> = {
  id: "tar",
  version: 1,
  title: "TAR archive",
  spec: "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html",
  matches: (_, head) => beginsTar(head),
  read: readTar,
};
export default tar;
