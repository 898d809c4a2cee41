/** Reads how a work wants to be cited. */

import type { CitationFact, Fault, Field } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { findText, findValue } from "../shared/field-values.ts";
import { FaultLog } from "../shared/words.ts";
import { readYamlDocument } from "../shared/yaml-document.ts";
import type { FaultCode } from "./words.ts";
import { FAULTS } from "./words.ts";

/** Keys that the schema requires. */
const REQUIRED: readonly string[] = ["authors", "cff-version", "message", "title"];

/** Scalars by the names of the fact. */
const TEXTS = {
  kind: "/type",
  title: "/title",
  doi: "/doi",
  url: "/url",
  repository: "/repository-code",
  released: "/date-released",
  licenseUrl: "/license-url",
} as const;

type Fields = ReadonlyMap<string, Field>;
type Faults = FaultLog<FaultCode>;

/** @throws FormatError with a code of the README. */
export async function readCitation(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { fields, spans, faults, gaps } = await readYamlDocument(source, ctx);
  const log: Faults = new FaultLog(FAULTS);
  const isBroken = faults.some(({ code }) => code === "not-yaml");
  if (!isBroken) reportMissing(fields, source.size, log);
  const facts = { citation: describe(fields, log), fields: Object.fromEntries(fields) };
  const all: readonly Fault[] = [...faults, ...log.list()];
  return { facts, children: [], spans, faults: all, gaps };
}

function reportMissing(fields: Fields, size: number, log: Faults): void {
  const present = new Set([...fields.keys()].map((pointer) => pointer.split("/")[1]));
  for (const key of REQUIRED) if (!present.has(key)) log.add("missing-key", { key }, { start: 0, end: size });
}

function describe(fields: Fields, log: Faults): CitationFact {
  const texts = Object.entries(TEXTS).flatMap(([name, key]) => {
    const field = findText(fields, key, log);
    return field === undefined ? [] : [[name, field] as const];
  });
  // A version such as 1.0 is a number in YAML.
  const version = findValue(fields, "/version");
  const title = findText(fields, "/preferred-citation/title", log);
  const doi = findText(fields, "/preferred-citation/doi", log);
  return {
    ...Object.fromEntries(texts),
    ...(version && { version }),
    authors: listAuthors(fields),
    licenses: listLicenses(fields),
    ...((title ?? doi) && { preferred: { ...(title && { title }), ...(doi && { doi }) } }),
  };
}

/** Persons have given and family names, entities a name. */
function listAuthors(fields: Fields): readonly string[] {
  const authors: string[] = [];
  for (let index = 0; ; index++) {
    const parts = ["given-names", "name-particle", "family-names", "name-suffix", "name", "alias"].map(
      (key) => fields.get(`/authors/${index}/${key}`)?.value,
    );
    const [given, particle, family, suffix, entity, alias] = parts;
    const person = [given, particle, family, suffix].filter((part) => typeof part === "string").join(" ");
    const name = person === "" ? (entity ?? alias) : person;
    if (typeof name !== "string") return authors;
    authors.push(name);
  }
}

/** One identifier or a list of them. A value of another kind is kept, to be heard. */
function listLicenses(fields: Fields): readonly Field[] {
  return [...fields].flatMap(([pointer, field]) =>
    /^\/license(?:\/|$)/.test(pointer) && field.value !== null ? [field] : [],
  );
}
