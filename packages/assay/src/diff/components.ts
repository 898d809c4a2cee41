/** Components of two releases: which came, went, or is merely known now. */

import type { ComponentChange, Presence } from "../model/changes.ts";
import { COMPONENTS } from "../model/components.ts";
import type { Assessment, ComponentEntry, Governing } from "../model/documents.ts";
import type { Claim } from "../model/types.ts";
import type { Causes } from "./cause.ts";
import type { Naming } from "./names.ts";

type Compared = Pick<Assessment, "target" | "components" | "claims">;

type PresenceChange = NonNullable<ComponentChange["presence"]>["change"];

/** What a step from one presence to another is called; `=` where there is none. */
const STEPS: Readonly<Record<string, PresenceChange>> = {
  "false true": "added",
  "true false": "removed",
  "unknown true": "now-shown",
  "true unknown": "no-longer-shown",
  "unknown false": "now-denied",
  "false unknown": "no-longer-denied",
};

/** All components that differ, in reading order. */
export function diffComponents(
  older: Compared,
  newer: Compared,
  known: Naming & { readonly causes: Causes },
): readonly ComponentChange[] {
  const before = new Map(older.components.map((one) => [keyOf(one, known.nameOld), one]));
  const order = new Map<string, number>(COMPONENTS.map(({ id }, n) => [id, n]));
  const licenses = { old: openLicenses(older), new: openLicenses(newer) };
  return newer.components
    .flatMap((next) => {
      const old = before.get(keyOf(next, known.nameNew));
      return old === undefined ? [] : diffComponent([old, next], licenses, known);
    })
    .sort(
      (a, b) =>
        (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0) || Number(a.about > b.about) - Number(a.about < b.about),
    );
}

function keyOf({ id, about }: ComponentEntry, name: (about: string) => string): string {
  return `${id}\n${name(about)}`;
}

type Licenses = (component: ComponentEntry) => Claim | undefined;

function openLicenses({ claims }: Compared): Licenses {
  const known = new Map(claims.map((claim) => [`${claim.id}\n${claim.about}`, claim]));
  return ({ id, about }) => known.get(`${id}.license\n${about}`);
}

function diffComponent(
  [old, next]: readonly [ComponentEntry, ComponentEntry],
  licenses: Readonly<Record<"old" | "new", Licenses>>,
  { causes, nameNew }: Naming & { readonly causes: Causes },
): readonly ComponentChange[] {
  const step = STEPS[`${old.present} ${next.present}`];
  const [before, after] = [licenses.old(old), licenses.new(next)];
  const differences = {
    ...(step && { presence: { change: step, old: presenceOf(old), new: presenceOf(next) } }),
    ...diffNames(listLicenses(before), listLicenses(after)),
    ...diffTerms(old, next),
  };
  if (Object.keys(differences).length === 0) return [];
  const ofLicense = "licenses" in differences;
  const evidence = {
    old: causes.cite("old", [...old.evidence, ...((ofLicense && before?.evidence) || [])]),
    new: causes.cite("new", [...next.evidence, ...((ofLicense && after?.evidence) || [])]),
  };
  const isKnown = old.present !== "unknown" && next.present !== "unknown";
  const cause = causes.causeOf(isKnown ? "changed" : "now-known", evidence);
  return [{ id: next.id, name: next.name, about: nameNew(next.about), cause, ...differences, evidence }];
}

type Names = readonly string[] | null;

/** Licences that both sides know and that are other ones. */
function diffNames(was: Names, is: Names): Pick<ComponentChange, "licenses"> {
  if (was === null || is === null || was.join("\n") === is.join("\n")) return {};
  return { licenses: { old: was, new: is } };
}

/** How it is available, and how what is stated stands to the text, of a component that is there on both sides. */
function diffTerms(old: ComponentEntry, next: ComponentEntry): Pick<ComponentChange, "access" | "agreement"> {
  if (old.present !== true || next.present !== true) return {};
  const access = { old: old.access ?? null, new: next.access ?? null };
  const agreement = { old: agree(old), new: agree(next) };
  return { ...(access.old !== access.new && { access }), ...(agreement.old !== agreement.new && { agreement }) };
}

function presenceOf({ present, because }: ComponentEntry): Presence {
  return { present, ...(because !== undefined && { because }) };
}

/** Sorted; null where they are not known. */
function listLicenses(claim: Claim | undefined): readonly string[] | null {
  return Array.isArray(claim?.value) ? claim.value.map(String).sort() : null;
}

const WORST_FIRST: readonly NonNullable<Governing["agreement"]>[] = [
  "contradicted",
  "narrower",
  "text-missing",
  "pointer-only",
  "family-only",
  "same",
];

/** The agreement that a person should know of first. */
function agree({ licenses }: ComponentEntry): NonNullable<Governing["agreement"]> | null {
  const all = new Set(licenses.map(({ agreement }) => agreement));
  return WORST_FIRST.find((one) => all.has(one)) ?? null;
}
