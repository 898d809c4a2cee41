import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

test("code for tuning, and a document that runs it", async () => {
  const files = { "README.md": "# Owl\n\n```\npython finetune/main.py\n```\n" };
  const claims = await ask(probe, { files, listed: ["finetune/main.py"] });
  expect(claims.get("tuning-code.published")?.value).toBe(true);
  expect(claims.get("making-code.described")?.value).toBe(true);
  expect(claims.seen.evidence).toMatchObject([
    { code: "code-listed", at: { path: "finetune/main.py" } },
    { code: "code-told", at: { path: "README.md", line: 4 }, quote: "python finetune/main.py" },
  ]);
});

test("code for running is neither, and silence proves nothing", async () => {
  const files = { "README.md": "# Owl\n\n```\npython generate.py\n```\n" };
  const claims = await ask(probe, { files, listed: ["generate.py"] });
  expect(claims.get("tuning-code.published")).toMatchObject({ value: "unknown", because: "not-observed" });
  expect(claims.get("making-code.described")).toMatchObject({ value: "unknown", because: "not-observed" });
});
