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

test.each([
  ["mof:II", "II", "I", []],
  ["mof:II", "I", "I", []],
  ["mof:I", "II", "I", ["note: release.json announces mof:I, which is not proven"]],
  ["mof:I", "II", "II", ["warning: release.json announces mof:I, which is not reached"]],
  ["mof:III", null, null, ["warning: release.json announces mof:III, which is not reached"]],
  ["owl:I", "I", "I", ["note: release.json announces owl:I, which is no level of a framework here"]],
])("%s announced, %s proven, %s possible", (announced, level, ceiling, expected) => {
  expect(check(announced, level, ceiling)).toEqual(expected);
});
