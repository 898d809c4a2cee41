/** What governs, as it is told: every source with how it stands to the texts. */

import type { Agreement, Governing } from "../../model/documents.ts";
import type { ComponentLicense } from "../../model/inventory.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import { compareDeclared, isStatement, type Standing, type Texts } from "./agreement.ts";
import { describeDisagreement } from "./disagreements.ts";
import type { Governed } from "./govern.ts";
import { joinTerms, type LicenseSource } from "./sources.ts";

/** Of what is said of several files that which matters most; null where nobody can tell comes before all that is well. */
const WORST: readonly (Agreement | null)[] = [
  "contradicted",
  "narrower",
  null,
  "pointer-only",
  "text-missing",
  "family-only",
  "same",
];

/** What governs a component, and where what is stated of it does not agree with its texts. */
export interface Described {
  readonly license: ComponentLicense;
  readonly disagreements: readonly Note[];
}

/** Describes what governs the files of a component. */
export function describeGoverned(
  bench: Workbench,
  governed: readonly Governed[],
  texts: Omit<Texts, "governing">,
): Described {
  const used = new Map(governed.flatMap(({ sources }) => sources).map((source) => [keyOf(source), source]));
  const sources = [...used.values()];
  const standings = compareAll(governed, texts);
  const license = {
    governing: sources
      .filter(({ isRefused }) => isRefused !== true)
      .map((source) => describeGoverning(source, standings.get(keyOf(source)) ?? null)),
    sources,
    notes: sources.map(({ note }) => note),
    terms: joinTerms(governed.map(({ terms }) => terms)),
  };
  const disagreements = sources.flatMap((source) => {
    const standing = standings.get(keyOf(source)) ?? null;
    return (standing && describeDisagreement(bench, source, standing)) ?? [];
  });
  return { license, disagreements };
}

function compareAll(
  governed: readonly Governed[],
  texts: Omit<Texts, "governing">,
): ReadonlyMap<string, Standing | null> {
  const standings = new Map<string, Standing | null>();
  for (const { sources } of governed) {
    const governing = sources.filter(({ kind, note }) => kind === "text" || note.code === "license-gate");
    for (const source of sources.filter(isStatement)) {
      const key = keyOf(source);
      const standing = compareDeclared(source, { ...texts, governing });
      const before = standings.get(key);
      if (before === undefined || rank(standing) < rank(before)) standings.set(key, standing);
    }
  }
  return standings;
}

function rank(standing: Standing | null): number {
  return WORST.indexOf(standing?.agreement ?? null);
}

function keyOf({ artifact, governs, declared, note }: LicenseSource): string {
  const { origin, path } = artifact;
  // A part of a manifest speaks of many files; a card may hold several gates, and a notice says several things in one word.
  if (note.code === "license-in-manifest") return [origin, note.message, governs, declared].join(":");
  const isOneOfMany = declared === null || note.code === "license-in-notice";
  return [origin, path, governs, declared, isOneOfMany ? note.message : ""].join(":");
}

function describeGoverning(
  { artifact, declared, found, governs, note }: LicenseSource,
  standing: Standing | null,
): Governing {
  const paths = ["path" in note.at ? note.at.path : artifact.path];
  return { paths, declared, found, governs, ...(standing && { agreement: standing.agreement }) };
}
