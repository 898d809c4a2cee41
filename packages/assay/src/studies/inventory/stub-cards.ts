/** Files that are called a card and only say where the card is. */

import type { ComponentId } from "../../model/components.ts";
import { factOf } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile } from "../shared/noting.ts";
import { splitPath } from "../shared/path-words.ts";
import { isAtHand, isBeside } from "./beside.ts";
import { showDocument } from "./documents.ts";
import type { Recognised } from "./recognition.ts";

const CALLED: readonly { readonly component: ComponentId; readonly stem: RegExp }[] = [
  { component: "model-card", stem: /^model[-_ ]?card$/i },
  { component: "data-card", stem: /^(?:data(?:set)?[-_ ]?(?:card|sheet)|datasheet)$/i },
];

/** A file that only points is shorter, in UTF-16 units. */
const LONGEST = 1_500;

const SENDS = /\b(?:see|refer to|found|available|read)\b/i;

/** Where such files send their readers. */
export async function findStubs(bench: Workbench): Promise<readonly Recognised[]> {
  const found: Recognised[] = [];
  for (const artifact of bench.release.artifacts) {
    const { stem, extension } = splitPath(artifact.path);
    const component = CALLED.find((one) => one.stem.test(stem))?.component;
    if (component === undefined || extension !== "md" || isBeside(artifact.path)) continue;
    const pointer = await readStub(bench, artifact, component);
    if (pointer !== null) found.push(pointer);
  }
  return found;
}

async function readStub(bench: Workbench, artifact: Artifact, component: ComponentId): Promise<Recognised | null> {
  if (!(await isAtHand(bench, artifact)) || (await showDocument(bench, artifact, component)) !== null) return null;
  const text = await bench.text(artifact);
  const link = factOf(await bench.readings(artifact), "document")?.links.find(({ url }) => /^https?:/i.test(url));
  if (!text.ok || link === undefined || text.value.content.length > LONGEST || !SENDS.test(text.value.content))
    return null;
  const { path } = artifact;
  const message = `${path} only says where it is: ${link.url}`;
  const remark = { code: "linked-elsewhere", args: { path, url: link.url }, message, basis: "declared" as const };
  return { component, note: await noteFile(bench, artifact, { ...remark, at: link.at, quote: link.url }) };
}
