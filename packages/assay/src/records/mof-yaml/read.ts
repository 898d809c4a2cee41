/** Records of the Model Openness Framework → claims, resolving licences as the Model Openness Tool does. */

import { COMPONENTS, type Component } from "../../model/components.ts";
import { FormatError } from "../../model/errors.ts";
import type { ReleaseRecord } from "../../model/plugin.ts";
import type { Claim, Value } from "../../model/types.ts";
import { NAMES } from "./components.ts";
import { parse } from "./parse.ts";

/** Longest list of components that is looked at; the framework has 17. */
const MAX_COMPONENTS = 1000;
/** What a record says of a component without a licence, and what we say. */
const UNLICENSED = "unlicensed";
const NONE = "NONE";

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads a record. What it does not list is not published; what it lists is whole, since it knows no parts of parts.
 * @throws FormatError `over-limit`, `not-yaml` or `not-a-record`.
 */
export async function readMofRecord(text: string): Promise<ReleaseRecord> {
  const release = membersOf(membersOf(await parse(text), "the record").release, "its release");
  const name = textOf(release.name) ?? "";
  if (name === "") throw new FormatError("not-a-record", "the record cannot be read · its release has no name");
  const listed = listComponents(release.components);
  return {
    name,
    claims: new Map(
      COMPONENTS.flatMap((component) => claimsOf(component, release, listed)).map((one) => [one.id, one]),
    ),
  };
}

/** Listed components by our id. A name that stands twice counts as it stands last. */
function listComponents(components: unknown): ReadonlyMap<string, Members> {
  const listed = new Map<string, Members>();
  for (const entry of entriesOf(components)) {
    const id = NAMES.get(textOf(entry.name) ?? "");
    if (id !== undefined) listed.set(id, entry);
  }
  return listed;
}

function entriesOf(components: unknown): readonly Members[] {
  if (components === undefined || components === null) return [];
  if (!Array.isArray(components)) {
    throw new FormatError("not-a-record", "the record cannot be read · its components are no list");
  }
  if (components.length > MAX_COMPONENTS) {
    throw new FormatError("over-limit", `the record lists ${components.length} components · at most ${MAX_COMPONENTS}`);
  }
  return components.map((entry) => membersOf(entry, "one of its components"));
}

function claimsOf(component: Component, release: Members, listed: ReadonlyMap<string, Members>): readonly Claim[] {
  const entry = listed.get(component.id);
  const published = claim(`${component.id}.published`, entry !== undefined);
  if (entry === undefined) return [published];
  const license = licenseClaim(component, entry.license ?? findDefault(release.license, component));
  return component.id === "weights" ? [published, claim("weights.complete", true), license] : [published, license];
}

/** The licence that the release states for a component's content type, else for the distribution. */
function findDefault(global: unknown, { type }: Component): string | undefined {
  return nameIn(global, type) ?? nameIn(global, "distribution");
}

function licenseClaim({ id }: Component, said: unknown = ""): Claim {
  const text = textOf(said);
  if (text === undefined) {
    return { id: `${id}.license`, about: "*", value: "unknown", because: "unreadable", evidence: [] };
  }
  return claim(`${id}.license`, [text === "" || text === UNLICENSED ? NONE : text]);
}

function nameIn(global: unknown, key: string): string | undefined {
  if (!isMembers(global)) return undefined;
  const entry = global[key];
  const name = isMembers(entry) ? textOf(entry.name) : undefined;
  return name === "" ? undefined : name;
}

function claim(id: string, value: Value): Claim {
  return { id, about: "*", value, evidence: [] };
}

function membersOf(value: unknown, what: string): Members {
  if (!isMembers(value)) throw new FormatError("not-a-record", `the record cannot be read · ${what} has no fields`);
  return value;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text as it stands, or a number or a truth value that somebody wrote without quotes. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
