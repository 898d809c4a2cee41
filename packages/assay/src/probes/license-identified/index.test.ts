import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { ask, makeSafetensors, type Sketch } from "../../../test/support/release.ts";
import probe from "./index.ts";

const APACHE = licenseText("Apache-2.0");
const MIT = licenseText("MIT");
const WEIGHTS = { "model.safetensors": makeSafetensors({ a: 2 }) };
const TRAINING = "optimizer.zero_grad()\nloss.backward()\n";

async function licenseOf(component: string, sketch: Sketch): Promise<unknown> {
  const claim = (await ask(probe, sketch)).get(`${component}.license`);
  return claim?.because ?? claim?.value;
}

test("a text in the root governs what nothing nearer governs", async () => {
  const claims = await ask(probe, { files: { ...WEIGHTS, LICENSE: APACHE } });
  expect(claims.get("weights.license")?.value).toEqual(["Apache-2.0"]);
  expect(claims.seen.evidence[0]).toMatchObject({ code: "license-identified", at: { path: "LICENSE" } });
});

test("the nearest text governs", async () => {
  const files = { ...WEIGHTS, LICENSE: APACHE, "data/LICENSE": MIT, "data/train.txt": "a\n" };
  expect(await licenseOf("training-data", { files })).toEqual(["MIT"]);
  expect(await licenseOf("weights", { files })).toEqual(["Apache-2.0"]);
});

test("a text named for the weights governs the weights", async () => {
  const files = { ...WEIGHTS, LICENSE: APACHE, MODEL_LICENSE: MIT, "train.py": TRAINING };
  expect(await licenseOf("weights", { files })).toEqual(["MIT"]);
  expect(await licenseOf("training-code", { files })).toEqual(["Apache-2.0"]);
});

test("a text with one clause more has no name, whatever the card declares", async () => {
  const altered = `${MIT}\nIf the Software has more than 100 million monthly active users, display its name.\n`;
  const card = "---\nlicense: mit\n---\n# Owl\n";
  expect(await licenseOf("weights", { files: { ...WEIGHTS, LICENSE: altered } })).toBe("unidentified");
  expect(await licenseOf("weights", { files: { ...WEIGHTS, LICENSE: altered, "README.md": card } })).toBe(
    "unidentified",
  );
});

test("a manifest cannot outrank an unknown text", async () => {
  const parts = [{ component: "weights", files: ["model.safetensors"], license: "Apache-2.0" }];
  expect(await licenseOf("weights", { parts, files: { ...WEIGHTS, LICENSE: "All rights are mine.\n" } })).toBe(
    "unidentified",
  );
  expect(await licenseOf("weights", { parts, files: WEIGHTS })).toEqual(["Apache-2.0"]);
});

test("a tag and a text that disagree are a conflict", async () => {
  const card = "---\nlicense: mit\n---\n# Owl\n";
  expect(await licenseOf("weights", { files: { ...WEIGHTS, LICENSE: APACHE, "README.md": card } })).toBe("conflicting");
});

test.each([
  ["mit", ["MIT"]],
  ["apache-2.0", ["Apache-2.0"]],
  ["MIT OR Apache-2.0", ["Apache-2.0 OR MIT"]],
  ["other", "unidentified"],
  ["modified-mit", "unidentified"],
  ["openrail", "unidentified"],
])("the tag %s alone says %j", async (tag, expected) => {
  const card = `---\nlicense: ${tag}\n---\n# Owl\n`;
  const found = await licenseOf("weights", { files: { ...WEIGHTS, "README.md": card } });
  expect(Array.isArray(found) ? found.map((ids) => String(ids).split(" OR ").sort().join(" OR ")) : found).toEqual(
    expected,
  );
});

test("a GNU text leaves open whether later versions apply, and agrees with the hub's tag", async () => {
  const files = {
    ...WEIGHTS,
    LICENSE: licenseText("GPL-3.0-only"),
    "README.md": "---\nlicense: gpl-3.0\n---\n# Owl\n",
  };
  expect(await licenseOf("weights", { files })).toEqual(["GPL-3.0-only OR GPL-3.0-or-later"]);
});

test("a header adds to the text of the repository", async () => {
  const files = { LICENSE: APACHE, "train.py": `# SPDX-License-Identifier: MIT\n${TRAINING}` };
  expect(await licenseOf("training-code", { files })).toEqual(["Apache-2.0", "MIT"]);
});

test("without text or tag the licence is open, not none", async () => {
  expect(await licenseOf("weights", { files: WEIGHTS })).toBe("not-observed");
});

test("a text that is only listed leaves the licence open", async () => {
  expect(await licenseOf("weights", { files: WEIGHTS, listed: ["LICENSE"] })).toBe("listed-not-read");
});

test("texts of one origin do not reach into another folder's files", async () => {
  const files = { "code/LICENSE": MIT, ...WEIGHTS };
  expect(await licenseOf("weights", { files })).toBe("not-observed");
});
