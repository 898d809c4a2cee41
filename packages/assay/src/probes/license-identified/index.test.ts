import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { ask, makeSafetensors, openBench, type Sketch } from "../../../test/support/release.ts";
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
  const files = { ...WEIGHTS, LICENSE: APACHE, "data/LICENSE": MIT, "data/train.txt": "a\nb\n" };
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

const NC = "SPDX-License-Identifier: CC-BY-NC-4.0\nYou may not use this commercially.\n";

function cardOf(front: string, body = "# Owl\n"): string {
  return `---\n${front}\n---\n${body}`;
}

const TAGGED = { ...WEIGHTS, "README.md": cardOf("license: apache-2.0") };

test.each([
  ...["LICENSE.pdf", "LICENSE_LLAMA.txt", "LICENSE-Gemma", "Qwen LICENSE AGREEMENT", "EULA.txt", "USE_POLICY.md"],
  ...["licenses/CC-BY-NC-4.0.txt", "LICENSE/custom.txt", "legal/LICENSE", "model_licenses/LICENSE-FLUX1-dev"],
])("terms in %s may govern, so that a tag alone says nothing", async (path) => {
  expect(await licenseOf("weights", { files: { ...TAGGED, [path]: NC } })).toBe("unidentified");
  expect(await licenseOf("weights", { files: TAGGED, listed: [path] })).toBe("listed-not-read");
});

test("terms that nobody can place count unless they are what governs anyway", async () => {
  expect(await licenseOf("weights", { files: { ...TAGGED, "legal/LICENSE": APACHE } })).toEqual(["Apache-2.0"]);
  expect(await licenseOf("weights", { files: { ...TAGGED, "legal/LICENSE": MIT } })).toBe("unidentified");
  const deeper = { "a/model.safetensors": makeSafetensors({ a: 2 }), "a/LICENSE": MIT, "EULA.txt": NC };
  expect(await licenseOf("weights", { files: deeper })).toBe("unidentified");
  expect(await licenseOf("weights", { files: { ...TAGGED, "b/EULA.txt": NC } })).toEqual(["Apache-2.0"]);
});

test("a file of the REUSE kind adds to what governs its file, or leaves it open", async () => {
  const beside = "model.safetensors.license";
  expect(await licenseOf("weights", { files: { ...TAGGED, [beside]: NC } })).toEqual(["Apache-2.0", "CC-BY-NC-4.0"]);
  expect(await licenseOf("weights", { files: { ...TAGGED, [beside]: "Ask us.\n" } })).toBe("unidentified");
  expect(await licenseOf("weights", { files: TAGGED, listed: [beside] })).toBe("listed-not-read");
});

test("others' notices and code that is about licences govern nothing", async () => {
  const others = { NOTICE: `Owl includes the library nest, under these words:\n\n${MIT}`, THIRD_PARTY_NOTICES: NC };
  const files = { ...TAGGED, ...others, "tools/check_license.py": NC, "CONTRIBUTING.md": "# How to\n" };
  expect(await licenseOf("weights", { files })).toEqual(["Apache-2.0"]);
  expect(await licenseOf("weights", { files: { ...files, NOTICE: NC } })).toBe("conflicting");
});

test.each([
  ["LICENSE", "link-leaves-release", "unreadable"],
  ["licenses", "link-to-folder", "unreadable"],
  ["README.md", "unreadable", "unreadable"],
  ["NOTICE", "unreadable", "unreadable"],
  ["z", "over-limit", "over-limit"],
  ["notes.txt", "unreadable", ["MIT"]],
])("%s that the source refused (%s) leaves %j", async (path, code, expected) => {
  const gaps = [{ path, code, args: {}, message: "refused", stage: "source" as const }];
  const files = { ...WEIGHTS, "MODEL_CARD.md": cardOf("license: mit") };
  const seen = await probe.observe(openBench({ files, gaps }));
  const claim = seen.claims.find(({ id }) => id === "weights.license");
  expect(claim?.because ?? claim?.value).toEqual(expected);
});

test.each([
  ["license:\n- apache-2.0\n- name: llama-community\n  link: x", "unidentified"],
  ["license:\n  name: cc-by-nc-4.0", "unidentified"],
  ["license: apache-2.0\nlicense: cc-by-nc-4.0", "unidentified"],
  ["license: [apache-2.0, @custom]", "unidentified"],
  ["license: 7", "unidentified"],
  ["tags: [a\nlicense: cc-by-nc-4.0", "unidentified"],
  [`x: |\n  ${"a".repeat(300_000)}\nlicense: cc-by-nc-4.0`, "unidentified"],
  ["license: apache-2.0\nlicense_name: acme-noncommercial", "unidentified"],
  ["license: apache-2.0\nlicense_name: mit", "conflicting"],
  ["license: apache-2.0\nlicense_link: https://example.org/LICENSE", "unidentified"],
  ["license: apache-2.0\nlicense_link: https://huggingface.co/acme/other/blob/main/LICENSE", "unidentified"],
  ["license: apache-2.0\nlicense_link: https://creativecommons.org/licenses/by-nc/4.0/", "conflicting"],
  ["license: apache-2.0\nlicense_link: https://www.apache.org/licenses/LICENSE-2.0", ["Apache-2.0"]],
  ["license: apache-2.0\nlicense_name: apache-2.0", ["Apache-2.0"]],
  ["license: apache-2.0\ntags: a\ntags: b", ["Apache-2.0"]],
  ["License: apache-2.0", ["Apache-2.0"]],
  ["license:\nlicense_name:", "not-observed"],
])("front matter %j says %j", async (front, expected) => {
  expect(await licenseOf("weights", { files: { ...WEIGHTS, "README.md": cardOf(front) } })).toEqual(expected);
});

test.each(["LICENSE", "./LICENSE", "https://huggingface.co/acme/it/blob/main/LICENSE"])(
  "a link to the text here (%s) adds nothing",
  async (link) => {
    const card = cardOf(`license: apache-2.0\nlicense_link: ${link}`);
    expect(await licenseOf("weights", { files: { ...WEIGHTS, LICENSE: APACHE, "README.md": card } })).toEqual([
      "Apache-2.0",
    ]);
  },
);

test.each(["MODEL_CARD.md", "README.txt", "README", "README_de.md"])("the front matter of %s counts", async (name) => {
  const files = { ...WEIGHTS, LICENSE: APACHE, [name]: cardOf("license: cc-by-nc-4.0") };
  expect(await licenseOf("weights", { files })).toBe("conflicting");
});

test("a part `*` of the manifest speaks of every component", async () => {
  const parts = [{ component: "*", files: ["model.safetensors"], license: "CC-BY-NC-4.0" }];
  expect(await licenseOf("weights", { parts, files: TAGGED })).toEqual(["Apache-2.0", "CC-BY-NC-4.0"]);
});

test("every header counts, also behind a long first line", async () => {
  const headers = `#${"x".repeat(5000)}\n# SPDX-License-Identifier: MIT\n# SPDX-License-Identifier: CC-BY-NC-4.0\n`;
  const files = { "train.py": `${headers}${TRAINING}` };
  expect(await licenseOf("training-code", { files })).toEqual(["CC-BY-NC-4.0", "MIT"]);
});

test("the metadata of a weight file counts, with its words", async () => {
  const claims = await ask(probe, {
    files: { LICENSE: APACHE, "model.safetensors": makeSafetensors({ a: 2 }, { "modelspec.license": "cc-by-nc-4.0" }) },
  });
  expect(claims.get("weights.license")?.value).toEqual(["Apache-2.0", "CC-BY-NC-4.0"]);
  expect(claims.seen.evidence.map(({ quote }) => quote)).toContain("cc-by-nc-4.0");
});

test("a wider tag adds to a nearer text, unless it says what a text beside it says", async () => {
  const nested = { "w/model.safetensors": makeSafetensors({ a: 2 }), "w/LICENSE": MIT };
  const restrictive = { ...nested, "README.md": cardOf("license: cc-by-nc-4.0") };
  expect(await licenseOf("weights", { files: restrictive })).toEqual(["CC-BY-NC-4.0", "MIT"]);
  const usual = { ...nested, LICENSE: APACHE, "README.md": cardOf("license: apache-2.0") };
  expect(await licenseOf("weights", { files: usual })).toEqual(["MIT"]);
});

test.each([
  ["## License\n\nThe code is MIT. The weights are released under CC BY-NC 4.0.", "conflicting"],
  ["## License\n\nFor research use only.", "conflicting"],
  ["The model weights may not be used for any commercial purpose.", "conflicting"],
  ["## Terms\n\nWeights: Llama 2 Community License.", "conflicting"],
  ["The model is licensed under the MIT License.", "conflicting"],
  ["## License\n\nThis project is licensed under the Apache 2.0 License.", ["Apache-2.0"]],
  ["## 📄 License Agreement\n\nThe weights are licensed under Apache 2.0.", ["Apache-2.0"]],
  ["## License Agreement\n\nThe weights are under the model agreement.", "conflicting"],
  ["## License\n\nThis code repository is licensed under the MIT License.", ["Apache-2.0"]],
  ["## License\n\nThis code repository and the models are licensed under the MIT License.", "conflicting"],
  ["## License\n\nThe data is CC BY-NC 4.0, the weights are Apache-2.0.", ["Apache-2.0"]],
  ["We compare with models that MIT trained. Commercial use is welcome.", ["Apache-2.0"]],
])("beside Apache-2.0 a card that writes %j leaves %j", async (prose, expected) => {
  const files = { ...WEIGHTS, LICENSE: APACHE, "README.md": `# Owl\n\n${prose}\n` };
  expect(await licenseOf("weights", { files })).toEqual(expected);
});

test("prose alone settles nothing", async () => {
  const files = { ...WEIGHTS, "README.md": "# Owl\n\n## License\n\nMIT License.\n" };
  expect(await licenseOf("weights", { files })).toBe("not-observed");
});

test("quotes are the words of the file", async () => {
  const front = 'tags: [a]\nlicense:\n  - "apache-2.0" # ours\n  - mit';
  const claims = await ask(probe, { files: { ...WEIGHTS, "README.md": cardOf(front) } });
  expect(claims.seen.evidence[0]).toMatchObject({ quote: '- "apache-2.0" # ours', at: { path: "README.md", line: 4 } });
});

test("a folder of too many licence files is left open, however many they are", async () => {
  const listed = Array.from({ length: 3000 }, (_, n) => `LICENSE-${n}`);
  const claims = await ask(probe, { files: TAGGED, listed });
  expect(claims.get("weights.license")?.because).toBe("listed-not-read");
  expect(claims.seen.evidence.length).toBeLessThan(100);
});

test.each([
  ["All code *and* models are released under the MIT license.", ["MIT"]],
  ["All code and models are released under the Apache 2.0 license.", "unknown"],
  ["All code is released under the MIT license.", "unknown"],
  ["The models are not released under the MIT license.", "unknown"],
  ["Llama 2 models are released under the MIT license.", "unknown"],
])("weights that lie elsewhere are said to be under a licence: %s", async (said, value) => {
  const files = { LICENSE: MIT, "README.md": `# Owl\n\n## License\n\n${said}\n` };
  const claims = await ask(probe, { files });
  expect(claims.get("weights.license-stated")?.value).toEqual(value);
  expect(claims.get("weights.license")?.value).toBe("unknown");
});
