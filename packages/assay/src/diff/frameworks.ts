/** Rulings on two releases: which level was raised or lowered, and which requirements did it. */

import type { ChangeKind, FrameworkChange, RequirementChange } from "../model/changes.ts";
import type { Assessment } from "../model/documents.ts";
import type { Claim, Framework, FrameworkResult, Ruling } from "../model/types.ts";
import type { Causes } from "./cause.ts";
import type { Naming } from "./names.ts";

type Ruled = Pick<Assessment, "frameworks" | "claims">;

/** What the comparison knows besides: the order of levels is the framework's. */
interface Known extends Naming {
  readonly causes: Causes;
  readonly frameworks: readonly Framework[];
}

/** Frameworks that rule otherwise, by name. One that ruled only one of the two is no change. */
export function diffFrameworks(older: Ruled, newer: Ruled, known: Known): readonly FrameworkChange[] {
  const before = new Map(older.frameworks.map((result) => [keyOf(result, known.nameOld), result]));
  const claims = { old: openClaims(older), new: openClaims(newer) };
  return newer.frameworks
    .map((result) => [keyOf(result, known.nameNew), result] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, next]) => {
      const old = before.get(key);
      return old === undefined ? [] : diffResult([old, next], claims, known);
    });
}

function keyOf({ id, version, reading = "", about }: FrameworkResult, name: (about: string) => string): string {
  return [id, version, reading, name(about)].join("\n");
}

type Claims = (id: string, about: string) => Claim | undefined;

/** A model's own claim, else that about all. */
function openClaims({ claims }: Ruled): Claims {
  const known = new Map(claims.map((claim) => [`${claim.id}\n${claim.about}`, claim]));
  return (id, about) => known.get(`${id}\n${about}`) ?? known.get(`${id}\n*`);
}

function diffResult(
  [old, next]: readonly [FrameworkResult, FrameworkResult],
  claims: Readonly<Record<"old" | "new", Claims>>,
  { causes, frameworks, nameNew }: Known,
): readonly FrameworkChange[] {
  const before = new Map(old.requirements.map((ruling) => [ruling.id, ruling]));
  const cite = (side: "old" | "new", ruling: Ruling, about: string): ReturnType<Causes["cite"]> =>
    causes.cite(
      side,
      ruling.claims.flatMap((id) => claims[side](id, about)?.evidence ?? []),
    );
  const requirements = next.requirements.flatMap((ruling): readonly RequirementChange[] => {
    const was = before.get(ruling.id);
    const kind = was === undefined ? null : kindOf(was, ruling);
    if (was === undefined || kind === null) return [];
    const cited = { old: cite("old", was, old.about), new: cite("new", ruling, next.about) };
    return [{ id: ruling.id, kind, cause: causes.causeOf(kind, cited), old: sortClaims(was), new: sortClaims(ruling) }];
  });
  const isSame = old.level === next.level && old.ceiling === next.ceiling;
  if (isSame && requirements.length === 0) return [];
  const { id, version, reading } = next;
  const framework = frameworks.find((one) => one.id === id && one.version === version && one.reading === reading);
  return [
    {
      id,
      version,
      ...(reading !== undefined && { reading }),
      about: nameNew(next.about),
      change: stepOf(old, next, framework),
      cause: requirements.some(({ cause }) => cause === "release") ? "release" : "reading",
      old: { level: old.level, ceiling: old.ceiling },
      new: { level: next.level, ceiling: next.ceiling },
      requirements: requirements.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    },
  ];
}

function sortClaims(ruling: Ruling): Ruling {
  return { ...ruling, claims: ruling.claims.toSorted() };
}

/** What kind of change it is; null where there is none. What does not apply is as settled as a verdict. */
function kindOf(old: Ruling, next: Ruling): ChangeKind | null {
  const [before, after] = [settle(old), settle(next)];
  if (before === after) return null;
  if (before === null) return "now-known";
  return after === null ? "no-longer-known" : "changed";
}

function settle(ruling: Ruling): string | null {
  if (ruling.applies === false) return "does not apply";
  return ruling.verdict === "unknown" ? null : `${ruling.verdict} ${ruling.grade}`;
}

/** Levels stand best first; none is the least. */
function stepOf(
  old: FrameworkResult,
  next: FrameworkResult,
  framework: Framework | undefined,
): FrameworkChange["change"] {
  if (old.level === next.level) return "same";
  if (framework === undefined) return "other";
  const rank = (level: string | null): number => {
    const at = framework.levels.findIndex(({ id }) => id === level);
    return at < 0 ? 0 : framework.levels.length - at;
  };
  if (rank(next.level) > rank(old.ceiling)) return "raised";
  if (rank(next.ceiling) < rank(old.level)) return "lowered";
  return rank(next.level) > rank(old.level) ? "more-shown" : "less-shown";
}
