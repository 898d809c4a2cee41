import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import { afterAll, expect, test } from "vitest";

const PACKAGE = fileURLToPath(new URL("../packages/assay/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "assay-schemas-"));

afterAll(() => rmSync(folder, { recursive: true }));

function compile(name: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(join(PACKAGE, `schemas/${name}.schema.json`), "utf8"));
  return new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
}

/** Runs the command and returns the document it prints, with what the schema has against it. */
function validate(
  schema: string,
  ...args: readonly string[]
): { readonly document: unknown; readonly errors: unknown } {
  const { stdout, stderr } = spawnSync(process.execPath, [join(PACKAGE, "bin/assay.js"), ...args], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  const document: unknown = JSON.parse(stdout);
  const check = compile(schema);
  check(document);
  return { document, errors: check.errors };
}

test("an assessment validates", () => {
  writeFileSync(join(folder, "README.md"), "# A model\n\nReleased under the [MIT license](LICENSE).\n");
  writeFileSync(join(folder, "config.json"), '{ "model_type": "llama", "architectures": ["LlamaForCausalLM"] }');
  writeFileSync(join(folder, "model.safetensors"), "no such thing");
  const { document, errors } = validate("assessment", folder, "--json");
  expect(errors).toBeNull();
  expect(document).toHaveProperty("artifacts.length", 3);
});

test("the list of frameworks validates", () => {
  expect(validate("frameworks", "frameworks", "--json").errors).toBeNull();
});

test.each(globSync("src/frameworks/*/**/framework*.json", { cwd: PACKAGE }))("%s validates", (path) => {
  const check = compile("framework");
  check(JSON.parse(readFileSync(join(PACKAGE, path), "utf8")));
  expect(check.errors).toBeNull();
});

test("a schema refuses a key that it does not know", () => {
  const check = compile("frameworks");
  const schema = "https://openassay.org/schemas/frameworks/v1.json";
  expect(check({ schema, frameworks: [], surprise: 1 })).toBe(false);
});
