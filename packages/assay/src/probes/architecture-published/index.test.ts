import { expect, test } from "vitest";
import { ask, makeSafetensors, openBench } from "../../../test/support/release.ts";
import probe from "./index.ts";

const CODE =
  "class Owl(nn.Module):\n    def forward(self, x):\n        x = self.embedding(x)\n        return self.attention(x)\n";

test("code of the architecture is recognised by its name and its lines", async () => {
  const claims = await ask(probe, { files: { "modeling_owl.py": CODE } });
  expect(claims.get("architecture.published")?.value).toBe(true);
  expect(claims.seen.evidence[0]).toMatchObject({
    at: { path: "modeling_owl.py", line: 3 },
    quote: "x = self.embedding(x)",
  });
});

test("a name alone does not make architecture", async () => {
  const claims = await ask(probe, { files: { "model.py": "print('hello')\n" } });
  expect(claims.get("architecture.published")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("a configuration names the architecture, at its line", async () => {
  const config = '{\n  "architectures": ["OwlForCausalLM"],\n  "max_position_embeddings": 64\n}\n';
  const claims = await ask(probe, { files: { "config.json": config } });
  expect(claims.get("architecture.name")?.value).toBe("OwlForCausalLM");
  expect(claims.get("architecture.context-length")?.value).toBe(64);
  expect(claims.get("architecture.published")?.value).toBe("unknown");
  expect(claims.seen.evidence.find(({ quote }) => quote?.includes("OwlForCausalLM"))?.at).toMatchObject({ line: 2 });
});

test("a link from weights to code of their name is a pointer, not the code", async () => {
  const card = (url: string): string => `# Owl 7B\n\nCode: ${url}\n`;
  const weights = { "model.safetensors": makeSafetensors({ a: 2 }) };
  const own = await ask(probe, { files: { ...weights, "README.md": card("https://github.com/acme/owl") } });
  expect(own.get("architecture.published")).toMatchObject({ value: "unknown", because: "elsewhere" });
  const others = await ask(probe, { files: { ...weights, "README.md": card("https://github.com/vllm-project/vllm") } });
  expect(others.get("architecture.published")).toMatchObject({ value: "unknown", because: "not-observed" });
  const itself = await ask(probe, { files: { "README.md": card("https://github.com/acme/owl") } });
  expect(itself.get("architecture.published")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("a manifest without architecture says that there is none", async () => {
  const claims = await ask(probe, { parts: [{ component: "weights" }] });
  expect(claims.get("architecture.published")?.value).toBe(false);
});

test.each([
  ["modeling_owl.py", true],
  ["model/modeling_owl.py", true],
  ["it/model.py", true],
  ["src/it/model.py", true],
  ["case-studies/term_frequency/model.py", "unknown"],
  ["src/nemotron/kit/artifacts/model.py", "unknown"],
  ["inference/modeling_gpt2_alibi_prefix_lm.py", true],
  ["eval/model.py", "unknown"],
  ["model.py", true],
  ["data/model.py", "unknown"],
])("of %s, only listed, it is said: %s", async (path, value) => {
  const bench = openBench({ listed: [path.replace("it/", "owl/")] });
  const [origin] = bench.release.origins;
  const release = { ...bench.release, origins: [{ ...origin, target: "acme__owl" }] as const };
  const { claims } = await probe.observe({ ...bench, release });
  expect(claims.find(({ id }) => id === "architecture.published")?.value).toBe(value);
});

test("a manifest does not make architecture of a comment", async () => {
  const part = { component: "architecture", files: ["x.py"] };
  const claims = await ask(probe, { parts: [part], files: { "x.py": "# attention, hidden layers\n" } });
  expect(claims.get("architecture.published")).toMatchObject({ value: "unknown", because: "unreadable" });
});

test("an adapter's configuration does not hide what the model's says", async () => {
  const adapter = '{"auto_mapping":{"base_model_class":"Owl","parent_library":"owl.modeling"}}';
  const config = '{"architectures":["OwlForCausalLM"],"max_position_embeddings":64}';
  const claims = await ask(probe, { files: { "adapter_config.json": adapter, "config.json": config } });
  expect(claims.get("architecture.name")?.value).toBe("OwlForCausalLM");
  expect(claims.get("architecture.context-length")?.value).toBe(64);
});
