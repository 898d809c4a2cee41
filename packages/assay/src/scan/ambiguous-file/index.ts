/** A file that loaders of several formats open, each as something else. */

import type { Reading } from "../../model/facts.ts";
import { placeWithin } from "../../model/place.ts";
import type { ScanRule } from "../../model/plugin.ts";
import type { Finding } from "../../model/types.ts";

/** Containers of other files; what they are is told by what was found in them. */
const CONTAINERS: ReadonlySet<string> = new Set(["zip", "tar", "compressed"]);

/** Whether a loader gets something out of the file by this reading. A pickle that imports nothing may be chance. */
function isSomething({ format, facts, children, isRefused }: Reading): boolean {
  if (isRefused === true) return false;
  if (facts.pickle !== undefined) return facts.pickle.globals.length > 0;
  if (CONTAINERS.has(format)) return children.some((child) => child.isRefused !== true);
  return facts.container !== undefined || facts.graph !== undefined || (facts.weights?.tensors ?? 0) > 0;
}

/** Readings of one file or member, and then those of each member inside. */
function judge(readings: readonly Reading[], path: string): readonly Finding[] {
  const inner = readings.flatMap(({ children }) => groupByPlace(children)).flatMap((group) => judge(group, path));
  const formats = [...new Set(readings.filter(isSomething).map(({ format }) => format))].sort();
  const [first] = readings;
  if (formats.length < 2 || first === undefined) return inner;
  const what = formats.join(", ");
  const finding: Finding = {
    rule: "ambiguous-file",
    severity: "error",
    code: "several-formats",
    args: { formats: what },
    message: `${path}: is read as ${what}: loaders disagree on what it is`,
    at: placeWithin(path, first, { start: 0, end: first.spans.at(-1)?.end ?? 0 }),
  };
  return [finding, ...inner];
}

function groupByPlace(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const key = JSON.stringify(reading.inside);
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  return [...groups.values()];
}

const ambiguousFile: ScanRule<"ambiguous-file"> = {
  id: "ambiguous-file",
  version: 1,
  danger: "A file that loaders of several formats open, each as something else",
  advice:
    "Do not load it: no honest program writes such a file. Get the model from somebody who can say how it was made.",
  codes: {
    "several-formats": { severity: "error", means: "a file that several loaders open, each as something else" },
  },
  inspect: (readings, artifact) => judge(readings, artifact.path),
};

export default ambiguousFile;
