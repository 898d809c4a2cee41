/** A known release as a view: the four freedoms, what its publisher says, rights, frameworks, parts, sources. */

import type { ComponentEntry, KnownReleasesDocument, ShowDocument } from "../../model/documents.ts";
import type { Framework } from "../../model/types.ts";
import { describeFrameworks } from "./framework-rows.ts";
import { countOf, formatParameters } from "./numbers.ts";
import { describeRights } from "./rights-rows.ts";
import { citeAside, citeSources, describeSource, placeBySource } from "./show-sources.ts";
import { describeStatements } from "./statement-rows.ts";
import type { Answer, AnswerRow, Block, View } from "./view.ts";

/** Builds the view of `assay show NAME`. */
export function viewShown(document: ShowDocument, frameworks: readonly Framework[]): View {
  const { freedoms, rights } = document;
  return [
    describeHeading(document),
    {
      kind: "answers",
      marks: false,
      rows: freedoms.map(({ id, answer, because }) => ({ label: id.toUpperCase(), answer, text: because })),
    },
    ...describeStatements(document, frameworks),
    ...describeRights({ rights, evidence: placeBySource(document) }),
    { kind: "answers", marks: false, rows: describeFrameworks(document, frameworks) },
    ...describeComponents(document),
    ...describeLists(document),
    {
      kind: "note",
      text: "From facts that ship with Assay, as old as their sources; nothing was read or fetched. Not legal advice.",
    },
  ];
}

/** Builds the view of `assay show`. */
export function viewKnown({ releases }: KnownReleasesDocument): View {
  const rows = releases.map(({ id, name, publisher, released }): AnswerRow => {
    return { label: id, answer: "unknown", word: released ?? "", text: `${name}, ${publisher}` };
  });
  return [
    { kind: "answers", title: `${countOf(rows.length, "release")} known without reading them`, marks: false, rows },
    { kind: "note", text: "assay show NAME shows one, by its name or by that of one of its sizes on the hub." },
  ];
}

function describeHeading({ name, publisher, released, models }: ShowDocument): Block {
  const sizes = models.flatMap(({ parameters }) => parameters ?? []).sort((a, b) => a - b);
  const [least, most] = [sizes[0], sizes.at(-1)];
  const size =
    least === undefined || most === undefined || least === most
      ? sizes.slice(0, 1).map(formatParameters)
      : [`${formatParameters(least).replace(/ parameters$/, "")} to ${formatParameters(most)}`];
  const aside = [publisher.value, ...(released === undefined ? [] : [released.value]), ...size];
  return { kind: "heading", text: name, aside: aside.join(" · ") };
}

function describeComponents(document: ShowDocument): readonly Block[] {
  const known = document.components.filter(({ evidence }) => evidence.length > 0);
  const open = document.components.filter(({ evidence }) => evidence.length === 0);
  const rows = known.map((component) => describeComponent(component, document));
  return [
    ...(rows.length === 0 ? [] : [{ kind: "answers" as const, title: "Components", marks: true, rows }]),
    ...listBlock("No source says", open.length === 0 ? [] : [open.map(({ name }) => name.toLowerCase()).join(", ")]),
  ];
}

function describeComponent(component: ComponentEntry, document: ShowDocument): AnswerRow {
  const { name, present, access, evidence } = component;
  const answers: Readonly<Record<string, Answer>> = { true: "yes", false: "no", unknown: "unknown" };
  return {
    label: name,
    answer: answers[String(present)] ?? "unknown",
    word: nameState(component, document),
    text: `${access === "gated" ? "on request, " : ""}${citeSources(evidence, document)}`,
  };
}

function nameState({ present, because, licenses }: ComponentEntry, document: ShowDocument): string {
  if (present === false) return "not released";
  if (present === "unknown") return because === "conflicting" ? "disputed" : "elsewhere";
  const names = licenses.map(({ declared }) => document.licenses.find(({ id }) => id === declared)?.name ?? declared);
  return names.length === 0 ? "no licence known" : names.join(" and ");
}

function describeLists(document: ShowDocument): readonly Block[] {
  const { base, trainingData, licenses, changes, judgements, sources } = document;
  const cite = ({ evidence }: { readonly evidence: readonly string[] }): string => citeAside(evidence, document);
  const known = { whole: "terms known", "in-part": "terms known in part", unknown: "terms not known" };
  return [
    ...listBlock("Made from", base === undefined ? [] : [base.value + cite(base)]),
    ...listBlock("Training data", trainingData === undefined ? [] : [trainingData.value + cite(trainingData)]),
    ...listBlock(
      "Licences",
      licenses.map((license) => {
        const digest = license.sha256 === undefined ? "" : `, sha256 ${license.sha256.slice(0, 12)}…`;
        return `${license.name}: ${known[license.terms]}${digest}${cite(license)}`;
      }),
    ),
    ...listBlock(
      "What changed since",
      changes.map((change) => `${change.on}: ${change.what}${cite(change)}`),
    ),
    ...listBlock(
      "What others came to",
      judgements.map((one) => `${one.by} (${one.on}): ${one.says}${cite(one)}`),
    ),
    ...listBlock("Sources", sources.map(describeSource)),
  ];
}

function listBlock(title: string, items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", title, items, more: 0 }];
}
