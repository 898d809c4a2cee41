import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { ask, makeSafetensors, openBench } from "../../../test/support/release.ts";
import rightsGranted from "../../probes/rights-granted/index.ts";
import { licensing } from "./index.ts";

const WEIGHTS = { "model.safetensors": makeSafetensors({ w: 4 }) };
const APACHE = licenseText("Apache-2.0");
const NC = licenseText("CC-BY-NC-4.0");

type Files = Readonly<Record<string, string | Uint8Array>>;

async function termsOf(files: Files): Promise<unknown> {
  const all = { ...WEIGHTS, LICENSE: APACHE, ...files };
  const terms = (await openBench({ files: all }).study(licensing)).components.get("weights")?.terms;
  return terms !== undefined && "ids" in terms ? terms.ids : terms?.because;
}

test.each([
  ["docs/LICENSE-MODEL.txt", "The model weights are governed by [this](docs/LICENSE-MODEL.txt)."],
  [
    "docs/LICENSE-MODEL.txt",
    "## License\n\nThe code is open.\n\nUse of the\nmodel: see [LICENSE-MODEL](./docs/LICENSE-MODEL.txt)",
  ],
  ["legal/MODEL_LICENSE", "The model's license is <a href='legal/MODEL_LICENSE'>here</a>."],
  ["licenses/LICENSE_weights.md", "- Weights: [licence](licenses/LICENSE_weights.md)"],
  ["terms/2024/LICENSE-MODEL", "Weights: licensed as [said](terms/2024/LICENSE-MODEL)"],
])("a text named for the model governs where a card links to it as its licence: %s", async (path, body) => {
  expect(await termsOf({ [path]: NC, "README.md": `# Owl\n\n${body}\n` })).toEqual(["CC-BY-NC-4.0"]);
});

test.each([
  ["is named for the model, and nobody links to it", { "docs/LICENSE-MODEL.txt": NC }],
  [
    "is named for the model, in a sentence that does not say of what",
    { "terms/a/LICENSE-MODEL": NC, "README.md": "# Owl\n\nSee the [license](terms/a/LICENSE-MODEL).\n" },
  ],
  [
    "a sentence says it of the weights, of which the name says nothing",
    { "extra/LICENSE": NC, "README.md": "# Owl\n\nThe weights are licensed under [these terms](extra/LICENSE).\n" },
  ],
  [
    "is one of a folder for models",
    { "model_licenses/owl.txt": NC, "README.md": "# Owl\n\nThe model's license is [here](model_licenses/owl.txt).\n" },
  ],
])("a text leaves the weights open that %s", async (_, files) => {
  expect(await termsOf(files)).toBe("unidentified");
});

test.each([
  ["says what governs", { "docs/LICENSE-MODEL": APACHE }],
  [
    "is linked to as the licence of code",
    { "extra/LICENSE": NC, "README.md": "# Owl\n\nThe code is licensed [so](extra/LICENSE).\n" },
  ],
  [
    "is linked to as that of code of others",
    {
      "third_party/LICENSE": NC,
      "README.md": "# Owl\n\nThe model has a part under this [license](third_party/LICENSE).\n",
    },
  ],
])("a text changes nothing that %s", async (_, files) => {
  expect(await termsOf(files)).toEqual(["Apache-2.0"]);
});

test("weights under a linked text may not be sold", async () => {
  const card = "# Owl\n\nThe model's licence: see [LICENSE-MODEL](docs/LICENSE-MODEL.txt).\n";
  const files = { ...WEIGHTS, LICENSE: APACHE, "README.md": card, "docs/LICENSE-MODEL.txt": NC };
  expect((await ask(rightsGranted, { files })).get("rights.sell")?.value).toBe("no");
});

test.each([
  ["links", "[license](a) ".repeat(20_000)],
  ["brackets", "license ](".repeat(20_000)],
  ["tags", "license href = ".repeat(20_000)],
])("hostile cards full of %s take no time", async (_, body) => {
  const before = performance.now();
  await termsOf({ "README.md": `# Owl\n\n${body}`, "docs/LICENSE-MODEL": NC });
  expect(performance.now() - before).toBeLessThan(5000);
});
