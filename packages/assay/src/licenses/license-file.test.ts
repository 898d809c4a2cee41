import { expect, test } from "vitest";

import { licenseFileScope } from "./license-file.ts";

test.each([
  ["LICENSE", "all", ""],
  ["LICENCE.txt", "all", ""],
  ["a/b/License.md", "all", "a/b"],
  ["COPYING.LESSER", "all", ""],
  ["UNLICENSE", "all", ""],
  ["LICENSE-MIT", "all", ""],
  ["LICENSE-APACHE-2.0", "all", ""],
  ["LICENSE_1_0.txt", "all", ""],
  ["x/LICENSES/CC-BY-4.0.txt", "all", "x"],
  ["LICENSES/LicenseRef-own.txt", "all", ""],
  ["MODEL_LICENSE", "weights", ""],
  ["LICENSE-MODEL", "weights", ""],
  ["LICENSE_weights", "weights", ""],
  ["MODEL_LICENSE_AGREEMENT.txt", "weights", ""],
  ["LICENSE-CODE", "code", ""],
  ["LICENSE-DATA", "data", ""],
  ["DATA_LICENSE", "data", ""],
  ["docs/LICENSE-DOCS", "document", "docs"],
])("%s governs %s in %j", (path, scope, folder) => {
  expect(licenseFileScope(path)).toEqual({ scope, folder });
});

test.each([
  ...["NOTICE", "USE_POLICY.md", "README.md", "LICENSE.py", "LICENSE-THIRD-PARTY", "LICENSES/README.md", "LICENSE/"],
  ...["LICENSE-CODE-DATA", "license_checker.ts", "LICENSE-constructor", `LICENSE${"-mit".repeat(40)}`, ""],
])("%j is no licence text by name", (path) => {
  expect(licenseFileScope(path)).toBeNull();
});
