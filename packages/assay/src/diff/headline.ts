/** The whole comparison in one word and one sentence. */

import type {
  DiffDocument,
  DiffVerdict,
  Direction,
  FrameworkChange,
  LicenseChange,
  RightChange,
} from "../model/changes.ts";
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
  const ofRights = tellRights(told);
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

const WAYS = ["narrower", "wider"] as const;

interface Sentence {
  readonly verdict: DiffVerdict;
  readonly words: string;
}

/** What the rights card and the licence texts say of rights that are other ones by what the release says. */
function tellRights({ rights, licenses }: Told): Sentence | null {
  const all = rights.filter(({ cause }) => cause === "release");
  const lost = all.filter(({ kind }) => kind === "no-longer-known");
  const ofCard = WAYS.filter((way) => all.some(({ direction }) => direction === way));
  const ofTexts = WAYS.filter((way) => licenses.flatMap(listWays).includes(way));
  const leading = ofCard.length > 0 ? ofCard : ofTexts;
  if (leading.length > 0) {
    const verdict = verdictOf(leading.includes("narrower"), leading.includes("wider"));
    const open = lost.length === 0 ? "" : `; ${lost.length} not known any more`;
    // What the card does not ask, such as a notice that has to be kept, is told behind it and never hidden.
    const rest = ofTexts.filter((way) => !leading.includes(way)).flatMap((way) => tellWay(way, all, licenses));
    const words = [
      ...leading.flatMap((way) => tellWay(way, all, licenses)),
      ...rest.map((one) => `beside that, ${one}`),
    ];
    return { verdict, words: `${words.join("; ")}${open}` };
  }
  const [first] = lost;
  if (first !== undefined)
    return { verdict: "unknown", words: `not known any more: ${sayRight(first)}${count(lost.length - 1)}` };
  const [other] = all.filter(({ kind }) => kind === "changed");
  if (other !== undefined) return { verdict: "changed", words: `other conditions: ${sayRight(other)}` };
  const text = licenses.find(
    ({ cause, change, verdict }) => cause === "release" && change === "changed" && verdict === "unknown",
  );
  return text === undefined ? null : { verdict: "unknown", words: `another text: ${uncapitalise(text.headline)}` };
}

/** Ways in which a text that changed goes. */
function listWays({ cause, change, verdict }: LicenseChange): readonly Direction[] {
  if (cause !== "release" || change !== "changed" || verdict === "same" || verdict === "unknown") return [];
  return verdict === "both" ? ["narrower", "wider"] : [verdict];
}

/** "narrower: commercial use was allowed and is not any more…; 2 more": the card first, else what a text says. */
function tellWay(
  way: "narrower" | "wider",
  rights: readonly RightChange[],
  licenses: readonly LicenseChange[],
): readonly string[] {
  const [first, ...others] = rights.filter(({ direction }) => direction === way);
  if (first !== undefined) return [`${way}: ${sayRight(first)}${count(others.length)}`];
  const texts = licenses.filter((one) => listWays(one).includes(way));
  const [told] = texts.flatMap((text) =>
    text.terms.filter(({ direction }) => direction === way).map((term) => ({ text, term })),
  );
  if (told === undefined) return [];
  const { old, new: next, message } = told.term;
  const [side, path] = next === undefined ? [old, told.text.old?.path] : [next, told.text.new?.path];
  const place =
    side?.at === undefined ? `clause ${side?.clause ?? "not numbered"} of ${path}` : `${path}:${side.at.line}`;
  return [`${way}: ${message} (${place})`];
}

function count(more: number): string {
  return more > 0 ? `; ${more} more` : "";
}

function verdictOf(isNarrower: boolean, isWider: boolean): "narrower" | "wider" | "both" {
  if (isNarrower && isWider) return "both";
  return isNarrower ? "narrower" : "wider";
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
  const all = [...told.rights, ...told.components, ...told.claims, ...told.frameworks, ...told.licenses];
  const read = all.some(({ cause }) => cause === "reading") ? "; what differs below was only read otherwise" : "";
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
