import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const CLAIM = "evaluation-results.published";

test("a table of figures under a heading of results reports them", async () => {
  const card = "# Owl\n\n## Evaluation\n\n| task | accuracy |\n|---|---|\n| hoot | 87.1 |\n";
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get(CLAIM)?.value).toBe(true);
  expect(claims.seen.evidence[0]?.quote).toBe("| hoot | 87.1 |");
});

test("a file of results with a measure reports them", async () => {
  const claims = await ask(probe, { files: { "evaluation/results.json": '{"accuracy": 0.87}' } });
  expect(claims.get(CLAIM)?.value).toBe(true);
});

test.each([
  ["# Owl\n\n## Evaluation\n\nResults will follow.\n", "a promise"],
  ["# Owl\n\n## Usage\n\n| option | value |\n|---|---|\n| size | 3 |\n", "a table about something else"],
  ["# Owl\n\n## Results\n\n| task | link |\n|---|---|\n| hoot | see paper |\n", "a table without figures"],
])("%j is no report: %s", async (card) => {
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get(CLAIM)).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("a manifest without results says that there are none", async () => {
  expect((await ask(probe, { parts: [{ component: "weights" }] })).get(CLAIM)?.value).toBe(false);
});
