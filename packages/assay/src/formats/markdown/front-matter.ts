/** Front matter: YAML between two lines of three dashes, the first of which opens the document. */

import { isBlank, lineAt, nextLine } from "./lines.ts";

/** `yaml`: it ends at `end`, and prose begins at `body`. `unclosed`: it opens and never closes. */
export type FrontMatter =
  | { readonly kind: "none" | "unclosed" }
  | { readonly kind: "yaml"; readonly end: number; readonly body: number };

const FENCE = "---";

/** Finds the front matter of a text. Dashes before a blank line that no others close are a break, not an opening. */
export function findFrontMatter(content: string): FrontMatter {
  const first = lineAt(content, 0);
  if (!isFence(content, 0, first.end)) return { kind: "none" };
  const second = lineAt(content, nextLine(content, first));
  for (let line = second; line.start < content.length; line = lineAt(content, nextLine(content, line))) {
    if (!isFence(content, line.start, line.end)) continue;
    return { kind: "yaml", end: line.start, body: Math.min(nextLine(content, line), content.length) };
  }
  return { kind: second.text === second.end ? "none" : "unclosed" };
}

function isFence(content: string, start: number, end: number): boolean {
  return content.startsWith(FENCE, start) && start + FENCE.length <= end && isBlank(content, start + FENCE.length, end);
}
