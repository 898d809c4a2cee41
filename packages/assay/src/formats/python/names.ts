/** What names stand for in a Python file: aliases, look-ups and imports at run time. */

import type { SyntaxNode } from "@lezer/common";
import { constantText, listArguments } from "./constants.ts";

/** Levels of an expression that are followed, and the longest name that is kept, in UTF-16 units. */
const [DEEPEST, LONGEST] = [20, 200];

/** Names that are followed back to others, one behind the other. */
const MOST_ALIASES = 20_000;

/** A part of a name that is not known. */
export const UNKNOWN = "*";

/** Modules whose members are written without them. */
const BUILTINS = /^(?:builtins|__builtins__|__builtin__)(?:\.__dict__)?\./;

/** Names of one file. One that is given several meanings keeps the first that is not plain. */
export class Names {
  readonly #source: string;
  readonly #aliases: Map<string, string> = new Map();
  /** What a variable was made by. */
  readonly #made: Map<string, readonly string[]> = new Map();

  constructor(source: string) {
    this.#source = source;
  }

  text({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.#source.slice(from, to);
  }

  constant(node: SyntaxNode | null): string | undefined {
    return constantText(node, this.#source);
  }

  alias(name: string, meaning: string): void {
    if (name === meaning || this.#aliases.size >= MOST_ALIASES) return;
    if (!this.#aliases.has(name) || meaning.includes(".")) this.#aliases.set(name, meaning);
  }

  madeBy(name: string, calls: readonly string[]): void {
    if (calls.length > 0 && this.#made.size < MOST_ALIASES) this.#made.set(name, calls);
  }

  makersOf(name: string): readonly string[] {
    return this.#made.get(name) ?? [];
  }

  /** The dotted name of an expression. */
  resolve(node: SyntaxNode | null, depth = 0): string {
    if (node === null || depth > DEEPEST) return UNKNOWN;
    const name = this.#resolve(node, depth + 1).replace(BUILTINS, "");
    return name.length > LONGEST ? UNKNOWN : name;
  }

  /** The same for a name that is text: what its first part stands for, with the others behind. */
  resolveDotted(dotted: string): string {
    const [first = "", ...rest] = dotted.split(".");
    return [this.#aliases.get(first) ?? first, ...rest].join(".").replace(BUILTINS, "");
  }

  #resolve(node: SyntaxNode, depth: number): string {
    switch (node.name) {
      case "VariableName":
        return this.#aliases.get(this.text(node)) ?? this.text(node);
      case "ParenthesizedExpression":
        return this.resolve(node.firstChild?.nextSibling ?? null, depth);
      case "MemberExpression":
        return this.#resolveMember(node, depth);
      case "CallExpression":
        return this.#resolveCall(node, depth);
      case "LambdaExpression":
        return "lambda";
      default:
        return UNKNOWN;
    }
  }

  #resolveMember(node: SyntaxNode, depth: number): string {
    const object = this.resolve(node.firstChild, depth);
    const property = node.getChild("PropertyName");
    if (property !== null) return `${object}.${this.text(property)}`;
    const key = this.constant(node.getChild("[")?.nextSibling ?? null) ?? UNKNOWN;
    // What modules, globals and dictionaries of modules hold is found under its own name.
    if (object === "sys.modules" || object === "globals()" || object === "locals()") return key;
    const holder = /^vars\(\)\.(.*)$/.exec(object)?.[1] ?? object.replace(/\.__dict__$/, "");
    return `${holder}.${key}`;
  }

  #resolveCall(node: SyntaxNode, depth: number): string {
    const callee = this.resolve(node.firstChild, depth);
    const [first, second] = listArguments(node);
    if (callee === "__import__" || callee === "importlib.import_module")
      return this.constant(first?.node ?? null) ?? `${UNKNOWN}module`;
    if (callee === "getattr")
      return `${this.resolve(first?.node ?? null, depth)}.${this.constant(second?.node ?? null) ?? UNKNOWN}`;
    if (callee === "vars") return `${this.resolve(first?.node ?? null, depth)}.__dict__`;
    return `${callee}()`;
  }
}
