import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const PROSE = "We wrote the sentences ourselves in the spring, with the help of two friends who like owls.\n";

test.each([
  ["## Training data", "data-information.described"],
  ["## Données d'entraînement", "data-information.described"],
  ["### Datenerhebung", "data-information.collection"],
  ["## Preprocesamiento", "data-information.preprocessing"],
  ["## 数据标注", "data-information.labelling"],
  ["## Persoonsgegevens", "data-information.personal-data"],
])("a section %s with prose under it is evidence for %s", async (heading, claim) => {
  const claims = await ask(probe, { files: { "README.md": `# Owl\n\n${heading}\n\n${PROSE}` } });
  expect(claims.get(claim)?.value).toBe(true);
  expect(claims.seen.evidence[0]).toMatchObject({
    quote: heading.replace(/^#+ /, ""),
    at: { path: "README.md", line: 3 },
  });
  expect(claims.seen.claims.filter(({ value }) => value === true)).toHaveLength(1);
});

test.each([
  ["a heading alone", "# Owl\n\n## Training data\n"],
  ["a promise", "# Owl\n\n## Training data\n\nThe description of the data will be published soon.\n"],
  ["a template", "# Owl\n\n## Training data\n\n[More Information Needed]\n"],
  ["a word in a title of something else", `# Owl\n\n## Training for volunteers\n\n${PROSE}`],
  ["a list of other people's papers", `# Owl\n\n## Research building on Owl\n\n### Training data\n\n${PROSE}`],
  ["a comment", `# Owl\n\n<!--\n## Training data\n\n${PROSE}\n-->\n`],
])("%s describes nothing", async (_, card) => {
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get("data-information.described")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("no claim is ever false", async () => {
  const { seen } = await ask(probe, { parts: [{ component: "weights" }], files: { "README.md": "# Owl\n" } });
  expect(seen.claims.map(({ value }) => value)).toEqual(seen.claims.map(() => "unknown"));
});

test("how input is cut into tokens is no account of how data were prepared", async () => {
  const readme = "# Owl\n\n## Tokenization\n\nThe input is split at every space, and then into pieces of words.\n";
  const claims = await ask(probe, { files: { "README.md": readme } });
  expect(claims.get("data-information.preprocessing")?.value).toBe("unknown");
});
