import { TEMPLATE_GAPS, type TemplateGap } from "../shared/jinja/find-templates.ts";
import type { JsonFault, JsonRefusal } from "../shared/json-document.ts";
import { JSON_ERRORS, JSON_GAPS, jsonFaults } from "../shared/json-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Why the file is not read. */
export const ERRORS: Words<JsonRefusal> = JSON_ERRORS;

/** A loader reads this file and would fail or be misled. */
export const FAULTS: FaultWords<JsonFault> = jsonFaults("error");

/** What is left out. */
export const GAPS: Words<"over-limit" | TemplateGap> = { ...JSON_GAPS, ...TEMPLATE_GAPS };
