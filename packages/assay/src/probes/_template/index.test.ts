import { expect, test } from "vitest";

import type { Workbench } from "../../model/plugin.ts";
import templateId from "./index.ts";

/** A bench that holds one file and nothing else. */
function bench(path: string, size: number): Workbench {
  return { release: { artifacts: [{ path, size }] } } as unknown as Workbench;
}

test("a file of that name answers the claim, with evidence", async () => {
  const { claims, evidence } = await templateId.observe(bench("template-id.txt", 1));
  expect(claims).toMatchObject([{ id: "template-id.published", value: true, evidence: [evidence[0]?.id] }]);
});

test("an empty one answers it with no", async () => {
  const { claims, evidence } = await templateId.observe(bench("template-id.txt", 0));
  expect(claims).toMatchObject([{ value: false, evidence: [evidence[0]?.id] }]);
});

test("without one the claim stays open, with its reason", async () => {
  const { claims } = await templateId.observe(bench("README.md", 1));
  expect(claims).toMatchObject([{ value: "unknown", because: "not-observed" }]);
});
