/** What a claim is about, in words that do not depend on what a release is called. */

import type { Assessment } from "../model/documents.ts";

/** Names of models within a release: `*` for all of them, else what follows the release's name. */
export interface Naming {
  readonly nameOld: (about: string) => string;
  readonly nameNew: (about: string) => string;
}

type Named = Pick<Assessment, "target">;

/** An id is the target, `/` and a folder, `#` and the name of files: the target is cut off. */
export function openNaming(older: Named, newer: Named): Naming {
  return { nameOld: nameIn(older), nameNew: nameIn(newer) };
}

function nameIn({ target }: Named): (about: string) => string {
  return (about) => {
    if (!about.startsWith(target)) return about;
    const rest = about.slice(target.length);
    return /^[/#]/.test(rest) ? rest : about;
  };
}
