import { expect, test } from "vitest";
import { ask, openBench } from "../../../test/support/release.ts";
import { createListedArtifact } from "../../sources/listed.ts";
import probe from "./index.ts";

const SENTENCE = "The model answers questions about owls and was trained on sentences that we wrote ourselves.\n";
const PROSE = SENTENCE.repeat(3);

test("a README with the hub's front matter is a model card", async () => {
  const card = `---\nlicense: mit\n---\n# Owl\n\n${SENTENCE}\n## Uses\n\n${SENTENCE}`;
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get("model-card.published")?.value).toBe(true);
  expect(claims.seen.evidence[0]).toMatchObject({ quote: "Owl", at: { path: "README.md", line: 4 } });
});

test("a README without front matter is no model card", async () => {
  const claims = await ask(probe, { files: { "README.md": "# Owl\n\nInstall it.\n" } });
  expect(claims.get("model-card.published")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("documents need the sections that such documents have", async () => {
  const report = `# Report\n\n## Architecture\n\n${PROSE}\n## Training\n\n${PROSE}\n## Results\n`;
  const claims = await ask(probe, {
    files: { "docs/technical-report.md": report, "docs/paper.md": "# Paper\n\nsoon\n" },
  });
  expect(claims.get("technical-report.published")?.value).toBe(true);
  expect(claims.get("paper.published")?.value).toBe("unknown");
});

test("a link to a paper is a pointer", async () => {
  const card = "# Owl\n\nSee [the paper](https://arxiv.org/abs/2403.13784).\n";
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get("paper.published")).toMatchObject({ value: "unknown", because: "elsewhere" });
  expect(claims.seen.evidence.find(({ code }) => code === "linked-elsewhere")?.quote).toBe(
    "https://arxiv.org/abs/2403.13784",
  );
});

test("a manifest without data card says that there is none", async () => {
  const claims = await ask(probe, { parts: [{ component: "weights" }] });
  expect(claims.get("data-card.published")?.value).toBe(false);
});

test.each([
  ["README.md", "---\nlicense: mit\n---\n# Coming soon\n"],
  ["README.md", "---\nlicense: mit\n---\n# Owl\n\nThe card will be released soon.\n\n## Uses\n\nTBD\n"],
  ["README.md", "---\nlicense: mit\ntask_categories: [x]\n---\n# Coming soon\n"],
  ["README.md", "---\nlicense: mit\n---\n# Owl\n\n[More Information Needed]\n\n## Uses\n\n[More Information Needed]\n"],
  ["MODEL_CARD.md", "# TBD\n"],
  ["skills/owl/model-card.md", `# Owl\n\n${PROSE}${PROSE}`],
  ["website/docs/model_card.md", `# Owl\n\n${PROSE}${PROSE}`],
  ["paper.md", "# Abstract\n# Method\n# Results\n"],
  ["paper.md", `# Abstract\n\n${PROSE}${PROSE}\n# Method\n# Results\n`],
  ["paper.pdf", "404: Not Found"],
  ["paper.pdf", `%PDF-1.7\n${"x".repeat(100)}`],
  ["paper.pdf", "x".repeat(5000)],
  ["paper.pdf", `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 99\n`],
  ["docs/other-paper.pdf", `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 99999\n`],
  ["paper.html", '<a href="https://arxiv.org/abs/1">paper</a>'],
  ["sample_outputs.md", "coming soon\n"],
  [
    "sample_outputs.md",
    "# Samples\n\nSamples of the model's answers will be published here after the review of our work.\n",
  ],
  ["data-card.md", "# Source\n## Composition\n## Uses\n"],
])("%s with %j is no document", async (path, content) => {
  const { seen } = await ask(probe, { files: { [path]: content } });
  expect(seen.claims.filter(({ value }) => value === true)).toEqual([]);
});

test.each([
  ["paper.pdf", `%PDF-1.7\n${"x".repeat(2000)}`, "paper"],
  ["paper.pdf", `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 99999\n`, "paper"],
  ["paper.html", `<h1>Abstract</h1>\n${PROSE}<h2>Method</h2>\n${PROSE}<h2>References</h2>\n`, "paper"],
  ["paper.tex", `\\begin{abstract}\n${PROSE}\\section{Method}\n${PROSE}\\section{Results}\n`, "paper"],
  ["MODEL_CARD.md", `# Owl\n\n${SENTENCE}\n## Uses\n\n${SENTENCE}`, "model-card"],
  [
    "sample_outputs.md",
    "What is an owl? A bird that hunts by night.\nWhat is a mouse? A meal of the owl, mostly.\n",
    "sample-outputs",
  ],
])("%s is a document: %#", async (path, content, component) => {
  const claims = await ask(probe, { files: { [path]: content } });
  expect(claims.get(`${component}.published`)?.value).toBe(true);
});

test.each([
  ["paper.pdf", true],
  ["docs/model-card.md", true],
  ["docs/InfLLM-V2-paper.pdf", "unknown"],
  ["a/b/paper.pdf", "unknown"],
])("of %s, only listed, it is said: %s", async (path, value) => {
  const bench = openBench({});
  const artifacts = [createListedArtifact({ origin: "it", path, size: 5000 })];
  const { claims } = await probe.observe({ ...bench, release: { ...bench.release, artifacts } });
  expect(claims.some((claim) => claim.value === true)).toBe(value === true);
});

test("a PDF too long to be looked at stays open", async () => {
  const long = new Uint8Array(5 << 20);
  long.set(new TextEncoder().encode("%PDF-1.7\n"));
  const claims = await ask(probe, { files: { "paper.pdf": long } });
  expect(claims.get("paper.published")).toMatchObject({ value: "unknown", because: "unreadable" });
});

test.each(["model-card", "data-card", "technical-report", "paper", "sample-outputs"])(
  "a manifest does not make a %s of a letter",
  async (component) => {
    const part = { component, files: ["x.txt"] };
    const claims = await ask(probe, { parts: [part], files: { "x.txt": "x" } });
    expect(claims.get(`${component}.published`)).toMatchObject({ value: "unknown", because: "unreadable" });
  },
);
