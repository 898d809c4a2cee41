import { badValue } from "../shared/field-values.ts";
import type { FaultWords, Words } from "../shared/words.ts";
import type { YamlFault, YamlGap, YamlRefusal } from "../shared/yaml-words.ts";
import { YAML_ERRORS, YAML_FAULTS, YAML_GAPS } from "../shared/yaml-words.ts";

/** Codes of {@link FAULTS}. */
export type FaultCode = YamlFault | "missing-key" | "bad-value";

/** Why the file is not read. */
export const ERRORS: Words<YamlRefusal> = YAML_ERRORS;

/** No loader of a model reads this file: nothing here is an error but what endangers a reader of YAML. */
export const FAULTS: FaultWords<FaultCode> = {
  ...YAML_FAULTS,
  "missing-key": ["note", "key {key} is missing, which Citation File Format 1.2.0 requires"],
  "bad-value": badValue("warning"),
};

/** What is left out. */
export const GAPS: Words<YamlGap> = YAML_GAPS;
