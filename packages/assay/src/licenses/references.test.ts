import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { loadLicenseIndex } from "./license-index.ts";
import { createReferenceFinder } from "./references.ts";

const { licenses } = loadLicenseIndex(readFileSync(new URL("../../assets/licenses.json", import.meta.url)));
const find = createReferenceFinder(licenses);

test.each([
  ["# SPDX-License-Identifier: MIT OR Apache-2.0\nimport owl", ["Apache-2.0", "MIT"]],
  ["Owl is licensed under the Apache License, Version 2.0.", ["Apache-2.0"]],
  ["License: MIT", ["MIT"]],
  ["License: BSD 3-Clause", ["BSD-3-Clause"]],
  ["This file is covered by the Mozilla Public License, v. 2.0.", ["MPL-2.0"]],
  [
    "under the terms of the GNU General Public License as published by the FSF; either version 2 of the License, or (at your option) any later version.",
    ["GPL-2.0-or-later"],
  ],
  ["Released under the GNU Lesser General Public License version 2.1 only.", ["LGPL-2.1-only"]],
  ["Licensed under the AGPLv3.", ["AGPL-3.0-only"]],
  ["under the terms of version 2.1 of the GNU Lesser General Public License as published", ["LGPL-2.1-only"]],
  ["under version 2 or (at your option) any later version of the GNU General Public License", ["GPL-2.0-or-later"]],
  ["under version 3 of the GPL", ["GPL-3.0-only"]],
  ["Licensed under the GPL.", ["GPL-1.0-or-later"]],
  ["See https://creativecommons.org/licenses/by-nc/4.0/ for the licence.", ["CC-BY-NC-4.0"]],
  ["See http://opensource.org/licenses/LGPL-2.1", ["LGPL-2.1-only"]],
])("%s", (text, ids) => {
  expect(find(text)).toEqual(ids);
});

test.each([
  "EXTRA_DIST = COPYING.GPL COPYING.LGPL",
  "We use c++ and not g++ to avoid GPL contamination",
  "The MIT Media Lab is in Cambridge.",
  "SPDX-License-Identifier: Not-A-Licence",
  "An owl is a bird, not a licence.",
  "",
])("%j names no licence", (text) => {
  expect(find(text)).toEqual([]);
});
