import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { readHdf5 } from "./read.ts";
import { hasSignature } from "./superblock.ts";

const ENDINGS: ReadonlySet<string> = new Set(["h5", "hdf5"]);

const hdf5: Format<"hdf5"> = {
  id: "hdf5",
  version: 1,
  title: "HDF5",
  spec: "https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html",
  matches: (path, head) => ENDINGS.has(extensionOf(path)) || hasSignature(head),
  read: readHdf5,
};
export default hdf5;
