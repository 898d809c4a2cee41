/** What is said beside a licence, as a source of terms: it is held against what governs the weights, and settles nothing. */

import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile, type Remark } from "../shared/noting.ts";
import { governsBy, type LicenseSource } from "./sources.ts";

/** Words that restrict, the place they stand in, and the folder whose weights they are about. */
export interface SaidBeside extends Pick<Remark, "at" | "quote" | "message"> {
  readonly words: string;
  readonly folder: string;
  readonly agreesWith: RegExp | undefined;
}

/** Describes it; whatever governs has to agree with it. */
export async function describeBeside(
  bench: Workbench,
  artifact: Artifact,
  { words, folder, agreesWith, ...remark }: SaidBeside,
): Promise<LicenseSource> {
  const said = { code: "license-in-prose", args: { path: artifact.path, words }, ...remark };
  return {
    kind: "prose",
    artifact,
    folder,
    scope: "weights",
    declared: words,
    found: null,
    terms: { because: "conflicting" },
    governs: governsBy(folder),
    note: await noteFile(bench, artifact, { ...said, basis: "declared" }),
    ...(agreesWith && { agreesWith }),
  };
}
