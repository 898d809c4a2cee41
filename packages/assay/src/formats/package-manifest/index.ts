import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readPackageManifest } from "./read.ts";

const packageManifest: Format<"package-manifest"> = {
  id: "package-manifest",
  version: 1,
  title: "npm package manifest",
  spec: "https://docs.npmjs.com/cli/configuring-npm/package-json",
  matches: (path) => baseName(path) === "package.json",
  read: readPackageManifest,
};
export default packageManifest;
