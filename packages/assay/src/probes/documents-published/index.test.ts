import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

test("a README with the hub's front matter is a model card", async () => {
  const claims = await ask(probe, { files: { "README.md": "---\nlicense: mit\n---\n# Owl\n\nText.\n" } });
  expect(claims.get("model-card.published")?.value).toBe(true);
  expect(claims.seen.evidence[0]).toMatchObject({ quote: "Owl", at: { path: "README.md", line: 4 } });
});

test("a README without front matter is no model card", async () => {
  const claims = await ask(probe, { files: { "README.md": "# Owl\n\nInstall it.\n" } });
  expect(claims.get("model-card.published")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("documents need the sections that such documents have", async () => {
  const report = "# Report\n\n## Architecture\n\n## Training\n\n## Results\n";
  const claims = await ask(probe, {
    files: { "docs/technical-report.md": report, "docs/paper.md": "# Paper\n\nsoon\n" },
  });
  expect(claims.get("technical-report.published")?.value).toBe(true);
  expect(claims.get("paper.published")?.value).toBe("unknown");
});

test("a link to a paper is a pointer", async () => {
  const card = "# Owl\n\nSee [the paper](https://arxiv.org/abs/2403.13784).\n";
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get("paper.published")).toMatchObject({ value: "unknown", because: "elsewhere" });
  expect(claims.seen.evidence.find(({ code }) => code === "linked-elsewhere")?.quote).toBe(
    "https://arxiv.org/abs/2403.13784",
  );
});

test("a manifest without data card says that there is none", async () => {
  const claims = await ask(probe, { parts: [{ component: "weights" }] });
  expect(claims.get("data-card.published")?.value).toBe(false);
});
