import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { makeSafetensors, openBench } from "../../../test/support/release.ts";
import { buildGguf, text } from "../../formats/gguf/examples/writer.ts";
import type { ComponentId } from "../../model/components.ts";
import type { ComponentLicense, Licensing } from "../../model/inventory.ts";
import { governingTerms } from "../terms/index.ts";
import { licensing } from "./index.ts";

const MIT = licenseText("MIT");
const APACHE = licenseText("Apache-2.0");
const NOT_FOR_COMMERCE = `${MIT}\n\nThe Software may not be used for commercial purposes.\n`;
const WEIGHTS = { "model.safetensors": makeSafetensors({ a: 2 }) };
const TRAINING = "optimizer.zero_grad()\nloss.backward()\n";
const [NOTICE = ""] = /^Copyright \[yyyy\][\s\S]*?limitations under the License\./m.exec(APACHE) ?? [];

type Files = Readonly<Record<string, string | Uint8Array>>;

async function licensingOf(files: Files): Promise<Licensing> {
  return await openBench({ files }).study(licensing);
}

async function licenseOf(component: ComponentId, files: Files): Promise<ComponentLicense | undefined> {
  return (await licensingOf(files)).components.get(component);
}

function cardOf(section: string, front = ""): string {
  return `${front}# Owl\n\nIt hoots.\n\n## License\n\n${section}\n\n## More\n\nMore of it.\n`;
}

/** The text at the place of a note. */
function textAt(content: string | Uint8Array, at: object): string {
  const { start, end } = at as { readonly start: number; readonly end: number };
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return new TextDecoder().decode(bytes.subarray(start, end));
}

test.each([
  ["alone", MIT],
  ["in a fence", `\`\`\`\n${MIT}\n\`\`\``],
  ["behind a sentence", `Owl is released under these words:\n\n${MIT}`],
  ["between sentences", `These words hold:\n\n~~~text\n${MIT}\n~~~\n\nWrite to us with questions.`],
  [
    "as a quotation",
    MIT.split("\n")
      .map((line) => `> ${line}`)
      .join("\n"),
  ],
])("a text %s in a card's section is a licence text", async (_, section) => {
  const files = { ...WEIGHTS, "README.md": cardOf(section, "---\nlicense: mit\n---\n") };
  const { components, texts } = await licensingOf(files);
  const weights = components.get("weights");
  expect(weights?.terms).toEqual({ ids: ["MIT"] });
  expect(weights?.governing).toMatchObject([
    { paths: ["README.md"], found: "MIT" },
    { declared: "mit", agreement: "same" },
  ]);
  expect(texts).toMatchObject([{ path: "README.md", match: { id: "MIT" }, declared: "mit" }]);
});

test("a text in a card is held against its tag, with both lines", async () => {
  const { components, disagreements } = await licensingOf({
    ...WEIGHTS,
    "README.md": cardOf(MIT, "---\nlicense: apache-2.0\n---\n"),
  });
  expect(components.get("weights")?.terms).toEqual({ because: "conflicting" });
  expect(disagreements.map(({ message }) => message)).toEqual([
    "The card says apache-2.0 (README.md:2). The licence says MIT (README.md:10). These do not agree.",
  ]);
});

test("a text in a card's section is of what the words before it speak of", async () => {
  const files = {
    ...WEIGHTS,
    "train.py": TRAINING,
    "README.md": cardOf(`The code is released under these words:\n\n${MIT}`),
  };
  expect((await licenseOf("training-code", files))?.terms).toEqual({ ids: ["MIT"] });
  expect((await licenseOf("weights", files))?.terms).toEqual({ because: "not-observed" });
});

test.each([
  ["a clause", NOT_FOR_COMMERCE],
  ["many words", `${"We have thought about this for long. ".repeat(30)}\n\n${MIT}`],
  ["words that not all can read", `夜の鳥だけのために。\n\n${MIT}`],
])("a text with %s beside it has no name", async (_, section) => {
  const files = { ...WEIGHTS, "README.md": cardOf(section, "---\nlicense: mit\n---\n") };
  expect((await licenseOf("weights", files))?.terms).toEqual({ because: "unidentified" });
});

test("a sentence before a text counts as prose does", async () => {
  const section = `The weights are for non-commercial use only, the code is:\n\n\`\`\`\n${MIT}\n\`\`\``;
  expect((await licenseOf("weights", { ...WEIGHTS, "README.md": cardOf(section) }))?.terms).toEqual({
    because: "conflicting",
  });
});

test("a notice in a section states a licence; a sentence settles nothing", async () => {
  const files = { ...WEIGHTS, "README.md": cardOf(`For all of it:\n\n\`\`\`\n${NOTICE}\n\`\`\``) };
  expect(await licenseOf("weights", files)).toMatchObject({
    terms: { ids: ["Apache-2.0"] },
    governing: [{ declared: "Apache-2.0", found: null, agreement: "text-missing" }],
  });
  const said = {
    ...WEIGHTS,
    "README.md": cardOf("Owl is under the Apache License, Version 2.0, with no warranties. ".repeat(5)),
  };
  expect((await licenseOf("weights", said))?.terms).toEqual({ because: "not-observed" });
});

test("terms of a text in a card stand at their words", async () => {
  const card = cardOf(NOT_FOR_COMMERCE, "---\nlicense: mit\ntitle: Ö\n---\n");
  const { demands } = await openBench({ files: { ...WEIGHTS, "README.md": card } }).study(governingTerms);
  const notes = demands
    .flat()
    .flatMap(({ terms }) => terms.filter(({ type }) => type === "commercial-use").map(({ note }) => note));
  const forbidden = notes.find(({ args }) => args.value === "false");
  expect(forbidden).toMatchObject({ basis: "measured", at: { path: "README.md" } });
  const line = card.split("\n").findIndex((words) => words.includes("may not be used")) + 1;
  expect(forbidden?.at).toMatchObject({ line });
  expect(textAt(card, forbidden?.at ?? {})).toContain("may not be used for commercial purposes");
});

test("a whole text in the metadata of weights is that licence, with its terms", async () => {
  const files = { "model.safetensors": makeSafetensors({ a: 2 }, { license: MIT }) };
  const { components, texts } = await licensingOf(files);
  expect(components.get("weights")).toMatchObject({
    terms: { ids: ["MIT"] },
    governing: [{ paths: ["model.safetensors"], declared: null, found: "MIT" }],
  });
  expect(texts).toMatchObject([{ path: "model.safetensors", component: "weights", match: { id: "MIT" } }]);
});

test("a changed text in metadata has no name, and its terms stand inside of its value", async () => {
  const model = buildGguf({
    values: [
      ["general.architecture", text("llama")],
      ["general.license", text(`Ö\n${NOT_FOR_COMMERCE}`)],
    ],
    tensors: [{ name: "a", type: 0, dimensions: [4] }],
  });
  const bench = openBench({ files: { "owl.gguf": model } });
  const weights = (await bench.study(licensing)).components.get("weights");
  expect(weights?.terms).toEqual({ because: "unidentified" });
  const { demands } = await bench.study(governingTerms);
  const term = demands
    .flat()
    .flatMap(({ terms }) => terms)
    .find(({ type, value }) => type === "commercial-use" && value === false);
  expect(textAt(model, term?.note.at ?? {})).toContain("may not be used for commercial purposes");
});

test("words in metadata that are no licence that is known stay unidentified", async () => {
  const words = `Owl agreement. ${"Be kind to owls. ".repeat(20)}`;
  const files = { "model.safetensors": makeSafetensors({ a: 2 }, { license: words }) };
  expect((await licenseOf("weights", files))?.terms).toEqual({ because: "unidentified" });
});

function comment(words: string, mark = "# "): string {
  return words
    .split("\n")
    .map((line) => `${mark}${line}`)
    .join("\n");
}

test.each([
  ["a notice", `#!/usr/bin/env python\n${comment(NOTICE)}\n`, ["Apache-2.0", "MIT"]],
  ["a notice in a string", `"""\n${NOTICE}\n"""\n`, ["Apache-2.0", "MIT"]],
  ["a text", `${comment(APACHE)}\n`, ["Apache-2.0", "MIT"]],
  ["the text that governs, and words", `${comment(`${MIT}\n\nThis trains owls.`)}\n`, ["MIT"]],
  [
    "a notice that was limited",
    `${comment(`${NOTICE}\n\nThis file may only be used for research.`)}\n`,
    "unidentified",
  ],
  [
    "loose words on another licence",
    `${comment(`${"Owls are birds. ".repeat(12)}\nMade from code licensed under the Apache License 2.0.`)}\n`,
    "conflicting",
  ],
  [
    "a name of no licence",
    `${comment(`${"Owls are birds. ".repeat(12)}\nLicensed under the license found in LICENSE.`)}\n`,
    ["MIT"],
  ],
  ["an identifier", `# SPDX-License-Identifier: MIT\n${comment(NOTICE)}\n`, ["MIT"]],
])("a source file that begins with %s", async (_, head, expected) => {
  const license = await licenseOf("training-code", { LICENSE: MIT, "train.py": `${head}${TRAINING}` });
  expect(license?.terms).toEqual(typeof expected === "string" ? { because: expected } : { ids: expected });
});

test("a notice in a header is quoted, at its line", async () => {
  const license = await licenseOf("training-code", { "train.py": `${comment(NOTICE)}\n${TRAINING}` });
  expect(license?.notes).toMatchObject([{ code: "license-header-text", at: { path: "train.py", line: 3 } }]);
  expect(license?.governing).toMatchObject([{ declared: expect.stringMatching(/^Licensed under the Apache License/) }]);
});

test("more different headers than are read leave the licence open", async () => {
  const name = (n: number): string => `owls/train_${n}.py`;
  const files = Object.fromEntries(
    Array.from({ length: 140 }, (_, n) => [
      name(n),
      `${comment(NOTICE.replace("[yyyy]", `${1900 + n}`))}\n${TRAINING}`,
    ]),
  );
  expect((await licenseOf("training-code", files))?.terms).toEqual({ because: "over-limit" });
}, 30_000);

test.each([
  ["blank lines", "\n".repeat(100_000)],
  ["fences that nothing closes", "```x\n~~~y\n".repeat(10_000)],
  ["marks", ">#*_ ".repeat(20_000)],
  ["spaces", " ".repeat(100_000)],
])("hostile sections and headers of %s take no time", async (_, words) => {
  const head = `# ${words} redistribution and use`;
  const files = {
    ...WEIGHTS,
    "README.md": cardOf(`${words} redistribution and use`),
    "train.py": `${head}\n${TRAINING}`,
  };
  const before = performance.now();
  await licensingOf(files);
  expect(performance.now() - before).toBeLessThan(5000);
});
