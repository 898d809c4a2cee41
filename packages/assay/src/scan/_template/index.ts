import type { Reading } from "../../model/facts.ts";
import type { ScanRule } from "../../model/plugin.ts";
import type { Artifact, Finding } from "../../model/types.ts";

/** Longest file that people read; say where the figure is from. */
const MOST_LINES = 100_000;

function inspect(readings: readonly Reading[], { path }: Artifact): readonly Finding[] {
  const lines = Math.max(0, ...readings.map(({ facts }) => facts.text?.lines ?? 0));
  if (lines <= MOST_LINES) return [];
  const message = `${path} has ${lines} lines, more than ${MOST_LINES}`;
  return [{ rule: "template-id", severity: "note", code: "too-long", args: { path, lines }, message, at: { path } }];
}

const templateId: ScanRule<"template-id"> = {
  id: "template-id",
  version: 1,
  danger: "What can happen to somebody who loads the file",
  advice: "What to do about it, in a sentence.",
  codes: { "too-long": { severity: "note", means: "more lines than people read" } },
  inspect,
};

export default templateId;
