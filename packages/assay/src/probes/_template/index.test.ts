import { expect, test } from "vitest";

import type { Workbench } from "../../model/plugin.ts";
import templateId from "./index.ts";

/** A bench that holds files of these names and nothing else. */
function bench(...paths: readonly string[]): Workbench {
  return { release: { artifacts: paths.map((path) => ({ path })) } } as unknown as Workbench;
}

test("a file of that name answers the claim, with evidence", async () => {
  const { claims, evidence } = await templateId.observe(bench("template-id.txt"));
  expect(claims).toMatchObject([{ id: "template-id.published", value: true, evidence: [evidence[0]?.id] }]);
});

test("without one the claim stays open, with its reason", async () => {
  const { claims } = await templateId.observe(bench("README.md"));
  expect(claims).toMatchObject([{ value: "unknown", because: "not-observed" }]);
});
