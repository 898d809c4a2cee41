import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { makeSafetensors, openBench } from "../../../test/support/release.ts";
import { array, buildGguf, text } from "../../formats/gguf/examples/writer.ts";
import type { ComponentLicense } from "../../model/inventory.ts";
import { RIGHTS_QUESTIONS } from "../../model/rights.ts";
import { decide, type Reply } from "../../rights/decide.ts";
import { governingTerms } from "../terms/index.ts";
import { licensing } from "./index.ts";
import { isRemarkKey, isTermsKey } from "./metadata-keys.ts";

const APACHE = licenseText("Apache-2.0");

type Files = Readonly<Record<string, string | Uint8Array>>;

const safetensors = (metadata: Readonly<Record<string, string>>): Files => ({
  "model.safetensors": makeSafetensors({ a: 2 }, { format: "pt", ...metadata }),
});

const gguf = (key: string, words: string): Files => ({
  "model.gguf": buildGguf({
    values: [
      ["general.architecture", text("llama")],
      [key, text(words)],
    ],
    tensors: [{ name: "a", type: 0, dimensions: [4] }],
  }),
});

async function weightsOf(files: Files): Promise<ComponentLicense | undefined> {
  return (await openBench({ files: { LICENSE: APACHE, ...files } }).study(licensing)).components.get("weights");
}

async function mayISell(files: Files): Promise<Reply> {
  const governing = await openBench({ files: { LICENSE: APACHE, ...files } }).study(governingTerms);
  const [question] = RIGHTS_QUESTIONS.filter(({ id }) => id === "sell");
  if (question === undefined) throw new Error("nobody asks whether one may sell");
  return decide(question, governing);
}

const CLOSED = "These weights may not be used for commercial purposes.";

test.each([
  ["terms_of_use", safetensors({ terms_of_use: CLOSED })],
  ["usage_policy", safetensors({ usage_policy: CLOSED })],
  ["license", safetensors({ license: CLOSED })],
  ["use restrictions", safetensors({ useRestrictions: CLOSED })],
  ["general.usage_terms", gguf("general.usage_terms", CLOSED)],
  ["a description", safetensors({ "modelspec.description": `An owl. ${CLOSED}` })],
  ["general.description", gguf("general.description", CLOSED)],
  ["a copyright", safetensors({ copyright: `Copyright 2024 Owl. ${CLOSED}` })],
])("terms in metadata under %s forbid to sell, with the words", async (_, files) => {
  const reply = await mayISell(files);
  expect(reply.answer).toBe("no");
  expect(reply.notes).toMatchObject([
    { at: { path: expect.stringMatching(/^model\./) }, quote: expect.stringContaining("commercial purposes") },
  ]);
});

test("terms in metadata that no rule reads leave the licence open, with their key", async () => {
  const weights = await weightsOf(safetensors({ usage_policy: "Be kind to owls." }));
  expect(weights?.terms).toEqual({ because: "unidentified" });
  expect(weights?.notes.at(-1)).toMatchObject({
    message: "model.safetensors sets the terms Be kind to owls. in its metadata (usage_policy)",
    quote: "Be kind to owls.",
  });
  expect((await mayISell(gguf("general.usage_terms", "Be kind to owls."))).answer).toBe("unknown");
});

test.each([
  ["a name", { terms_of_use: "Apache-2.0" }],
  ["an address", { terms_of_use: "https://www.apache.org/licenses/LICENSE-2.0" }],
  ["the text itself", { usage_terms: APACHE }],
  ["nothing", { usage_policy: "none", terms: " " }],
  ["a copyright", { copyright: "Copyright 2024 Owl. All rights reserved." }],
  ["a description", { "modelspec.description": "An owl that was trained on what owls say.", comment: "for testing" }],
  ["settings of a trainer", { policy_class: "MlpPolicy", ss_caption: "terms", use_ema: "true" }],
  ["an attribution", { notice: "This product includes software of nest, licensed under the GPL-3.0." }],
])("metadata with %s raises no doubt beside the licence", async (_, metadata) => {
  expect((await weightsOf(safetensors(metadata)))?.terms).toEqual({ ids: ["Apache-2.0"] });
});

test("another licence under a key of terms holds as well", async () => {
  expect((await weightsOf(safetensors({ usage_terms: licenseText("MIT") })))?.terms).toEqual({
    ids: ["Apache-2.0", "MIT"],
  });
  expect((await weightsOf(safetensors({ terms: "CC-BY-NC-4.0" })))?.terms).toEqual({
    ids: ["Apache-2.0", "CC-BY-NC-4.0"],
  });
});

test("metadata of which not all was read may set terms", async () => {
  const metadata = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`key ${n}`, "owl"]));
  const weights = await weightsOf(safetensors(metadata));
  expect(weights?.terms).toEqual({ because: "over-limit" });
});

test("terms in a list of GGUF, whose items are not kept, leave the licence open", async () => {
  const value = array(8, [CLOSED]);
  const model = buildGguf({
    values: [
      ["general.architecture", text("llama")],
      ["general.license", value],
    ],
    tensors: [{ name: "a", type: 0, dimensions: [4] }],
  });
  expect((await weightsOf({ "model.gguf": model }))?.terms).toEqual({ because: "unidentified" });
});

test.each(
  [
    ["license", "general.license.name", "terms_of_use", "usageTerms", "usage_policy", "acceptable-use-policy", "eula"],
    ["modelspec.rights", "use_restrictions", "access conditions", "allowCommercialUse", "TOS"],
  ].flat(),
)("%s is a key of terms", (key) => {
  expect(isTermsKey(key)).toBe(true);
});

test.each(["format", "policy_class", "modelspec.usage_hint", "use_ema", "ss_learning_rate", "determs", "conditions"])(
  "%s is no key of terms",
  (key) => {
    expect(isTermsKey(key)).toBe(false);
  },
);

test("remarks are told by their keys", () => {
  expect(["copyright", "modelspec.usage_hint", "general.description", "training_comment"].every(isRemarkKey)).toBe(
    true,
  );
  expect(["license_description", "ss_tag_frequency", "format"].some(isRemarkKey)).toBe(false);
});

test.each([
  ["a long key", { [`a${"_terms".repeat(30_000)}`]: "x" }],
  ["a long remark", { comment: "commercial ".repeat(5_000) }],
  ["terms without an end", { terms: "may not be used for ".repeat(20_000) }],
  ["many remarks", Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`note ${n}`, CLOSED]))],
])("hostile metadata of %s takes no time", async (_, metadata) => {
  const before = performance.now();
  await weightsOf(safetensors(metadata));
  expect(performance.now() - before).toBeLessThan(5000);
});
