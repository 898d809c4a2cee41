/** What limits a comparison, so that nobody takes a difference of the reading for one of the release. */

import type { Caveat } from "../model/changes.ts";
import type { Assessment } from "../model/documents.ts";
import type { ComparedFiles } from "./files.ts";
import { listUnlisted, type PairedOrigins } from "./places.ts";

interface Sides {
  readonly paired: PairedOrigins;
  readonly files: ComparedFiles;
}

/** All limits, those first that say most. */
export function listCaveats(
  { assessment: old }: { readonly assessment: Assessment },
  { assessment: next }: { readonly assessment: Assessment },
  { paired, files }: Sides,
): readonly Caveat[] {
  return [
    ...[old, next].flatMap(findEmpty),
    ...[old, next].flatMap(findClosed),
    ...findOther(old, next),
    ...findOrigins(paired),
    ...findUnhashed(files),
  ];
}

function findEmpty({ target, artifacts }: Assessment): readonly Caveat[] {
  return artifacts.length > 0 ? [] : [{ code: "empty", message: `There is no file in ${target}.` }];
}

function findClosed(assessment: Assessment): readonly Caveat[] {
  return listUnlisted(assessment).map(({ message }) => ({ code: "not-opened", message }));
}

function findOther(old: Assessment, next: Assessment): readonly Caveat[] {
  const caveats: Caveat[] = [];
  if (old.kind !== next.kind)
    caveats.push({
      code: "other-kind",
      message: `${sayKind(old)} before, ${sayKind(next)} now: they are asked other questions.`,
    });
  if (old.ruleset !== next.ruleset) {
    const message =
      old.tool.version === next.tool.version
        ? "They were assessed by other rules or frameworks: an answer may differ for that alone."
        : `They were assessed by Assay ${old.tool.version} and ${next.tool.version}: an answer may differ for that alone.`;
    caveats.push({ code: "other-rules", message });
  }
  const [before, after] = [old, next].map(
    ({ rights }) => rights.find(({ for: own }) => own !== undefined)?.for ?? "everybody",
  );
  if (before !== after)
    caveats.push({ code: "other-options", message: `Rights are answered for ${before} before and for ${after} now.` });
  return caveats;
}

function sayKind({ kind }: Assessment): string {
  return kind === "dataset" ? "A data set" : "A model";
}

function findOrigins({ onlyOld, onlyNew }: PairedOrigins): readonly Caveat[] {
  const tell =
    (word: string) =>
    ({ target }: { readonly target: string }): Caveat => ({
      code: "one-side-origin",
      message: `${target} was read ${word} only: what it holds is no change.`,
    });
  return [...onlyOld.map(tell("before")), ...onlyNew.map(tell("now"))];
}

function findUnhashed({ changes }: ComparedFiles): readonly Caveat[] {
  const { length } = changes.filter(({ change }) => change === "unknown");
  if (length === 0) return [];
  const what = length === 1 ? "1 file has" : `${length} files have`;
  return [{ code: "not-hashed", message: `${what} no digest on one side: whether they are the same is not known.` }];
}
