/** Options of a requirements file (pip, "Requirements File Format", supported options). */

/** `editable` installs what it names, `list` reads another list, `index` looks for packages there. */
export interface Option {
  readonly kind: "editable" | "list" | "index" | "other" | "unknown";
  readonly value: string;
}

const KINDS: Readonly<Record<string, Option["kind"]>> = {
  "-e": "editable",
  "--editable": "editable",
  "-r": "list",
  "--requirement": "list",
  "-c": "list",
  "--constraint": "list",
  "-i": "index",
  "--index-url": "index",
  "--pypi-url": "index",
  "--extra-index-url": "index",
  "-f": "index",
  "--find-links": "index",
};

/** Options that name neither a package nor a place. */
const OTHER: ReadonlySet<string> = new Set(
  "--no-index --no-binary --only-binary --prefer-binary --require-hashes --pre --trusted-host --use-feature --process-dependency-links --always-unzip --all-releases --only-final".split(
    " ",
  ),
);

/** The index that pip asks when nobody names one. */
const USUAL_HOST = "pypi.org";

/** Reads a line that begins with a dash. */
export function readOption(line: string): Option {
  const [, name = "", words = ""] =
    /^(--[a-z-]+|-[a-z])(?:[ \t]*=[ \t]*|[ \t]+|(?<!--[a-z-]*)(?=[^\s=])|$)(.*)$/s.exec(line) ?? [];
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  const value = words.trim().replace(/^(["'])(.*)\1$/s, "$2");
  if (kind === undefined) return { kind: OTHER.has(name) ? "other" : "unknown", value };
  if (value === "") return { kind: "unknown", value };
  return { kind: kind === "index" && isUsual(value) ? "other" : kind, value };
}

function isUsual(address: string): boolean {
  return URL.canParse(address) && new URL(address).host === USUAL_HOST && new URL(address).protocol === "https:";
}
