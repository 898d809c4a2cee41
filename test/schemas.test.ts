import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, runAssay } from "../packages/assay/test/support/command.ts";
import { makeFolder } from "../packages/assay/test/support/folder.ts";
import { listBreaches, readSchema, type SchemaName } from "../packages/assay/test/support/schema.ts";

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8"));
}

/** Runs the command and returns the document it prints. */
function print(...args: readonly string[]): unknown {
  const { stdout, stderr } = runAssay(args);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test("an assessment validates", () => {
  const folder = makeFolder({
    "README.md": "# A model\n\nReleased under the [MIT license](LICENSE).\n",
    "config.json": '{ "model_type": "llama", "architectures": ["LlamaForCausalLM"] }',
    "model.safetensors": "no such thing",
  });
  const document = print(folder, "--json");
  expect(listBreaches("assessment", document)).toEqual([]);
  expect(document).toHaveProperty("artifacts.length", 3);
});

test("the list of frameworks validates", () => {
  expect(listBreaches("frameworks", print("frameworks", "--json"))).toEqual([]);
});

test.each(globSync("packages/assay/src/frameworks/*/**/framework*.json", { cwd: ROOT }))("%s validates", (path) => {
  expect(listBreaches("framework", readJson(path))).toEqual([]);
});

test("the manifest of the example and the one that the manual shows validate", () => {
  expect(listBreaches("release", readJson("examples/tiny-open-model/release.json"))).toEqual([]);
  const shown = [...readFileSync(join(ROOT, "docs/cli.md"), "utf8").matchAll(/```json\n([\s\S]*?)```/g)];
  expect(shown).toHaveLength(1);
  for (const [, block = ""] of shown) expect(listBreaches("release", JSON.parse(block))).toEqual([]);
});

test.each([
  ["frameworks", { schema: "https://openassay.org/schemas/frameworks/v1.json", frameworks: [], surprise: 1 }],
  ["release", { schema: "https://openassay.org/schemas/release/v1.json", name: "owl", parts: [{ component: "*" }] }],
  ["rule", { schema: "https://openassay.org/schemas/rule/v2.json", framework: "mof@1.0/tool", records: [] }],
] as const)("the schema %s refuses a document that is not its own", (name, document) => {
  expect(listBreaches(name, document)).not.toEqual([]);
});

/**
 * The keys that programs of others rely on, by where they stand: they are there in every version of schema v1.
 * `?` marks those that may be left out.
 */
const CONTRACT: Readonly<Partial<Record<SchemaName, Readonly<Record<string, string>>>>> = {
  assessment: {
    "": "schema tool ruleset target revision kind origins models freedoms artifacts components licenses rights evidence claims frameworks statements lineage findings gaps",
    tool: "name version",
    origins: "id target revision role linkedBy",
    models:
      "id name publisher released? parameters? dtypes? architecture? contextLength? trainingCompute? modalities? languages?",
    "models.released": "value evidence",
    "models.parameters": "value evidence",
    "models.dtypes": "value evidence",
    "models.architecture": "value evidence",
    "models.contextLength": "value evidence",
    "models.trainingCompute": "value evidence",
    "models.modalities": "value evidence",
    "models.languages": "value evidence",
    freedoms: "id answer because evidence",
    artifacts: "origin path size state sha256 stated? format",
    components: "id name about present because? artifacts licenses access? evidence",
    "components.licenses": "paths declared found governs",
    licenses: "path match deviations terms component declared",
    "licenses.match": "id kind similarity family?",
    "licenses.deviations": "kind at text? material why?",
    "licenses.deviations.at": "start end line",
    "licenses.terms": "type value quote at",
    rights: "id question answer on? evidence",
    evidence: "id code message probe basis at quote? sha256?",
    "evidence.at": "path? url? searched? start? end? line? inside?",
    claims: "id about value unit? range? because? evidence",
    frameworks: "id version reading? about level ceiling verdict progress? requirements",
    "frameworks.requirements": "id applies verdict? grade? bestGrade? claims",
    statements: "quote at about criteria verdict why",
    "statements.criteria": "id verdict",
    lineage: "relation base license compatible why",
    findings: "rule severity code message at",
    gaps: "path stage code message",
  },
  rule: {
    "": "schema framework records",
    records: "file name level requirements progress?",
    "records.requirements": "id applies verdict? grade? bestGrade? claims",
  },
};

/** What is read of a JSON schema. */
interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The objects that a schema admits: through references, alternatives, and the elements of lists. */
function listObjects(schema: Schema, { definitions = {} }: Schema): readonly Schema[] {
  const name = schema.$ref?.replace("#/definitions/", "");
  if (name !== undefined) return listObjects(definitions[decodeURIComponent(name)] ?? {}, { definitions });
  const inner = [...(schema.anyOf ?? []), ...(schema.items === undefined ? [] : [schema.items])];
  const own = schema.properties === undefined ? [] : [schema];
  return [...own, ...inner.flatMap((one) => listObjects(one, { definitions }))];
}

function listObjectsAt(path: string, root: Schema): readonly Schema[] {
  return path
    .split(".")
    .filter((step) => step !== "")
    .reduce(
      (objects, step) => objects.flatMap(({ properties }) => listObjects(properties?.[step] ?? {}, root)),
      listObjects(root, root),
    );
}

const places = Object.entries(CONTRACT).flatMap(([name, keys]) =>
  Object.entries(keys).map(([path, list]) => ({ name: name as SchemaName, path, list })),
);

test.each(places)('the keys that others rely on: $name, at "$path"', ({ name, path, list }) => {
  const objects = listObjectsAt(path, readSchema(name));
  expect(objects).not.toEqual([]);
  for (const key of list.split(" ")) {
    const holders = objects.filter(({ properties }) => Object.hasOwn(properties ?? {}, key.replace("?", "")));
    expect(holders.length, `${path}.${key} is in the schema`).toBeGreaterThan(0);
    if (key.endsWith("?")) continue;
    const demanding = objects.filter(({ required = [] }) => required.includes(key));
    expect(demanding, `${path}.${key} is always there`).toEqual(objects);
  }
});
