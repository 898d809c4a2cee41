/** The whole comparison in one word and one sentence. */

import type { DiffDocument, DiffVerdict, FrameworkChange, LicenseChange, RightChange } from "../model/changes.ts";
import type { Evidence } from "../model/types.ts";

/** What the verdict follows from. */
type Told = Pick<
  DiffDocument,
  "rights" | "licenses" | "weights" | "components" | "frameworks" | "findings" | "claims" | "files" | "gaps"
> & {
  /** All files of both are the same, byte for byte. */
  readonly isIdentical: boolean;
};

/** Parts of a sentence that are told; the rest is below it. */
const MOST_PARTS = 3;

/** The verdict, and the sentence. */
export function judge(told: Told): Pick<DiffDocument, "verdict" | "headline"> {
  const { rights, licenses } = told;
  const ofRights = tellRights(rights) ?? tellLicenses(licenses);
  const others = [
    ...tellLicenceNames(told),
    ...tellWeights(told, ofRights !== null),
    ...tellParts(told),
    ...tellErrors(told),
  ];
  if (ofRights !== null) {
    const parts = [ofRights.words, ...others].slice(0, MOST_PARTS);
    return { verdict: ofRights.verdict, headline: capitalise(parts.join("; ")) };
  }
  const matters = others.filter((part) => part !== SAME_WEIGHTS);
  if (matters.length > 0) return { verdict: "changed", headline: capitalise(others.slice(0, MOST_PARTS).join("; ")) };
  return tellQuiet(told);
}

interface Sentence {
  readonly verdict: DiffVerdict;
  readonly words: string;
}

/** Rights that are other ones by what the release says. */
function tellRights(rights: readonly RightChange[]): Sentence | null {
  const all = rights.filter(({ cause }) => cause === "release");
  const narrower = all.filter(({ direction }) => direction === "narrower");
  const wider = all.filter(({ direction }) => direction === "wider");
  const lost = all.filter(({ kind }) => kind === "no-longer-known");
  const other = all.filter(({ kind, direction }) => kind === "changed" && direction === "other");
  const [first] = narrower.length > 0 ? narrower : wider;
  const rest = narrower.length + wider.length - 1;
  if (first !== undefined) {
    const verdict = verdictOf(narrower.length, wider.length);
    const word = verdict === "both" ? "narrower and wider" : verdict;
    return { verdict, words: `${word}: ${sayRight(first)}${rest > 0 ? `; ${rest} more` : ""}` };
  }
  const [open] = lost;
  if (open !== undefined)
    return {
      verdict: "unknown",
      words: `not known any more: ${sayRight(open)}${lost.length > 1 ? `; ${lost.length - 1} more` : ""}`,
    };
  const [one] = other;
  return one === undefined ? null : { verdict: "changed", words: `other conditions: ${sayRight(one)}` };
}

function verdictOf(narrower: number, wider: number): "narrower" | "wider" | "both" {
  if (narrower > 0 && wider > 0) return "both";
  return narrower > 0 ? "narrower" : "wider";
}

function sayRight({ message, kind, old, new: next }: RightChange): string {
  const place = firstPlace(next.evidence) ?? firstPlace(old.evidence);
  // The first of the clauses; the others stand below.
  const told = kind === "no-longer-known" ? message : (message.split("; ", 1)[0] ?? message);
  return place === undefined ? told : `${told} (${place})`;
}

function firstPlace(evidence: readonly Evidence[]): string | undefined {
  for (const { at } of evidence) {
    if ("path" in at) return at.line === undefined ? at.path : `${at.path}:${at.line}`;
  }
  return undefined;
}

/** What the rights card does not ask, the texts may tell. */
function tellLicenses(licenses: readonly LicenseChange[]): Sentence | null {
  const all = licenses.filter(({ cause, change }) => cause === "release" && change === "changed");
  const one =
    all.find(({ verdict }) => verdict === "narrower" || verdict === "both") ??
    all.find(({ verdict }) => verdict === "wider") ??
    all.find(({ verdict }) => verdict === "unknown");
  if (one === undefined || one.verdict === "same") return null;
  const words = uncapitalise(one.headline);
  return { verdict: one.verdict, words: one.verdict === "unknown" ? `another text: ${words}` : words };
}

/** "other licence (Apache-2.0 → MIT)": the first of those that are another one. */
function tellLicenceNames({ licenses, components }: Told): readonly string[] {
  const ofWeights = components.find(
    ({ id, about, licenses: named, cause }) =>
      id === "weights" && about === "*" && named !== undefined && cause === "release",
  );
  if (ofWeights?.licenses !== undefined)
    return [`other licence: ${ofWeights.licenses.old.join(" and ")} → ${ofWeights.licenses.new.join(" and ")}`];
  const changed = licenses.filter(({ cause }) => cause === "release");
  const kinds: Readonly<Record<LicenseChange["change"], string>> = {
    changed: "licence text changed",
    added: "licence text added",
    removed: "licence text removed",
  };
  for (const kind of ["changed", "removed", "added"] as const) {
    const some = changed.filter(({ change, verdict }) => change === kind && (kind !== "changed" || verdict !== "same"));
    const [first] = some;
    if (first === undefined) continue;
    return [`${kinds[kind]}: ${(first.new ?? first.old)?.path ?? ""}${some.length > 1 ? ` +${some.length - 1}` : ""}`];
  }
  return [];
}

const SAME_WEIGHTS = "the same weights";

function tellWeights({ weights: { verdict, files } }: Told, isBeside: boolean): readonly string[] {
  const [first] = files;
  const name = (first?.new ?? first?.old)?.path ?? "";
  const more = files.length > 1 ? ` +${files.length - 1}` : "";
  if (verdict === "same") return [SAME_WEIGHTS];
  if (verdict === "replaced") return [`weights replaced under the same name (${firstReplaced(files) ?? name})`];
  if (verdict === "changed") return [`other weights (${name}${more})`];
  if (verdict === "added" || verdict === "removed") return [`weights ${verdict} (${name}${more})`];
  if (verdict === "renamed")
    return [`the same weights under another name (${first?.old?.path} → ${first?.new?.path}${more})`];
  return verdict === "unknown" && isBeside ? ["whether the weights are the same is not known"] : [];
}

function firstReplaced(files: Told["weights"]["files"]): string | undefined {
  return files.find(({ change }) => change === "replaced")?.new?.path;
}

function tellParts({ components, frameworks }: Told): readonly string[] {
  const whole = components.filter(({ about, cause }) => about === "*" && cause === "release");
  const words = {
    added: "now released",
    removed: "not released any more",
    "now-denied": "said not to be released",
    "no-longer-shown": "no longer shown",
    "now-shown": "now shown",
  } as const;
  const parts = Object.entries(words).flatMap(([change, word]) => {
    const names = whole.filter(({ presence }) => presence?.change === change).map(({ name }) => name.toLowerCase());
    return names.length === 0
      ? []
      : [
          `${word}: ${names.slice(0, MOST_PARTS).join(", ")}${names.length > MOST_PARTS ? ` +${names.length - MOST_PARTS}` : ""}`,
        ];
  });
  const gates = whole.flatMap(({ name, access }) =>
    access === undefined ? [] : [`${name.toLowerCase()}: ${access.old ?? "open"} → ${access.new ?? "open"}`],
  );
  return [...gates, ...parts, ...frameworks.flatMap(tellLevel)];
}

function tellLevel({ id, change, cause, about, old, new: next }: FrameworkChange): readonly string[] {
  if (about !== "*" || cause !== "release" || change === "same") return [];
  return [`${id.toUpperCase()} ${old.level ?? "none"} → ${next.level ?? "none"}`];
}

function tellErrors({ findings }: Told): readonly string[] {
  const errors = findings.filter(
    ({ change, cause, finding }) => change === "new" && cause === "release" && finding.severity === "error",
  );
  const [first] = errors;
  if (first === undefined) return [];
  return [`new error: ${first.finding.message}${errors.length > 1 ? ` +${errors.length - 1}` : ""}`];
}

/** Nothing that the release itself changed. */
function tellQuiet(told: Told): Pick<DiffDocument, "verdict" | "headline"> {
  const { files, isIdentical } = told;
  const otherwise = [told.rights, told.components, told.claims, told.frameworks, told.licenses].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  const read = otherwise === 0 ? "" : `; what differs below was only read otherwise`;
  if (isIdentical) return { verdict: "identical", headline: `Nothing changed: the same files, byte for byte${read}` };
  const open = files.changes.filter(({ change }) => change === "unknown").length;
  if (open > 0 || told.weights.verdict === "unknown")
    return {
      verdict: "unknown",
      headline: `Nothing is seen to have changed, and not every file could be compared${read}`,
    };
  return { verdict: "nothing-that-matters", headline: `Nothing that matters changed${read}` };
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function uncapitalise(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
