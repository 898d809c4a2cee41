import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const CODE = "class Owl(nn.Module):\n    def forward(self, x):\n        return self.attention(self.embedding(x))\n";

test("code of the architecture is recognised by its name and its lines", async () => {
  const claims = await ask(probe, { files: { "modeling_owl.py": CODE } });
  expect(claims.get("architecture.published")?.value).toBe(true);
  expect(claims.seen.evidence[0]).toMatchObject({
    at: { path: "modeling_owl.py", line: 2 },
    quote: "def forward(self, x):",
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

test("a link to a code host is a pointer, not the code", async () => {
  const claims = await ask(probe, { files: { "README.md": "# Owl\n\nCode: https://github.com/acme/owl\n" } });
  expect(claims.get("architecture.published")).toMatchObject({ value: "unknown", because: "elsewhere" });
});

test("a manifest without architecture says that there is none", async () => {
  const claims = await ask(probe, { parts: [{ component: "weights" }] });
  expect(claims.get("architecture.published")?.value).toBe(false);
});
