/** What the licences of the weights permit and demand, clause by clause, each with the place that says so. */

import type { KnownTerm } from "../../licenses/known-license.ts";
import { scopeOf } from "../../licenses/license-terms.ts";
import type { ComponentLicense, TermSource } from "../../model/inventory.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { GoverningTerms, StatedTerm, TermSet } from "../../model/terms.ts";
import { inventory } from "../inventory/index.ts";
import { licensing } from "../licensing/index.ts";
import { knownTerms } from "../shared/known-terms.ts";
import { readBaseDemands } from "./base-terms.ts";
import { noteTerm } from "./note-term.ts";

/** Terms of the weights; of a data set, those of the data. */
export const governingTerms: Study<GoverningTerms> = {
  id: "terms",
  version: 1,
  run: readGoverning,
  narrow: (_, bench) => readGoverning(bench),
};

async function readGoverning(bench: Workbench): Promise<GoverningTerms> {
  const { components, atRoot } = await bench.study(licensing);
  const subject = bench.release.kind === "dataset" ? "training-data" : "weights";
  const own = components.get(subject);
  const isElsewhere = ((await bench.study(inventory)).get(subject)?.files ?? []).length === 0;
  const license = isElsewhere || own === undefined ? atRoot : own;
  const stated = await readDemands(bench, license);
  const names = new Set(stated.flat().map(({ name }) => name));
  const demands = [...stated, ...(subject === "weights" ? await readBaseDemands(bench, names) : [])];
  return { demands, isElsewhere, ...("because" in license.terms && { because: license.terms.because }) };
}

/** What the ids say where they are known; else what each source says by itself. */
async function readDemands(
  bench: Workbench,
  { terms, sources }: Pick<ComponentLicense, "terms" | "sources">,
): Promise<readonly (readonly TermSet[])[]> {
  const demands: (readonly TermSet[])[] = [];
  if ("ids" in terms) {
    for (const demand of terms.ids) {
      const options: TermSet[] = [];
      for (const id of demand.split(" OR ")) options.push(await readLicense(bench, id, sources));
      demands.push(options);
    }
    return demands;
  }
  for (const source of sources) {
    if ("ids" in source.terms) demands.push(...(await readDemands(bench, { terms: source.terms, sources: [source] })));
    else demands.push([await readWords(bench, source, source.artifact.path)]);
  }
  return demands;
}

/** The terms of a licence that is known by its id. */
async function readLicense(bench: Workbench, id: string, sources: readonly TermSource[]): Promise<TermSet> {
  const known = (await bench.study(knownTerms)).get(id);
  const text = sources.find((source) => isTextOf(source, id));
  const naming = text ?? sources.find(({ reading }) => reading === undefined) ?? sources[0];
  if (naming === undefined) throw new RangeError(`${id} is named by nothing`);
  if (known === undefined) return await readWords(bench, naming, id);
  const own = await locate(bench, { id, terms: known.terms, from: naming });
  const policies: StatedTerm[] = [];
  for (const policy of known.incorporates ?? [])
    policies.push(...(await readPolicy(bench, policy, { naming, sources })));
  return { name: id, ...scopeOf(known), terms: [...own, ...policies], note: naming.note };
}

/** The text of a GNU licence does not say whether later versions apply. */
function isTextOf({ found }: TermSource, id: string): boolean {
  return found !== null && (found === id || id === `${found}-only` || id === `${found}-or-later`);
}

interface Named {
  readonly naming: TermSource;
  readonly sources: readonly TermSource[];
}

/** The terms of a policy that a licence makes part of itself: from its text where it lies here. */
async function readPolicy(bench: Workbench, id: string, { naming, sources }: Named): Promise<readonly StatedTerm[]> {
  const terms = (await bench.study(knownTerms)).get(id)?.terms ?? [];
  const text = sources.find(({ found }) => found === id);
  return await locate(bench, { id, terms, from: text ?? naming });
}

interface Located {
  readonly id: string;
  readonly terms: readonly KnownTerm[];
  readonly from: TermSource;
}

/** Each known term with the words that set it, where the text lies here and the rules find them. */
async function locate(bench: Workbench, { id, terms, from }: Located): Promise<readonly StatedTerm[]> {
  const isOfText = isTextOf(from, id);
  const read = isOfText ? (from.reading?.terms ?? []) : [];
  const name = (await bench.study(knownTerms)).get(id)?.name ?? id;
  const stated: StatedTerm[] = [];
  for (const term of terms) {
    const same = read.filter(({ type, value }) => type === term.type && value === term.value);
    const words = same.find(({ clause }) => clause === term.clause) ?? same[0];
    const { type, value, details } = term;
    const note = await noteTerm(bench, from, { ...term, name, isOfText, ...(words && { words }) });
    stated.push({ type, value, ...(details && { details }), note });
  }
  return stated;
}

/** What the rules read in a text that is no known licence; of a statement that names none, nothing. */
async function readWords(bench: Workbench, source: TermSource, name: string): Promise<TermSet> {
  const terms: StatedTerm[] = [];
  for (const words of source.reading?.terms ?? []) {
    const { type, value, clause = "", details } = words;
    const note = await noteTerm(bench, source, { type, value, clause, name, isOfText: true, words });
    terms.push({ type, value, ...(details && { details }), note });
  }
  return { name, isWhole: false, hasUnreadPolicy: false, isPolicy: false, terms, note: source.note };
}
