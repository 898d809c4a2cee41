/** Requirement specifiers of Python packages (PEP 508, with the addresses and paths that pip takes beside them). */

import type { DependencyFact } from "../../model/facts.ts";

type Requirement = Omit<DependencyFact, "at">;

/** A package's name, its extras, and what follows. */
const NAMED = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)[ \t]*(?:\[[^\]]*\])?[ \t]*(.*)$/s;

/** Versions, one behind another (PEP 440); in the parentheses that older metadata writes too. */
const CLAUSE = String.raw`(?:===?|[<>!~]=|[<>])[ \t]*[^\s,;()]+`;
const VERSIONS = new RegExp(String.raw`^\(?[ \t]*(?:${CLAUSE}(?:[ \t]*,[ \t]*${CLAUSE})*,?)?[ \t]*\)?$`);

const VCS = /^(?:git|hg|svn|bzr)(?:\+[a-z]+)?:/i;
const URL_SCHEME = /^(?:https?|ftp):/i;
const PATH = /^(?:file:|\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:[\\/])|\.(?:whl|zip|tar\.gz|tar\.bz2|tgz)$/i;

/** Longest requirement read, in UTF-16 units; the longest known, with many markers, has some 300. */
const LONGEST = 4096;

/** Reads one requirement; null where it is none. */
export function readRequirement(words: string): Requirement | null {
  if (words.length > LONGEST) return null;
  if (isAddress(words)) return describeAddress("", words);
  const [, name = "", rest = ""] = NAMED.exec(words) ?? [];
  if (name === "") return null;
  if (rest.startsWith("@")) return describeAddress(name, rest.slice(1).trim());
  const semicolon = rest.indexOf(";");
  const spec = (semicolon < 0 ? rest : rest.slice(0, semicolon)).trim();
  if (!VERSIONS.test(spec)) return null;
  return { name, spec, from: "index", ...conditionOf(semicolon < 0 ? "" : rest.slice(semicolon + 1)) };
}

function isAddress(words: string): boolean {
  return VCS.test(words) || URL_SCHEME.test(words) || PATH.test(words.split(/[ \t;#]/, 1)[0] ?? "");
}

/** Behind an address, a marker begins with a space and a semicolon (PEP 508). */
function describeAddress(name: string, words: string): Requirement | null {
  const [stated = "", condition = ""] = words.split(/[ \t];/, 2);
  const address = stated.trim();
  if (address === "" || /[ \t]/.test(address)) return null;
  const [, egg = ""] = /[#&]egg=([A-Za-z0-9._-]+)/.exec(address) ?? [];
  return { name: name === "" ? egg : name, spec: address, from: originOf(address), ...conditionOf(condition) };
}

function originOf(address: string): DependencyFact["from"] {
  if (VCS.test(address)) return "vcs";
  return URL_SCHEME.test(address) ? "url" : "path";
}

function conditionOf(words: string): { readonly condition?: string } {
  const condition = words.trim();
  return condition === "" ? {} : { condition };
}
