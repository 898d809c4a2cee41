import type { JsonFault, JsonRefusal } from "../shared/json-document.ts";
import { JSON_ERRORS, jsonFaults } from "../shared/json-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Why a configuration is not read. */
export const ERRORS: Words<JsonRefusal> = JSON_ERRORS;

/** A loader builds what stands here, and would be misled or fail. */
export const FAULTS: FaultWords<JsonFault> = jsonFaults("error");

/** What is left out. */
export const GAPS: Words<"over-limit"> = {
  "over-limit": "{omitted} layers and functions are not listed · {kept} different ones are · at most {kept}",
};
