/** What a release was made from. */

import { DECLARED_NAMES } from "../../licenses/held-licenses.ts";
import { openLicenseTerms } from "../../licenses/license-terms.ts";
import { UNSEEN_LICENSES } from "../../licenses/unseen-licenses.ts";
import type { FoundLineage } from "../../model/lineage.ts";
import type { Study } from "../../model/plugin.ts";
import { splitTarget } from "./base-names.ts";
import { readCardBases } from "./card-bases.ts";
import { readFileBases } from "./file-bases.ts";
import { gatherBases } from "./gather.ts";
import { readHostBases } from "./host-bases.ts";
import { findApart, isItself, listNames, readWords } from "./own-words.ts";
import { findWarnings } from "./warnings.ts";

/** Everything in a release that tells of its bases, each with its place. */
export const lineage: Study<FoundLineage> = {
  id: "lineage",
  version: 1,
  async run(bench) {
    const names = await listNames(bench);
    const stated = [...(await readCardBases(bench)), ...(await readFileBases(bench)), ...readHostBases(bench)];
    const terms = await openLicenseTerms(bench.platform);
    return {
      bases: await gatherBases(
        bench,
        stated.filter((one) => !isItself(one, bench)),
      ),
      names,
      owners: bench.release.origins.flatMap(({ target }) => splitTarget(target).owner ?? []),
      apart: await findApart(bench),
      warnings: await findWarnings(bench),
      declaredNames: DECLARED_NAMES,
      terms: new Map([...UNSEEN_LICENSES, ...terms]),
      hasNoticeFile: bench.release.artifacts.some(({ path }) => /(?:^|\/)notice(?:\.\w+)?$/i.test(path)),
      says: await readWords(bench),
    };
  },
};
