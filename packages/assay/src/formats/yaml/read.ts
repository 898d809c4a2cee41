/** Reads a YAML file, or the front matter of a document, into its scalars. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { findCodeReferences } from "../shared/code-references.ts";
import { CARD_INFO, describeDataset } from "../shared/dataset-info.ts";
import { baseName } from "../shared/file-name.ts";
import { findTemplates } from "../shared/jinja/find-templates.ts";
import { readYamlDocument } from "../shared/yaml-document.ts";

/** The name that the markdown reader gives the front matter it hands on. */
export function isFrontMatter(path: string): boolean {
  return baseName(path) === "front-matter";
}

/** @throws FormatError with a code of the README. */
export async function readYaml(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { fields, code: tagged, gaps, ...rest } = await readYamlDocument(source, ctx);
  const dataset = describeDataset(fields, CARD_INFO);
  const code = [...tagged, ...findCodeReferences(fields)];
  const { templates, gaps: unread } = findTemplates(fields);
  return {
    facts: {
      fields: Object.fromEntries(fields),
      ...(dataset.length > 0 && { dataset }),
      ...(code.length > 0 && { code }),
      ...(templates.length > 0 && { templates }),
    },
    children: [],
    ...rest,
    gaps: [...gaps, ...unread],
  };
}
