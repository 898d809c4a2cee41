/** Holds the levels that a manifest announces against what was ruled. */

import { UsageError } from "../model/errors.ts";
import type { Finding, Framework, FrameworkResult, Manifest } from "../model/types.ts";
import { findLevel } from "./address.ts";

/** One finding for each announced level that is disproved (warning) or not proven (note). */
export function checkAnnounced(
  manifest: Manifest,
  frameworks: readonly Framework[],
  results: readonly FrameworkResult[],
): readonly Finding[] {
  return manifest.intends.flatMap((announced): readonly Finding[] => {
    const found = find(announced, frameworks);
    if (found === null)
      return [report(manifest, announced, { severity: "note", state: "which is no level of a framework here" })];
    const { framework, level } = found;
    const result = results[frameworks.indexOf(framework)];
    const rank = (id: string | null | undefined): number => framework.levels.findIndex((one) => one.id === id);
    const isAtLeast = (id: string | null | undefined): boolean => rank(id) >= 0 && rank(id) <= rank(level.id);
    if (isAtLeast(result?.level)) return [];
    if (isAtLeast(result?.ceiling))
      return [report(manifest, announced, { severity: "note", state: "which is not proven" })];
    return [report(manifest, announced, { severity: "warning", state: "which is not reached" })];
  });
}

function find(announced: string, frameworks: readonly Framework[]): ReturnType<typeof findLevel> | null {
  try {
    return findLevel(announced, frameworks);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

type Judged = { readonly severity: Finding["severity"]; readonly state: string };

function report({ path }: Manifest, announced: string, { severity, state }: Judged): Finding {
  const message = `${path} announces ${announced}, ${state}`;
  return { rule: "manifest/announced", severity, code: "announced", args: { announced, state }, message, at: { path } };
}
