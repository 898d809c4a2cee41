/** Import statements: the modules they name and the names they bind. */

import type { SyntaxNode } from "@lezer/common";
import type { Names } from "./names.ts";

/** What an import statement does. */
export interface ImportedNames {
  readonly modules: readonly { readonly module: string; readonly names: readonly string[] }[];
  /** Each name that it binds, with what that stands for. */
  readonly bound: readonly { readonly alias: string; readonly meaning: string }[];
}

interface Item {
  readonly name: string;
  readonly alias?: string;
}

/** Names of one statement that are kept; the longest real ones have some hundred. */
const MOST = 1_000;

/** Reads an `ImportStatement`. */
export function readImport(node: SyntaxNode, names: Names): ImportedNames {
  const words = listWords(node, names);
  if (words[0] !== "from") {
    const items = listItems(words.slice(1));
    return {
      modules: items.map(({ name }) => ({ module: name, names: [] })),
      bound: items.map(({ name, alias }) => ({
        alias: alias ?? top(name),
        meaning: alias === undefined ? top(name) : name,
      })),
    };
  }
  const at = words.indexOf("import");
  const module = words.slice(1, at < 0 ? words.length : at).join("");
  const items = at < 0 ? [] : listItems(words.slice(at + 1));
  const prefix = module.endsWith(".") ? module : `${module}.`;
  return {
    modules: [{ module, names: items.map(({ name }) => name) }],
    bound: items.flatMap(({ name, alias }) => (name === "*" ? [] : [{ alias: alias ?? name, meaning: prefix + name }])),
  };
}

function top(name: string): string {
  return name.split(".")[0] ?? name;
}

function listWords(node: SyntaxNode, names: Names): readonly string[] {
  const words: string[] = [];
  for (let child = node.firstChild; child !== null && words.length < MOST; child = child.nextSibling)
    if (child.name !== "(" && child.name !== ")" && !child.type.isError) words.push(names.text(child));
  return words;
}

/** `a.b as c, d` in words: dots join, `as` names, commas part. */
function listItems(words: readonly string[]): readonly Item[] {
  const items: Item[] = [];
  let name = "";
  let alias: string | undefined;
  const end = (): void => {
    if (name !== "") items.push(alias === undefined ? { name } : { name, alias });
    name = "";
    alias = undefined;
  };
  for (const [index, word] of words.entries()) {
    if (word === ",") end();
    else if (word === "as") alias = words[index + 1];
    else if (alias === undefined) name += word;
  }
  end();
  return items;
}
