import { expect, test } from "vitest";
import { inspectFiles } from "../../../test/support/inspect.ts";
import rule from "./index.ts";

async function tell(files: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  return (await inspectFiles(rule, files)).map(({ code, severity, at }) => ["path" in at && at.path, severity, code]);
}

function config(content: unknown): Readonly<Record<string, string>> {
  return { "config.json": JSON.stringify(content) };
}

test("configurations without code are silent", async () => {
  expect(
    await tell({
      ...config({
        architectures: ["LlamaForCausalLM"],
        _attn_implementation: "flash_attention_2",
        trust_remote_code: false,
      }),
      "adapter_config.json": JSON.stringify({ base_model_name_or_path: "owl/base" }),
      "modules.json": JSON.stringify([{ type: "sentence_transformers.models.Transformer" }]),
      "train.yaml": "model:\n  _target_: owls.models.Owl\n  trust_remote_code: true\n",
      "model_index.json": JSON.stringify({ _diffusers_version: "0.30.0", unet: ["diffusers", "UNet2DConditionModel"] }),
      "requirements.txt": "torch>=2\n",
    }),
  ).toEqual([]);
});

test.each([
  ["hub-attention", "error", { _attn_implementation_internal: "owl/attention" }],
  ["hub-attention", "error", { text_config: { _attn_implementation: "owl/attention@main:kernel" } }],
  ["hub-attention", "error", { attn_implementation: { text_config: "owl/attention" } }],
  ["hub-kernel", "warning", { kernels: { RMSNorm: "owl/kernels" } }],
  ["trust-switch", "warning", { text_config: { trust_remote_code: true } }],
  ["dangerous-target", "error", { model: { _target_: "os.system", command: "true" } }],
  ["dangerous-target", "error", { model: { _target_: "builtins.eval" } }],
  ["dangerous-target", "error", { model: { _target_: "torch.serialization.os.system" } }],
  ["unknown-target", "warning", { model: { _target_: "owls.models.Owl" } }],
  ["foreign-code", "warning", { auto_map: { AutoModel: "owl/code--modeling_owl.Owl" } }],
  ["foreign-code", "warning", { vision: { auto_map: { AutoTokenizer: ["owl/code--tokens.Owl", null] } } }],
  ["missing-code", "note", { auto_map: { AutoModel: "modeling_owl.Owl" } }],
] as const)("%s is told as %s", async (...[code, severity, content]) => {
  const findings = await inspectFiles(rule, config(content));
  expect(findings).toMatchObject([{ rule: "remote-code", code, severity, at: { path: "config.json", line: 1 } }]);
});

test("a switch counts for more where the code of another repository is named beside it", async () => {
  const part = { trust_remote_code: true, auto_map: { AutoModel: "owl/code--modeling_owl.Owl" } };
  expect(await tell(config({ keypoint_detector_config: part }))).toEqual([
    ["config.json", "error", "trusts-foreign-code"],
    ["config.json", "warning", "foreign-code"],
  ]);
});

test("a class that NeMo's own check allows is silent, whatever format it stands in", async () => {
  const yaml = "model:\n  _target_: nemo.collections.asr.models.Owl\noptim:\n  _target_: torch.optim.AdamW\n";
  expect(await tell({ "model_config.yaml": yaml })).toEqual([]);
  expect(await tell({ "model_config.yaml": "model:\n  _target_: subprocess.Popen\n" })).toEqual([
    ["model_config.yaml", "error", "dangerous-target"],
  ]);
});

test("a finding has its rule, its place and what to look for", async () => {
  const [finding] = await inspectFiles(rule, config({ _attn_implementation: "owl/attention" }));
  expect(finding).toEqual({
    rule: "remote-code",
    severity: "error",
    code: "hub-attention",
    args: { path: "config.json", pointer: "/_attn_implementation", value: "owl/attention", does: "" },
    message: expect.stringContaining("CVE-2026-4372"),
    at: { path: "config.json", start: 24, end: 39, line: 1 },
  });
});

test("code of the release itself is a note", async () => {
  expect(
    await tell({ ...config({ auto_map: { AutoModel: "modeling_owl.Owl" } }), "modeling_owl.py": "class Owl: pass\n" }),
  ).toEqual([["config.json", "note", "own-code"]]);
});

test.each(["/srv/owl/base", "https://example.org/base", "C:\\owl", "~/owl"])(
  "a base named %s is a place",
  async (base) => {
    expect(await tell({ "adapter_config.json": JSON.stringify({ base_model_name_or_path: base }) })).toEqual([
      ["adapter_config.json", "note", "outside-base"],
    ]);
  },
);

test("a dependency that comes from no index is a note", async () => {
  const list = "torch\nowl @ git+https://example.org/owl.git\nhttps://example.org/owl.whl\n";
  const findings = await inspectFiles(rule, { "requirements.txt": list });
  expect(findings.map(({ code, message }) => [code, message.includes("example.org")])).toEqual([
    ["outside-dependency", true],
    ["outside-dependency", true],
  ]);
});

test("a tag of Python that names a danger is one, and one that names data is not", async () => {
  const yaml = (tag: string): string => `a: !!python/${tag} ['true']\n`;
  for (const tag of [
    "object/apply:os.system",
    "object/new:subprocess.Popen",
    "name:os.system",
    "object/apply:os%2Esystem",
  ])
    expect(await tell({ "train.yaml": yaml(tag) }), tag).toEqual([["train.yaml", "error", "dangerous-target"]]);
  for (const tag of ["tuple", "object/apply:pathlib.PosixPath", "object:argparse.Namespace"])
    expect(await tell({ "train.yaml": yaml(tag) }), tag).toEqual([]);
});
