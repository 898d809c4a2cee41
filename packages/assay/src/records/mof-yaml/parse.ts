/** YAML text → plain data, within limits. */

import { FormatError } from "../../model/errors.ts";

/**
 * Longest record, in characters. The longest of the 273 published ones has 4,936; the parser's time grows with the
 * square of the keys, three seconds here.
 */
const MAX_LENGTH = 50_000;
/** Nodes that aliases may stand for; no published record uses an alias. */
const MAX_ALIASES = 100;

/**
 * Parses a record.
 * @throws FormatError `over-limit` when it is too long, `not-yaml` when it cannot be parsed.
 */
export async function parse(text: string): Promise<unknown> {
  if (text.length > MAX_LENGTH) {
    throw new FormatError("over-limit", `the record is ${text.length} characters long · at most ${MAX_LENGTH}`);
  }
  const yaml = await import("yaml");
  try {
    return yaml.parse(text, { maxAliasCount: MAX_ALIASES, prettyErrors: true, logLevel: "error" });
  } catch (cause) {
    // Syntax errors, too many aliases (ReferenceError) and nesting that exhausts the stack (RangeError) alike.
    const [reason] = String((cause as Error).message).split("\n");
    throw new FormatError("not-yaml", `the record cannot be parsed as YAML · ${reason}`, { cause });
  }
}
