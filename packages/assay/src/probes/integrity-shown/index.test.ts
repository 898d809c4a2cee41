import { expect, test } from "vitest";
import { ask, makeSafetensors } from "../../../test/support/release.ts";
import probe from "./index.ts";

const DIGEST = "0cd548efd15974d5cca78f9baddbd592".repeat(2);

test.each([
  [["model.safetensors.sig"], true],
  [["model.sigstore.json"], true],
  [["skills/owl/skill.oms.sig"], "unknown"],
  [["tests/model.sig"], "unknown"],
  [["model.safetensors"], "unknown"],
])("of the files %j it is said that they are signed: %s", async (listed, value) => {
  expect((await ask(probe, { listed })).get("signature.published")?.value).toBe(value);
});

test("an empty signature is none, and a release may say that it has none", async () => {
  expect((await ask(probe, { files: { "model.sig": "" } })).get("signature.published")?.value).toBe("unknown");
  const claims = await ask(probe, { files: { "README.md": "# Owl\n\nThe files are not signed.\n" } });
  expect(claims.get("signature.published")?.value).toBe(false);
});

test.each([
  [{ "README.md": `# Owl\n\nThe sha256 of the file is ${DIGEST}.\n` }, true],
  [{ "README.md": `# Owl\n\n| file | sha256 |\n|---|---|\n| a.bin | ${DIGEST} |\n` }, true],
  [{ "README.md": `# Owl\n\nThe training data are there:\n\nThe sha256 of the file is ${DIGEST}.\n` }, "unknown"],
  [{ "README.md": `# Owl\n\nThe training data are there. sha256 of model.pt: ${DIGEST}.\n` }, true],
  [{ "README.md": `# Owl\n\nSee commit ${DIGEST}.\n` }, "unknown"],
  [{ SHA256SUMS: `${DIGEST}  a.bin\n` }, true],
  [{ "README.md": "# Owl\n\nThere are no checksums.\n" }, false],
])("of %j it is said that there are checksums: %s", async (files, value) => {
  expect((await ask(probe, { files })).get("checksums.published")?.value).toBe(value);
});

const SAFE = { "model.safetensors": makeSafetensors({ a: 2 }) };

test.each([
  [{ files: SAFE }, true],
  [{ files: SAFE, listed: ["pytorch_model.bin"] }, false],
  [{ listed: ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"] }, true],
  [{ listed: ["owl.pt"] }, "unknown"],
  [{ listed: ["owl_model.pth"] }, false],
  [{ files: SAFE, listed: ["model.bin"] }, "unknown"],
  [{}, "unknown"],
])("of weights %# it is said that their format is safe: %s", async (sketch, value) => {
  expect((await ask(probe, sketch)).get("weights.safe-format")?.value).toBe(value);
});

test("one pickle among safe files decides, and is what is cited", async () => {
  expect((await ask(probe, { files: SAFE })).get("weights.safe-format")?.value).toBe(true);
  const claims = await ask(probe, { files: SAFE, listed: ["pytorch_model.bin"] });
  expect(claims.get("weights.safe-format")?.value).toBe(false);
  expect(claims.seen.evidence.map(({ at }) => at)).toEqual([{ path: "pytorch_model.bin" }]);
});

test("a format that may hold anything is unidentified", async () => {
  const claims = await ask(probe, { files: SAFE, listed: ["model.bin"] });
  expect(claims.get("weights.safe-format")).toMatchObject({ because: "unidentified" });
});
