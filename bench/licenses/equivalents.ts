/** Ids that name the same text. No row joins texts whose operative words differ (`equivalents.test.ts` compares them). */

/** Ids of one text, and why they are. */
export interface Equivalence {
  /** The first is the one that comparisons use. */
  readonly ids: readonly string[];
  readonly reason: string;
  /**
   * `text`: one text for all ids, between which a notice beside it chooses. They are one only where the file is that whole
   * text, or where the gold does not choose either. `always`: two names.
   */
  readonly scope: "always" | "text";
  /** What differs between the texts that go by these names, none of it operative. */
  readonly differences?: string;
}

const BY_NOTICE = "one text; a notice beside it says only or or-later";
const OLD_GNU = "SPDX deprecated the id: a plain version number is -only, a plus is -or-later";
const CLASSIFIER = "same text under the classifier's name";
const LIST = "same text in scancode's LicenseDB";

/** Every joining that the scores use; printed with the table. */
export const EQUIVALENTS: readonly Equivalence[] = [
  ...["AGPL-1.0", "AGPL-3.0", "GPL-1.0", "GPL-2.0", "GPL-3.0", "LGPL-2.0", "LGPL-2.1", "LGPL-3.0"].flatMap(joinGnu),
  ...["GFDL-1.1", "GFDL-1.2", "GFDL-1.3"].map(joinFreeDoc),
  text(["MPL-2.0", "MPL-2.0-no-copyleft-exception"], "one text; Exhibit B is chosen in a notice"),
  text(["OFL-1.0", "OFL-1.0-RFN", "OFL-1.0-no-RFN"], "one text; a line names the reserved font names"),
  text(["OFL-1.1", "OFL-1.1-RFN", "OFL-1.1-no-RFN"], "one text; a line names the reserved font names"),
  text(["CAL-1.0", "CAL-1.0-Combined-Work-Exception"], "one text; a notice grants the exception"),
  always(["SMLNJ", "StandardML-NJ"], "SPDX deprecated the second"),
  always(
    ["GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-with-classpath-exception"],
    "SPDX deprecated the second",
  ),
  always(["GPL-2.0-only WITH Autoconf-exception-2.0", "GPL-2.0-with-autoconf-exception"], "SPDX deprecated the second"),
  always(["GPL-2.0-only WITH Bison-exception-2.2", "GPL-2.0-with-bison-exception"], "SPDX deprecated the second"),
  always(["GPL-2.0-only WITH Font-exception-2.0", "GPL-2.0-with-font-exception"], "SPDX deprecated the second"),
  always(["GPL-2.0-only WITH GCC-exception-2.0", "GPL-2.0-with-GCC-exception"], "SPDX deprecated the second"),
  always(["GPL-3.0-only WITH Autoconf-exception-3.0", "GPL-3.0-with-autoconf-exception"], "SPDX deprecated the second"),
  always(["GPL-3.0-only WITH GCC-exception-3.1", "GPL-3.0-with-GCC-exception"], "SPDX deprecated the second"),
  always(["GPL-2.0-or-later WITH eCos-exception-2.0", "eCos-2.0"], "SPDX deprecated the second"),
  always(["GPL-2.0-or-later WITH WxWindows-exception-3.1", "wxWindows"], "SPDX deprecated the second"),
  always(["BSD-2-Clause", "BSD-2-Clause-NetBSD"], "SPDX deprecated the second", "whom the disclaimer names"),
  // The classifier's names of texts that SPDX lists.
  ...(
    [
      ["0BSD", "BSD-0-Clause"],
      ["BSD-3-Clause-flex", "BSD-2-Clause-Flex"],
      ["BSD-3-Clause-Open-MPI", "BSD-3-Clause-OpenMPI"],
      ["CERN-OHL-W-2.0", "CERN-OHL-WR-v2"],
      ["FSFAP-no-warranty-disclaimer", "GNU-All-permissive-Copying-License"],
      ["Inner-Net-2.0", "InnerNet"],
      ["MIT-Khronos-old", "Khronos"],
      ["Ubuntu-font-1.0", "UFL-1.0"],
      ["JasPer-2.0", "JasPer"],
      ["GPL-3.0-only WITH Bison-exception-2.2", "GPL-3.0-with-bison-exception"],
      ["Apache-2.0 WITH LLVM-exception", "Apache-with-LLVM-Exception"],
      ["Apache-2.0 WITH Swift-exception", "Apache-with-Runtime-Exception"],
    ] as const
  ).map(([id, label]) => always([id, label], CLASSIFIER)),
  always(["WordNet", "WordNet-3.0"], CLASSIFIER, "line of copyright"),
  always(["LZMA-SDK-9.22", "LZMA"], CLASSIFIER, "title"),
  always(["NCBI-PD", "NCBI"], CLASSIFIER, "number of authors, as the template of the list lets it"),
  always(["dtoa", "X11-Lucent"], CLASSIFIER, "who is the author, line of copyright"),
  always(["BSD-1-Clause", "uthash"], CLASSIFIER, "whom the disclaimer names, line of copyright"),
  always(["HTMLTIDY", "JTidy"], CLASSIFIER, "title, a missing 'held' in 'will not be held liable'"),
  always(["RSA-MD", "RSA"], CLASSIFIER, "line of copyright"),
  always(["Python-2.0", "Python-2.0-complete"], CLASSIFIER, "quotes that were written for HTML"),
  always(["OLDAP-2.8", "OpenLDAP"], CLASSIFIER, "the name of a program in the title"),
  always(["Minpack", "Entenssa"], CLASSIFIER, "title"),
  always(["Intel-ACPI", "GenericIntel"], CLASSIFIER, "title, line of copyright"),
  always(["ANTLR-PD", "ANTLR"], CLASSIFIER, "title, who supported it, how to reach its author"),
  always(["CERN-OHL-1.2", "CERN-OHL-v1.2"], CLASSIFIER, "title, place and date"),
  always(
    ["BUSL-1.1", "Business-Source-License-1.1"],
    CLASSIFIER,
    "a notice that it is no open-source licence, numbers",
  ),
  // AI licences: the hub's name or the publisher's, then the label of ai-upstream, then LicenseDB's key.
  always(["llama2", "llama-2-license-2023"], LIST),
  always(["llama3.1", "llama-3.1", "llama-3.1-license-2024"], LIST),
  always(["llama3.2", "llama-3.2-license-2024"], LIST),
  always(["llama3.3", "llama-3.3-license-2024"], LIST),
  always(["llama4", "llama-4-cla-2025"], LIST),
  always(["policy:llama4", "llama4-use-policy", "llama-4-license-2025"], LIST, "marks of lists, addresses of links"),
  always(["llama1", "llama-license-2023"], LIST),
  always(["chameleon-research", "chameleon-research-2024"], LIST),
  always(["creativeml-openrail-m", "stable-diffusion-2022-08-22"], LIST),
  always(["bigscience-openrail-m", "bigscience-open-rail-m"], LIST),
  always(["bigscience-bloom-rail-1.0", "bigscience-rail-1.0"], LIST),
  always(["bigcode-openrail-m", "bigcode-open-rail-m-v1"], LIST),
  always(
    ["openrail++", "openrail-plus-plus", "bigscience-open-rail-m2"],
    LIST,
    "title, date, line of copyright, numbers of a list, the name by which the text calls itself",
  ),
  always(["deepseek-license-1.0", "deepseek-la-1.0"], LIST),
  always(["exaone-nc", "exaone-1.1-nc", "exaone-ai-model-1.1-nc"], LIST),
  always(["tongyi-qianwen", "tongyi-qianwen-2023"], LIST),
  always(["kimi-k2", "MIT+modified(kimi-k2)", "moonshot-ai-modified-mit-2025"], LIST),
  always(["kimi-k2.5", "MIT+modified(kimi-k2.5)"], "label of ai-upstream"),
  always(["minimax-m2", "MIT+modified(minimax-m2)"], "label of ai-upstream"),
  always(["OpenMDW-1.0", "openmdw-1.0"], LIST),
  always(
    ["tencent-hunyuan-community", "tencent-hunyuan-video", "tencent-hunyuan-image-3.0"],
    "one label of ai-upstream for both",
    "dates, the models and places that a definition lists, the licensor's name",
  ),
  // Our ids, whose `license.json` names the text by its digest, and the labels of those files.
  ...(
    [
      ["llama2-use-policy", "policy:llama2"],
      ["llama3-use-policy", "policy:llama3"],
      ["llama3.1-use-policy", "policy:llama3.1"],
      ["llama3.2-use-policy", "policy:llama3.2"],
      ["llama3.3-use-policy", "policy:llama3.3"],
      ["chameleon-use-policy", "policy:chameleon"],
      ["gpt-oss-use-policy", "policy:gpt-oss"],
      ["apple-ascl", "apple-ascl-like"],
      ["minimax-model", "minimax-model-license"],
      ["kolors", "kolors-license"],
      ["cogvideox", "cogvideox-license"],
      ["chatglm-6b", "chatglm-6b-license"],
      ["chatglm2-6b", "chatglm2-6b-license"],
      ["yi-2.1", "yi-license-2.1"],
      ["yi-2.0", "yi-license"],
      ["flux-2-dev-non-commercial", "flux-non-commercial-2"],
      ["deepfloyd-if-code", "deepfloyd-if-modified-mit"],
      ["qwen", "qwen-2024"],
      ["apple-ml-ferret", "apple-ml-ferret-2023"],
      ["bilibili-model-use", "bilibili-model-ula-2025-09-09"],
      ["falcon-2-11b", "falcon-2-11b-1.0"],
      ["gemma-prohibited-use-policy", "gemma-pup-2024-02-21"],
      ["gemma-2024-04-01", "gemma-tou-2024-04-01"],
      ["gemma-2025-03-24", "gemma-tou-2025-03-24"],
      ["google-ml-kit-terms", "google-ml-kit-tos-2022"],
      ["hyperclova-x-seed", "hyperclova-x-seed-2025"],
      ["ltxv-open-weights-2025-04-17", "ltxv-owl-2025-04-17"],
      ["ltxv-open-weights-2025-05-05", "ltxv-owl-2025-05-05"],
      ["nvidia-data-model-training", "nvidia-model-training-2025"],
      ["nvidia-open-model", "nvidia-open-model-2025-04-28"],
      ["openai-terms-2023-03-14", "openai-tou-20230314"],
      ["openai-terms-2024-12-11", "openai-tou-20241211"],
      ["salesforce-ai-use-policy", "salesforce-ai-aup-2025"],
      ["salesforce-ai-ethics", "salesforce-ai-ethics-2025"],
      ["stability-community", "stability-ai-community-2024"],
      ["trendmicro-community-1.0", "trendmicro-cl-1.0"],
      ["stability-nc-research-2023-12-06", "stability-ai-nc-2023-12-06"],
      ["tencent-hunyuan-3d-2.0", "tencent-hunyuan-3d-2.0-cla"],
      ["minimax-model-m2.5", "minimax-model-license-m2.5"],
    ] as const
  ).map(([id, label]) => always([id, label], "the same file, by its digest")),
];

const CANONICAL = {
  id: indexIds(EQUIVALENTS.filter(({ scope }) => scope === "always")),
  family: indexIds(EQUIVALENTS),
};

/**
 * The id that stands for a name in comparisons: without `LicenseRef-` and scancode's mark, in lower case, joined with its
 * equivalents. `A WITH B` stands for itself with both parts so read.
 */
export function canonicalId(name: string, compare: "id" | "family"): string {
  const table = CANONICAL[compare];
  const look = (id: string): string => follow(table, id.toLowerCase().replace(/^licenseref-(?:scancode-)?/, ""));
  return look(name.split(" WITH ").map(look).join(" with ")).split(" with ").map(look).join(" with ");
}

/** Follows joinings to the end: a deprecated id to the current one, and that to its family. */
function follow(table: ReadonlyMap<string, string>, id: string): string {
  const next = table.get(id);
  return next === undefined || next === id ? id : follow(table, next);
}

function indexIds(rows: readonly Equivalence[]): ReadonlyMap<string, string> {
  const pairs = rows.flatMap(({ ids: [first = "", ...others] }) => others.map((id) => [id, first] as const));
  return new Map(pairs.map(([id, first]) => [id.toLowerCase(), first.toLowerCase()]));
}

function joinGnu(version: string): readonly Equivalence[] {
  return [
    always([`${version}-only`, version], OLD_GNU),
    always([`${version}-or-later`, `${version}+`], OLD_GNU, "where the file ends: appendix, GPL behind the LGPL"),
    text([`${version}-only`, `${version}-or-later`], BY_NOTICE),
  ];
}

function joinFreeDoc(version: string): Equivalence {
  const endings = ["only", "or-later", "invariants-only", "invariants-or-later", "no-invariants-only"];
  const ids = [...endings, "no-invariants-or-later"].map((ending) => `${version}-${ending}`);
  return text([...ids, version], `${BY_NOTICE}, and which sections are invariant`);
}

function always(ids: readonly string[], reason: string, differences?: string): Equivalence {
  return { ids, reason, scope: "always", ...(differences === undefined ? {} : { differences }) };
}

function text(ids: readonly string[], reason: string): Equivalence {
  return { ids, reason, scope: "text" };
}
