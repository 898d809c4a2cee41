/** licensee's fixtures as files: its gold is by folder, and what it says of a folder is not always what a file says. */

import type { Change, GoldRow } from "./gold.ts";

/** File of a fixture, where it is not LICENSE. */
const FILES: Readonly<Record<string, string>> = {
  bom: "LICENSE.txt",
  bsl: "LICENSE_1_0.txt",
  "case-sensitive": "LiCeNsE.TxT",
  "cc-by-sa-mdlinks": "License.md",
  "cc-by-sa-nocclicensor": "License.md",
  "copyright-encoding": "COPYING",
  "crlf-bsd": "LICENSE.md",
  "eupl-cal2017": "LICENSE.txt",
  html: "license.html",
  "license-in-parent-folder": "LICENSE.txt",
  "licenses-dir": "LICENSES/MIT.txt",
  "licenses-dir-with-license-ref": "LICENSES/LicenseRef-MIT.txt",
  mit: "LICENSE.txt",
  "mit-optional": "LICENSE.txt",
  "mit-with-copyright": "LICENSE.txt",
  "pixar-modified-apache": "LICENSE.txt",
  readme: "README.md",
  "readme-invalid-encoding": "README.md",
};

const MARKDOWN = [
  ..."agpl-3.0 apache-2.0 artistic-2.0 bsd-3-clause cc-by-4.0 cc-by-sa-4.0 cc0-1.0 epl-1.0 gfdl-1.3 gpl-2.0 gpl-3.0".split(
    " ",
  ),
  ..."lgpl-2.1 lgpl-3.0 mit mpl-2.0 unlicense".split(" "),
];

/** Fixtures of one file whose text is the licence that licensee gives the folder. */
const AS_LABELLED: Readonly<Record<string, string>> = {
  "apache-with-readme-notice": "Apache-2.0",
  bom: "MIT",
  "bsd-2-author": "BSD-2-Clause",
  "bsd-3-authorowner": "BSD-3-Clause",
  "bsd-3-multilinecopyright": "BSD-3-Clause",
  "bsd-3-linebreak-owner": "BSD-3-Clause",
  "bsd-3-noendorseslash": "BSD-3-Clause",
  bsl: "BSL-1.0",
  "cc-by-sa-mdlinks": "CC-BY-SA-4.0",
  "cc-by-sa-nocclicensor": "CC-BY-SA-4.0",
  "cc0-cal2013": "CC0-1.0",
  "cc0-cc": "CC0-1.0",
  "crlf-bsd": "BSD-3-Clause",
  "crlf-license": "GPL-3.0",
  "eupl-cal2017": "EUPL-1.2",
  "gpl3-without-instructions": "GPL-3.0",
  html: "EPL-1.0",
  "license-in-parent-folder": "MIT",
  "license-with-readme-reference": "MIT",
  "licenses-dir": "MIT",
  "licenses-dir-with-license-ref": "MIT",
  mit: "MIT",
  "mit-optional": "MIT",
  "mit-with-copyright": "MIT",
  "mpl-without-hrs": "MPL-2.0",
  "multiple-arrs": "BSD-3-Clause",
  readme: "MIT",
  "readme-invalid-encoding": "MIT",
  "unlicense-noinfo": "Unlicense",
  vim: "Vim",
};

/** What the texts say by eye where licensee says "other" or "no licence", or has several files in the folder. */
const BY_EYE: readonly (readonly [path: string, id: string | null])[] = [
  // "other" since licensee has no such licence; the texts are SPDX's.
  ["cc-by-nc-sa/LICENSE", "CC-BY-NC-SA-4.0"],
  ["cc-by-nd/LICENSE", "CC-BY-ND-4.0"],
  ["pixar-modified-apache/LICENSE.txt", "Pixar"],
  // "other" for the folder: a BSD text and a grant of patents beside it, which SPDX does not list alone.
  ["bsd-plus-patents/license.txt", "BSD-3-Clause"],
  // "other" for the folder, which holds several texts.
  ["licenses-dir-with-multiple-license-files/LICENSES/MIT.txt", "MIT"],
  ["licenses-dir-with-multiple-license-files/LICENSES/MPL-2.0.txt", "MPL-2.0"],
  ["licenses-dir-with-top-level-license/LICENSE.md", "Apache-2.0"],
  ["licenses-dir-with-top-level-license/LICENSES/MIT.txt", "MIT"],
  ["multiple-license-files/LICENSE", "MPL-2.0"],
  ["multiple-license-files/LICENSE.txt", "MIT"],
  ["lgpl/LICENSE", "GPL-3.0"],
  ["lgpl/COPYING.lesser", "LGPL-3.0"],
  ["bsd-3-lists/LICENSE.BULLETS", "BSD-3-Clause"],
  ["bsd-3-lists/LICENSE.NUMBERS", "BSD-3-Clause"],
  ["gpl-2.0_markdown_headings/LICENSE.md", "GPL-2.0"],
  // An empty file, a year with a name, a copyright line.
  ["case-sensitive/LiCeNsE.TxT", null],
  ["description-license/LICENSE", null],
  ["copyright-encoding/COPYING", null],
];

/** Texts whose clauses somebody changed; the id is of what was changed. */
const ALTERED: readonly (readonly [path: string, base: string])[] = [
  ["fcpl-modified-mpl/LICENSE", "MPL-2.0"],
  ["wrk-modified-apache/LICENSE", "Apache-2.0"],
];

/** Rows of licensee's fixtures; the folders without a text of a licence (gemspec, license-folder, webmock) give none. */
export function listFixtures(): readonly GoldRow[] {
  const labelled = Object.entries(AS_LABELLED).map(([name, id]) => toRow(`${name}/${FILES[name] ?? "LICENSE"}`, id));
  const markdown = MARKDOWN.map((key) => toRow(`${key}_markdown/LICENSE.md`, key));
  const byEye = BY_EYE.map(([path, id]) => toRow(path, id));
  return [...labelled, ...markdown, ...byEye, ...ALTERED.map(([path, base]) => toRow(path, base, "altered"))];
}

function toRow(path: string, id: string | null, change: Change = "none"): GoldRow {
  const expected = id === null ? [] : [id];
  return { set: "licensee", path: `licensee-fixtures/spec/fixtures/${path}`, expected, compare: "family", change };
}
