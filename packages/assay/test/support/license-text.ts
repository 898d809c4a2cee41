/** Licence texts for tests, from the package that the index is compiled from; the repository holds none. */

import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Text of a listed licence. */
export function licenseText(id: string): string {
  const { licenseText: text }: { readonly licenseText: string } = require(`spdx-license-list/licenses/${id}.json`);
  return text;
}
