import type { JsonErrorCode } from "../../bytes/json.ts";
import type { JsonFault, JsonRefusal } from "../shared/json-document.ts";
import { JSON_ERRORS, jsonFaults } from "../shared/json-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Codes of {@link ERRORS}. */
export type ErrorCode = JsonRefusal | JsonErrorCode | "no-weight-map" | "too-many-shards";

/** Codes of {@link FAULTS}. */
export type FaultCode = JsonFault | "shard-not-string" | "shard-outside" | "bad-total-size";

/** Why a file is no index at all. */
export const ERRORS: Words<ErrorCode> = {
  ...JSON_ERRORS,
  "not-json": "{what}",
  "not-utf8": "{what}",
  "too-deep": "{what}",
  "no-weight-map": "index has no weight_map with entries · expected an object from tensor to file",
  "too-many-shards": "index names too many files · more than {limit} · at most {limit}",
};

/** Ways in which an index is wrong and still says something. */
export const FAULTS: FaultWords<FaultCode> = {
  ...jsonFaults("error"),
  "shard-not-string": ["error", 'weight_map entry "{tensor}" is {found} · expected a file name'],
  "shard-outside": ["error", 'weight_map names "{file}" · expected a plain file name beside the index'],
  "bad-total-size": ["note", "metadata.total_size is {found} · expected a whole number of bytes"],
};

/** Nothing is left out of what an index states. */
export const GAPS: Words<never> = {};
