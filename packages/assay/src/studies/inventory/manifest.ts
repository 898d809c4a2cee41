/** What a manifest says of the components: where they lie, that they are whole, or that the release has none. */

import type { ComponentId } from "../../model/components.ts";
import type { Note } from "../../model/ledger.ts";
import type { Artifact, Manifest, Part, Release } from "../../model/types.ts";
import { notePartOf } from "../shared/noting.ts";
import { isSource } from "./code.ts";
import { isNamedLikeWeights } from "./weights.ts";

/** What the manifest says of one component. */
export interface Word {
  readonly files: readonly { readonly artifact: Artifact; readonly note: Note }[];
  readonly withheld?: Note;
  readonly whole?: Note;
  readonly pointer?: Note;
  readonly level?: string;
}

/** Availabilities under which a part that is here is all of it. */
const OPEN: ReadonlySet<string | undefined> = new Set([undefined, "open"]);

/** Reads the manifest for one component; null where there is no manifest. */
export function readWord(release: Release, component: ComponentId): Word | null {
  const { manifest } = release;
  if (manifest === undefined) return null;
  const own = manifest.parts.filter((part) => part.component === component);
  const parts = own.length > 0 ? own : manifest.parts.filter((part) => part.component === "*" && part.level === "closed");
  const [first] = parts;
  if (first === undefined)
    return speaksOfAll(manifest) ? { files: [] } : { files: [], withheld: noteMissing(manifest, component) };
  const closed = parts.find(({ level }) => level === "closed");
  if (closed !== undefined) {
    return {
      files: [],
      level: "closed",
      withheld: notePart(manifest, closed, { code: "part-closed", what: "closed" }),
    };
  }
  return { ...readParts(release, manifest, [first, ...parts.slice(1)]), ...levelOf(parts) };
}

function readParts(release: Release, manifest: Manifest, parts: readonly [Part, ...Part[]]): Word {
  const files = parts.flatMap((part) => listFiles(release, manifest, part));
  const elsewhere = parts.find(({ origin }) => origin === undefined);
  if (elsewhere !== undefined) {
    return {
      files,
      pointer: notePart(manifest, elsewhere, { code: "part-elsewhere", what: `at ${elsewhere.target}` }),
    };
  }
  const isWhole = parts.every((part) => OPEN.has(part.level) && listFiles(release, manifest, part).length > 0);
  return isWhole
    ? { files, whole: notePart(manifest, parts[0], { code: "part-whole", what: "all of it here" }) }
    : { files };
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

function listFiles(release: Release, manifest: Manifest, part: Part): Word["files"] {
  const named = new Set(part.files);
  return release.artifacts
    .filter(
      ({ origin, path, size }) => origin === part.origin && size !== 0 && named.has(path) && fits(part.component, path),
    )
    .map((artifact) => ({ artifact, note: notePart(manifest, part, { code: "part-here", what: artifact.path }) }));
}

const DOCUMENTS = /\.(?:md|markdown|txt|rst|pdf|tex|html|json|csv)$/i;

/** A stranger's manifest may name any file as anything; the file has to be of the right kind at least. */
function fits(component: string, path: string): boolean {
  if (component.endsWith("-code") || component === "architecture") return isSource(path);
  if (component === "weights" || component === "intermediate-weights") return isNamedLikeWeights(path);
  if (component.endsWith("-data") || component === "model-metadata" || component === "supporting-tools") return true;
  return DOCUMENTS.test(path);
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
