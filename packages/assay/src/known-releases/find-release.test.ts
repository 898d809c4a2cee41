import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../model/errors.ts";
import type { KnownRelease } from "../model/known-release.ts";
import { findRelease, normalizeName } from "./find-release.ts";

function makeRelease(id: string, name: string, aliases: readonly string[] = []): KnownRelease {
  return {
    id,
    name,
    aliases,
    sources: {},
    publisher: { value: "Owl", seen: [] },
    models: [],
    licenses: [],
    components: {},
    statements: [],
    judgements: [],
  };
}

const RELEASES = [makeRelease("owl-2", "Great Owl 2", ["owl2", "nest/owl-2-7b"]), makeRelease("heron", "Heron")];

test.each(["owl-2", "OWL-2", "great owl 2", "Great_Owl 2", "hf:Nest/Owl-2-7b", "https://huggingface.co/nest/owl-2-7b"])(
  "%s is found",
  (name) => {
    expect(findRelease(name, RELEASES).id).toBe("owl-2");
  },
);

test("a name that is not known is refused, with the ids of what is near", () => {
  expect(() => findRelease("owl-3", RELEASES)).toThrow(UsageError);
  expect(() => findRelease("owl-3", RELEASES)).toThrow("Near it: owl-2.");
  expect(() => findRelease("herron", RELEASES)).toThrow("Near it: heron.");
  expect(() => findRelease("penguin-400b", RELEASES)).toThrow(/^(?!.*Near it)/);
});

test("names of objects are no names of releases", () => {
  for (const name of ["constructor", "__proto__", ""]) expect(() => findRelease(name, RELEASES)).toThrow(UsageError);
});

test("whatever the name, the answer is a release or a sentence of some length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 5000 }), (name) => {
      try {
        expect(RELEASES).toContain(findRelease(name, RELEASES));
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        expect((error as Error).message.length).toBeLessThan(500);
      }
    }),
  );
});

test("a name in its form stays as it is", () => {
  fc.assert(
    fc.property(fc.constantFrom("owl-2", "nest/owl-2-7b", "heron"), (name) => {
      expect(normalizeName(name)).toBe(name);
    }),
  );
});
