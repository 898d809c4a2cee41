import { TEMPLATE_GAPS, type TemplateGap } from "../shared/jinja/find-templates.ts";
import type { FaultWords, Words } from "../shared/words.ts";
import type { YamlFault, YamlGap, YamlRefusal } from "../shared/yaml-words.ts";
import { YAML_ERRORS, YAML_FAULTS, YAML_GAPS } from "../shared/yaml-words.ts";

/** Why a YAML file is not read. */
export const ERRORS: Words<YamlRefusal> = YAML_ERRORS;

/** Ways to be wrong and still say something. */
export const FAULTS: FaultWords<YamlFault> = YAML_FAULTS;

/** What is left out. */
export const GAPS: Words<YamlGap | TemplateGap> = { ...YAML_GAPS, ...TEMPLATE_GAPS };
