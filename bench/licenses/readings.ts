/** What was read by eye in the corpora where a table does not say it, or says it of something else. */

/** Keys of scancode's tables that name no licence in particular: rows are compared without them. */
export const NO_LICENCE_KEYS: ReadonlySet<string> = new Set([
  ..."commercial-license free-unknown generic-cla generic-exception generic-export-compliance generic-tos".split(" "),
  ..."generic-trademark gpl-generic-additional-terms here-disclaimer license-file-reference michigan-disclaimer".split(
    " ",
  ),
  ..."no-license other-copyleft other-permissive proprietary-license public-domain public-domain-disclaimer".split(" "),
  ..."see-license trademark-notice unknown unknown-license-reference unknown-spdx unstated warranty-disclaimer".split(
    " ",
  ),
]);

/** Rows that are left out, each with the reason. */
export const NO_GOLD: Readonly<Record<string, string>> = {
  "licenseclassifier/scenarios/150280258":
    "expects nothing, but the notice names BSD-3-Clause in the words of Apache's notice",
  "licenseclassifier/scenarios/159478550": "expects nothing, but the text is Mozilla's notice of three licences",
  "ai-upstream/qwen-notice.txt": "a list of others' licences, for which the table has no ids",
};

/** The licence that a text is by its words, where its label is another. Found by comparing it with every listed text. */
export const CORRECTED: Readonly<
  Record<string, { readonly expected: readonly string[]; readonly reason: string } | undefined>
> = {
  "ai-upstream/minimax-m2.5-model.txt": {
    expected: ["minimax-model-license-m2.5"],
    reason: "no label in the table; the text names itself, and differs from the first one in its definitions",
  },
  "ai-upstream/glm-5.txt": { expected: ["Apache-2.0"], reason: "no label in the table; the text is Apache's" },
  "ai-upstream/internlm.txt": { expected: ["Apache-2.0"], reason: "the label is a sentence; the base is Apache's" },
  "licenseclassifier/v2/assets/License/Spencer-86/revised.txt": {
    expected: ["Spencer-94"],
    reason: "word for word SPDX's Spencer-94",
  },
  "licenseclassifier/v2/assets/License/Apache-2.0-Modified/license.txt": {
    expected: ["Pixar"],
    reason: "word for word SPDX's Pixar",
  },
  "licenseclassifier/v2/assets/Header/BSD-3-Clause-LBNL/header.txt": {
    expected: ["BSD-4-Clause-Shortened"],
    reason: "word for word SPDX's BSD-4-Clause-Shortened",
  },
  "licenseclassifier/v2/assets/License/BSD-3-Clause/a.txt": {
    expected: ["BSD-4.3TAHOE"],
    reason: "word for word SPDX's BSD-4.3TAHOE",
  },
  "licenseclassifier/v2/assets/License/MIT/a.txt": {
    expected: ["X11-swapped"],
    reason: "word for word SPDX's X11-swapped",
  },
  "licenseclassifier/v2/assets/License/OpenSSL/a.txt": {
    expected: ["OpenSSL-standalone"],
    reason: "SPDX's OpenSSL-standalone but for an address; OpenSSL is that and SSLeay's",
  },
  "licenseclassifier/v2/assets/License/Python-2.0/license.txt": {
    expected: ["PSF-2.0"],
    reason: "word for word SPDX's PSF-2.0; Python-2.0 is that and three others",
  },
  "licenseclassifier/v2/assets/License/BSD-4-Clause/kitware.txt": {
    expected: ["bzip2-1.0.6"],
    reason: "word for word SPDX's bzip2-1.0.6, which has other clauses than BSD-4-Clause",
  },
  "licenseclassifier/v2/assets/License/BSD-4-Clause/vovida.txt": {
    expected: ["VSL-1.0"],
    reason: "Vovida's licence, which SPDX lists, with a word more",
  },
  ...Object.fromEntries(
    ["1.0", "1.0.3", "1.0.4", "1.0.6", "1.0.8"].map((number) => [
      `licenseclassifier/v2/assets/License/bzip2/${number}.txt`,
      { expected: ["bzip2-1.0.6"], reason: "the label has no number; SPDX's text but for the date and an address" },
    ]),
  ),
  "licenseclassifier/v2/assets/License/bzip2/1.0.5.txt": {
    expected: ["bzip2-1.0.5"],
    reason: "the label has no number; word for word SPDX's bzip2-1.0.5",
  },
  "licenseclassifier/v2/assets/License/wxWindows-3.1/license.txt": {
    expected: ["LGPL-2.0-or-later WITH WxWindows-exception-3.1"],
    reason: "the label is on no list; the notice and the exception that the text has",
  },
  "licenseclassifier/v2/assets/License/GPL-3.0-with-GCC-exception/license.txt": {
    expected: ["GCC-exception-3.1"],
    reason: "the exception alone, with a line that says where the licence would be",
  },
  "licenseclassifier/v2/assets/License/GPL-3.0-with-autoconf-exception/license.txt": {
    expected: ["Autoconf-exception-3.0"],
    reason: "the exception alone, with a line that says where the licence would be",
  },
  "licenseclassifier/v2/assets/Header/GPL-2.0-with-autoconf-exception/header.txt": {
    expected: ["GPL-2.0 WITH Autoconf-exception-generic"],
    reason: "SPDX has since listed this wording of Autoconf's exceptions by itself",
  },
  "licenseclassifier/v2/assets/Header/GPL-2.0-with-autoconf-exception/b.txt": {
    expected: ["GPL-2.0 WITH Autoconf-exception-generic"],
    reason: "SPDX has since listed this wording of Autoconf's exceptions by itself",
  },
  "licenseclassifier/v2/assets/Header/GPL-2.0-with-autoconf-exception/a.txt": {
    expected: ["GPL-2.0 WITH Autoconf-exception-macro"],
    reason: "SPDX has since listed this wording of Autoconf's exceptions by itself",
  },
  "licenseclassifier/v2/assets/Header/GPL-3.0-with-autoconf-exception/header.txt": {
    expected: ["GPL-3.0 WITH Autoconf-exception-generic-3.0"],
    reason: "SPDX has since listed this wording of Autoconf's exceptions by itself",
  },
  "licenseclassifier/v2/assets/Header/GPL-3.0-with-autoconf-exception/a.txt": {
    expected: ["GPL-3.0 WITH Autoconf-exception-macro"],
    reason: "SPDX has since listed this wording of Autoconf's exceptions by itself",
  },
  ...Object.fromEntries(
    ["v2/assets/Header/GPL-2.0/d.txt", "scenarios/154985893"].map((path) => [
      `licenseclassifier/${path}`,
      { expected: ["GPL-2.0 WITH Libtool-exception"], reason: "the notice has Libtool's exception, which SPDX lists" },
    ]),
  ),
  "licenseclassifier/v2/assets/Header/GPL-2.0/k.txt": {
    expected: ["GPL-1.0-or-later"],
    reason: "the notice names no version, which is any version (GPL-2.0, section 9)",
  },
  "licenseclassifier/v2/assets/Header/LGPL-2.1/qt_dual.txt": {
    expected: ["LGPL-2.1", "GPL-3.0"],
    reason: "the notice offers both; the label has the first",
  },
  "licenseclassifier/v2/assets/Header/Elastic-2.0/header.txt": {
    expected: ["SSPL-1.0", "Elastic-2.0", "Apache-2.0"],
    reason: "the notice names three; the label has one",
  },
  "licenseclassifier/scenarios/159475529_2": {
    expected: ["GPL-2.0 WITH Classpath-exception-2.0"],
    reason: "the exception stands behind the licence",
  },
  "spdx-texts/txt/depreciate_WXwindows.txt": {
    expected: ["LGPL-2.0-or-later WITH WxWindows-exception-3.1"],
    reason: "the notice is of GNU's Library GPL, where the list puts the GPL in the place of the old id",
  },
};

/**
 * Files of the classifier under a listed label that are another text, on no list: their words are farther from the label's text
 * than from another listed one (`corpora.test.ts` measures it), or name no version of what they name.
 */
export const OTHER_TEXT: Readonly<Record<string, string>> = {
  "licenseclassifier/v2/assets/License/Apache-2.0/beri.txt": "BERI's licence, made from Solderpad's",
  "licenseclassifier/v2/assets/License/BSD-2-Clause/tcpdump.txt": "one paragraph, with a clause on advertising",
  "licenseclassifier/v2/assets/License/BSD-3-Clause/JDOM.txt": "JDOM's licence of four clauses, nearer to Saxpath's",
  "licenseclassifier/v2/assets/License/BSD-3-Clause/juniper.txt": "one paragraph, with a clause on advertising",
  "licenseclassifier/v2/assets/License/BSD-3-Clause/libcap.txt": "libcap's licence, nearer to Tso's variant",
  "licenseclassifier/v2/assets/License/BSD-3-Clause/libcap2.txt": "libcap's licence, nearer to Tso's variant",
  "licenseclassifier/v2/assets/License/BSD-3-Clause/sun.txt":
    "Sun's disclaimer, nearer to the variant on nuclear facilities",
  "licenseclassifier/scenarios/161236205": "Sun's disclaimer, nearer to the variant on nuclear facilities",
  "licenseclassifier/v2/assets/License/HPND-sell-variant/vecmath.txt": "vecmath's licence, nearer to Netrek's",
  "licenseclassifier/v2/assets/License/MIT/dec.txt": "Digital's licence, nearer to ISC's",
  "licenseclassifier/v2/assets/License/MIT/xfig.txt": "Xfig's licence with more rights",
  "licenseclassifier/v2/assets/License/Unicode-DFS-2016/a.txt": "nearer to Unicode's third version",
  "licenseclassifier/v2/assets/License/Zlib/roelofs.txt": "Greg Roelofs's licence, with a clause on advertising",
  "licenseclassifier/v2/assets/Header/Apache-2.0/short.txt": "names an Apache licence, and no version",
  "licenseclassifier/v2/assets/Header/BSD-3-Clause/header.txt": "names a licence in the style of BSD's",
  "licenseclassifier/v2/assets/Header/CDDL-1.0/header.txt": "names the licence, and no version",
};

const VENDOR = "a vendor's own agreement or notice";
const PROJECT = "a project's own words";
const VARIANT = "a variant of a listed licence with other operative words";
const PUBLIC = "says that something is free of copyright, in words of its own";

/** Labels of the classifier that are on no list, neither as an id nor as the name of a listed text, each with what it is. */
export const UNLISTED: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      [
        VENDOR,
        "AdColony-SDK Android-SDK Autodesk-3D-Studio-File-Toolkit BCL Cloud-Pre-GA HTK KUKA Lattice-Semiconductor MTK NREL Sflow " +
          "TPM-2 Tensilica Waymo1P Windows-SDK-10 Xcode Zendesk OROMatcher Facebook-Examples Facebook-2-Clause Facebook-3-Clause",
      ],
      [
        PROJECT,
        "BLAS BSD-FatFs BabelstoneIDS Boost-original DBAD FFT2D GD-Graphic-Library GIF-Encoder GUST-Font-License IDA Lil-1.0 " +
          "Open-Game-License-1.0a SPL-SQRT-FLOOR VMAC dso geant4 getopt BeOpen LicenseRef-takuya-ooura GIAJWTOU-2.0 Rijndael-3.0",
      ],
      [
        VARIANT,
        "Atmel BSD-No-Other-Rights BSD-Rice Bitstream Khronos_OpenCL LicenseRef-C-Ares LicenseRef-MIT-Lucent PIL PNG PPP " +
          "LicenseRef-Nordic-binary LicenseRef-iccjpeg Oracle-Open-Symphony pffft tcl_tk",
      ],
      [PUBLIC, "LicenseRef-nacl RCSB-PDB SQLite USGovernment XZ aopalliance re2c unicode_org"],
      ["a condition that stands beside a licence", "Commons-Clause"],
    ] as const
  ).flatMap(([reason, labels]) => labels.split(" ").map((label) => [label, reason])),
);

/** Publishers' texts that change another licence and have no name of their own. */
export const ALTERED_UPSTREAM: Readonly<Record<string, string>> = {
  "internlm.txt": "Apache-2.0 with a disclaimer put into it",
};

/** Publishers' texts that change a well-known licence and are known by a name of their own: theirs alone is clean. */
export const OWN_NAME: Readonly<Record<string, string>> = {
  "ai-upstream/kimi-k2-modified-mit.txt": "MIT with a duty of display",
  "ai-upstream/kimi-k2.5.txt": "MIT with a duty of display",
  "ai-upstream/minimax-m2-mit-titled.txt": "MIT by its title, with a duty of display",
  "ai-upstream/deepfloyd-if-code.txt": "MIT with conditions",
  "ai-upstream/lfm-1.0.txt": "Apache-2.0 with a limit on revenue",
  "scancode-licensedb-ai/moonshot-ai-modified-mit-2025.txt": "MIT with a duty of display",
  "licensee-fixtures/spec/fixtures/pixar-modified-apache/LICENSE.txt": "Apache-2.0 with another clause on trade names",
};

/** Deprecated ids of SPDX whose file holds the exception alone, with a line that says where the licence would be. */
export const EXCEPTION_ALONE: Readonly<Record<string, string | undefined>> = {
  "GPL-2.0-with-GCC-exception": "GCC-exception-2.0",
  "GPL-2.0-with-autoconf-exception": "Autoconf-exception-2.0",
  "GPL-2.0-with-bison-exception": "Bison-exception-2.2",
  "GPL-2.0-with-classpath-exception": "Classpath-exception-2.0",
  "GPL-2.0-with-font-exception": "Font-exception-2.0",
  "GPL-3.0-with-GCC-exception": "GCC-exception-3.1",
  "GPL-3.0-with-autoconf-exception": "Autoconf-exception-3.0",
};
