/** Reads values out of the hub's answers, which are a stranger's JSON like any other. */

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one where it is none. */
export function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as a text that is not empty. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The value as a whole number from 0. */
export function asCount(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** The texts of a text or of a list of texts. */
export function asTexts(value: unknown): readonly string[] {
  return [value].flat().flatMap((one) => asText(one) ?? []);
}
