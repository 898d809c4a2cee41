/** What Node does better than portable code. Apart from the front door, so that who asks no network loads none. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import type { Platform } from "./model/plugin.ts";

/** Node's hashing and the package's own data files. */
export const platform: Platform = {
  sha256() {
    const hash = createHash("sha256");
    return {
      update: (bytes) => void hash.update(bytes),
      digest: async () => hash.digest("hex"),
    };
  },
  asset: async (name) =>
    name === "fingerprints"
      ? inflateRawSync(await readFile(new URL("../assets/fingerprints.deflate", import.meta.url)))
      : await readFile(new URL(`../assets/${name}.json`, import.meta.url)),
};
