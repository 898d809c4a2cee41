import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { ask, makeRelease, makeSafetensors, openBench, openReleaseBench } from "../../../test/support/release.ts";
import rightsGranted from "../../probes/rights-granted/index.ts";
import { models } from "../models/index.ts";
import { licensing } from "./index.ts";

const MIT = licenseText("MIT");
const APACHE = licenseText("Apache-2.0");

let seed = 0;
function weights(): Uint8Array {
  seed += 1;
  return makeSafetensors({ w: 4 }, { seed: String(seed) });
}

type Files = Readonly<Record<string, string | Uint8Array>>;

function cardOf(body: string, front = ""): string {
  return `${front}# Owl\n\n${body}\n`;
}

const TABLE = `## Models

| Model | Context | License |
| --- | --- | --- |
| [owl-1b](https://owl.example/1b) | 4k | \`apache-2.0\` |
| **owl-7b** | 8k | cc-by-nc-4.0 |
| owl-70b | 8k | Owl Research License |
`;

/** Terms of the weights of a release of one model, which goes by the name. */
async function termsOf(target: string, files: Files): Promise<unknown> {
  const release = makeRelease({ files: { "model.safetensors": weights(), ...files } });
  const origins = [{ ...release.origins[0], target }] as const;
  const terms = (await openReleaseBench({ ...release, target, origins }).study(licensing)).components.get(
    "weights",
  )?.terms;
  return terms !== undefined && "ids" in terms ? terms.ids : terms?.because;
}

test.each([
  ["acme/owl-1b", ["Apache-2.0"]],
  ["acme/Owl-1B", ["Apache-2.0"]],
  ["acme/owl-7b", ["CC-BY-NC-4.0"]],
  ["acme/owl-70b", "not-observed"],
  ["acme/owl", "not-observed"],
  ["acme/owl-7b-chat", "not-observed"],
])("a row counts for the model that it names: %s", async (target, expected) => {
  expect(await termsOf(target, { "README.md": cardOf(TABLE) })).toEqual(expected);
});

test("a row adds to the text that governs, and words on a licence of its own contradict any other", async () => {
  const files = { "README.md": cardOf(TABLE), LICENSE: APACHE };
  expect(await termsOf("acme/owl-1b", files)).toEqual(["Apache-2.0"]);
  expect(await termsOf("acme/owl-7b", files)).toEqual(["Apache-2.0", "CC-BY-NC-4.0"]);
  expect(await termsOf("acme/owl-70b", files)).toBe("conflicting");
});

test("a row is quoted at its line", async () => {
  const bench = openReleaseBench({
    ...makeRelease({ files: { "model.safetensors": weights(), "README.md": cardOf(TABLE) } }),
    origins: [{ id: "it", target: "acme/owl-7b", role: "model", linkedBy: "user" }],
  });
  expect((await bench.study(licensing)).components.get("weights")?.notes).toMatchObject([
    {
      code: "license-of-model",
      message: "README.md declares the licence cc-by-nc-4.0 for owl-7b",
      at: { path: "README.md", line: 8 },
      quote: "| **owl-7b** | 8k | cc-by-nc-4.0 |",
    },
  ]);
});

test.each([
  ["sizes", "| Size | License |\n| --- | --- |\n| 1B, 7B | mit |\n| 70 B | apache-2.0 |", ["MIT"]],
  ["a list", "## License\n\n- owl-1b and owl-7b: mit\n- owl-70b: apache-2.0", ["MIT"]],
  ["a list with brackets", "## License\n\n* owl-7b (mit)\n* owl-70b (apache-2.0)", ["MIT"]],
  [
    "a list of sentences",
    "## License\n\n- owl-7b is released under MIT.\n- owl-70b is released under apache-2.0.",
    ["MIT"],
  ],
  ["a list about something else", "## Models\n\n- owl-7b: mit\n", "not-observed"],
  ["data sets", "| Dataset | Model | License |\n| --- | --- | --- |\n| owls | owl-7b | cc-by-4.0 |", "not-observed"],
  [
    "two rows that do not agree",
    "| Model | License |\n| --- | --- |\n| owl-7b | mit |\n| owl-7b | isc |",
    ["ISC", "MIT"],
  ],
])("%s in a card: what is said of owl-7b", async (_, body, expected) => {
  expect(await termsOf("acme/owl-7b", { "README.md": cardOf(body) })).toEqual(expected);
});

test("a row that links to a text here names that text's licence", async () => {
  const body =
    "| Model | License |\n| --- | --- |\n| owl-7b | [License](licenses/OWL-7B) |\n| owl-1b | [License](other) |";
  const files = { "README.md": cardOf(body), "licenses/OWL-7B": MIT };
  expect(await termsOf("acme/owl-7b", files)).toEqual(["MIT"]);
  const differing = cardOf(body.replace("[License](l", "[apache-2.0](l"));
  expect(await termsOf("acme/owl-7b", { ...files, "README.md": differing })).toBe("unidentified");
});

test("of several models each has the licence of its row", async () => {
  const body = "| Model | License |\n| --- | --- |\n| 1B | mit |\n| 7B | apache-2.0 |";
  const bench = openBench({
    files: { "1B/model.safetensors": weights(), "7B/model.safetensors": weights(), "README.md": cardOf(body) },
  });
  expect((await bench.study(models)).several.map(({ name }) => name)).toEqual(["1B", "7B"]);
  const sources = (await bench.study(licensing)).components.get("weights")?.sources ?? [];
  expect(sources.map(({ terms }) => terms)).toEqual([{ ids: ["MIT"] }, { ids: ["Apache-2.0"] }]);
});

const EXCEPT = [
  "All our models are licensed under Apache 2.0, except for the 3B and 72B variants.",
  "Except for the 3B and 72B variants, all our models are licensed under Apache 2.0.",
  "All models, with the exception of owl-3b and owl-72b, are released under the Apache License 2.0.",
];

test.each(EXCEPT)("whom a sentence leaves out it does not speak of: %s", async (sentence) => {
  const card = (front: string): Files => ({ "README.md": cardOf(sentence, `---\nlicense: ${front}\n---\n`) });
  expect(await termsOf("acme/owl-7b", card("apache-2.0"))).toEqual(["Apache-2.0"]);
  expect(await termsOf("acme/owl-7b", card("mit"))).toBe("conflicting");
  expect(await termsOf("acme/owl-3b", card("apache-2.0"))).toBe("conflicting");
  expect(await termsOf("acme/owl-3b", card("mit"))).toEqual(["MIT"]);
  expect(await termsOf("acme/owl-72b", card("llama2"))).toEqual(["LicenseRef-llama2"]);
});

test("where no row names the model, a list on licences may speak of it", async () => {
  const files = { "README.md": cardOf("## License\n\n- owl-v1.5: CC BY-NC 4.0\n", "---\nlicense: mit\n---\n") };
  expect(await termsOf("acme/barn", files)).toBe("conflicting");
  const both = {
    "README.md": cardOf(
      "## License\n\n- owl-v1.5: CC BY-NC 4.0\n- barn: mit\n- barn-v2: mit\n",
      "---\nlicense: mit\n---\n",
    ),
  };
  expect(await termsOf("acme/barn-v2", both)).toEqual(["MIT"]);
});

const ROW = "| Model | License |\n| --- | --- |\n| owl-3b | CC-BY-NC-4.0 |\n| owl-7b | apache-2.0 |";

test.each([
  ["owl-3b/model.safetensors", ["Apache-2.0", "CC-BY-NC-4.0"]],
  ["weights/Owl_3B/model-00001-of-00001.safetensors", ["Apache-2.0", "CC-BY-NC-4.0"]],
  ["owl-3b.safetensors", ["Apache-2.0", "CC-BY-NC-4.0"]],
  ["owl-7b/model.safetensors", ["Apache-2.0"]],
  ["model.safetensors", "conflicting"],
])("a row outside of a section on licences counts for the folder or file that it names: %s", async (path, expected) => {
  const files = { [path]: weights(), "README.md": cardOf(ROW), LICENSE: APACHE };
  const { components } = await openBench({ files }).study(licensing);
  const terms = components.get("weights")?.terms;
  expect(terms !== undefined && "ids" in terms ? terms.ids : terms?.because).toEqual(expected);
});

test("weights that a row names by their folder may not be sold, and the row is the evidence", async () => {
  const files = { "owl-3b/model.safetensors": weights(), "README.md": cardOf(ROW), LICENSE: APACHE };
  const claims = await ask(rightsGranted, { files });
  expect(claims.get("rights.sell")?.value).toBe("no");
  const other = await ask(rightsGranted, { files: { ...files, "README.md": cardOf(ROW.replaceAll("owl", "jay")) } });
  expect(other.get("rights.sell")?.value).toBe("yes");
});

test.each([
  ["| Component | License |\n| --- | --- |\n| Code | apache-2.0 |\n| Model weights | cc-by-nc-4.0 |", ["CC-BY-NC-4.0"]],
  ["| Component | License |\n| --- | --- |\n| Code | apache-2.0 |\n| Dataset | cc-by-nc-4.0 |", "not-observed"],
])("a row on the weights as such counts for all of them, others for none: %s", async (body, expected) => {
  expect(await termsOf("acme/owl", { "README.md": cardOf(body) })).toEqual(expected);
});

test("a use that is left out is no model", async () => {
  const sentence = "The model weights are licensed under Apache 2.0 for any use except training.";
  expect(await termsOf("acme/owl-7b", { "README.md": cardOf(sentence, "---\nlicense: mit\n---\n") })).toBe(
    "conflicting",
  );
});

test.each([
  ["spaces", `- ${" ".repeat(100_000)}x`],
  ["names", `- ${"owl, ".repeat(20_000)}: mit`],
  ["exceptions", "licensed under MIT except for a ".repeat(5000)],
  ["brackets", `| Model | License |\n| --- | --- |\n${"| [[[[[[ | [x]([x]( |\n".repeat(2000)}`],
])("hostile cards full of %s take no time", async (_, body) => {
  const before = performance.now();
  await termsOf("acme/owl-7b", { "README.md": cardOf(`## License\n\n${body}`) });
  expect(performance.now() - before).toBeLessThan(5000);
});
