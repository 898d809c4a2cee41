import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { createGenerator, type Definition, type SchemaGenerator } from "ts-json-schema-generator";

import { fromRoot, type Generated, type Output, PACKAGE } from "./output.ts";

const MODEL = join(PACKAGE, "src/model");
const FOLDER = join(PACKAGE, "schemas");
/** Addresses of our schemas; the name in one is also the name of its file. */
const ADDRESS = /^https:\/\/openassay\.org\/schemas\/([a-z-]+)\/v\d+\.json$/;
/** A framework file carries no address of its own: people write it by hand. */
const FRAMEWORK_ADDRESS = "https://openassay.org/schemas/framework/v1.json";

/** Nor does a file of facts about a release. */
const KNOWN_RELEASE_ADDRESS = "https://openassay.org/schemas/known-release/v1.json";

/** Writes a JSON Schema for `Framework`, for `KnownRelease` and for each document type of the model that states its `schema` address. */
export function generateSchemas(): Generated {
  if (!existsSync(join(MODEL, "documents.ts"))) return { files: [], problems: [] };
  const fromDocuments = generatorFor(join(MODEL, "{documents,changes,plans,scan}.ts"));
  const { definitions = {} } = fromDocuments.createSchema("*");
  const files = Object.entries(definitions).flatMap(([type, definition]) => {
    const address = addressOf(definition);
    return address === null ? [] : [renderSchema(fromDocuments, type, address)];
  });
  files.push(renderSchema(generatorFor(join(MODEL, "types.ts")), "Framework", FRAMEWORK_ADDRESS));
  files.push(renderSchema(generatorFor(join(MODEL, "known-release.ts")), "KnownRelease", KNOWN_RELEASE_ADDRESS));
  return { files: [...files, ...listOrphans(files)], problems: [] };
}

function generatorFor(path: string): SchemaGenerator {
  const tsconfig = join(PACKAGE, "tsconfig.build.json");
  return createGenerator({ path, tsconfig, additionalProperties: false, skipTypeCheck: true, sortProps: true });
}

/** The type's own definition becomes the document, so that `$id` stands beside no `$ref`. */
function renderSchema(generator: SchemaGenerator, type: string, address: string): Output {
  const { $schema, definitions: { [type]: schema, ...definitions } = {} } = generator.createSchema(type);
  const name = ADDRESS.exec(address)?.[1];
  if (name === undefined)
    throw new RangeError(`the schema address of ${type} is ${address}, not of the form ${ADDRESS.source}`);
  const content = `${JSON.stringify({ $schema, $id: address, ...(schema as Definition), definitions }, null, 2)}\n`;
  return { path: fromRoot(join(FOLDER, `${name}.schema.json`)), content };
}

/** Returns the one value that a document's `schema` key may have. */
function addressOf(definition: Definition | boolean): string | null {
  if (typeof definition === "boolean") return null;
  const property = definition.properties?.schema;
  return typeof property === "object" && typeof property.const === "string" ? property.const : null;
}

/** Schemas on disk whose type is gone. */
function listOrphans(files: readonly Output[]): readonly Output[] {
  if (!existsSync(FOLDER)) return [];
  const made = new Set(files.map(({ path }) => path));
  return readdirSync(FOLDER)
    .map((name) => fromRoot(join(FOLDER, name)))
    .filter((path) => !made.has(path))
    .map((path) => ({ path, content: null }));
}
