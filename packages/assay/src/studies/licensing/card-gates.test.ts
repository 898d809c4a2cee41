import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { makeRelease, makeSafetensors, openBench, openReleaseBench } from "../../../test/support/release.ts";
import type { ComponentLicense } from "../../model/inventory.ts";
import { RIGHTS_QUESTIONS } from "../../model/rights.ts";
import { decide } from "../../rights/decide.ts";
import { governingTerms } from "../terms/index.ts";
import { licensing } from "./index.ts";

const APACHE = licenseText("Apache-2.0");
const WEIGHTS = { "model.safetensors": makeSafetensors({ a: 2 }) };
const TERMS = "You may not use the owl for commercial purposes.";

type Files = Readonly<Record<string, string | Uint8Array>>;

const cardOf = (front: string): string => `---\nlicense: apache-2.0\n${front}---\n# Owl\n\nIt hoots.\n`;

async function weightsOf(files: Files): Promise<ComponentLicense | undefined> {
  return (await openBench({ files: { ...WEIGHTS, ...files } }).study(licensing)).components.get("weights");
}

async function mayISell(files: Files) {
  const governing = await openBench({ files: { ...WEIGHTS, ...files } }).study(governingTerms);
  const [question] = RIGHTS_QUESTIONS.filter(({ id }) => id === "sell");
  if (question === undefined) throw new Error("nobody asks whether one may sell");
  return decide(question, governing);
}

test.each([
  ["a plain prompt", `extra_gated_prompt: ${TERMS}\n`, 3],
  ["a block", `extra_gated_prompt: |-\n  Owls ask you.\n\n  ${TERMS}\n`, 6],
  ["a folded block", "extra_gated_prompt: >\n  You may not use the owl\n  for commercial purposes.\n", 4],
  ["double quotes", `extra_gated_prompt: "Say \\"owl\\".\\n${TERMS}"\n`, 3],
  ["single quotes", `extra_gated_prompt: 'It''s ours.\n\n  ${TERMS}'\n`, 5],
  ["a heading", `extra_gated_heading: ${TERMS}\n`, 3],
  ["a description", `extra_gated_description: ${TERMS}\n`, 3],
  ["a field to tick", `extra_gated_fields:\n  Name: text\n  ${TERMS}: checkbox\n`, 5],
  ["a field with settings", `extra_gated_fields:\n  ${TERMS}:\n    type: checkbox\n`, 4],
  ["another prompt than the first", `extra_gated_heading: Accept the terms\nextra_gated_prompt: ${TERMS}\n`, 4],
])("terms in %s of a local card forbid to sell, with their line", async (_, front, line) => {
  const reply = await mayISell({ LICENSE: APACHE, "README.md": cardOf(front) });
  expect(reply.answer).toBe("no");
  expect(reply.notes).toMatchObject([
    { at: { path: "README.md", line }, quote: expect.stringContaining("commercial purposes") },
  ]);
});

test("the place of a term is that of its words in the card", async () => {
  const card = cardOf(`title: Ö\nextra_gated_prompt: |\n  Ä owl.\n\n  ${TERMS}\n`);
  const { notes } = await mayISell({ LICENSE: APACHE, "README.md": card });
  const { start, end } = (notes[0]?.at ?? {}) as { readonly start: number; readonly end: number };
  expect(new TextDecoder().decode(new TextEncoder().encode(card).subarray(start, end))).toBe(TERMS);
});

test.each([
  ["is not known", "You agree to be kind to owls."],
  ["says what it is for", "For research purposes only."],
])("a gate that %s leaves open what a tag and a text state, with its line", async (_, words) => {
  const weights = await weightsOf({ LICENSE: APACHE, "README.md": cardOf(`extra_gated_prompt: ${words}\n`) });
  expect(weights?.terms).toEqual({ because: "conflicting" });
  expect(weights?.notes).toContainEqual(
    expect.objectContaining({
      code: "license-gate",
      at: expect.objectContaining({ path: "README.md", line: 3 }),
      quote: `extra_gated_prompt: ${words}`,
    }),
  );
});

test("a gate that asks who somebody is, and its button, set no terms", async () => {
  const front =
    "extra_gated_prompt: Tell us your name.\nextra_gated_fields:\n  Name: text\nextra_gated_button_content: Accept the terms\n";
  expect((await weightsOf({ LICENSE: APACHE, "README.md": cardOf(front) }))?.terms).toEqual({ ids: ["Apache-2.0"] });
});

test("a gate that is a known text has its terms", async () => {
  const block = (words: string): string =>
    words
      .split("\n")
      .map((line) => `  ${line}`)
      .join("\n");
  const same = cardOf(`extra_gated_prompt: |\n${block(APACHE)}\n`);
  expect((await weightsOf({ LICENSE: APACHE, "README.md": same }))?.terms).toEqual({ ids: ["Apache-2.0"] });
  const other = cardOf(`extra_gated_prompt: |\n${block(licenseText("CC-BY-NC-4.0"))}\n`);
  expect((await weightsOf({ LICENSE: APACHE, "README.md": other }))?.terms).toEqual({ because: "conflicting" });
  expect(await mayISell({ LICENSE: APACHE, "README.md": other })).toMatchObject({ answer: "no" });
});

test("every gate of a card is told", async () => {
  const front = `extra_gated_heading: Accept the licence\nextra_gated_prompt: ${TERMS}\n`;
  const weights = await weightsOf({ "README.md": cardOf(front) });
  expect(weights?.notes.filter(({ code }) => code === "license-gate")).toHaveLength(2);
});

test("a gate in a folder's card is of that folder", async () => {
  const files = { LICENSE: APACHE, "sub/README.md": cardOf(`extra_gated_prompt: ${TERMS}\n`) };
  expect((await weightsOf(files))?.terms).toEqual({ ids: ["Apache-2.0"] });
  expect((await weightsOf({ ...files, "sub/model.safetensors": makeSafetensors({ a: 2 }) }))?.terms).toEqual({
    because: "unidentified",
  });
});

test.each([
  ["stands twice", `extra_gated_prompt: Tell us your name.\nextra_gated_prompt: ${TERMS}\n`],
  ["is broken", `extra_gated_prompt: "${TERMS}\n`],
  ["is not read", `extra_gated_prompt: ${"Owls. ".repeat(60_000)}\n`],
])("a gate that %s leaves the licence open", async (_, front) => {
  const weights = await weightsOf({ LICENSE: APACHE, "README.md": cardOf(front) });
  expect(weights?.terms).toMatchObject({ because: "conflicting" });
});

test("the rest of a form that is too long is not taken for harmless", async () => {
  const fields = Array.from({ length: 80 }, (_, n) => `  I accept term ${n} of the licence: checkbox\n`);
  const notes = (await weightsOf({ "README.md": cardOf(`extra_gated_fields:\n${fields.join("")}`) }))?.notes ?? [];
  expect(notes.filter(({ code }) => code === "license-gate")).toHaveLength(64);
  expect(notes.at(-1)).toMatchObject({ code: "license-gate-unread", at: { line: 68 } });
});

test("where the host says what its gate is, the card's words are not read again", async () => {
  const files = { ...WEIGHTS, LICENSE: APACHE, "README.md": cardOf(`extra_gated_prompt: ${TERMS}\n`) };
  const record = {
    origin: "it",
    url: "https://hub.example/it",
    sha256: "a".repeat(64),
    licenses: [],
    model: {},
  } as const;
  const gate = [{ pointer: "/cardData/extra_gated_prompt", words: TERMS }];
  const gated = { ...makeRelease({ files }), hostRecords: [{ ...record, access: "gated", gate }] } as const;
  const notes = (await openReleaseBench(gated).study(licensing)).components.get("weights")?.notes ?? [];
  expect(notes.filter(({ code }) => code === "license-gate")).toMatchObject([{ at: { url: expect.any(String) } }]);
});

test.each([
  ["spaces", `"${" ".repeat(100_000)}license${" ".repeat(100_000)}"`],
  ["escapes", `"licence ${"\\n".repeat(100_000)} end"`],
  ["words that say no", `licence ${"not ".repeat(60_000)}`],
  ["a block of lines", `|\n${"  commercial\n".repeat(18_000)}`],
])("a hostile gate of %s takes no time", async (_, value) => {
  const before = performance.now();
  await weightsOf({ "README.md": cardOf(`extra_gated_prompt: ${value}\n`) });
  expect(performance.now() - before).toBeLessThan(5000);
});

test("a field to tick that says what the licence says anyway adds nothing", async () => {
  const gate = "extra_gated_fields:\n  I agree to use this model for non-commercial use ONLY: checkbox\n";
  const card = (license: string): string => `---\nlicense: ${license}\n${gate}---\n# Owl\n`;
  expect((await weightsOf({ "README.md": card("cc-by-nc-4.0") }))?.terms).toEqual({ ids: ["CC-BY-NC-4.0"] });
  const files = { LICENSE: licenseText("CC-BY-NC-4.0"), "README.md": card("cc-by-nc-4.0") };
  expect((await weightsOf(files))?.terms).toEqual({ ids: ["CC-BY-NC-4.0"] });
  for (const license of ["apache-2.0", "llama3", "other"])
    expect((await weightsOf({ "README.md": card(license) }))?.terms, license).toEqual({ because: "unidentified" });
  const more = card("cc-by-nc-4.0").replace("ONLY", "ONLY. No owls may be shown it");
  expect((await weightsOf({ "README.md": more }))?.terms).toEqual({ because: "unidentified" });
});

test("a gate that says what its folder's text says still stands before the text of a folder", async () => {
  const gate = "extra_gated_prompt: For non-commercial use only.\n";
  const card = `---\nlicense: cc-by-nc-4.0\n${gate}---\n# Owl\n`;
  const files = { LICENSE: licenseText("CC-BY-NC-4.0"), "README.md": card, "sub/LICENSE": licenseText("MIT") };
  const bench = openBench({ files: { ...files, "sub/model.safetensors": makeSafetensors({ a: 2 }) } });
  expect((await bench.study(licensing)).components.get("weights")?.terms).not.toHaveProperty("ids");
});
