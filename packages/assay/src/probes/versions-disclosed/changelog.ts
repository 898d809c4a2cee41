/** Files that tell what changed. */

import { isAside, splitPath } from "../../studies/shared/path-words.ts";
import type { Desk } from "../shared/disclosed.ts";
import { noteNamedFiles } from "../shared/named-files.ts";

const CHANGELOG = /^(?:change[-_ ]?log|changes|release[-_ ]?notes|history|news|updates)$/i;
const PROSE: ReadonlySet<string> = new Set(["", "md", "txt", "rst"]);

/** Characters of a file in which its first entry is looked for. */
const LONGEST = 20_000;

/** The heading or the first words of an entry: a version or a date. */
const ENTRY = /^[ \t]{0,4}(?:[#*+-]{1,4} |\[)?.{0,30}?(?:\bv?\d{1,4}\.\d{1,3}(?:\.\d{1,3})?\b|\b20\d\d[-/.]\d{1,2}\b)/m;

/** A heading with a version or a date. */
const HEADING = /^#{1,4} .{0,40}?(?:\bv?\d{1,4}\.\d{1,3}|\b20\d\d[-/.]\d{1,2}\b)/m;

/** Changelogs in the root or on a shelf of documents; one at hand has an entry. */
export async function noteChangelog(desk: Desk): Promise<readonly string[]> {
  return await noteNamedFiles(desk, {
    what: "a list of changes",
    isCalled({ path }) {
      const { folders, stem, extension } = splitPath(path);
      return CHANGELOG.test(stem) && PROSE.has(extension) && folders.length <= 1 && !isAside(path);
    },
    find(content) {
      const text = content
        .slice(0, LONGEST)
        .replace(/<!--[\s\S]{0,5000}?-->/g, (comment) => " ".repeat(comment.length));
      const heading = text.search(HEADING);
      return heading >= 0 ? heading : text.search(ENTRY);
    },
  });
}
