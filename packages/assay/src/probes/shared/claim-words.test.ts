import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import { probes } from "../all.generated.ts";
import versionsDisclosed from "../versions-disclosed/index.ts";
import { sayValue, wordsOf } from "./claim-words.ts";

test("every claim of a disclosure has words, and none of them is its name", () => {
  const asked = probes.filter(({ id }) => id.endsWith("-disclosed")).flatMap(({ answers }) => answers);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((claim) => wordsOf(claim) === claim)).toEqual([]);
});

test("what is told is told in words, a long number in groups of digits", async () => {
  expect(sayValue(2_000_000_000_000)).toBe("2,000,000,000,000");
  expect(sayValue("2024-04")).toBe("2024-04");
  const claims = await ask(versionsDisclosed, { files: { "README.md": "# Owl\n\nRelease date: 2024-09-19\n" } });
  expect(claims.seen.evidence.map(({ message }) => message)).toContain(
    "README.md tells when it was released: 2024-09-19",
  );
});
