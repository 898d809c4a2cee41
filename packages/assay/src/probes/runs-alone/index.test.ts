import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const example = (path: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../formats/${path}`, import.meta.url)));

const VOCABULARY = JSON.stringify({ model: { type: "BPE", vocab: { a: 0, b: 1 }, merges: ["a b"] } });

test("a tokenizer is published by its pieces, and a listed file by its name", async () => {
  const read = await ask(probe, { files: { "tokenizer.json": VOCABULARY } });
  expect(read.get("tokenizer.published")?.value).toBe(true);
  const listed = await ask(probe, { listed: ["assets/owl.tiktoken", "tokenizer_config.json"] });
  expect(listed.get("tokenizer.published")?.value).toBe(true);
  expect(listed.seen.evidence).toHaveLength(1);
});

test.each([
  [{ "tokenizer_config.json": '{"tokenizer_class": "OwlTokenizer"}' }, "unknown"],
  [{ "examples/tokenizer.json": VOCABULARY }, "unknown"],
  [{ "README.md": "# Owl\n\nWe do not release the tokenizer.\n" }, false],
])("of %j it is said that the tokenizer is published: %s", async (files, value) => {
  expect((await ask(probe, { files })).get("tokenizer.published")?.value).toBe(value);
});

const config = (type: string, code = ""): string => `{\n${code}"model_type": "${type}"\n}\n`;
const MAP = '"auto_map": {"AutoModel": "modeling_owl.OwlModel"},\n';

test.each([
  [config("llama"), { loads: true, needs: false }],
  [config("owl", MAP), { loads: false, needs: true }],
  [config("owl"), { loads: "unknown", needs: "unknown" }],
  [config("llama", MAP), { loads: "unknown", needs: "unknown" }],
])("a configuration %j: %j", async (text, { loads, needs }) => {
  const claims = await ask(probe, { files: { "config.json": text } });
  expect(claims.get("open-runtime.loads")?.value).toBe(loads);
  expect(claims.get("remote-code.needed")?.value).toBe(needs);
});

test("a kind that is known and code beside it are a conflict", async () => {
  const claims = await ask(probe, { files: { "config.json": config("llama", MAP) } });
  expect(claims.get("open-runtime.loads")).toMatchObject({ because: "conflicting" });
  expect(claims.seen.evidence.map(({ at }) => at)).toMatchObject([{ line: 2 }, { line: 3 }]);
});

test("files that hold all that a runtime needs load by themselves", async () => {
  const claims = await ask(probe, { files: { "owl.gguf": example("gguf/examples/good/two-tensors.gguf") } });
  expect(claims.get("open-runtime.loads")?.value).toBe(true);
  expect(claims.get("remote-code.needed")?.value).toBe(false);
});

const snippet = (lines: string): string => `# Owl\n\n\`\`\`python\n${lines}\n\`\`\`\n`;

test.each([
  ['AutoModel.from_pretrained("acme/owl", trust_remote_code=True)', true],
  ['AutoModel.from_pretrained("acme/llama-7b", trust_remote_code=True)', "unknown"],
  ['LLM(model="acme/owl", trust_remote_code=True)', "unknown"],
  ['AutoModel.from_pretrained("acme/owl")', "unknown"],
])("where documents say %j, code is needed: %s", async (line, value) => {
  const claims = await ask(probe, { target: "acme/owl", files: { "README.md": snippet(line) } });
  expect(claims.get("remote-code.needed")?.value).toBe(value);
  expect(claims.get("open-runtime.loads")?.value).toBe("unknown");
});

const OWN_TERMS = "Owls may use it.\nYou follow the Acceptable Use Policy (https://acme.org/use-policy).\n";

test("terms that name a policy at an address refer to it, at the line", async () => {
  const claims = await ask(probe, { files: { LICENSE: OWN_TERMS } });
  expect(claims.get("policy.remote")?.value).toBe(true);
  expect(claims.seen.evidence[0]).toMatchObject({ at: { path: "LICENSE", line: 2 } });
});

test("with a copy of the policy in the release it is not settled which one binds", async () => {
  const claims = await ask(probe, { files: { LICENSE: OWN_TERMS, "USE_POLICY.md": "# Policy\n\nHoot at night.\n" } });
  expect(claims.get("policy.remote")).toMatchObject({ value: "unknown", because: "conflicting" });
});

test.each([
  [{ LICENSE: licenseText("MIT") }, false],
  [{ LICENSE: "Owls may use it, others have to ask.\n" }, "unknown"],
  [{ LICENSE: licenseText("MIT"), "README.md": "---\nlicense: other\nlicense_name: owl\n---\n# Owl\n" }, "unknown"],
  [{}, "unknown"],
])("of terms %# it is said that they refer elsewhere: %s", async (files, value) => {
  expect((await ask(probe, { files })).get("policy.remote")?.value).toBe(value);
});
