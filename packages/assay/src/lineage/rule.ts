/** The ruling on one base. */

import { DOUBT_WORDS } from "../model/doubts.ts";
import type { BaseLicense, FoundBase, FoundLineage } from "../model/lineage.ts";
import { carry, isSameLicense, type Known } from "./carry.ts";
import { describeDuties } from "./duties.ts";
import type { OwnLicense } from "./own-license.ts";
import { type Clause, listTerms, nameAll } from "./restrictions.ts";

/** What is said of one base. */
export interface Ruled {
  readonly compatible: true | false | "unknown";
  readonly why: string;
}

/** What the ruling rests on beside the base. */
export interface Grounds {
  readonly own: OwnLicense;
  readonly found: FoundLineage;
}

/** Whether the release's licence carries what the terms of a base demand. */
export function ruleBase(base: FoundBase, grounds: Grounds): Ruled {
  if (base.license === null) return unknown(askForLicense(base));
  const name = nameLicense(base.license);
  const { own } = grounds;
  if ("because" in own.terms) return unknown(`${base.base} is under ${name}. ${describeDoubt(own, name)}`);
  const blocked = findBlock(base, base.license, grounds);
  if (blocked !== null) return soften(blocked, base, grounds);
  if (isOneOf(base.license, own)) return { compatible: true, why: describeSame(base.license, grounds) };
  return soften(join(base.license, own.terms.ids, grounds), base, grounds);
}

/** The licence of a base as people and programs name it. */
export function nameLicense({ ids }: BaseLicense): string {
  return ids.join(" or ");
}

function unknown(why: string): Ruled {
  return { compatible: "unknown", why };
}

function askForLicense({ base, naming, relation, namesake }: FoundBase): string {
  if (naming === "none") return "Which model was it made from? Its licence decides.";
  if (naming === "path")
    return `"${base}" is a place on somebody's machine: which model is it, and under which licence?`;
  const what = relation === "dataset" ? "data set" : "model";
  if (naming === "word" && relation === "dataset")
    return `"${base}" names no data set that can be looked up: which is it, and under which licence?`;
  const copy = namesake === undefined ? "" : ` Is it a copy of ${namesake}?`;
  return `Under which licence is the ${what} ${base}? It is not among those that are known.${copy}`;
}

function describeDoubt({ terms, words, isUnknownText }: OwnLicense, name: string): string {
  const because = "because" in terms ? terms.because : "unidentified";
  if (because === "not-observed") return `Nothing is declared here: is ${name} passed on, with its text?`;
  if (because !== "unidentified") return `The licence of this release: ${DOUBT_WORDS[because]}.`;
  if (isUnknownText) return `The licence text here is none that is known: does it carry what ${name} demands?`;
  if (/^other$/i.test(words.trim())) return `This release declares "other" and names no licence: which is it?`;
  return `Which licence is meant here${words === "" ? "" : ` by "${words}"`}? It is not one that is known.`;
}

/** Whether the release has that licence, or a revision of it where nobody says which applies. */
function isOneOf({ ids }: BaseLicense, { terms, isByName }: OwnLicense): boolean {
  if ("because" in terms) return false;
  if (isByName) return terms.ids.some((demand) => demand.split(" OR ").every((option) => ids.includes(option)));
  return ids.some((id) => isSameLicense(id, terms.ids));
}

function describeSame(license: BaseLicense, { own, found }: Grounds): string {
  const [first] = license.ids;
  const id = license.ids.find((one) => "ids" in own.terms && own.terms.ids.includes(one)) ?? first;
  const how = own.isByName ? `Declared by name alone ("${own.words}"), the licence of the base.` : "The same licence.";
  return `${how}${describeDuties(id, { found, shipped: own.shipped })}`;
}

/** Licences that let nobody pass changed versions on, or anything at all: then no licence of the release helps. */
function findBlock(base: FoundBase, { ids }: BaseLicense, { found }: Grounds): Ruled | null {
  const bars = ids.map((id) => listBars(id, found.terms));
  if (base.relation === "dataset" || !bars.every((some) => some.length > 0)) return null;
  const words = `${ids.join(" or ")}: ${nameAll(bars[0] ?? [])}`;
  if (base.relation === "adapter")
    return unknown(`${words}. Does an adapter, which holds none of its weights, pass it on?`);
  if (base.relation === "finetune" || base.relation === "merge") return { compatible: false, why: `${words}.` };
  const isWhole = bars.every((some) => some.some(({ type }) => type === "redistribution"));
  if (isWhole) return { compatible: false, why: `${words}.` };
  return base.relation === "copy" ? null : unknown(`${words}. Is another number format a changed version?`);
}

function listBars(id: string, known: Known): readonly Clause[] {
  const said = listTerms(id, known).filter(
    ({ type, value }) => (type === "modification" || type === "redistribution") && value === false,
  );
  // The letters say it where the terms were not read.
  const letters: readonly Clause[] = /-ND-/.test(id)
    ? [{ type: "modification", value: false, clause: "NoDerivatives" }]
    : [];
  return said.length > 0 ? said : letters;
}

/** Of several revisions all have to agree. */
function join(license: BaseLicense, demands: readonly string[], grounds: Grounds): Ruled {
  const each = license.ids.map((id) => hold(id, demands, grounds));
  const [first] = each;
  if (first === undefined || each.some(({ compatible }) => compatible !== first.compatible))
    return unknown(`${nameLicense(license)}: which revision applies? ${each.map(({ why }) => why).join(" ")}`);
  return first;
}

function hold(id: string, demands: readonly string[], { own, found }: Grounds): Ruled {
  const known = found.terms.get(id);
  const ours = own.isByName ? `"${own.words}"` : own.words;
  if (known === undefined) return unknown(`What does ${id} demand? Its terms are not known here.`);
  const { missing, open } = carry(id, demands, found.terms);
  if (missing.length > 0)
    return { compatible: false, why: `${ours} does not carry what ${id} demands: ${nameAll(missing)}.` };
  if (open.length > 0)
    return unknown(`Does ${ours} carry what ${id} demands: ${nameAll(open)}? Its terms are not known here.`);
  if (known.isPartial === true)
    return unknown(`Does ${ours} carry all that ${id} demands? Not all of its terms are known here.`);
  const duties = describeDuties(id, { found, shipped: own.shipped });
  return { compatible: true, why: `${ours} carries what ${id} demands.${duties}` };
}

/** A conflict is a question where something else than the terms decides whether they apply. */
function soften(ruled: Ruled, { base, relation, isHint }: FoundBase, { found }: Grounds): Ruled {
  if (ruled.compatible !== false) return ruled;
  if (relation === "dataset")
    return unknown(
      `${ruled.why} Whether weights are bound by the licence of what they were trained on is not settled.`,
    );
  if (isHint) return unknown(`Was it made from ${base}? Only a configuration mentions it. If so: ${ruled.why}`);
  if (found.apart !== null)
    return unknown(`It says that it was trained on what ${base} computes: is it a derivative? If so: ${ruled.why}`);
  const owner = base.split("/")[0]?.toLowerCase();
  const isOwn = found.owners.some((own) => own.toLowerCase() === owner);
  return isOwn ? unknown(`Did ${owner} license its own work anew? Otherwise: ${ruled.why}`) : ruled;
}
