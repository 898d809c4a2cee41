/** What can be wrong with a YAML file, for every format that is written in YAML. */

import type { FaultWords, Words } from "./words.ts";

/** Codes of {@link YAML_ERRORS}. */
export type YamlRefusal = "over-limit" | "too-deep";

/** Codes of {@link YAML_FAULTS}. */
export type YamlFault =
  | "not-yaml"
  | "invalid-utf8"
  | "duplicate-key"
  | "complex-key"
  | "alias-bomb"
  | "alias-cycle"
  | "unknown-alias"
  | "custom-tag";

/** Codes of {@link YAML_GAPS}. */
export type YamlGap = "over-limit" | "too-deep" | "more-documents";

/** Why a YAML file is not read. */
export const YAML_ERRORS: Words<YamlRefusal> = {
  "over-limit": "YAML file is too large to be read whole · {size} bytes · at most {limit}",
  "too-deep": "YAML is nested deeper than the parser can follow · at most some thousand levels",
};

/** Ways to be wrong and still say something. Files for templates and laxer readers are common: no errors. */
export const YAML_FAULTS: FaultWords<YamlFault> = {
  "not-yaml": ["warning", "text is not YAML from line {line} on · {what}", "damage"],
  "invalid-utf8": ["warning", "text is not well-formed {encoding} from byte {offset} on", "damage"],
  "duplicate-key": ["warning", 'key "{name}" stands twice in one mapping: readers disagree on which counts'],
  "complex-key": ["warning", "key is a list or a mapping, which most readers refuse"],
  "alias-bomb": ["error", "aliases repeat more than {limit} nodes · expanded no further"],
  "alias-cycle": ["error", 'alias "*{name}" stands inside what it stands for'],
  "unknown-alias": ["warning", 'alias "*{name}" stands for nothing before it', "damage"],
  "custom-tag": ["note", 'tag "{tag}" is not one of plain YAML; the value was read as it stands'],
};

/** What is left out. */
export const YAML_GAPS: Words<YamlGap> = {
  "over-limit": "fields past the first {kept} are not listed · at most {kept}",
  "too-deep": "fields nested deeper than {limit} levels are not listed · at most {limit}",
  "more-documents": "file holds several YAML documents · {count} · only the first is read",
};
