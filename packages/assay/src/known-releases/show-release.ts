/** A known release as a document: its facts become claims, and the engine that rules what is read rules them. */

import { answerFreedoms } from "../assess/freedoms.ts";
import { derive } from "../assess/observe.ts";
import { rule } from "../assess/rule.ts";
import type { LicenseTerms } from "../licenses/license-terms.ts";
import { COMPONENTS } from "../model/components.ts";
import type { ComponentEntry, Freedom, ShowDocument, Shown, ShownLicense } from "../model/documents.ts";
import { DOUBT_WORDS } from "../model/doubts.ts";
import type { Fact, KnownRelease, LicenseFact, SaidValue } from "../model/known-release.ts";
import { type Ledger, openLedger } from "../model/ledger.ts";
import type { Deduction } from "../model/plugin.ts";
import type { Claim, Framework } from "../model/types.ts";
import { answerRights } from "../rights/card.ts";
import { concludeRights } from "../rights/conclude.ts";
import { tellFreedoms } from "./four-lines.ts";
import { governWeights, nameLicense } from "./govern-weights.ts";
import { holdStatements } from "./hold-statements.ts";
import { addressOf, findPlace, noteFact } from "./note-facts.ts";
import { stateComponents } from "./state-facts.ts";

/** What the facts are ruled with. */
export interface ShowKit {
  readonly version: string;
  readonly terms: LicenseTerms;
  readonly deductions: readonly Deduction[];
  readonly frameworks: readonly Framework[];
  /** The framework that answers the headline. */
  readonly freedoms: Framework;
}

/** Rules a known release and tells what is known of it. */
export function showRelease(release: KnownRelease, kit: ShowKit): ShowDocument {
  const ledger = openLedger("known-releases");
  const governing = governWeights(release, kit.terms);
  stateComponents(ledger, release);
  concludeRights(ledger, governing);
  const claims = new Map<string, Claim>(ledger.close().claims.map((claim) => [claim.id, claim]));
  derive(kit.deductions, claims);
  const rights = answerRights(claims, new Map(ledger.close().evidence.map((one) => [one.id, one])));
  const parts = answerFreedoms(kit.freedoms, claims, []).map((freedom) => tellParts(freedom, release, kit.terms));
  const results = kit.frameworks.map((framework) => rule(framework, claims, "*"));
  return {
    schema: "https://openassay.org/schemas/show/v1.json",
    tool: { name: "assay", version: kit.version },
    id: release.id,
    name: release.name,
    aliases: release.aliases,
    ...describeHead(ledger, release),
    freedoms: tellFreedoms(parts, { rights, governing, ledger }),
    components: COMPONENTS.map(({ id, name }) => describeComponent({ id, name, release, claims })),
    licenses: release.licenses.map((fact) => describeLicense(ledger, { release, fact, terms: kit.terms })),
    rights,
    statements: holdStatements(release, { claims, frameworks: kit.frameworks, results, ledger }),
    frameworks: results,
    ...describeAfter(ledger, release),
    claims: [...claims.values()].sort((a, b) => Number(a.id > b.id) - Number(a.id < b.id)),
    evidence: ledger.close().evidence,
    sources: Object.entries(release.sources).map(([id, source]) => ({ id, ...source })),
  };
}

type Head = Pick<ShowDocument, "publisher" | "released" | "models" | "base" | "paper" | "trainingData">;

function describeHead(ledger: Ledger, release: KnownRelease): Head {
  const { publisher, released, base, paper, trainingData } = release;
  const show = (about: string, { value, seen }: SaidValue<string>): Shown<string> => {
    return { value, evidence: noteAll(ledger, release, { seen, about, message: `${about}: ${value}` }) };
  };
  return {
    publisher: show("publisher", publisher),
    ...(released && { released: show("released", released) }),
    models: release.models.map(({ name, parameters, seen }) => ({
      name,
      ...(parameters !== undefined && { parameters }),
      evidence: noteAll(ledger, release, { seen, about: "model", message: `model: ${name}` }),
    })),
    ...(base && { base: show("made from", base) }),
    ...(paper && { paper: show("paper", paper) }),
    ...(trainingData && { trainingData: show("training data", trainingData) }),
  };
}

function describeAfter(ledger: Ledger, release: KnownRelease): Pick<ShowDocument, "judgements" | "changes"> {
  return {
    judgements: release.judgements.map(({ by, says, on, seen }) => {
      return { by, says, on, evidence: noteAll(ledger, release, { seen, about: "judgement", message: says }) };
    }),
    changes: (release.changes ?? []).map(({ on, what, seen }) => {
      return { on, what, evidence: noteAll(ledger, release, { seen, about: "change", message: what }) };
    }),
  };
}

function noteAll(
  ledger: Ledger,
  release: KnownRelease,
  words: Fact & { readonly about: string; readonly message: string },
): readonly string[] {
  return noteFact(release, words).map((note) => ledger.note(note));
}

/** A reason in the words of facts: licences by their names, and nothing of what was read. */
function tellParts(told: Freedom, release: KnownRelease, terms: LicenseTerms): Freedom {
  const names = new Map(release.licenses.map((fact) => [fact.id, nameLicense(fact, terms)]));
  const because = told.because
    .replace(/LicenseRef-[A-Za-z0-9.-]+/g, (id) => names.get(id) ?? id)
    .replaceAll(DOUBT_WORDS["not-observed"], "named by no source")
    .replaceAll(DOUBT_WORDS.elsewhere, "said to lie elsewhere");
  return { ...told, because };
}

interface Described {
  readonly id: (typeof COMPONENTS)[number]["id"];
  readonly name: string;
  readonly release: KnownRelease;
  readonly claims: ReadonlyMap<string, Claim>;
}

function describeComponent({ id, name, release, claims }: Described): ComponentEntry {
  const claim = claims.get(`${id}.published`);
  const { access, licenses = [], state } = release.components[id] ?? {};
  const level = { published: access, "not-released": "closed", elsewhere: "elsewhere", disputed: undefined }[
    state ?? "disputed"
  ];
  return {
    id,
    name,
    about: "*",
    present: typeof claim?.value === "boolean" ? claim.value : "unknown",
    ...(claim?.because !== undefined && { because: claim.because }),
    artifacts: [],
    licenses: licenses.map((declared) => ({ paths: [], declared, found: null, governs: "explicit" })),
    ...(level !== undefined && { access: level }),
    evidence: claim?.evidence ?? [],
  };
}

interface DescribedLicense {
  readonly release: KnownRelease;
  readonly fact: LicenseFact;
  readonly terms: LicenseTerms;
}

function describeLicense(ledger: Ledger, { release, fact, terms }: DescribedLicense): ShownLicense {
  const { id, stated, seen } = fact;
  const name = nameLicense(fact, terms);
  const { source, where } = findPlace(release, seen[0] ?? "");
  const isWhole = terms.has(id) || stated?.whole === true;
  const inPart = stated === undefined ? "unknown" : "in-part";
  return {
    id,
    name,
    terms: isWhole ? "whole" : inPart,
    at: addressOf(source, where),
    ...(source.sha256 !== undefined && { sha256: source.sha256 }),
    evidence: noteAll(ledger, release, { seen, about: "licence", message: name }),
  };
}
