/** Does a release's licence carry what the terms of the models and data that it was made from demand? */

import type { Ancestor } from "../model/documents.ts";
import type { FoundBase, LineageAnswer, LineageQuestion } from "../model/lineage.ts";
import type { Evidence, Finding } from "../model/types.ts";
import { type BrokenName, describeBrokenName, findBrokenName } from "./duties.ts";
import { type OwnLicense, readOwnLicense } from "./own-license.ts";
import { type Grounds, nameLicense, type Ruled, ruleBase } from "./rule.ts";

/** Rules on every base by itself: of a merge each one has to be carried, so that the most restrictive is. */
export function ruleLineage({ found, licensing, evidence }: LineageQuestion): LineageAnswer {
  const grounds: Grounds = { own: readOwnLicense(licensing, found), found };
  const told = found.bases.map((base) => tell(base, grounds, evidence));
  return { ancestors: told.map(({ ancestor }) => ancestor), findings: told.flatMap(({ findings }) => findings) };
}

interface Told {
  readonly ancestor: Ancestor;
  readonly findings: readonly Finding[];
}

function tell(base: FoundBase, grounds: Grounds, evidence: readonly Evidence[]): Told {
  const ruled = ruleBase(base, grounds);
  const broken = findName(base, grounds);
  const { own } = grounds;
  const isAsked = base.license !== null && "ids" in own.terms;
  const aside = isAsked && own.isOfWhole ? " (No weights lie here: this is the licence of the whole.)" : "";
  const name = broken === null ? "" : ` ${describeBrokenName(broken)}`;
  const ancestor: Ancestor = {
    relation: base.relation,
    base: base.base,
    license: base.license === null ? null : nameLicense(base.license),
    compatible: ruled.compatible,
    why: `${ruled.why}${name}${aside}`,
    evidence: listEvidence(base, evidence),
  };
  return {
    ancestor,
    findings: [...findConflict(base, ruled, own), ...(broken === null ? [] : [findingOf(base, broken)])],
  };
}

/** A duty to name counts where it is certain that there is a derivative. */
function findName(base: FoundBase, { found }: Grounds): BrokenName | null {
  if (base.license === null || base.isHint || found.apart !== null) return null;
  return findBrokenName(base.license.ids[0], base, found);
}

function listEvidence({ notes }: FoundBase, evidence: readonly Evidence[]): readonly string[] {
  const messages = new Set(notes.map(({ code, message }) => `${code}:${message}`));
  return evidence.filter(({ code, message }) => messages.has(`${code}:${message}`)).map(({ id }) => id);
}

function findConflict(
  { base, license, notes }: FoundBase,
  { compatible, why }: Ruled,
  own: OwnLicense,
): readonly Finding[] {
  if (compatible !== false || license === null) return [];
  const args = { base, license: nameLicense(license), own: own.words };
  const message = `It was made from ${base}, which is under ${nameLicense(license)}. ${why}`;
  return [
    { rule: "lineage/license", severity: "warning", code: "license-not-carried", args, message, at: notes[0].at },
  ];
}

function findingOf({ base, notes }: FoundBase, broken: BrokenName): Finding {
  const args = { base, prefix: broken.prefix, name: broken.names.join(", ") };
  const severity = broken.isDoubtful ? "note" : "warning";
  const message = `It was made from ${base}. ${describeBrokenName(broken)}`;
  return { rule: "lineage/name", severity, code: "name-not-kept", args, message, at: notes[0].at };
}
