/** Assesses every folder named, each with its TREE.tsv as the listing of its origin, in one process. */

import { join } from "node:path";
import { assess } from "openassay";

for (const target of process.argv.slice(2)) {
  const { frameworks } = await assess({ target, listing: join(target, "TREE.tsv") });
  if (frameworks.length === 0) throw new Error(`${target} was ruled by no framework`);
}
