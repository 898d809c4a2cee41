/** Which list a name stands on that a pickle imports. A name on no list is unknown; the longest match decides. */

import { globalFamilies } from "./global-families.generated.ts";
import { type GlobalIndex, indexGlobals, type Standing, toKey } from "./global-index.ts";

/** A name as a loader resolves it. From protocol 4 on, dots in it lead through attributes. */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
}

/** Modules that are the same under another name: compiled halves, names of Python 2, copies that other packages carry. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["__builtin__", "builtins"],
  ["__builtins__", "builtins"],
  ["future.builtins", "builtins"],
  ["past.builtins", "builtins"],
  ["six.moves.builtins", "builtins"],
  ["copy_reg", "copyreg"],
  ["_ast", "ast"],
  ["_bz2", "bz2"],
  ["_codecs", "codecs"],
  ["_collections", "collections"],
  ["_contextvars", "contextvars"],
  ["_datetime", "datetime"],
  ["_decimal", "decimal"],
  ["_functools", "functools"],
  ["_io", "io"],
  ["_lzma", "lzma"],
  ["_operator", "operator"],
  ["_pydatetime", "datetime"],
  ["_pydecimal", "decimal"],
  ["_pyio", "io"],
  ["_weakref", "weakref"],
]);

/** How modules are usually called where others import them. */
const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ["np", "numpy"],
  ["pd", "pandas"],
  ["sp", "scipy"],
]);

/** What a name of the interpreter's own leads to: `__globals__`, `__subclasses__`, `__builtins__`. */
const INTERNALS = "reaches into the running interpreter";

/** Parts of a name and of a module; no library comes near, and each of them costs a look-up. */
const [MOST_PARTS, MOST_MODULES] = [5, 64];

const TOO_FAR = "leads through more modules and attributes than any name does";

const INTERNAL = /^__\w+__$/;

/** A member of an enumeration, as they are written. */
const MEMBER = /^[A-Z][A-Z0-9_]*$/;

let lists: GlobalIndex | undefined;

/** Judges a name as a loader resolves it. */
export function judgeGlobal({ module, name }: ImportedName): Standing {
  lists ??= indexGlobals(globalFamilies);
  const known = find(lists.weightsOnly, module, name) ?? judgeExact(lists, canonize(module), name);
  if (known !== undefined) return known;
  const danger = findDanger(lists, canonize(module), name.split("."));
  if (danger !== undefined) return { tier: "dangerous", does: danger };
  return (name.includes(".") ? undefined : findAbove(lists.trees, module)) ?? { tier: "unknown" };
}

/** The entry of this very name; a danger counts more than anything else that is said of it. */
function judgeExact(known: GlobalIndex, module: string, name: string): Standing | undefined {
  const does = find(known.dangers, module, name);
  if (does !== undefined) return { tier: "dangerous", does };
  const safe = find(known.safe, module, name);
  if (safe !== undefined) return safe;
  const [owner = "", member = "", ...more] = name.split(".");
  const found = more.length === 0 && MEMBER.test(member) ? find(known.safe, module, owner) : undefined;
  return found !== undefined && "group" in found && found.group.members === true ? found : undefined;
}

function findDanger(known: GlobalIndex, module: string, parts: readonly string[]): string | undefined {
  if (parts.length > MOST_PARTS || module.split(".", MOST_MODULES + 1).length > MOST_MODULES) return TOO_FAR;
  if (parts.some((part) => INTERNAL.test(part))) return INTERNALS;
  return findWithin(known, module, parts) ?? findCopy(known, module) ?? findPassage(known, parts);
}

/** A danger on the way from the module through its attributes, which may be modules too. */
function findWithin(known: GlobalIndex, module: string, parts: readonly string[]): string | undefined {
  for (let depth = 0; depth <= parts.length; depth++) {
    const inner = canonize([module, ...parts.slice(0, depth)].join("."));
    const rest = parts.slice(depth);
    const owners = rest.map((_, index) => find(known.dangers, inner, rest.slice(0, index + 1).join(".")));
    const does = findAbove(known.modules, inner) ?? owners.find((owner) => owner !== undefined);
    if (does !== undefined) return does;
  }
  return undefined;
}

/** A dangerous module that the path of another package holds: `joblib.externals.cloudpickle`. */
function findCopy(known: GlobalIndex, module: string): string | undefined {
  const parts = module.split(".");
  for (let from = 1; from < parts.length; from++) {
    if (!known.rootsAnywhere.has(parts[from] ?? "")) continue;
    const does = findAbove(known.anywhere, parts.slice(from).join("."));
    if (does !== undefined) return does;
  }
  return undefined;
}

/** Attributes that lead out of their module into another one: `serialization.os.system`. */
function findPassage(known: GlobalIndex, parts: readonly string[]): string | undefined {
  for (let from = 0; from < parts.length; from++) {
    const [first = "", ...rest] = parts.slice(from);
    for (const called of [first, first.replace(/^_+/, "")]) {
      const module = canonize(NICKNAMES.get(called) ?? called);
      if (!known.roots.has(module)) continue;
      const does = rest.length === 0 ? known.anywhere.get(module) : findWithin(known, module, rest);
      if (does !== undefined) return does;
    }
  }
  return undefined;
}

/** The entry of a module or of the nearest one above it. */
function findAbove<T>(entries: ReadonlyMap<string, T>, module: string): T | undefined {
  for (let end = module.length; end > 0; end = module.lastIndexOf(".", end - 1)) {
    const found = entries.get(module.slice(0, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

function canonize(module: string): string {
  return ALIASES.get(module) ?? module;
}

function find<T>(entries: ReadonlyMap<string, T>, module: string, name: string): T | undefined {
  return entries.get(toKey(module, name));
}
