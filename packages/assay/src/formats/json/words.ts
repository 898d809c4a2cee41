import { TEMPLATE_GAPS, type TemplateGap } from "../shared/jinja/find-templates.ts";
import type { JsonFault, JsonRefusal } from "../shared/json-document.ts";
import { JSON_ERRORS, JSON_GAPS, jsonFaults } from "../shared/json-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Why a JSON file is not read. */
export const ERRORS: Words<JsonRefusal> = JSON_ERRORS;

/** A file of unknown purpose may be written for a laxer reader (comments, NaN): no error. */
export const FAULTS: FaultWords<JsonFault> = jsonFaults("warning");

/** What is left out. */
export const GAPS: Words<"over-limit" | TemplateGap> = { ...JSON_GAPS, ...TEMPLATE_GAPS };
