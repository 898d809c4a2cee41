/** Reads markup as a browser does, and says what it became. */

import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** An element, and what lies in it. */
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** All elements of a page, in their order. */
export function listElements(markup: string): readonly Element[] {
  return parse(markup).childNodes.flatMap(listWithin);
}

function listWithin(node: Node): readonly Element[] {
  if (!("tagName" in node)) return [];
  return [node, ...node.childNodes.flatMap(listWithin)];
}

/** The shape of a page: elements and the names of their attributes, whatever their words. */
export function listShape(markup: string): readonly string[] {
  return listElements(markup).map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(" "));
}

/** Words of an element. */
export function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** Value of an attribute, null where there is none. */
export function attributeOf({ attrs }: Element, name: string): string | null {
  return attrs.find((attr) => attr.name === name)?.value ?? null;
}
