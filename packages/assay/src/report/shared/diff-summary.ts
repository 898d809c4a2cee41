/** What changed in one line for each matter, also where nothing did: a reader wants to see that it was looked at. */

import type { DiffDocument, FileChange, RightChange } from "../../model/changes.ts";
import { countOf } from "./numbers.ts";
import type { Answer, AnswerRow } from "./view.ts";

const SAME = { answer: "yes", word: "the same" } as const;

/** Lines for rights, licence texts, weights, parts, levels, findings. */
export function summarise(document: DiffDocument): readonly AnswerRow[] {
  return [
    describeRights(document),
    describeLicenses(document),
    describeWeights(document),
    describeParts(document),
    describeLevels(document),
    describeFindings(document),
  ];
}

function describeRights({ rights }: DiffDocument): AnswerRow {
  const label = "Rights";
  const ofRelease = rights.filter(({ cause }) => cause === "release");
  const count = (test: (one: RightChange) => boolean, word: string): readonly string[] => {
    const { length } = ofRelease.filter(test);
    return length === 0 ? [] : [`${length} ${word}`];
  };
  const parts = [
    ...count(({ direction }) => direction === "narrower", "narrower"),
    ...count(({ direction }) => direction === "wider", "wider"),
    ...count(({ kind }) => kind === "no-longer-known", "not known any more"),
    ...count(({ kind }) => kind === "now-known", "now known"),
    ...count(({ kind, direction }) => kind === "changed" && direction === "other", "on other conditions"),
  ];
  const text = parts.join(", ");
  const read = rights.length - ofRelease.length;
  if (ofRelease.length === 0)
    return { label, ...SAME, text: read === 0 ? "" : `${countOf(read, "answer")} read otherwise` };
  const isNarrower = ofRelease.some(({ direction }) => direction === "narrower");
  const isWider = ofRelease.some(({ direction }) => direction === "wider");
  return { label, ...markRights(isNarrower, isWider), text };
}

function markRights(isNarrower: boolean, isWider: boolean): Pick<AnswerRow, "answer" | "word"> {
  if (isNarrower) return isWider ? { answer: "partly", word: "both ways" } : { answer: "no", word: "narrower" };
  return isWider ? { answer: "yes", word: "wider" } : { answer: "unknown", word: "other" };
}

function describeLicenses({ licenses }: DiffDocument): AnswerRow {
  const label = "Licence texts";
  if (licenses.length === 0) return { label, ...SAME, text: "" };
  const paths = licenses.map(({ change, old, new: next }) => `${(next ?? old)?.path ?? ""} ${change}`);
  const isOfRelease = licenses.some(({ cause }) => cause === "release");
  return {
    label,
    answer: isOfRelease ? "partly" : "unknown",
    word: isOfRelease ? "changed" : "read otherwise",
    text: shorten(paths),
  };
}

const WEIGHTS: Readonly<Record<DiffDocument["weights"]["verdict"], readonly [Answer, string]>> = {
  same: ["yes", "the same"],
  renamed: ["yes", "renamed"],
  replaced: ["no", "replaced"],
  added: ["partly", "added"],
  removed: ["no", "removed"],
  changed: ["no", "other files"],
  unknown: ["unknown", "not known"],
  none: ["unknown", "none seen"],
};

function describeWeights({ weights: { verdict, same, files } }: DiffDocument): AnswerRow {
  const [answer, word] = WEIGHTS[verdict];
  const parts = files.map(({ old, new: next, change }) => `${nameFile(old?.path, next?.path)}${FILE_WORDS[change]}`);
  const kept = same === 0 ? [] : [`${countOf(same, "file")} the same by SHA-256`];
  return {
    label: "Weights",
    answer,
    word,
    text: [...(parts.length === 0 ? [] : [shorten(parts)]), ...kept].join("; "),
  };
}

/** What is said behind a file's name; that it was replaced, the word before it says. */
const FILE_WORDS: Readonly<Record<FileChange["change"], string>> = {
  added: " added",
  removed: " removed",
  replaced: "",
  renamed: "",
  "now-listed": " listed now",
  "not-listed": " not listed now",
  unknown: " has no digest to tell by",
};

function nameFile(old: string | undefined, next: string | undefined): string {
  return old !== undefined && next !== undefined && old !== next ? `${old} → ${next}` : (next ?? old ?? "");
}

function describeParts({ components }: DiffDocument): AnswerRow {
  const label = "Parts";
  const whole = components.filter(({ about }) => about === "*");
  if (whole.length === 0) return { label, ...SAME, text: "" };
  const steps = new Set(whole.flatMap(({ presence }) => (presence === undefined ? [] : [presence.change])));
  const isLess = steps.has("removed") || steps.has("no-longer-shown") || steps.has("now-denied");
  const isMore = steps.has("added") || steps.has("now-shown");
  return { label, ...markParts(isLess, isMore), text: countParts(whole) };
}

/** "3 now shown, 12 under another licence" */
function countParts(whole: DiffDocument["components"]): string {
  const words = whole.map(({ presence, licenses, access }) => {
    if (presence !== undefined) return PARTS[presence.change];
    if (licenses !== undefined) return "under another licence";
    return access === undefined ? "declared otherwise" : "available otherwise";
  });
  const counts = Map.groupBy(words, (word) => word);
  return [...counts].map(([word, some]) => `${some.length} ${word}`).join(", ");
}

const PARTS: Readonly<Record<NonNullable<DiffDocument["components"][number]["presence"]>["change"], string>> = {
  added: "added",
  removed: "removed",
  "now-shown": "now shown",
  "no-longer-shown": "no longer shown",
  "now-denied": "said not to be released",
  "no-longer-denied": "not denied any more",
};

function markParts(isLess: boolean, isMore: boolean): Pick<AnswerRow, "answer" | "word"> {
  if (isLess) return isMore ? { answer: "partly", word: "both ways" } : { answer: "no", word: "less shown" };
  return isMore ? { answer: "yes", word: "more shown" } : { answer: "partly", word: "changed" };
}

function describeLevels({ frameworks }: DiffDocument): AnswerRow {
  const label = "Levels";
  const moved = frameworks.filter(({ change, about }) => change !== "same" && about === "*");
  if (moved.length === 0) return { label, ...SAME, text: "" };
  const isLess = moved.some(({ change }) => change === "lowered" || change === "less-shown");
  const isMore = moved.some(({ change }) => change === "raised" || change === "more-shown");
  const mark = isLess ? { answer: "no", word: "lower" } : { answer: "yes", word: "higher" };
  const both = { answer: "partly", word: "both ways" };
  const steps = Map.groupBy(
    moved,
    ({ id, old, new: next }) => `${id.toUpperCase()} ${old.level ?? "none"} → ${next.level ?? "none"}`,
  );
  const text = shorten([...steps.keys()]);
  return { label, ...((isLess && isMore ? both : mark) as Pick<AnswerRow, "answer" | "word">), text };
}

function describeFindings({ findings }: DiffDocument): AnswerRow {
  const label = "Findings";
  if (findings.length === 0) return { label, ...SAME, text: "" };
  const come = findings.filter(({ change }) => change === "new");
  const text = [
    ...(come.length === 0 ? [] : [`${countOf(come.length, "finding")} came`]),
    ...(findings.length === come.length ? [] : [`${countOf(findings.length - come.length, "finding")} went`]),
  ].join(", ");
  const isBad = come.some(({ finding }) => finding.severity !== "note");
  if (come.length === 0) return { label, answer: "yes", word: "fewer", text };
  return { label, answer: isBad ? "no" : "partly", word: "new", text };
}

/** Names that a line has room for. */
const MOST_NAMED = 3;

function shorten(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` +${names.length - MOST_NAMED}` : "";
  return `${names.slice(0, MOST_NAMED).join(", ")}${more}`;
}
