/** One call: its name, its constant arguments, and what the others are made by. */

import type { SyntaxNode } from "@lezer/common";
import type { PythonCall } from "../../model/facts.ts";
import { makePrintable } from "../shared/words.ts";
import { type Argument, listArguments } from "./constants.ts";
import type { Names } from "./names.ts";

/** Calls that are followed inside one argument, and nodes that are looked at for them. */
const [MOST_MAKERS, MOST_NODES] = [20, 500];

/** Arguments that are kept, and the longest text of one, in UTF-16 units. */
const [MOST_KEPT, LONGEST] = [6, 80];

/** A call, and the functions of its own file that it hands on. */
export interface DescribedCall {
  readonly call: Omit<PythonCall, "when" | "at">;
  readonly hands: readonly string[];
}

/** Describes a `CallExpression`. */
export function describeCall(node: SyntaxNode, names: Names): DescribedCall {
  const args = listArguments(node);
  const hands = args.flatMap(({ node: one }) => (one.name === "VariableName" ? [names.text(one)] : []));
  const through = new Set(args.flatMap((one) => listMakers(one.node, names)));
  return {
    call: {
      name: makePrintable(names.resolve(node.firstChild)),
      through: [...through].slice(0, MOST_MAKERS),
      constants: listConstants(args, names),
    },
    hands,
  };
}

function listConstants(args: readonly Argument[], names: Names): Readonly<Record<string, string>> {
  const kept: [string, string][] = [];
  for (const [index, { name, node }] of args.slice(0, MOST_KEPT).entries()) {
    const text = names.constant(node) ?? plainConstant(node, names);
    if (text === undefined) continue;
    const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    kept.push([name === undefined ? String(index) : makePrintable(names.text(name)), makePrintable(short)]);
  }
  return Object.fromEntries(kept);
}

/** `True`, `False`, `None` and numbers, as they are written. */
function plainConstant(node: SyntaxNode, names: Names): string | undefined {
  return node.name === "Boolean" || node.name === "None" || node.name === "Number" ? names.text(node) : undefined;
}

/** Names of the calls that an expression holds, and of those that its variables come of. */
export function listMakers(node: SyntaxNode, names: Names): readonly string[] {
  const found = new Set<string>();
  const cursor = node.cursor();
  for (let seen = 0; seen < MOST_NODES && found.size < MOST_MAKERS; seen++) {
    if (cursor.name === "CallExpression") found.add(makePrintable(names.resolve(cursor.node.firstChild)));
    if (cursor.name === "VariableName") for (const maker of names.makersOf(names.text(cursor))) found.add(maker);
    if (!cursor.next() || cursor.from >= node.to) break;
  }
  return [...found].slice(0, MOST_MAKERS);
}
