import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

test("data files are told apart by their use", async () => {
  const claims = await ask(probe, { files: { "data/train.txt": "a\n", "data/eval.txt": "b\n" } });
  expect(claims.get("training-data.published")?.value).toBe(true);
  expect(claims.get("evaluation-data.published")?.value).toBe(true);
  expect(claims.get("training-data.named")?.value).toBe(true);
});

test("files alone never prove that they are all of the data", async () => {
  const claims = await ask(probe, { files: { "data/train.txt": "a\n" } });
  expect(claims.get("training-data.complete")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("a manifest says that the data are whole, or that there are none", async () => {
  const part = { component: "training-data", files: ["data/train.txt"] };
  const whole = await ask(probe, { parts: [part], files: { "data/train.txt": "a\n" } });
  expect(whole.get("training-data.complete")?.value).toBe(true);
  const none = await ask(probe, { parts: [{ component: "weights" }] });
  expect(none.get("training-data.published")?.value).toBe(false);
  expect(none.get("training-data.complete")?.value).toBe(false);
});

test("data named in the card are named, not published", async () => {
  const card = "---\ndatasets:\n- acme/owls\n---\n# Owl\n";
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get("training-data.named")?.value).toBe(true);
  expect(claims.get("training-data.published")).toMatchObject({ value: "unknown", because: "elsewhere" });
  expect(claims.seen.evidence.find(({ code }) => code === "data-named")).toMatchObject({
    quote: "datasets: acme/owls",
    at: { line: 3 },
  });
});

test("an empty release names nothing", async () => {
  const claims = await ask(probe, {});
  expect(claims.get("training-data.named")).toMatchObject({ value: "unknown", because: "not-observed" });
});
