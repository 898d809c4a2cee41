/** The document itself, as canonical JSON (RFC 8785). */

import { canonicalize } from "../../model/canonical.ts";
import { UNSAFE } from "../shared/printable.ts";
import type { Report } from "../shared/report.ts";

/** The same JSON with what a terminal would obey written as `\\u` escapes: canonical no more, and harmless to look at. */
function escapeForTerminal(text: string): string {
  const toEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text.replace(UNSAFE, (character) => character.split("").map(toEscape).join(""));
}

const json: Report<"json"> = {
  id: "json",
  version: 1,
  title: "Canonical JSON (RFC 8785) by the published schema",
  render({ document }, { isTerminal }) {
    const text = canonicalize(document);
    return `${isTerminal ? escapeForTerminal(text) : text}\n`;
  },
};

export default json;
