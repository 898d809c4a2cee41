/** The compiled licence list: ids, names and hashes, no words of a text. */

import { FormatError } from "../model/errors.ts";

/** A licence of the SPDX list. */
export interface ListedLicense {
  readonly id: string;
  readonly name: string;
  readonly osiApproved: boolean;
  readonly deprecated: boolean;
  /** SHA-256 of the listed text with single blanks. */
  readonly exact: string;
  /** SHA-256 of each normalised form of the text: whole, and without what follows the end of its terms. */
  readonly equivalent: readonly string[];
}

/** What a licence reader is built from. */
export interface LicenseIndex {
  /** The package the texts were hashed from: `name@version`. */
  readonly source: string;
  readonly licenses: readonly ListedLicense[];
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * Reads `assets/licenses.json`.
 * @throws FormatError `licenses-index` when it is not what `compileLicenses` writes.
 */
export function loadLicenseIndex(json: Uint8Array): LicenseIndex {
  const value = parse(json);
  if (!isRecord(value) || typeof value.source !== "string" || !Array.isArray(value.licenses)) {
    throw new FormatError("licenses-index", "licence index · not an object · expected {source, licenses}");
  }
  return { source: value.source, licenses: value.licenses.map(toListed) };
}

function parse(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
  } catch (cause) {
    throw new FormatError("licenses-index", "licence index · not JSON · expected UTF-8 JSON", { cause });
  }
}

function toListed(value: unknown, n: number): ListedLicense {
  if (!isRecord(value)) throw broken(n);
  const { id, name, osiApproved, deprecated, exact, equivalent } = value;
  if (typeof id !== "string" || typeof name !== "string" || typeof osiApproved !== "boolean") throw broken(n);
  if (typeof deprecated !== "boolean" || !isHash(exact)) throw broken(n);
  if (!Array.isArray(equivalent) || !equivalent.every(isHash)) throw broken(n);
  return { id, name, osiApproved, deprecated, exact, equivalent };
}

function broken(n: number): FormatError {
  return new FormatError(
    "licenses-index",
    `licence index · entry ${n} is malformed · expected id, name, flags, hashes`,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && HASH.test(value);
}
