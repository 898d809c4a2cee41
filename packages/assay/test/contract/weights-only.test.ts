import { expect, test } from "vitest";
import { isTakenName } from "../../src/formats/shared/pickle/weights-only.ts";
import { globalFamilies } from "../../src/scan/shared/global-families.generated.ts";

const [restricted, others] = [true, false].map((is) =>
  globalFamilies
    .filter(({ weightsOnly }) => (weightsOnly === true) === is)
    .flatMap(({ allowed = [] }) => allowed.flatMap(({ globals }) => Object.entries(globals)))
    .flatMap(([module, names]) => names.map((name) => ({ module, name, path: `${module}.${name}` }))),
);

test("the reader of pickles and the rule that judges them have one list of what weights_only takes", () => {
  expect(restricted?.length).toBeGreaterThan(100);
  expect(restricted?.filter(({ module, name }) => !isTakenName(module, name))).toEqual([]);
  const paths = new Set(restricted?.map(({ path }) => path));
  const also = others?.filter(({ module, name, path }) => isTakenName(module, name) && !paths.has(path));
  expect(also).toEqual([]);
});
