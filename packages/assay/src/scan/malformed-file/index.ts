/** A file that contradicts its format or itself. */

import type { Reading } from "../../model/facts.ts";
import type { ScanRule } from "../../model/plugin.ts";
import type { Finding } from "../../model/types.ts";

function judge(reading: Reading, path: string): readonly Finding[] {
  const own = reading.faults.map(({ code, args, message, severity, at }): Finding => {
    const inside = reading.inside.length > 0 ? { inside: reading.inside } : {};
    return {
      rule: "malformed-file",
      severity,
      code: `${reading.format}/${code}`,
      args,
      message: `${path}: ${message}`,
      at: { path, ...at, ...inside },
    };
  });
  return [...own, ...reading.children.flatMap((child) => judge(child, path))];
}

const malformedFile: ScanRule<"malformed-file"> = {
  id: "malformed-file",
  version: 1,
  danger: "A file that contradicts its format or itself",
  advice: "Do not load it. Get it again from its publisher and compare the digests; if it is the same, tell them.",
  codes: null,
  inspect: (readings, artifact) => readings.flatMap((reading) => judge(reading, artifact.path)),
};

export default malformedFile;
