/** TOML text → its tables, as far as it is TOML. */

/** A table of a TOML document; its keys are whatever the file says. */
export type Table = Readonly<Record<string, unknown>>;

/** What was parsed, and where and why the text stops being TOML. */
export interface Toml {
  readonly root: Table;
  /** Line from 1. */
  readonly broken?: { readonly line: number; readonly what: string };
}

/** Parses a text. Of a broken one the lines before the break are kept, where they are TOML by themselves. */
export async function parseToml(content: string): Promise<Toml> {
  // Only a release with such a manifest pays for loading the parser.
  const library = await import("smol-toml");
  const first = tryParse(library, content);
  if (first.broken === undefined) return first;
  const before = content.split("\n", first.broken.line - 1).join("\n");
  return { root: tryParse(library, before).root, broken: first.broken };
}

function tryParse({ parse, TomlError }: typeof import("smol-toml"), content: string): Toml {
  try {
    return { root: parse(content, { integersAsBigInt: "asNeeded" }) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [what = ""] = error.message.split("\n", 1);
    return { root: {}, broken: { line: error.line, what: what.replace(/^Invalid TOML document: /, "") } };
  }
}

/** The value at a path of keys; undefined where there is none. */
export function valueAt(root: Table, path: readonly string[]): unknown {
  let value: unknown = root;
  for (const key of path) {
    if (!isTable(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** Whether a value is a table. */
export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
