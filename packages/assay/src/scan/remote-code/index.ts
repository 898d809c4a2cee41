/** A configuration that brings in code, or names the place to fetch it from. */

import { type Place, type Reading, withInner } from "../../model/facts.ts";
import { placeWithin } from "../../model/place.ts";
import type { ScanContext, ScanRule } from "../../model/plugin.ts";
import type { Artifact, Finding } from "../../model/types.ts";
import { judgeReference } from "./judge-reference.ts";
import { CODES, type Code, SENTENCES } from "./words.ts";

/** Findings that one reading is told of. */
const LISTED = 100;

/** Longest piece of a file that is quoted, in UTF-16 units. */
const QUOTED = 120;

/** Configurations that a loader builds a model from; other YAML is for who trains. */
const BUILT = /(?:^|\/)(?:model_config\.ya?ml|[^/]+\.json)$/i;

/** An address, or a path from the root of a machine. */
const PLACE = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/|[A-Za-z]:[\\/]|\\\\|~\/)/;

interface Site {
  readonly artifact: Artifact;
  readonly inside: readonly string[];
}

function inspect(reading: Reading, artifact: Artifact, context: ScanContext): readonly Finding[] {
  const site: Site = { artifact, inside: reading.inside };
  const own = [...inspectReferences(reading, site, context), ...inspectPlaces(reading, site)];
  return own.slice(0, LISTED);
}

function inspectReferences({ facts, inside }: Reading, site: Site, context: ScanContext): readonly Finding[] {
  const all = facts.code ?? [];
  const { path, origin } = site.artifact;
  const imports = context.imports.filter((one) => one.by === path && one.origin === origin);
  const isBuilt = inside.length > 0 ? BUILT.test(inside.at(-1) ?? "") : BUILT.test(path);
  return all.flatMap((reference) => {
    const judged = judgeReference({ reference, all, imports, isBuilt });
    if (judged === undefined) return [];
    const args = { pointer: reference.pointer, value: String(reference.field.value), does: judged.does ?? "" };
    return [tell(judged.code, args, { ...site, at: reference.field.at })];
  });
}

function inspectPlaces({ facts }: Reading, site: Site): readonly Finding[] {
  const bases = (facts.base ?? []).filter(({ field }) => PLACE.test(String(field.value)) && isLoaded(site));
  const fetched = (facts.dependencies ?? []).filter(({ from }) => from === "url" || from === "vcs");
  return [
    ...bases.map(({ field }) => tell("outside-base", { value: String(field.value) }, { ...site, at: field.at })),
    ...fetched.map(({ name, spec, from, at }) =>
      tell(
        "outside-dependency",
        { value: name || spec, from: `${from === "vcs" ? "a repository" : "an address"}: ${spec}` },
        { ...site, at },
      ),
    ),
  ];
}

/** What a GGUF file or a card says of its base is told to people; an adapter's loader opens it. */
function isLoaded({ artifact }: Site): boolean {
  return /(?:^|\/)adapter_config\.json$/.test(artifact.path);
}

function tell(
  code: Code,
  args: Readonly<Record<string, string>>,
  { artifact, inside, at }: Site & { readonly at: Place },
): Finding {
  const { path } = artifact;
  const shown = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, shorten(value)]));
  const message = SENTENCES[code].replace(/\{(\w+)\}/g, (_, key: string) => shown[key] ?? "");
  const place = placeWithin(path, { inside }, at);
  return { rule: "remote-code", severity: CODES[code].severity, code, args: { path, ...shown }, message, at: place };
}

/** Cut, and without characters that write on a screen. */
function shorten(text: string): string {
  const printable = text.slice(0, QUOTED).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "\ufffd");
  return text.length > QUOTED ? `${printable}…` : printable;
}

const remoteCode: ScanRule<"remote-code"> = {
  id: "remote-code",
  version: 1,
  danger: "A configuration that brings in code, or names where to fetch it",
  advice: "Load it with trust_remote_code=False and a current version of the library, or read what it names first.",
  codes: CODES,
  inspect: (readings, artifact, context) =>
    withInner(readings).flatMap((reading) => inspect(reading, artifact, context)),
};

export default remoteCode;
