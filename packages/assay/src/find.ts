/** Proposes what a release consists of: follows the links of its cards, and asks the other side whether it links back. */

import { type FoundLink, placeOfTarget, type ReadOptions, readLinks } from "./index.ts";
import type { ManifestPart, ReleaseManifest } from "./model/documents.ts";
import { UsageError } from "./model/errors.ts";
import type { Release } from "./model/types.ts";
import type { World } from "./sources/opener.ts";
import { openRelease } from "./sources/release.ts";

/** Other sides that are asked; a release has code, data and a sibling or two. */
const MOST_ASKED = 8;

/** What is looked for: the parts of this target. */
export interface FindRequest {
  readonly target: string;
  readonly revision?: string;
}

/**
 * A draft of the release's manifest. What both sides name is a part; what one side alone names is marked so.
 * @throws UsageError when the target is not there or cannot be opened.
 */
export async function findParts(request: FindRequest, world: World, options: ReadOptions): Promise<ReleaseManifest> {
  const release = await openRelease(request, world);
  const [failure] = release.artifacts.length === 0 ? release.gaps : [];
  if (failure !== undefined) throw new UsageError(failure.message);
  const links = (await readLinks(release, options)).filter(({ isOwn }) => isOwn);
  const own = placeOfTarget(request.target);
  const others = links.filter(({ target }) => placeOfTarget(target) !== own);
  const parts: ManifestPart[] = [{ component: "*", origin: nameOrigin(request.target, release), linkedBy: "user" }];
  for (const [index, link] of others.entries()) {
    parts.push(index < MOST_ASKED ? await ask(link, own, { world, options }) : describe(link, link.target, []));
  }
  return { schema: "https://openassay.org/schemas/release/v1.json", name: release.target, parts, intends: [] };
}

interface Asking {
  readonly world: World;
  readonly options: ReadOptions;
}

/** Opens the other side and looks for a link back. A paper has no other side that could be read. */
async function ask(link: FoundLink, own: string, { world, options }: Asking): Promise<ManifestPart> {
  if (link.kind === "paper") return describe(link, link.target, []);
  const other = await openRelease({ target: link.target }, world);
  const back = (await readLinks(other, options)).filter(({ target }) => placeOfTarget(target) === own);
  return describe(link, nameOrigin(link.target, other), back);
}

function describe(link: FoundLink, origin: string, back: readonly FoundLink[]): ManifestPart {
  return {
    component: { code: "*", model: "*", data: "training-data", paper: "paper" }[link.kind],
    origin,
    linkedBy: back.length > 0 ? "publisher-both-ways" : "publisher-one-way",
    saidAt: [link, ...back.slice(0, 1)].map(({ note }) => placeOf(note.at)),
  };
}

/** A target with the revision that was opened, or as it is where none was; a folder is the manifest's own. */
function nameOrigin(target: string, { origins: [{ revision }] }: Release): string {
  if (revision === undefined) return ".";
  return revision === "unknown" ? target : `${target.replace(/@[^@/]+$/, "")}@${revision}`;
}

function placeOf(at: FoundLink["note"]["at"]): string {
  if ("url" in at) return at.url;
  if ("searched" in at) return at.searched.join(", ");
  return at.line === undefined ? at.path : `${at.path}:${at.line}`;
}
