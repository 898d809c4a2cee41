import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import lineageStated from "./index.ts";

test("bases and data that a card names are told apart, with their places", async () => {
  const readme = "---\nbase_model: acme/owl\ndatasets: [acme/seeds]\n---\n# It\n";
  const claims = await ask(lineageStated, { files: { "README.md": readme } });
  expect(claims.get("lineage.bases")?.value).toEqual(["acme/owl"]);
  expect(claims.get("lineage.datasets")?.value).toEqual(["acme/seeds"]);
  const [id] = claims.get("lineage.bases")?.evidence ?? [];
  expect(claims.seen.evidence.find((one) => one.id === id)).toMatchObject({
    at: { path: "README.md", line: 2 },
    quote: "acme/owl",
  });
});

test("where no file names any, none is known of, and none is ruled out", async () => {
  const claims = await ask(lineageStated, { files: { "README.md": "# It\n" } });
  expect(claims.get("lineage.bases")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("a base that is only hinted at, or not named, stays open", async () => {
  const hinted = await ask(lineageStated, { files: { "config.json": '{"_name_or_path":"acme/owl"}' } });
  expect(hinted.get("lineage.bases")).toMatchObject({ value: "unknown", because: "unidentified" });
  const unnamed = await ask(lineageStated, { files: { "README.md": "---\nquantized_by: somebody\n---\n# It\n" } });
  expect(unnamed.get("lineage.bases")).toMatchObject({ value: "unknown", because: "unidentified" });
});

test("a card that warns against its own files is a finding", async () => {
  const readme = "# It\n\nDO NOT DOWNLOAD: wrong weights.\n";
  const { seen } = await ask(lineageStated, { files: { "README.md": readme } });
  expect(seen.findings).toMatchObject([{ severity: "warning", code: "warned-against", at: { line: 3 } }]);
});

test.each(["owl-7b-instruct", "OwlChat", "owl-7b-it"])("%s is named like a tuned model", async (name) => {
  const readme = `# Owl\n\n## Pre-trained models\n\nDownload the [weights](https://huggingface.co/acme/${name}) of Owl.\n`;
  const linked = await ask(lineageStated, { target: "acme/owl", files: { "README.md": readme } });
  expect(linked.get("lineage.tuned")?.value).toBe(true);
  const own = await ask(lineageStated, { target: `acme/${name}`, files: { "README.md": "# Owl\n" } });
  expect(own.get("lineage.tuned")?.value).toBe(true);
});

test("a name that says nothing of tuning leaves it open", async () => {
  const claims = await ask(lineageStated, { target: "acme/owl-7b", files: { "README.md": "# Owl\n" } });
  expect(claims.get("lineage.tuned")).toMatchObject({ value: "unknown", because: "not-observed" });
});
