import { join } from "node:path";

import { compileLicenses } from "../compile-licenses.ts";
import { fromRoot, type Generated, PACKAGE } from "./output.ts";

/** Compiles what is known of licence texts: an asset that ships, and the list of ids. */
export function generateLicenses(): Generated {
  const files = compileLicenses().map(({ path, content }) => ({ path: fromRoot(join(PACKAGE, path)), content }));
  return { files, problems: [] };
}
