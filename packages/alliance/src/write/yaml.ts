/** Books as text: one form, so that a change of one field is a change of one line. */

import { stringify } from "yaml";

/** YAML without anchors, folded at nothing, with a line that says what the file is. */
export function writeYaml(value: unknown, comment?: string): string {
  const text = stringify(value, { aliasDuplicateObjects: false, lineWidth: 0, version: "1.2" });
  return comment === undefined ? text : `# ${comment}\n${text}`;
}
