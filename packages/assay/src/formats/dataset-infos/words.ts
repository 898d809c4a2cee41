import type { JsonFault, JsonRefusal } from "../shared/json-document.ts";
import { JSON_ERRORS, JSON_GAPS, jsonFaults } from "../shared/json-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Why the file is not read. */
export const ERRORS: Words<JsonRefusal> = JSON_ERRORS;

/** No loader of a model reads this file, so that nothing here is an error. */
export const FAULTS: FaultWords<JsonFault> = jsonFaults("warning");

/** What is left out. */
export const GAPS: Words<"over-limit"> = JSON_GAPS;
