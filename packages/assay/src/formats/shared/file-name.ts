/** What a path alone says of a file. */

/** Last segment of a `/`-separated path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Lower-case extension without its dot; empty when there is none. */
export function extensionOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : "";
}

/** Files of a release that a format of their own reads, so that the general JSON reader leaves them. */
const SPOKEN_FOR: readonly string[] = [
  "config.json",
  "generation_config.json",
  "tokenizer.json",
  "tokenizer_config.json",
];

/** Whether a JSON file has a meaning by its name. */
export function isNamedJson(path: string): boolean {
  const name = baseName(path);
  return SPOKEN_FOR.includes(name) || name.endsWith(".safetensors.index.json");
}
