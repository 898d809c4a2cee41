/** Reads what a package says of itself and what it needs. */

import type { DependencyFact, Field, PackageFact, PackageLicense } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { readJsonDocument } from "../shared/json-document.ts";
import { FAULTS } from "./words.ts";

/** Bytes. The largest known list some thousand files or exports and have about 300 KB. */
const MAX_BYTES = 4 * 2 ** 20;

/** Scalars listed: those files and exports. */
const MAX_FIELDS = 20_000;

const LISTS_DEPENDENCY = /^\/(?:dependencies|devDependencies|optionalDependencies|peerDependencies)\/([^/]+)$/;
const STATES_LICENSE = /^\/licen[cs]es?(?:\/|$)/i;

/** Forms of a licence: the field's string, and what npm calls old: an object with a type, and a list of either. */
const PLAIN = /^\/licenses?(?:\/\d+)?(?:\/type)?$/;

/** The address beside an old `type` says where the text is, and nothing beyond the type. */
const ADDRESS = /^\/licenses?(?:\/\d+)?\/url$/;

type Fields = ReadonlyMap<string, Field>;

/** @throws FormatError with a code of the README. */
export async function readPackageManifest(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const bounds = { size: MAX_BYTES, fields: MAX_FIELDS, faults: FAULTS, top: "object" } as const;
  const { fields, ...rest } = await readJsonDocument(source, bounds, ctx);
  const { spans, faults, gaps } = rest;
  const dependencies = [...fields].flatMap(([pointer, field]) => describeDependency(pointer, field));
  const facts = {
    package: describe(fields),
    ...(dependencies.length > 0 && { dependencies }),
    fields: Object.fromEntries(fields),
  };
  return { facts, children: [], spans, faults, gaps };
}

function describe(fields: Fields): PackageFact {
  const name = textAt(fields, "/name");
  const version = textAt(fields, "/version");
  const repository = textAt(fields, "/repository") ?? textAt(fields, "/repository/url");
  return {
    manager: "npm",
    ...(name && { name }),
    ...(version && { version }),
    ...(repository && { repository }),
    licenses: [...fields].flatMap(([pointer, field]) => describeLicense(pointer, field)),
  };
}

function textAt(fields: Fields, key: string): Field | undefined {
  const field = fields.get(key);
  return typeof field?.value === "string" ? field : undefined;
}

/** npm: `SEE LICENSE IN <file>` where the licence is none of SPDX's. */
function describeLicense(pointer: string, field: Field): readonly PackageLicense[] {
  const { value } = field;
  if (!STATES_LICENSE.test(pointer) || value === null || value === "" || ADDRESS.test(pointer)) return [];
  if (typeof value !== "string" || !PLAIN.test(pointer)) return [{ form: "unclear", field }];
  const [, file] = /^SEE LICEN[CS]E IN +(\S.*)$/i.exec(value.trim()) ?? [];
  // What stands in a list became "A OR B" in npm's own examples.
  const choice = /^\/licenses?\/\d/.test(pointer) ? ({ isChoice: true } as const) : {};
  if (file !== undefined) return [{ form: "file", field: { ...field, value: file }, ...choice }];
  return [{ form: "expression", field, ...choice }];
}

function describeDependency(pointer: string, { value, at }: Field): readonly DependencyFact[] {
  const [, escaped] = LISTS_DEPENDENCY.exec(pointer) ?? [];
  if (escaped === undefined || typeof value !== "string") return [];
  const name = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
  return [{ name, spec: value, from: originOf(value), at }];
}

/** Forms of a dependency (npm, "package.json", dependencies). `owner/name` is a repository on GitHub. */
function originOf(spec: string): DependencyFact["from"] {
  if (/^(?:git(?:\+\w+)?:|git@|github:|gitlab:|bitbucket:|gist:|[\w.-]+\/[\w.-]+(?:#|$))/.test(spec)) return "vcs";
  if (/^https?:/i.test(spec)) return "url";
  return /^(?:file:|link:|workspace:|portal:|\.{0,2}\/|~\/)/.test(spec) ? "path" : "index";
}
