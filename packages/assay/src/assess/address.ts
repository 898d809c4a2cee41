/** Names of frameworks and levels, as people write them: `mof`, `mof@1.0/spec`, `mof:II`. */

import { editDistance } from "../model/edit-distance.ts";
import { UsageError } from "../model/errors.ts";
import type { Framework, Level } from "../model/types.ts";

const ADDRESS = /^([^@/:]+)(?:@([^@/:]+))?(?:\/([^@/:]+))?$/;
/** Longer words are no slip of the pen. */
const MAX_SUGGESTED = 40;

/** A level with the framework it belongs to. */
export interface FoundLevel {
  readonly framework: Framework;
  readonly level: Level;
}

/** The full name of a framework: `mof@1.0/tool`. */
export function nameFramework({ id, version, reading }: Pick<Framework, "id" | "version" | "reading">): string {
  return `${id}@${version}${reading === undefined ? "" : `/${reading}`}`;
}

/**
 * Finds a framework by `NAME[@VERSION][/READING]`, in any case. A bare name is the newest version and its first reading.
 * @throws UsageError that names what there is.
 */
export function findFramework(address: string, frameworks: readonly Framework[]): Framework {
  const [, name, version, reading] = ADDRESS.exec(address) ?? [];
  if (name === undefined) throw new UsageError(`"${address}" is no framework name: write NAME[@VERSION][/READING]`);
  const named = narrow(frameworks, name, { what: "framework", nameOf: (one) => one.id });
  const dated = narrow(named, version, { what: `version of ${name}`, nameOf: (one) => one.version });
  const read = narrow(dated, reading, { what: `reading of ${name}`, nameOf: (one) => one.reading ?? "" });
  return read.reduce((best, next) => (compareVersions(next.version, best.version) > 0 ? next : best));
}

/** The newest version of each framework, with all of its readings. */
export function newestOf(frameworks: readonly Framework[]): readonly Framework[] {
  return frameworks.filter(({ id, version }) =>
    frameworks.every((other) => other.id !== id || compareVersions(other.version, version) <= 0),
  );
}

/**
 * Finds a level by `FRAMEWORK:LEVEL`, in any case.
 * @throws UsageError that names what there is.
 */
export function findLevel(address: string, frameworks: readonly Framework[]): FoundLevel {
  const colon = address.indexOf(":");
  if (colon === -1) throw new UsageError(`"${address}" names no level: write FRAMEWORK:LEVEL, for example mof:II`);
  const framework = findFramework(address.slice(0, colon), frameworks);
  const kind = { what: `level of ${nameFramework(framework)}`, nameOf: (one: Level) => one.id };
  const [level] = narrow(framework.levels, address.slice(colon + 1), kind);
  return { framework, level };
}

/** What is looked for, in words, and how one of it is called. */
interface Kind<T> {
  readonly what: string;
  nameOf(thing: T): string;
}

/** Keeps what is called `wanted`; all of it when nothing is wanted. */
function narrow<T>(things: readonly T[], wanted: string | undefined, kind: Kind<T>): readonly [T, ...T[]] {
  const kept = things.filter((thing) => wanted === undefined || isSame(kind.nameOf(thing), wanted));
  const [first, ...others] = kept;
  if (first !== undefined) return [first, ...others];
  const names = [...new Set(things.map((thing) => kind.nameOf(thing)))].filter((name) => name !== "");
  throw new UsageError(`there is no ${kind.what} called "${wanted ?? ""}"${suggest(wanted ?? "", names)}`);
}

function suggest(wanted: string, names: readonly string[]): string {
  const close = names.find((name) => isSlip(name.toLowerCase(), wanted.toLowerCase()));
  return `${close === undefined ? "" : ` (did you mean "${close}"?)`}; there is: ${names.join(", ") || "none"}`;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Numbers in versions count as numbers: 1.10 is newer than 1.9. */
function compareVersions(a: string, b: string): number {
  const [as, bs] = [a.split("."), b.split(".")];
  for (let i = 0; i < Math.max(as.length, bs.length); i++) {
    const [x, y] = [as[i] ?? "0", bs[i] ?? "0"];
    const difference = Number(x) - Number(y);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    if (Number.isNaN(difference) && x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** At most two letters added, left out or changed (Levenshtein), or one of the two begins with the other. */
function isSlip(name: string, wanted: string): boolean {
  if (wanted === "" || wanted.length > MAX_SUGGESTED) return false;
  if (name.startsWith(wanted) || wanted.startsWith(name)) return true;
  return editDistance(name, wanted) <= (name.length > 4 ? 2 : 1);
}
