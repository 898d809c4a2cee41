/** Which of its files a gated repository gives: found out with one or two requests, not file by file. */

import type { Artifact } from "../../model/types.ts";
import { Withheld } from "./fetch-file.ts";

/** Files that a hub may give to anyone: they prove no access to the others. */
const PUBLIC = /^(?:readme\.md|licen[cs]e(?:\.\w+)?)$/i;
const README = /^readme\.md$/i;

/** Paths of the files that are given out; null when all of them are. Without a token nothing but the card is asked for. */
export async function findGiven(
  artifacts: readonly Artifact[],
  token: string | undefined,
): Promise<ReadonlySet<string> | null> {
  if (token !== undefined) {
    const probe = artifacts.find(({ path, size }) => !PUBLIC.test(path) && size !== 0);
    if (probe === undefined || !(await isRefused(probe))) return null;
  }
  const card = artifacts.find(({ path }) => README.test(path));
  return new Set(card === undefined || (await isRefused(card)) ? [] : [card.path]);
}

/** Whether the host keeps the file for others. What else goes wrong is told by whoever reads the file. */
async function isRefused(artifact: Artifact): Promise<boolean> {
  try {
    await artifact.open().read(0, Math.min(1, artifact.size ?? 0));
    return false;
  } catch (error) {
    return error instanceof Withheld && error.isRefused;
  }
}
