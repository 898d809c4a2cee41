/** An assessment as a view: the verdict first, then the parts, then what is missing, then what was not looked at. */

import type { Decision } from "../../model/decision.ts";
import type { Assessment, ComponentEntry } from "../../model/documents.ts";
import { DOUBT_WORDS } from "../../model/doubts.ts";
import type { LicenseMatch } from "../../model/license.ts";
import type { Doubt, Finding, Framework } from "../../model/types.ts";
import { describeAgreement } from "./agreements.ts";
import { describeColophon } from "./colophon.ts";
import { type Exhibitor, openExhibits, showPlace } from "./exhibits.ts";
import { detailFrameworks } from "./framework-details.ts";
import { explainDifferences } from "./framework-differences.ts";
import { describeFrameworks } from "./framework-rows.ts";
import { nameIds, nameOf } from "./license-view.ts";
import { describeLineage } from "./lineage-rows.ts";
import { listBlock } from "./list-block.ts";
import { describeLicense, describeModels } from "./model-rows.ts";
import { countOf, formatBytes, formatParameters } from "./numbers.ts";
import { firstPlace } from "./places.ts";
import { describeRights } from "./rights-rows.ts";
import { describeSaid } from "./said-rows.ts";
import type { AnswerRow, Block, Item, View } from "./view.ts";

/** A list in a report is read, not searched: the JSON has all of it. */
const LONGEST_LIST = 8;

/** Builds the view. Frameworks lend their words: titles, levels, what a requirement is called. */
export function viewAssessment(assessment: Assessment, frameworks: readonly Framework[], decision: Decision): View {
  return [
    describeHeading(assessment),
    describeFreedoms(assessment),
    { kind: "answers", name: "Frameworks", marks: false, rows: describeFrameworks(assessment, frameworks) },
    ...describeSaid(assessment),
    ...explainDifferences(assessment, frameworks),
    ...describeRights(assessment),
    ...describeModels(assessment, frameworks),
    ...describeComponents(assessment),
    ...describeLineage(assessment),
    ...listBlock("Licence texts", assessment.licenses.map(describeText), LONGEST_LIST),
    ...listBlock(
      "Findings",
      assessment.findings.map((finding) => describeFinding(finding, assessment)),
      LONGEST_LIST,
    ),
    ...listBlock(
      countOf(assessment.gaps.length, "gap"),
      assessment.gaps.map(({ message }) => message),
      LONGEST_LIST,
    ),
    // A page folds one of these for each framework: before the rest they would push it out of sight.
    ...detailFrameworks(assessment, frameworks),
    { kind: "note", text: describeDecision(decision) },
    { kind: "note", text: "Facts and quotes, each with its place in the JSON; not legal advice." },
    describeColophon(assessment),
  ];
}

const OUTCOMES: Readonly<Record<Decision["outcome"], string>> = {
  holds: "holds",
  fails: "fails",
  unsettled: "cannot be settled",
};

/** "The default policy fails: model.safetensors: …, and 2 more (exit code 1)." */
function describeDecision({ policy, outcome, reasons, exitCode }: Decision): string {
  const [first, ...others] = reasons;
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  const because = first === undefined ? "" : `: ${first.replace(/\.$/, "")}${more}`;
  return `The ${policy} policy ${OUTCOMES[outcome]}${because} (exit code ${exitCode}).`;
}

function describeHeading({ target, revision, origins, artifacts, models }: Assessment): Block {
  const size = artifacts.reduce((sum, file) => sum + (file.size ?? 0), 0);
  const atHand = artifacts.filter(({ state }) => state === "here").length;
  const [only, ...others] = models;
  const parameters = others.length === 0 ? only?.parameters?.value : undefined;
  const aside = [
    countOf(origins.length, "origin"),
    countOf(artifacts.length, "file") + (atHand === artifacts.length ? "" : `, ${atHand} at hand`),
    formatBytes(size),
    ...(parameters === undefined ? [] : [formatParameters(parameters)]),
  ];
  const short = revision.replace(/^sha256:/, "").slice(0, 7);
  return { kind: "heading", text: target, revision: short, aside: aside.join(" · ") };
}

function describeFreedoms(assessment: Assessment): Block {
  const licences = assessment.evidence.filter(({ code }) => code === "term" || code.startsWith("license-"));
  const exhibit = openExhibits(assessment);
  // Terms that lie here settle nothing of weights that do not: what is open is not open at their place.
  const isOpen = assessment.claims.some(
    ({ id, about, value }) => id === "weights.published" && about === "*" && value === "unknown",
  );
  const rows = assessment.freedoms.map(({ id, answer, because, evidence }): AnswerRow => {
    const place = answer === "yes" || isOpen ? undefined : firstPlace(licences, evidence);
    return {
      label: id.toUpperCase(),
      answer,
      text: nameIds(because, assessment.licenses),
      ...(place === undefined ? {} : { place }),
      evidence: exhibit(evidence),
    };
  });
  return { kind: "answers", name: "The four freedoms", marks: false, rows };
}

function describeFinding({ severity, message, at, rule }: Finding, assessment: Assessment): Item {
  const place = showPlace(at, assessment.origins);
  const evidence = place.place === undefined ? {} : { evidence: [{ text: `found by ${rule}`, ...place }] };
  // The sentence, and what contradicts it, stand under what the release says of its openness.
  const words =
    rule === "statement/contradicted" && place.place !== undefined
      ? `${place.place} says of its openness what the evidence contradicts.`
      : message;
  return { text: `${severity}: ${words}`, ...evidence };
}

function describeComponents(assessment: Assessment): readonly Block[] {
  const { evidence, claims } = assessment;
  const exhibit = openExhibits(assessment);
  const components = assessment.components.filter(({ about }) => about === "*");
  const some = new Map(components.map((component) => [component, listHolders(component, assessment)]));
  const shown = components.filter((one) => one.present !== "unknown" || some.get(one)?.length);
  const open = components.filter((one) => !shown.includes(one));
  const rows = shown.map((component): AnswerRow => {
    const holders = some.get(component) ?? [];
    if (holders.length > 0) return describeSome(component, holders, assessment.models.length);
    const place = component.artifacts[0] ?? firstPlace(evidence, component.evidence);
    const more = component.artifacts.length > 1 ? ` +${component.artifacts.length - 1}` : "";
    const answer = component.present === true ? "yes" : "no";
    const word =
      component.present === true ? nameIds(nameLicenses(component, claims), assessment.licenses) : "not released";
    const text = [`${place ?? ""}${more}`, describeAgreement(component) ?? ""]
      .filter((part) => part !== "")
      .join(" · ");
    return { label: component.name, answer, word, text, evidence: exhibitComponent(component, claims, exhibit) };
  });
  const doubts = new Map<Doubt, string[]>();
  for (const { name, because = "not-observed" } of open.filter(({ inapplicable }) => inapplicable === undefined))
    doubts.set(because, [...(doubts.get(because) ?? []), name.toLowerCase()]);
  const items = [
    ...[...doubts].map(([doubt, names]) => `${DOUBT_WORDS[doubt]}: ${names.join(", ")}`),
    ...open.flatMap(({ name, inapplicable }) =>
      inapplicable === undefined ? [] : [`does not apply: ${name.toLowerCase()} (${inapplicable.because})`],
    ),
  ];
  return [
    ...(rows.length === 0 ? [] : [{ kind: "answers" as const, title: "Components", marks: true, rows }]),
    ...listBlock("Not known", items, LONGEST_LIST),
  ];
}

/** Claims about a component that its row tells of. */
const TOLD = ["published", "complete", "license"];

function exhibitComponent(
  { id, evidence }: ComponentEntry,
  claims: Assessment["claims"],
  exhibit: Exhibitor,
): NonNullable<AnswerRow["evidence"]> {
  const told = claims.filter(
    (claim) => claim.about === "*" && TOLD.some((property) => claim.id === `${id}.${property}`),
  );
  return exhibit([...evidence, ...told.flatMap((claim) => claim.evidence)]);
}

/** The models that hold a component which is not known of all. */
function listHolders({ id, present }: ComponentEntry, { components }: Assessment): readonly ComponentEntry[] {
  if (present !== "unknown") return [];
  return components.filter((one) => one.id === id && one.about !== "*" && one.present === true);
}

function describeSome({ name }: ComponentEntry, holders: readonly ComponentEntry[], models: number): AnswerRow {
  const [first = "", ...others] = holders.flatMap(({ artifacts }) => artifacts);
  const more = others.length > 0 ? ` +${others.length}` : "";
  return { label: name, answer: "partly", word: `${holders.length} of ${models} models`, text: `${first}${more}` };
}

/** "LICENSE: Apache-2.0, word for word"; a text is called by a name alone only where it is that licence's. */
function describeText({ path, match, titled, deviations, declared }: Assessment["licenses"][number]): string {
  const said = declared === null ? "" : `; declared: ${declared}`;
  const name = nameOf(match);
  const changes = deviations.filter(({ material }) => material).length;
  const words: Readonly<Record<LicenseMatch["kind"], string>> = {
    exact: `${name}, word for word`,
    equivalent: `${name}, equivalent`,
    modified: `not ${name}: changed in ${countOf(changes, "place")} that may matter`,
    derived: `a text of its own, made from ${name}`,
    contains: `holds ${name} among other words`,
    reference: `refers to ${name}`,
    unknown: "not a text that is known",
  };
  return `${path}: ${words[match.kind]}${titled === undefined ? "" : `, titled ${titled}`}${said}`;
}

/** "Apache-2.0", "licence listed, not read": what the claim says, nothing else. */
function nameLicenses({ id }: ComponentEntry, claims: Assessment["claims"]): string {
  return describeLicense(claims.find((candidate) => candidate.id === `${id}.license` && candidate.about === "*"));
}
