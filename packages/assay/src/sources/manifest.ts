/** Reads `release.json`, a publisher's word on what a release consists of. It is a stranger's file like any other. */

import { createHash } from "node:crypto";
import { COMPONENTS } from "../model/components.ts";
import type { ReleaseManifest } from "../model/documents.ts";
import { FormatError } from "../model/errors.ts";
import type { Place } from "../model/facts.ts";
import { locateParts } from "./manifest-places.ts";

/** One part as the manifest writes it. */
export interface WrittenPart {
  readonly component: string;
  readonly origin: string;
  readonly paths?: readonly string[];
  readonly level?: string;
  readonly license?: string;
  /** Set where a draft says that one side alone names it: a pointer, which is not opened. */
  readonly isPointer?: true;
  /** Set where a draft still marks who says so. */
  readonly isDrafted?: true;
  /** Where it stands, and the words. */
  readonly at: Place;
  readonly quote: string;
}

/** The manifest as written. */
export interface WrittenManifest {
  readonly name?: string;
  readonly version?: string;
  readonly parts: readonly WrittenPart[];
  readonly intends: readonly string[];
  /** Digest of the file, 64 hex digits. */
  readonly sha256: string;
}

/** Real manifests have some twenty parts; patterns are tried on every file of a release. */
const MOST_ENTRIES = 256;

/** Other tools write files of this name: only one that names this schema is a manifest. */
const RELEASE_SCHEMA: ReleaseManifest["schema"] = "https://openassay.org/schemas/release/v1.json";

/** A mebibyte holds thousands of parts; the largest real release we know has dozens. */
export const LARGEST_MANIFEST: number = 1 << 20;

type Json = Readonly<Record<string, unknown>>;

/** @throws FormatError `manifest-invalid` naming the key that is wrong. */
export function readManifest(bytes: Uint8Array): WrittenManifest {
  const root = asObject(parse(bytes), "the manifest");
  if (root.schema !== RELEASE_SCHEMA) throw new FormatError("not-a-manifest", `its schema is not ${RELEASE_SCHEMA}`);
  const places = locateParts(bytes);
  const name = optionalText(root, "name");
  const version = optionalText(root, "version");
  return {
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    parts: asList(root.parts, "parts").map((part, index) => ({
      ...readPart(part, `parts[${index}]`),
      ...show(bytes, places[index] ?? { start: 0, end: bytes.length }),
    })),
    intends: asList(root.intends ?? [], "intends").map((level, index) => asText(level, `intends[${index}]`)),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

function show(bytes: Uint8Array, at: Place): { readonly at: Place; readonly quote: string } {
  return { at, quote: new TextDecoder().decode(bytes.subarray(at.start, at.end)) };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw invalid(`it is not JSON (${cause instanceof Error ? cause.message : "unreadable"})`);
  }
}

function readPart(value: unknown, key: string): Omit<WrittenPart, "at" | "quote"> {
  const part = asObject(value, key);
  const level = optionalText(part, "level")?.trim().toLowerCase();
  const license = optionalText(part, "license");
  const paths = part.paths;
  return {
    component: asComponent(part.component, `${key}.component`),
    origin: asText(part.origin, `${key}.origin`),
    ...(paths === undefined
      ? {}
      : { paths: asList(paths, `${key}.paths`).map((path) => asText(path, `${key}.paths`)) }),
    ...(level === undefined ? {} : { level }),
    ...(license === undefined ? {} : { license }),
    ...(part.linkedBy === "publisher-one-way" ? { isPointer: true as const } : {}),
    ...(part.linkedBy === undefined ? {} : { isDrafted: true as const }),
  };
}

function invalid(what: string): FormatError {
  return new FormatError("manifest-invalid", `release.json is not a release manifest: ${what}`);
}

function asObject(value: unknown, key: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(`${key} is not an object`);
  return value as Json;
}

function asList(value: unknown, key: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(`${key} is not a list`);
  if (value.length > MOST_ENTRIES) throw invalid(`${key} has ${value.length} entries, more than ${MOST_ENTRIES}`);
  return value;
}

function asText(value: unknown, key: string): string {
  if (typeof value !== "string" || value === "") throw invalid(`${key} is not a text`);
  return value;
}

/** A part that is misspelt would otherwise read as one that is not released. */
function asComponent(value: unknown, key: string): string {
  const component = asText(value, key);
  if (component !== "*" && !COMPONENTS.some(({ id }) => id === component)) {
    throw invalid(
      `${key} is "${component}", no component; there is ${COMPONENTS.map(({ id }) => id).join(", ")} and *`,
    );
  }
  return component;
}

function optionalText(object: Json, key: string): string | undefined {
  return object[key] === undefined ? undefined : asText(object[key], key);
}
