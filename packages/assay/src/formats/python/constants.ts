/** Constant texts of Python expressions: enough to see names that are put together of pieces. */

import type { SyntaxNode } from "@lezer/common";

/** Levels of an expression that are looked into, and the longest text that is put together, in UTF-16 units. */
const [DEEPEST, LONGEST] = [20, 4_096];

const STRING = /^([a-zA-Z]{0,2})("""|'''|"|')([\s\S]*)\2$/;
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([0-7]{1,3})|(\r?\n)|([\s\S]))/g;
const SHORT: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "'": "'", '"': '"', "\\": "\\" };

/** The text that an expression always has; undefined where that is not plain to see. */
export function constantText(node: SyntaxNode | null, source: string, depth = 0): string | undefined {
  if (node === null || depth > DEEPEST) return undefined;
  const text = fold(node, source, depth + 1);
  return text === undefined || text.length > LONGEST ? undefined : text;
}

function fold(node: SyntaxNode, source: string, depth: number): string | undefined {
  switch (node.name) {
    case "String":
      return readString(source.slice(node.from, node.to));
    case "ContinuedString":
      return joinAll(node.getChildren("String"), source, depth);
    case "ParenthesizedExpression":
      return constantText(node.firstChild?.nextSibling ?? null, source, depth);
    case "BinaryExpression":
      return foldSum(node, source, depth);
    case "MemberExpression":
      return foldReversed(node, source, depth);
    case "CallExpression":
      return foldCall(node, source, depth);
    default:
      return undefined;
  }
}

function readString(literal: string): string | undefined {
  const [, prefix = "", , body] = STRING.exec(literal) ?? [];
  if (body === undefined || /f/i.test(prefix)) return undefined;
  if (/r/i.test(prefix) || !body.includes("\\")) return body;
  return body.replace(ESCAPE, (whole: string, ...groups: readonly (string | undefined)[]) => {
    const [x, u, octal, newline, single = ""] = groups;
    const hex = x ?? u;
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return newline === undefined ? (SHORT[single] ?? whole) : "";
  });
}

function joinAll(nodes: readonly SyntaxNode[], source: string, depth: number): string | undefined {
  const parts = nodes.map((node) => constantText(node, source, depth));
  return parts.some((part) => part === undefined) ? undefined : parts.join("");
}

function foldSum(node: SyntaxNode, source: string, depth: number): string | undefined {
  const { firstChild: left, lastChild: right } = node;
  const operator = left?.nextSibling;
  if (!operator || source.slice(operator.from, operator.to) !== "+") return undefined;
  const [a, b] = [constantText(left, source, depth), constantText(right, source, depth)];
  return a === undefined || b === undefined ? undefined : a + b;
}

/** `"metsys"[::-1]`. */
function foldReversed(node: SyntaxNode, source: string, depth: number): string | undefined {
  const object = node.firstChild;
  if (object === null || !/^\s*\[\s*:\s*:\s*-\s*1\s*\]$/.test(source.slice(object.to, node.to))) return undefined;
  const text = constantText(object, source, depth);
  return text === undefined ? undefined : [...text].reverse().join("");
}

/** `"".join([…])`, `chr(…)`, and methods that change no letters. */
function foldCall(node: SyntaxNode, source: string, depth: number): string | undefined {
  const callee = node.firstChild;
  const [first] = listArguments(node);
  if (callee?.name === "VariableName")
    return source.slice(callee.from, callee.to) === "chr" ? readCharacter(first, source) : undefined;
  const method = callee?.getChild("PropertyName");
  const name = method ? source.slice(method.from, method.to) : "";
  const subject = constantText(callee?.firstChild ?? null, source, depth);
  if (name === "decode" || name === "encode" || name === "strip") return subject;
  if (name !== "join" || subject === undefined || first === undefined) return undefined;
  if (first.node.name !== "ArrayExpression" && first.node.name !== "TupleExpression") return undefined;
  const parts = listElements(first.node).map((part) => constantText(part, source, depth));
  return parts.some((part) => part === undefined) ? undefined : parts.join(subject);
}

function readCharacter(argument: Argument | undefined, source: string): string | undefined {
  const digits = argument === undefined ? "" : source.slice(argument.node.from, argument.node.to);
  const point = /^(?:\d{1,7}|0x[\da-fA-F]{1,6})$/.test(digits) ? Number(digits) : Number.NaN;
  return point < 0x110000 ? String.fromCodePoint(point) : undefined;
}

/** Members that are listed of a list or of arguments; what matters has a handful. */
const MOST_LISTED = 1_000;

const PUNCTUATION: ReadonlySet<string> = new Set(["[", "]", "(", ")", ",", "{", "}"]);

function listElements(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null && found.length < MOST_LISTED; child = child.nextSibling)
    if (!PUNCTUATION.has(child.name)) found.push(child);
  return found;
}

/** An argument of a call; `name` where it is given by name. */
export interface Argument {
  readonly name?: SyntaxNode;
  readonly node: SyntaxNode;
}

/** Arguments of a call in their order. */
export function listArguments(call: SyntaxNode): readonly Argument[] {
  const list = call.getChild("ArgList");
  const nodes = list === null ? [] : listElements(list);
  const found: Argument[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const [node, operator, value] = [nodes[index], nodes[index + 1], nodes[index + 2]];
    if (node === undefined) break;
    if (operator?.name === "AssignOp" && value !== undefined) {
      found.push({ name: node, node: value });
      index += 2;
    } else found.push({ node });
  }
  return found;
}
