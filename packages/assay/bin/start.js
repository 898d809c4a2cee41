// Read by a Node that is new enough; apart from assay.js because an old one cannot parse `import()`.
"use strict";

const { existsSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const { join } = require("node:path");

if (existsSync(join(__dirname, "../dist/cli/main.js"))) {
  // Beside the code, so that only who may change the code may change its cache; where nobody may, there is none.
  enableCompileCache(join(__dirname, "../.cache"));
  import("../dist/cli/main.js");
} else {
  process.stderr.write("assay: the program is not built yet: run npm run build.\n");
  process.exitCode = 64;
}
