import { existsSync } from "node:fs";
import { join } from "node:path";
import { createGenerator } from "ts-json-schema-generator";
import { fromRoot, type Generated, type Output, ROOT } from "./output.ts";

const ALLIANCE = join(ROOT, "packages/alliance");
const BOOKS = join(ALLIANCE, "src/model/books.ts");

/** Files of the books: the type that each is of, and the name of its schema. */
const KINDS = {
  Alliance: "alliance",
  Organisation: "organisation",
  Person: "person",
  Body: "body",
  Seat: "seat",
  Project: "project",
  Disclosure: "disclosure",
  BallotRule: "rule",
  LevelDefinition: "level",
  Tool: "tool",
  ReleasePlan: "release",
  Proposal: "proposal",
  Ballot: "ballot",
  Vote: "vote",
  Opening: "opening",
  Decision: "decision",
  Appeal: "appeal",
  Checkpoint: "checkpoint",
};

/** Writes a JSON Schema for each kind of file that the books of an alliance hold, and all of them as a typed constant. */
export function generateAllianceSchemas(): Generated {
  if (!existsSync(BOOKS)) return { files: [], problems: [] };
  const tsconfig = join(ALLIANCE, "tsconfig.build.json");
  const generator = createGenerator({
    path: BOOKS,
    tsconfig,
    additionalProperties: false,
    skipTypeCheck: true,
    sortProps: true,
  });
  const schemas = Object.entries(KINDS).map(([type, name]) => {
    const { $schema, definitions: { [type]: schema, ...definitions } = {} } = generator.createSchema(type);
    const $id = `https://openassay.org/schemas/alliance/${name}/v1.json`;
    return [name, { $schema, $id, ...(schema as object), definitions }] as const;
  });
  const files = schemas.map(
    ([name, schema]): Output => ({
      path: fromRoot(join(ALLIANCE, "schemas", `${name}.schema.json`)),
      content: `${JSON.stringify(schema, null, 2)}\n`,
    }),
  );
  const constant = schemas.map(([name, schema]) => `  ${name}: ${JSON.stringify(schema)},`).join("\n");
  const content = `/** Generated from src/model/books.ts by npm run gen. */
export const schemas: Readonly<Record<SchemaName, object>> = {
${constant}
};

/** Name of a kind of file. */
export type SchemaName = ${schemas.map(([name]) => `"${name}"`).join(" | ")};
`;
  return {
    files: [...files, { path: fromRoot(join(ALLIANCE, "src/books/schemas.generated.ts")), content }],
    problems: [],
  };
}
