/** Holds a value against a JSON Schema: the part of it in which the schemas of this package are written. */

/** A schema as `npm run gen` writes it; other keywords say nothing of values. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  /** Only ever empty: nothing may stand here. */
  readonly not?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const DEFINITIONS = "#/definitions/";

/**
 * What is wrong with a value, in words with the place; null where nothing is. Stops at the first breach. The time is linear
 * in the value: no choice of a schema of ours contains itself.
 * @throws RangeError for a schema that refers to what it has not.
 */
export function findBreach(value: unknown, schema: Schema): string | null {
  return new Checker(schema.definitions ?? {}).check(value, schema, "");
}

class Checker {
  readonly #definitions: Readonly<Record<string, Schema>>;

  constructor(definitions: Readonly<Record<string, Schema>>) {
    this.#definitions = definitions;
  }

  check(value: unknown, schema: Schema, path: string): string | null {
    const known = this.#resolve(schema);
    const breach = checkValue(value, known, path);
    if (breach !== null) return breach;
    if (known.anyOf !== undefined) return this.#checkChoice(value, known.anyOf, path);
    if (Array.isArray(value)) return this.#checkItems(value, known, path);
    return typeof value === "object" && value !== null ? this.#checkMembers(value, known, path) : null;
  }

  #resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const name = decodeURIComponent(schema.$ref.slice(DEFINITIONS.length));
    const found = Object.hasOwn(this.#definitions, name) ? this.#definitions[name] : undefined;
    if (found === undefined) throw new RangeError(`the schema refers to ${schema.$ref}, which it has not`);
    return this.#resolve(found);
  }

  /** Null where one of them allows it, else what is wrong with the last. */
  #checkChoice(value: unknown, choices: readonly Schema[], path: string): string | null {
    let last: string | null = null;
    for (const choice of choices) {
      last = this.check(value, choice, path);
      if (last === null) return null;
    }
    return last;
  }

  #checkItems(values: readonly unknown[], { items, minItems = 0, maxItems }: Schema, path: string): string | null {
    if (values.length < minItems || values.length > (maxItems ?? values.length))
      return `${path} has ${values.length} items`;
    if (items === undefined) return null;
    for (const [n, one] of values.entries()) {
      const breach = this.check(one, items, `${path}/${n}`);
      if (breach !== null) return breach;
    }
    return null;
  }

  #checkMembers(value: object, schema: Schema, path: string): string | null {
    const { properties = {}, required = [], additionalProperties = true } = schema;
    const missing = required.find((key) => !Object.hasOwn(value, key));
    if (missing !== undefined) return `${path || "it"} has no ${missing}`;
    for (const [key, one] of Object.entries(value)) {
      const own = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
      if (own === false) return `${path || "it"} has the unknown key ${shorten(key)}`;
      const breach = typeof own === "object" ? this.check(one, own, `${path}/${shorten(key)}`) : null;
      if (breach !== null) return breach;
    }
    return null;
  }
}

function checkValue(value: unknown, schema: Schema, path: string): string | null {
  const place = path === "" ? "it" : path;
  if (schema.not !== undefined) return `${place} may not stand here`;
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOf(value, type))) return `${place} is no ${types.join(" or ")}`;
  if (schema.const !== undefined && value !== schema.const) return `${place} is not ${JSON.stringify(schema.const)}`;
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return `${place} is ${shorten(JSON.stringify(value))}, which is none of ${schema.enum.map((one) => JSON.stringify(one)).join(", ")}`;
  return null;
}

function isOf(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

/** Units of a stranger's words that fit an error's line. */
const LONGEST = 40;

function shorten(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
