/** Goes through the tree of a Python file: imports, calls, and when each of them happens. */

import type { SyntaxNode, SyntaxNodeRef, Tree } from "@lezer/common";
import type { PythonCall, PythonFact, PythonImport, Text } from "../../model/facts.ts";
import { makePrintable } from "../shared/words.ts";
import { type DescribedCall, describeCall, listMakers } from "./calls.ts";
import { readImport } from "./imports.ts";
import { findMoments, type Scoped } from "./moments.ts";
import { Names } from "./names.ts";

/** Distinct imports and calls that are kept; the longest modelling files have 2,000. */
const MOST = 5_000;

/**
 * Levels of the tree that are gone into. Python itself gives up at 200 brackets; sums and chains of calls go deeper. Each
 * level costs a step wherever a node is looked at.
 */
const DEEPEST = 500;

/** What was found, and of what there is more than is kept. */
export interface Walked {
  readonly fact: PythonFact;
  readonly omitted: readonly { readonly what: string; readonly limit: number }[];
}

interface Found<T> {
  readonly value: Omit<T, "when">;
  readonly scope: Scoped;
  readonly hands: readonly string[];
}

/** Walks a module. Linear in the nodes of the tree, without recursion. */
export function walkModule(tree: Tree, text: Text): Walked {
  const walk = new Walk(text);
  const isWhole = goThrough(tree, { enter: (node) => bindName(node, walk.names), leave: () => undefined });
  goThrough(tree, walk);
  const { fact, omitted } = walk.finish();
  return { fact, omitted: isWhole ? omitted : [...omitted, { what: "levels", limit: DEEPEST }] };
}

interface Visitor {
  enter(node: SyntaxNodeRef): void;
  leave(node: SyntaxNodeRef): void;
}

/** Visits all nodes that are not too deep; says whether those are all. */
function goThrough(tree: Tree, visitor: Visitor): boolean {
  let depth = 0;
  let isWhole = true;
  tree.iterate({
    enter(node) {
      isWhole &&= depth < DEEPEST;
      if (depth >= DEEPEST) return false;
      depth++;
      visitor.enter(node);
      return true;
    },
    leave(node) {
      depth--;
      visitor.leave(node);
    },
  });
  return isWhole;
}

/** Names are bound before anything is looked up: a function may use what is bound further down. */
function bindName(ref: SyntaxNodeRef, names: Names): void {
  const { name } = ref;
  if (name === "ImportStatement") {
    for (const { alias, meaning } of readImport(ref.node, names).bound) names.alias(alias, meaning);
  } else if (name === "AssignStatement" || name === "NamedExpression") bindAssigned(ref.node, names);
  else if (name === "WithStatement") bindWith(ref.node, names);
}

/** Targets that are plain names take on what the last part is: `a = b = os.system`. */
function bindAssigned(node: SyntaxNode, names: Names): void {
  const value = node.lastChild;
  if (value === null) return;
  const meaning = names.resolve(value);
  const makers = listMakers(value, names);
  for (let child = node.firstChild; child !== null && child.from < value.from; child = child.nextSibling) {
    if (child.name !== "VariableName") continue;
    const target = names.text(child);
    if (!meaning.startsWith("*") && meaning !== target) names.alias(target, meaning);
    names.madeBy(target, makers);
  }
}

function bindWith(node: SyntaxNode, names: Names): void {
  for (let child = node.firstChild; child !== null && child.name !== "Body"; child = child.nextSibling) {
    const target = child.nextSibling?.name === "as" ? child.nextSibling.nextSibling : null;
    if (target?.name === "VariableName") names.alias(names.text(target), names.resolve(child));
  }
}

const KINDS: Readonly<Record<string, "function" | "class">> = {
  FunctionDefinition: "function",
  ClassDefinition: "class",
};

/** Kinds of nodes that the walk looks at; all others are only passed through. */
const LOOKED_AT: ReadonlySet<string> = new Set([
  "Body",
  "LambdaExpression",
  "ImportStatement",
  "CallExpression",
  "Decorator",
  "ClassDefinition",
]);

interface Level {
  readonly from: number;
  readonly label: string;
  readonly kind: "function" | "class" | "program";
}

class Walk {
  readonly names: Names;
  readonly #text: Text;
  readonly #imports: Found<PythonImport>[] = [];
  readonly #calls: Map<string, Found<PythonCall>> = new Map();
  readonly #classes: string[] = [];
  /** Names of what the walk is inside of: functions, and the classes around them. */
  readonly #open: Level[] = [];
  readonly #omitted: Set<string> = new Set();

  constructor(text: Text) {
    this.#text = text;
    this.names = new Names(text.content);
  }

  enter(ref: SyntaxNodeRef): void {
    const { name } = ref;
    if (!LOOKED_AT.has(name)) return;
    const { node } = ref;
    if (name === "Body") this.#openBody(node);
    else if (name === "LambdaExpression" && !isHandedOn(node))
      this.#open.push({ from: node.from, label: "lambda", kind: "function" });
    else if (name === "ImportStatement") this.#addImport(node);
    else if (name === "CallExpression") this.#keep(describeCall(node, this.names), node);
    else if (name === "Decorator") this.#addDecorator(node);
    else if (name === "ClassDefinition" && this.#open.length === 0) this.#addClass(node);
  }

  leave({ name, from }: SyntaxNodeRef): void {
    if ((name === "Body" || name === "LambdaExpression") && this.#open.at(-1)?.from === from) this.#open.pop();
  }

  #openBody(body: SyntaxNode): void {
    const owner = body.parent;
    const label = owner?.getChild("VariableName");
    const kind = KINDS[owner?.name ?? ""];
    if (kind !== undefined && label) this.#open.push({ from: body.from, label: this.names.text(label), kind });
    else if (owner?.name === "IfStatement" && this.#asksForProgram(owner))
      this.#open.push({ from: body.from, label: "", kind: "program" });
  }

  #asksForProgram({ from, to }: SyntaxNode): boolean {
    return /^if\s*\(?\s*__name__\s*==/.test(this.names.text({ from, to: Math.min(from + 40, to) }));
  }

  #addClass(node: SyntaxNode): void {
    const label = node.getChild("VariableName");
    if (label && this.#classes.length < MOST) this.#classes.push(this.names.text(label));
  }

  #addImport(node: SyntaxNode): void {
    const at = this.#text.place(node.from, node.to);
    for (const { module, names } of readImport(node, this.names).modules) {
      if (this.#imports.length >= MOST) this.#omitted.add("imports");
      else this.#imports.push({ value: { module, names, at }, scope: this.#scope(), hands: [] });
    }
  }

  /** A decorator is called with what it stands before. */
  #addDecorator(node: SyntaxNode): void {
    const dotted = /^@\s*([\w.]+)\s*$/.exec(this.names.text(node))?.[1];
    if (dotted === undefined) return;
    const call = { name: makePrintable(this.names.resolveDotted(dotted)), through: [], constants: {} };
    this.#keep({ call, hands: [] }, node);
  }

  #keep({ call, hands }: DescribedCall, node: SyntaxNode): void {
    const scope = this.#scope();
    const key = JSON.stringify([call, scope]);
    if (this.#calls.has(key)) return;
    if (this.#calls.size >= MOST) this.#omitted.add("calls");
    else this.#calls.set(key, { value: { ...call, at: this.#text.place(node.from, node.to) }, scope, hands });
  }

  #scope(): Scoped {
    const functions = this.#open.filter(({ kind }) => kind === "function");
    const isProgram = this.#open.some(({ kind }) => kind === "program");
    const [outer] = functions;
    if (outer === undefined) return { moment: isProgram ? "program" : "import" };
    const index = this.#open.indexOf(outer);
    const owner = this.#open[index - 1];
    return { moment: "call", function: owner?.kind === "class" ? `${owner.label}.${outer.label}` : outer.label };
  }

  finish(): Walked {
    const calls = [...this.#calls.values()];
    const momentOf = findMoments(calls.map(({ value, scope, hands }) => ({ ...scope, name: value.name, hands })));
    const fact: PythonFact = {
      imports: this.#imports.map(({ value, scope }) => ({ ...value, when: momentOf(scope) })),
      calls: calls.map(({ value, scope }) => ({ ...value, when: momentOf(scope) })),
      classes: this.#classes,
    };
    return { fact, omitted: [...this.#omitted].map((what) => ({ what, limit: MOST })) };
  }
}

/** A lambda among the arguments of a call is run by what it is handed to, as far as can be told. */
function isHandedOn(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.name === "ArgList") return true;
  return parent?.name === "ParenthesizedExpression" && parent.parent?.name === "CallExpression";
}
