/** Every `vectors/*.json` of a framework: claims → what the framework makes of them. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { findFramework } from "../src/assess/address.ts";
import { rule } from "../src/assess/rule.ts";
import { sharedSets } from "../src/frameworks/all.generated.ts";
import { validateFramework } from "../src/frameworks/validate.ts";
import type { Claim, Framework, Value } from "../src/model/types.ts";

/** Claims by id, null where unknown, on top of those of the vector `from`; `expect` by the name of a reading. */
interface Vector {
  readonly says: string;
  readonly from?: string;
  readonly claims: Readonly<Record<string, Value | null>>;
  readonly expect: Readonly<Record<string, Expected>>;
}

interface Expected {
  readonly requirements?: Readonly<Record<string, object>>;
  readonly [key: string]: unknown;
}

const FOLDER = join(import.meta.dirname, "../src/frameworks");
const folders = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, "framework.json")));

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function readReadings(folder: string): readonly Framework[] {
  return readdirSync(join(FOLDER, folder))
    .filter((name) => /^framework(\..+)?\.json$/.test(name))
    .map((name) => validateFramework(readJson(join(FOLDER, folder, name)), sharedSets));
}

function readVector(folder: string, name: string): Vector {
  const vector = readJson(join(FOLDER, folder, "vectors", name)) as Vector;
  if (vector.from === undefined) return vector;
  return { ...vector, claims: { ...readVector(folder, `${vector.from}.json`).claims, ...vector.claims } };
}

function toClaim(id: string, value: Value | null): Claim {
  const head = { id, about: "*", evidence: [] };
  return value === null ? { ...head, value: "unknown", because: "not-observed" } : { ...head, value };
}

for (const folder of folders) {
  const readings = readReadings(folder);
  const names = readdirSync(join(FOLDER, folder, "vectors"));

  test(`${folder} is called as its framework`, () => {
    for (const { id, version } of readings) expect(`${id}-${version}`).toBe(folder);
  });

  test(`${folder} has vectors for every reading, some with unknowns`, () => {
    const vectors = names.map((name) => readVector(folder, name));
    for (const reading of readings) {
      const own = vectors.filter((vector) =>
        Object.keys(vector.expect).some((key) => findFramework(key, readings) === reading),
      );
      expect(own.length).toBeGreaterThan(5);
      expect(own.some((vector) => Object.values(vector.claims).includes(null))).toBe(true);
    }
  });

  test.each(names)(`${folder}/vectors/%s`, (name) => {
    const vector = readVector(folder, name);
    const claims = new Map(Object.entries(vector.claims).map(([id, value]) => [id, toClaim(id, value)]));
    for (const [address, { requirements = {}, ...expected }] of Object.entries(vector.expect)) {
      const result = rule(findFramework(address, readings), claims, "*");
      const rulings = new Map(result.requirements.map((ruling) => [ruling.id, ruling]));
      expect(result, `${address}: ${vector.says}`).toMatchObject(expected);
      for (const [id, ruling] of Object.entries(requirements)) {
        expect(rulings.get(id), `${address}, ${id}: ${vector.says}`).toMatchObject(ruling);
      }
    }
  });
}
