/** Files that hold a policy of use, or say how to report what goes wrong. */

import { isForeign, splitPath } from "../../studies/shared/path-words.ts";
import { isPromise } from "../../studies/shared/prose.ts";
import type { Desk } from "../shared/disclosed.ts";
import { noteNamedFiles } from "../shared/named-files.ts";

const POLICY = /^(?:.{0,30}[-_ ])?(?:acceptable[-_ ]?)?us(?:e|age)[-_ ]?policy|^prohibited[-_ ]?uses?/i;
const SECURITY = /^security$/i;
/** Folders in which hosts look for it. */
const SECURITY_FOLDER = /^(?:|\.github|docs)$/i;
const PROSE: ReadonlySet<string> = new Set(["", "md", "txt", "pdf", "rst", "markdown"]);

/** Characters of a file in which its first sentence is looked for. */
const LONGEST = 20_000;

/** Files that are called a policy of use. */
export async function notePolicy(desk: Desk): Promise<readonly string[]> {
  return await noteNamedFiles(desk, {
    what: "a policy of use",
    isCalled: ({ path }) => isProse(path) && POLICY.test(splitPath(path).stem),
    find: findSentence,
  });
}

/** The file in which a repository says how to report a weakness. */
export async function noteSecurity(desk: Desk): Promise<readonly string[]> {
  return await noteNamedFiles(desk, {
    what: "a route for reports",
    isCalled({ path }) {
      const { folders, stem } = splitPath(path);
      return isProse(path) && SECURITY.test(stem) && SECURITY_FOLDER.test(folders.join("/"));
    },
    find: findSentence,
  });
}

function isProse(path: string): boolean {
  return !isForeign(path) && PROSE.has(splitPath(path).extension);
}

/** Offset of the first sentence of a text; -1 where it has none. */
function findSentence(content: string): number {
  let offset = 0;
  for (const line of content.slice(0, LONGEST).split("\n")) {
    const letters = line.match(/\p{L}/gu)?.length ?? 0;
    if (letters >= 20 && !line.startsWith("#") && !isPromise(line)) return offset;
    offset += line.length + 1;
  }
  return -1;
}
