import { expect, test } from "vitest";
import type { Framework, FrameworkResult, Manifest } from "../model/types.ts";
import { checkAnnounced } from "./announced.ts";

const LEVELS = ["I", "II", "III"].map((id) => ({ id, title: id, needs: [] }));
const [first, ...others] = LEVELS;
if (first === undefined) throw new Error("no levels");
const mof: Framework = {
  id: "mof",
  version: "1.0",
  title: "",
  source: "",
  requirements: [],
  levels: [first, ...others],
};

function check(announced: string, level: string | null, ceiling: string | null): readonly string[] {
  const manifest: Manifest = { path: "release.json", parts: [], intends: [announced], sha256: "" };
  const result: FrameworkResult = {
    id: "mof",
    version: "1.0",
    about: "*",
    level,
    ceiling,
    verdict: "met",
    requirements: [],
  };
  return checkAnnounced(manifest, [mof], [result]).map(({ severity, message }) => `${severity}: ${message}`);
}

const NOT_PROVEN = "note: release.json announces mof:I, which is not proven";

test.each([
  { announced: "mof:II", level: "II", ceiling: "I", said: [] },
  { announced: "mof:II", level: "I", ceiling: "I", said: [] },
  { announced: "mof:I", level: "II", ceiling: "I", said: [NOT_PROVEN] },
  {
    announced: "mof:I",
    level: "II",
    ceiling: "II",
    said: ["warning: release.json announces mof:I, which is not reached"],
  },
  {
    announced: "mof:III",
    level: null,
    ceiling: null,
    said: ["warning: release.json announces mof:III, which is not reached"],
  },
  {
    announced: "owl:I",
    level: "I",
    ceiling: "I",
    said: ["note: release.json announces owl:I, which is no level of a framework here"],
  },
])("$announced announced, $level proven, $ceiling possible", ({ announced, level, ceiling, said }) => {
  expect(check(announced, level, ceiling)).toEqual(said);
});
