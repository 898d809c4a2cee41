/** Notes the licence that a model or a data set is known to have, with the place where somebody can look it up. */

import type { Note } from "../../model/ledger.ts";
import type { BaseLicense } from "../../model/lineage.ts";

/** Notes under which licence a model is published, and who says so. */
export function noteHeld(base: string, { ids, source }: BaseLicense): Note {
  const license = ids.join(" or ");
  const message = `${base} is published under ${license} (${source})`;
  const [, repository, commit, path] = /^([^@]+)@([0-9a-f]{40}):(.+)$/.exec(source) ?? [];
  const url =
    repository === undefined ? source : `https://github.com/${repository}/blob/${commit}/${encodeURI(path ?? "")}`;
  return { code: "base-license-known", args: { base, license }, message, basis: "attested", at: { url } };
}
