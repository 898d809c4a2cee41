import { describe, expect, test } from "vitest";

import { hasCorpora } from "./corpora.ts";
import { generateRows } from "./generated.ts";

describe.skipIf(!hasCorpora)("generated sets", () => {
  const rows = hasCorpora ? generateRows() : [];

  test("there are hundreds of altered texts and of harmless ones, each with a name of its own", () => {
    const counts = Map.groupBy(rows, ({ change }) => change);
    expect(counts.get("altered")?.length).toBeGreaterThan(1400);
    expect(counts.get("format")?.length).toBeGreaterThan(700);
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
  });

  test("what became another published text is no altered one", () => {
    const deleted = rows.filter(({ mutation }) => mutation.kind === "deleted").map(({ mutation }) => mutation.deleted);
    expect(deleted.length).toBeGreaterThan(100);
    expect(deleted.filter((words) => /^3\. Neither the name of the copyright holder/.test(words))).toEqual([]);
    expect(deleted.filter((words) => /^Our only modification/.test(words))).toEqual([]);
  });

  test("every sort of place was found in some text, optional stretches included", () => {
    const ids = rows.map(({ mutation }) => mutation.id);
    for (const place of ["after-terms", "copyright", "optional", "sentence", "middle"]) {
      expect(ids.filter((id) => id.startsWith(`insert-${place}-`)).length, place).toBeGreaterThan(3);
    }
  });
});
