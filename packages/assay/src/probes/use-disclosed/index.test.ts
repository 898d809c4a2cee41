import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const askCard = (body: string): ReturnType<typeof ask> =>
  ask(probe, { target: "acme/owl", files: { "README.md": `# Owl\n\n${body}\n` } });

const PROSE = "Owls of all ages may ask it what the night brings, as long as they do it quietly.";

test.each([
  ["## Intended use", "intended-use.described"],
  ["## Out-of-scope use", "out-of-scope-use.described"],
  ["## Beperkingen", "limitations.described"],
  ["## Bias, risks and limitations", "limitations.described"],
  ["## Risiken", "bias-risks.described"],
  ["## Utilisation", "usage.described"],
  ["## 联系我们", "contact.given"],
  ["## Acceptable use policy", "use-policy.published"],
])("a section %s with words under it answers %s, with the words", async (heading, claim) => {
  const claims = await askCard(`${heading}\n\n${PROSE}`);
  expect(claims.get(claim)?.value).toBe(true);
  expect(claims.seen.evidence[0]).toMatchObject({ quote: PROSE, at: { path: "README.md", line: 5 } });
});

test.each([
  ["nothing", ""],
  ["a template", "[More Information Needed]"],
  ["words of a template", "<!-- Address misuse. -->\n\n[More Information Needed]"],
  ["a promise", "The description of this will be published soon."],
  ["an abbreviation", "TBD"],
  ["coming soon", "Coming soon, please stay tuned for what we have to say."],
  ["not applicable", "N/A"],
  ["a pointer", "Please see [our paper](https://example.org/paper.pdf) for more on this subject."],
  ["a link", "[Everything on the subject of intended use](https://example.org/)"],
])("a heading with %s under it describes nothing", async (_, body) => {
  const claims = await askCard(`## Intended use\n\n${body}\n\n## Limitations\n\n${body}\n\n## Risks\n\n${body}`);
  for (const claim of ["intended-use.described", "limitations.described", "bias-risks.described"])
    expect(claims.get(claim)).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("the start of a template with nothing to start with is no usage; code is one", async () => {
  const start = "## How to get started\n\nUse the code below to get started with the model.\n";
  expect((await askCard(`${start}\n[More Information Needed]`)).get("usage.described")?.value).toBe("unknown");
  const code = await askCard(`${start}\n\`\`\`python\nowl.hoot()\n\`\`\``);
  expect(code.get("usage.described")?.value).toBe(true);
});

test.each([
  ["intended-use.described", "The model is intended for use by owls.", true],
  ["intended-use.described", "This script is intended for use by owls.", "unknown"],
  ["intended-use.described", "The intended use is not described.", "unknown"],
  ["intended-use.described", "We do not describe the intended use.", false],
  ["out-of-scope-use.described", "It should not be used for medical advice.", true],
  ["limitations.described", "The model may produce inaccurate answers.", true],
  ["limitations.described", "Llama 3 may produce inaccurate answers.", "unknown"],
  ["bias-risks.described", "Its outputs may reflect biases of the data.", true],
  ["inputs-outputs.described", "**Input** Models input text only.", true],
  ["inputs-outputs.described", "The model takes an image as input.", true],
  ["contact.given", "Write to owl@acme.org.", true],
  ["contact.given", "git clone git@github.com:acme/owl.git", "unknown"],
  ["incident-route.given", "Report vulnerabilities to security@acme.org.", true],
  ["use-policy.published", "There is no acceptable use policy.", false],
])("%s of %j is %s", async (claim, sentence, value) => {
  expect((await askCard(sentence)).get(claim)?.value).toBe(value);
});

test("files of a policy and of security count when they say something, or are listed with something in them", async () => {
  const files = { "USE_POLICY.md": `# Policy\n\n${PROSE}\n`, "SECURITY.md": `# Security\n\n${PROSE}\n` };
  const claims = await ask(probe, { files });
  expect(claims.get("use-policy.published")?.value).toBe(true);
  expect(claims.get("incident-route.given")?.value).toBe(true);
  const empty = await ask(probe, { files: { "USE_POLICY.md": "# Policy\n", "SECURITY.md": "TBD\n" } });
  expect(empty.get("use-policy.published")?.value).toBe("unknown");
  expect(empty.get("incident-route.given")?.value).toBe("unknown");
  expect((await ask(probe, { listed: [".github/SECURITY.md"] })).get("incident-route.given")?.value).toBe(true);
});
