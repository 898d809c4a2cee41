import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = "over-limit" | "too-deep";

/** Codes of {@link FAULTS}. */
export type FaultCode =
  | "not-yaml"
  | "invalid-utf8"
  | "duplicate-key"
  | "complex-key"
  | "alias-bomb"
  | "alias-cycle"
  | "unknown-alias"
  | "custom-tag";

/** Codes of {@link GAPS}. */
export type GapCode = "over-limit" | "too-deep" | "more-documents";

/** Why a YAML file is not read. */
export const ERRORS: Words<ErrorCode> = {
  "over-limit": "YAML file is too large to be read whole · {size} bytes · at most {limit}",
  "too-deep": "YAML is nested deeper than the parser can follow · at most some thousand levels",
};

/** Ways to be wrong and still say something. Files for templates and laxer readers are common: no errors. */
export const FAULTS: FaultWords<FaultCode> = {
  "not-yaml": ["warning", "text is not YAML from line {line} on · {what}"],
  "invalid-utf8": ["warning", "text is not well-formed {encoding} from byte {offset} on"],
  "duplicate-key": ["warning", 'key "{name}" stands twice in one mapping: readers disagree on which counts'],
  "complex-key": ["warning", "key is a list or a mapping, which most readers refuse"],
  "alias-bomb": ["error", "aliases repeat more than {limit} nodes · expanded no further"],
  "alias-cycle": ["error", 'alias "*{name}" stands inside what it stands for'],
  "unknown-alias": ["warning", 'alias "*{name}" stands for nothing before it'],
  "custom-tag": ["note", 'tag "{tag}" is not one of plain YAML; the value was read as it stands'],
};

/** What is left out. */
export const GAPS: Words<GapCode> = {
  "over-limit": "fields past the first {kept} are not listed · at most {kept}",
  "too-deep": "fields nested deeper than {limit} levels are not listed · at most {limit}",
  "more-documents": "file holds several YAML documents · {count} · only the first is read",
};
