/** A file that contradicts its format or itself. */

import { type Reading, withInner } from "../../model/facts.ts";
import { placeWithin } from "../../model/place.ts";
import type { ScanRule } from "../../model/plugin.ts";
import type { Finding } from "../../model/types.ts";

function judge(reading: Reading, path: string): readonly Finding[] {
  return reading.faults.map(({ code, args, message, severity, at }) => ({
    rule: "malformed-file",
    severity,
    code: `${reading.format}/${code}`,
    args,
    message: `${path}: ${message}`,
    at: placeWithin(path, reading, at),
  }));
}

const malformedFile: ScanRule<"malformed-file"> = {
  id: "malformed-file",
  version: 1,
  danger: "A file that contradicts its format or itself",
  advice: "Do not load it. Get it again from its publisher and compare the digests; if it is the same, tell them.",
  codes: null,
  inspect: (readings, artifact) => withInner(readings).flatMap((reading) => judge(reading, artifact.path)),
};

export default malformedFile;
