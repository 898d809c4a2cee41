/** Where a finding is, in SARIF's words. */

import { toPrintable } from "../shared/printable.ts";
import type { Alert } from "./alert.ts";
import { cutText, LONGEST_TEXT } from "./text.ts";

/** The location of a finding. GitHub asks for lines and columns even where a file has none. */
export function describePlace({ path, inside, offset, line = 1 }: Alert): object {
  const members = inside.length === 0 ? {} : { logicalLocations: [describeMember(inside)] };
  const isInFile = offset !== undefined && inside.length === 0;
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(path) },
      region: {
        startLine: line,
        startColumn: 1,
        endLine: line,
        endColumn: 1,
        ...(isInFile ? { byteOffset: offset, byteLength: 0 } : {}),
      },
    },
    ...members,
  };
}

function describeMember(inside: readonly string[]): object {
  const name = cutText(inside.at(-1) ?? "", LONGEST_TEXT);
  return { name, fullyQualifiedName: cutText(inside.join("/"), LONGEST_TEXT), kind: "member" };
}

/** A relative reference: no scheme, no host, no step upwards, whatever the path is. */
function toUri(path: string): string {
  const segments = path.split("/").filter((segment) => !/^\.{0,2}$/.test(segment));
  const encoded = segments.map((segment) => encodeURIComponent(toPrintable(segment)));
  return encoded.join("/") || "release";
}
