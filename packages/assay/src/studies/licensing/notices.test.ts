import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { makeSafetensors, openBench } from "../../../test/support/release.ts";
import type { ComponentId } from "../../model/components.ts";
import type { ComponentLicense } from "../../model/inventory.ts";
import { RIGHTS_QUESTIONS } from "../../model/rights.ts";
import { decide, type Reply } from "../../rights/decide.ts";
import { governingTerms } from "../terms/index.ts";
import { licensing } from "./index.ts";

const APACHE = licenseText("Apache-2.0");
const GPL = licenseText("GPL-3.0-only");
const WEIGHTS = { "model.safetensors": makeSafetensors({ a: 2 }) };

type Files = Readonly<Record<string, string | Uint8Array>>;

async function licenseOf(component: ComponentId, files: Files): Promise<ComponentLicense | undefined> {
  return (await openBench({ files: { ...WEIGHTS, LICENSE: APACHE, ...files } }).study(licensing)).components.get(
    component,
  );
}

async function answer(id: string, files: Files): Promise<Reply> {
  const governing = await openBench({ files: { ...WEIGHTS, LICENSE: APACHE, ...files } }).study(governingTerms);
  const [question] = RIGHTS_QUESTIONS.filter((one) => one.id === id);
  if (question === undefined) throw new Error(`nobody asks ${id}`);
  return decide(question, governing);
}

const ATTRIBUTION = `Owl
Copyright 2024 The Owl Authors

This product includes software developed at
The Owl Foundation (https://owl.example/).
`;

test.each([
  ["attributions", ATTRIBUTION],
  ["the notice of the licence", /^Copyright \[yyyy\][\s\S]*?limitations under the License\./m.exec(APACHE)?.[0] ?? ""],
  ["a text of the licence itself", APACHE],
  ["a copyleft text of a part", `${ATTRIBUTION}\nThis product bundles nest, under these words:\n\n${GPL}`],
  ["a copyleft text alone", `Owl\nCopyright 2024 Owl\n\n${GPL}`],
  ["names of licences of parts", `${ATTRIBUTION}\nnest is licensed under the GPL-3.0, straw under the MIT License.\n`],
  ["a permission for either use", "Nest may be copied for non-commercial or commercial use, without any fee.\n"],
  ["demands of a part", "Owl includes the library nest, which must not be changed without asking its authors.\n"],
  ["demands in a text without a name", `Owl\n\nCopyright 2020 Nest\n\n${licenseText("Zlib")}`],
  ["a text that is without a name too", `Owl\n\n${licenseText("BSD-3-Clause")}`],
  ["a request", "If you build on this model, please mention us.\n"],
])("a NOTICE of %s raises no doubt", async (_, notice) => {
  for (const name of ["NOTICE", "NOTICE.txt", "NOTICE.md", "DISCLAIMER.md"]) {
    const weights = await licenseOf("weights", { [name]: notice });
    expect(weights?.terms, name).toEqual({ ids: ["Apache-2.0"] });
    expect(weights?.governing).toHaveLength(1);
  }
});

test.each([
  ["alone", "Owl\n\nAdditional terms: you may not use this model for commercial purposes.\n", 3],
  ["behind attributions", `${ATTRIBUTION}\nThese weights may not be used for commercial purposes.\n`, 7],
  ["of the software", "The software may not be used for commercial purposes.\n", 1],
  ["in wrapped lines", `${ATTRIBUTION}\nThis model may not be used\nfor commercial purposes.\n`, 7],
  ["under a heading", `${ATTRIBUTION}\nAdditional terms\n\nYou may not use it for commercial purposes.\n`, 9],
])("terms %s in a NOTICE forbid to sell, with their line", async (_, notice, line) => {
  for (const name of ["NOTICE", "NOTICE.md", "model_notice.txt"]) {
    const reply = await answer("sell", { [name]: notice });
    expect(reply.answer, name).toBe("no");
    expect(reply.notes).toMatchObject([{ at: { path: name, line }, quote: expect.stringMatching(/commercial/) }]);
  }
});

test.each([
  ["one that names a use", "For research purposes only."],
  ["one that names a licence", "Owl is licensed under the Llama 3.1 Community License."],
  ["one that is in no rule", "These weights must not be shown to mice."],
  ["one in another's part", "This product includes nest.\n\nYou may not use it for commercial purposes."],
  ["one without a subject that is known", "Only members of the club may use Owl; others must not be shown it."],
  [
    "one beside the words of a text",
    "There are no warranties.\n\nOwl is proprietary software of Nest and may only be used there.",
  ],
  [
    "one that names a licence among others",
    "This product includes nest.\n\nOwl 2 is under the Llama 2 Community License.",
  ],
  ["one of this model as copyleft", "This model is licensed under the GPL-3.0."],
])("terms in a NOTICE leave the licence open: %s", async (_, notice) => {
  const weights = await licenseOf("weights", { NOTICE: `${notice}\n` });
  expect(weights?.terms).toEqual({ because: "conflicting" });
  const [first = ""] = notice.split("\n").slice(-1);
  expect(weights?.notes.at(-1)).toMatchObject({ code: "license-in-notice", quote: first, at: { path: "NOTICE" } });
  expect(["no", "unknown"]).toContain((await answer("sell", { NOTICE: `${notice}\n` })).answer);
});

test("a country and a crowd that a NOTICE leaves out are left out", async () => {
  const notice = "You may not use this model if you have more than 700 million monthly active users.\n";
  expect((await answer("scale", { NOTICE: notice })).answer).not.toBe("yes");
});

test("what the licence says anyway is no doubt, and what it does not say is one", async () => {
  const LICENSE = licenseText("CC-BY-NC-4.0");
  const closed = await licenseOf("weights", {
    LICENSE,
    NOTICE: "This model may not be used for commercial purposes.\n",
  });
  expect(closed?.terms).toEqual({ ids: ["CC-BY-NC-4.0"] });
  const files = { "README.md": "---\nlicense: llama3\n---\n# Owl\n", NOTICE: "For non-commercial use only.\n" };
  const open = await openBench({ files: { ...WEIGHTS, ...files } }).study(licensing);
  expect(open.components.get("weights")?.terms).toEqual({ because: "conflicting" });
});

test("a NOTICE governs its folder, and what it names", async () => {
  const notice = "This model is for non-commercial use only.\n";
  expect((await licenseOf("weights", { "sub/NOTICE": notice }))?.terms).toEqual({ ids: ["Apache-2.0"] });
  expect((await licenseOf("weights", { "third_party/NOTICE": notice }))?.terms).toEqual({ ids: ["Apache-2.0"] });
  const code = {
    "train.py": "optimizer.zero_grad()\nloss.backward()\n",
    NOTICE: "The code is for non-commercial use only.\n",
  };
  expect((await licenseOf("weights", code))?.terms).toEqual({ ids: ["Apache-2.0"] });
  expect((await licenseOf("training-code", code))?.terms).toEqual({ because: "conflicting" });
});

test("a NOTICE that nobody can read leaves the licence open", async () => {
  for (const [name, content] of [
    ["NOTICE", new Uint8Array([80, 75, 3, 4, 0, 0, 255])],
    ["NOTICE.pdf", "%PDF-1.4\nowls\n"],
  ] as const)
    expect((await licenseOf("weights", { [name]: content }))?.terms, name).toEqual({ because: "unreadable" });
  const files = { ...WEIGHTS, LICENSE: APACHE };
  const listed = await openBench({ files, listed: ["NOTICE"] }).study(licensing);
  expect(listed.components.get("weights")?.terms).toEqual({ because: "listed-not-read" });
  const aside = await openBench({ files, listed: ["code/NOTICE"] }).study(licensing);
  expect(aside.components.get("weights")?.terms).toEqual({ ids: ["Apache-2.0"] });
});

test("of a NOTICE without an end not all is read", async () => {
  const notice = Array.from({ length: 40 }, (_, n) => `Owl ${n} is under the Llama 3 Community License.`).join("\n\n");
  const license = { "README.md": "---\nlicense: llama3\n---\n# Owl\n", NOTICE: notice };
  const { components } = await openBench({ files: { ...WEIGHTS, ...license } }).study(licensing);
  expect(components.get("weights")?.terms).toEqual({ because: "over-limit" });
});

test.each(["ADDITIONAL_TERMS.md", "RESTRICTIONS.txt", "MODEL_RESTRICTIONS.md", "ACCEPTABLE_USE.md", "TERMS.md"])(
  "%s beside a licence leaves it open",
  async (name) => {
    const weights = await licenseOf("weights", { [name]: "These weights may not be used for commercial purposes.\n" });
    expect(weights?.terms).toEqual({ because: "unidentified" });
  },
);

test.each([
  ["blank lines", "\n".repeat(200_000)],
  ["spaces and breaks", " \n".repeat(100_000)],
  ["stops", ". ".repeat(100_000)],
  ["words without an end", "this owl of the model includes not ".repeat(6_000)],
  ["restrictions", "This model is for non-commercial use only. ".repeat(5_000)],
])("a hostile NOTICE of %s takes no time", async (_, notice) => {
  const before = performance.now();
  await licenseOf("weights", { NOTICE: notice });
  expect(performance.now() - before).toBeLessThan(5000);
});
