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
};

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
