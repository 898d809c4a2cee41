import { describe, expect, test } from "vitest";
import { ALONE } from "../../../test/support/inspect.ts";
import { openBench } from "../../../test/support/release.ts";
import type { Finding } from "../../model/types.ts";
import rule from "./index.ts";

async function inspect(config: unknown, path = "config.json"): Promise<readonly Finding[]> {
  const bench = openBench({ files: { [path]: JSON.stringify(config) } });
  const [artifact] = bench.release.artifacts;
  return artifact === undefined ? [] : rule.inspect(await bench.readings(artifact), artifact, ALONE);
}

async function codes(...layers: readonly unknown[]): Promise<readonly string[]> {
  const model = { module: "keras", class_name: "Sequential", config: { name: "owl", layers } };
  return (await inspect(model)).map(({ severity, code }) => `${severity} ${code}`);
}

const dense = { module: "keras.layers", class_name: "Dense", config: { units: 2, activation: "relu" } };
const named = (module: string | null, config: string) => ({ module, class_name: "function", config });
const layer = (class_name: string, config: unknown, module?: string) => ({ class_name, config, module });

test("layers of Keras are silent, in the words of every version", async () => {
  expect(await codes(dense)).toEqual([]);
  expect(
    await codes({ class_name: "Dense", config: { units: 2, kernel_initializer: layer("GlorotUniform", {}) } }),
  ).toEqual([]);
  expect(
    await codes(layer("Dense", { activation: named("keras.activations", "relu") }, "keras.src.layers.core.dense")),
  ).toEqual([]);
  expect(await codes(layer("TFOpLambda", { function: "math.reduce_mean" }))).toEqual([]);
});

describe("code in the file", () => {
  test.each([
    ["a list, as Keras 2 writes it", layer("Lambda", { function: ["4wEAAAA=", null, null], function_type: "lambda" })],
    ["a text of that type", layer("Lambda", { function: "4wEAAAA", function_type: "lambda" })],
    [
      "the shape of the output",
      layer("Lambda", { function: "owl", output_shape: "4wEA", output_shape_type: "lambda" }),
    ],
    ["source", layer("Lambda", { function: "lambda x: x" })],
    [
      "an object, as Keras 3 writes it",
      layer("Lambda", { function: { class_name: "__lambda__", config: { code: "4wEA" } } }),
    ],
    ["an activation", layer("Dense", { activation: { class_name: "__lambda__", config: { code: "4wEA" } } })],
    [
      "a layer in a wrapper in a model",
      layer("Functional", { layers: [layer("TimeDistributed", { layer: layer("Lambda", { function: ["4wEA"] }) })] }),
    ],
  ])("%s is bytecode", async (_, one) => {
    expect(await codes(dense, one)).toEqual(["error bytecode"]);
  });
});

describe("names", () => {
  test.each([
    [named("os", "system"), "error system-function"],
    [named("builtins", "eval"), "error system-function"],
    [layer("Popen", { args: ["true"] }, "subprocess"), "error system-function"],
    [named("keras.utils", "get_file"), "error gadget"],
    [named("keras.src.utils.file_utils", "get_file"), "error gadget"],
    [named("keras.config", "enable_unsafe_deserialization"), "error gadget"],
    [named("keras.models", "load_model"), "error gadget"],
    [layer("TFOpLambda", { function: "io.write_file" }), "error gadget"],
    [layer("TFSMLayer", {}, "keras.layers"), "error loads-code"],
    [layer("TorchModuleWrapper", {}, "keras.layers"), "error loads-code"],
    [named("builtins", "my_loss"), "warning own-code"],
    [named("keras.src.utils.python_utils", "default"), "warning own-code"],
    [layer("Owl", {}, "owls.layers"), "warning own-code"],
    [{ module: null, class_name: "Owl", registered_name: "Custom>Owl", config: {} }, "warning own-code"],
    [layer("Lambda", { function: "system", function_type: "function", module: "os" }), "error system-function"],
    [{ class_name: "__typespec__", spec_name: "system", module: "os", config: [] }, "error system-function"],
  ])("%o: %s", async (one, expected) => {
    expect(await codes(one)).toEqual([expected]);
  });
});

test("a vocabulary is a list, or a file that is opened", async () => {
  const lookup = (vocabulary: unknown) => layer("StringLookup", { vocabulary }, "keras.layers");
  expect(await codes(lookup(["a", "b"]), lookup(null))).toEqual([]);
  expect(await codes(lookup("vocabulary.txt"))).toEqual(["warning opens-file"]);
  for (const path of ["/etc/passwd", "https://owl.example/v", "../v.txt", "~/v", "C:\\v", "a/../../v"])
    expect(await codes(lookup(path)), path).toEqual(["error opens-outside"]);
});

test("a finding stands where its object begins", async () => {
  const [finding] = await inspect({ class_name: "Sequential", config: { layers: [named("os", "system")] } });
  const text = JSON.stringify({ class_name: "Sequential", config: { layers: [named("os", "system")] } });
  expect(finding?.at).toMatchObject({ path: "config.json", start: text.indexOf('{"module"'), line: 1 });
  expect(finding).toMatchObject({ rule: "keras-code", severity: "error", args: { module: "os", name: "system" } });
});

test("configurations of other libraries are silent", async () => {
  expect(await inspect({ model_type: "owl", architectures: ["OwlForCausalLM"], module: "os" })).toEqual([]);
});
