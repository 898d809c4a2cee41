/** Asks about each model of a release that holds several. One place loops over models; probes know of none. */

import { canonicalize } from "../model/canonical.ts";
import type { Models, ReleaseModel } from "../model/models.ts";
import type { Deduction, Probe, Workbench } from "../model/plugin.ts";
import type { Claim, Evidence, Gap } from "../model/types.ts";
import { openEvidence } from "./evidence-book.ts";
import { decidesAll, joinClaims } from "./join.ts";
import { narrow } from "./narrow.ts";
import { askProbe, derive, type Observed, observe } from "./observe.ts";

/** Claims by id. */
export type Claims = ReadonlyMap<string, Claim>;

/** One model of several, with what differs from model to model. */
export interface AskedModel {
  readonly model: ReleaseModel;
  readonly bench: Workbench;
  /** The answers about this model alone. */
  readonly own: Claims;
  /** Those about all models, overlaid by its own. */
  readonly claims: Claims;
}

/** What was seen of the whole and of each model: claims about `*` hold for all models. */
export interface ObservedRelease extends Observed {
  readonly models: readonly AskedModel[];
}

/** Who asks what. */
export interface Asking {
  readonly probes: readonly Probe[];
  readonly deductions: readonly Deduction[];
}

/** Asks about the whole and, where there are several, about every model. */
export async function observeRelease(bench: Workbench, found: Models, asking: Asking): Promise<ObservedRelease> {
  const whole = await observe(bench, asking.probes, asking.deductions);
  const gaps = [...whole.gaps, ...found.gaps];
  if (found.several.length === 0) return { ...whole, gaps, models: [] };
  const benches = found.several.map((model) => narrow(bench, model, found));
  const told = await askEach(whole, benches, asking);
  const { joined, own } = compare(whole.claims, told.answers, told.isSearch);
  derive(asking.deductions, joined);
  const models = found.several.map((model, index): AskedModel => {
    const differing = deriveOwn(asking.deductions, joined, { about: model.id, claims: own[index] ?? new Map() });
    return { model, bench: benches[index] ?? bench, own: differing, claims: new Map([...joined, ...differing]) };
  });
  const cited = new Set([joined, ...models.map((one) => one.own)].flatMap(listCited));
  const evidence = [...whole.evidence, ...told.added.filter(({ id }) => cited.has(id))];
  return { evidence, claims: joined, findings: whole.findings, gaps: [...gaps, ...told.gaps], models };
}

function listCited(claims: Claims): readonly string[] {
  return [...claims.values()].flatMap(({ evidence }) => evidence);
}

/** What all models together were told: their answers in their order, and the evidence that the whole has not. */
interface Told {
  readonly answers: readonly Claims[];
  readonly added: readonly Evidence[];
  readonly gaps: readonly Gap[];
  isSearch(id: string): boolean;
}

async function askEach(whole: Observed, benches: readonly Workbench[], { probes }: Asking): Promise<Told> {
  const book = openEvidence(whole.evidence);
  const known = new Set(whole.gaps.map(canonicalize));
  const gaps = new Map<string, Gap>();
  const answers: Claims[] = [];
  for (const bench of benches) {
    const claims = new Map<string, Claim>();
    for (const probe of probes.filter(({ kinds }) => kinds.includes(bench.release.kind))) {
      const seen = await askProbe(bench, probe);
      for (const claim of book.adopt(seen.observation))
        claims.set(claim.id, { ...claim, about: bench.model?.id ?? "*" });
      for (const gap of seen.gaps) if (!known.has(canonicalize(gap))) gaps.set(canonicalize(gap), gap);
    }
    answers.push(claims);
  }
  return { answers, added: book.listAdded(), gaps: [...gaps.values()], isSearch: book.isSearch };
}

/** What holds for all models, and what differs from model to model. */
interface Compared {
  readonly joined: Map<string, Claim>;
  readonly own: readonly ReadonlyMap<string, Claim>[];
}

/** Parts the answers into what holds for all models alike and what is to be told of each. */
function compare(whole: Claims, answers: readonly Claims[], isSearch: Told["isSearch"]): Compared {
  const signOf = ({ value, because, evidence }: Claim): string =>
    canonicalize([value, because ?? null, evidence.filter((id) => !isSearch(id)).toSorted()]);
  const joined = new Map<string, Claim>();
  const differing = new Set<string>();
  for (const [id, claim] of whole) {
    const each = answers.flatMap((claims) => claims.get(id) ?? []);
    const isAlike = each.every((answer) => signOf(answer) === signOf(claim));
    // What the whole denies, such as being complete, is true of no release that lacks it anywhere.
    const decided = decidesAll(id, claim) ? [claim] : [];
    joined.set(id, isAlike ? claim : keepWords(claim, joinClaims(id, [...decided, ...each])));
    if (!isAlike) differing.add(id);
  }
  return { joined, own: answers.map((claims) => new Map([...claims].filter(([id]) => differing.has(id)))) };
}

/** The whole's own answer where the models come to the same: it names the files of all. */
function keepWords(whole: Claim, joined: Claim): Claim {
  const isSame =
    canonicalize([whole.value, whole.because ?? null]) === canonicalize([joined.value, joined.because ?? null]);
  return isSame ? whole : joined;
}

/** A model's own claims, with those that follow from them and come out differently. */
function deriveOwn(
  deductions: readonly Deduction[],
  joined: Claims,
  { about, claims }: { readonly about: string; readonly claims: Claims },
): Claims {
  const overlaid = new Map([...joined, ...claims]);
  derive(deductions, overlaid);
  const derived = deductions.flatMap(({ answers }) => overlaid.get(answers) ?? []);
  const differing = derived.filter((claim) => canonicalize(claim) !== canonicalize(joined.get(claim.id)));
  return new Map([...claims, ...differing.map((claim) => [claim.id, { ...claim, about }] as const)]);
}
