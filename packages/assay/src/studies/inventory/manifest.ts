/** What a manifest says of the components: where they lie, that they are whole, or that the release has none. */

import type { ComponentId } from "../../model/components.ts";
import type { FoundFile } from "../../model/inventory.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Manifest, Part, Release } from "../../model/types.ts";
import { notePartOf } from "../shared/noting.ts";
import { type Bearing, bearsOut } from "./bearing-out.ts";
import { isCompanion } from "./beside.ts";

/** What the manifest says of one component. */
export interface Word {
  readonly files: readonly FoundFile[];
  /** Files that the manifest names and whose content does not bear it out. */
  readonly unread: readonly FoundFile[];
  readonly withheld?: Note;
  readonly whole?: Note;
  readonly pointer?: Note;
  readonly level?: string;
}

/** Availabilities under which a part that is here is all of it. */
const OPEN: ReadonlySet<string | undefined> = new Set([undefined, "open"]);

/** Reads the manifest for one component; null where there is no manifest. */
export async function readWord(bench: Workbench, component: ComponentId): Promise<Word | null> {
  const { manifest } = bench.release;
  if (manifest === undefined) return null;
  const own = manifest.parts.filter((part) => part.component === component);
  const parts =
    own.length > 0 ? own : manifest.parts.filter((part) => part.component === "*" && part.level === "closed");
  const [first] = parts;
  if (first === undefined)
    return speaksOfAll(manifest) ? NOTHING : { ...NOTHING, withheld: noteMissing(manifest, component) };
  const closed = parts.find(({ level }) => level === "closed");
  if (closed !== undefined) {
    return {
      ...NOTHING,
      level: "closed",
      withheld: notePart(manifest, closed, { code: "part-closed", what: "closed" }),
    };
  }
  return { ...(await readParts(bench, manifest, { component, parts: [first, ...parts.slice(1)] })), ...levelOf(parts) };
}

const NOTHING: Word = { files: [], unread: [] };

interface Own {
  readonly component: ComponentId;
  readonly parts: readonly [Part, ...Part[]];
}

async function readParts(bench: Workbench, manifest: Manifest, own: Own): Promise<Word> {
  const { parts } = own;
  const said = parts.flatMap((part) => listFiles(bench.release, part).map((artifact) => ({ artifact, part })));
  const judged = await judge(bench, manifest, { ...own, said });
  const elsewhere = parts.find(({ origin }) => origin === undefined);
  if (elsewhere !== undefined) {
    return {
      ...judged,
      pointer: notePart(manifest, elsewhere, { code: "part-elsewhere", what: `at ${elsewhere.target}` }),
    };
  }
  const isBorneOut = judged.unread.length === 0 && judged.files.length > 0;
  const isWhole = parts.every(
    (part) => OPEN.has(part.level) && part.isDrafted !== true && said.some((one) => one.part === part),
  );
  return isBorneOut && isWhole
    ? { ...judged, whole: notePart(manifest, parts[0], { code: "part-whole", what: "all of it here" }) }
    : judged;
}

interface Placed {
  readonly artifact: Artifact;
  readonly part: Part;
}

/** A stranger's manifest may name any file as anything: what is in the file has to bear it out. */
async function judge(
  bench: Workbench,
  manifest: Manifest,
  { component, said }: Own & { readonly said: readonly Placed[] },
): Promise<Word> {
  const bearings = new Map<Placed, Bearing>();
  for (const one of said) bearings.set(one, await bearsOut(bench, one.artifact, component));
  const isShown = [...bearings.values()].includes("shown");
  const files: FoundFile[] = [];
  const unread: FoundFile[] = [];
  for (const [{ artifact, part }, bearing] of bearings) {
    const { path } = artifact;
    if (bearing === "shown" || (isShown && bearing === "fits"))
      files.push({ artifact, note: notePart(manifest, part, { code: "part-here", what: path }) });
    else if (!isShown || !isCompanion(path)) unread.push({ artifact, note: noteUnborne(manifest, part, path) });
  }
  return { files, unread };
}

function noteUnborne(manifest: Manifest, part: Part, path: string): Note {
  const { component } = part;
  const message = `${manifest.path} says that ${path} is ${component}; its content does not bear it out`;
  return notePartOf(manifest, part, { code: "part-not-borne-out", args: { component, path }, message });
}

/** The level that all parts state alike. */
function levelOf(parts: readonly Part[]): { readonly level?: string } {
  const levels = new Set(parts.map(({ level }) => level));
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? { level } : {};
}

/** A part `*` leaves open what the rest of an origin is, so nothing is missing by the manifest's word. */
function speaksOfAll(manifest: Manifest): boolean {
  return manifest.parts.length === 0 || manifest.parts.some(({ component }) => component === "*");
}

function noteMissing({ path }: Manifest, component: ComponentId): Note {
  const message = `${path} says what the release consists of and does not name ${component}`;
  return { code: "not-in-manifest", args: { component }, message, basis: "declared", at: { searched: [path] } };
}

function listFiles({ artifacts }: Release, part: Part): readonly Artifact[] {
  const named = new Set(part.files);
  return artifacts.filter(({ origin, path, size }) => origin === part.origin && size !== 0 && named.has(path));
}

interface Said {
  readonly code: string;
  readonly what: string;
}

function notePart(manifest: Manifest, part: Part, { code, what }: Said): Note {
  const { component } = part;
  const message = `${manifest.path} says of ${component}: ${what}`;
  return notePartOf(manifest, part, { code, args: { component }, message });
}
