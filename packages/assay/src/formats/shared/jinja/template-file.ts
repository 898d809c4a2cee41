/** Reading a Jinja template that is a file of its own. */

import type { TemplateFact } from "../../../model/facts.ts";
import type { Read, ReadContext } from "../../../model/plugin.ts";
import type { ByteSource } from "../../../model/types.ts";
import { listLines, readTextDocument, type TextBounds } from "../text-document.ts";
import type { FaultLog } from "../words.ts";
import { readTemplates } from "./find-templates.ts";

/** Bounds of one format, and whether loaders take its files for the template of a chat. */
export interface TemplateFile {
  readonly size: number;
  readonly faults: FaultLog<Parameters<TextBounds["faults"]["add"]>[0]>;
  readonly isChat: (template: TemplateFact) => boolean;
}

/** Reads one template from its first byte to its last. @throws FormatError `over-limit` */
export async function readTemplateFile(source: ByteSource, file: TemplateFile, ctx: ReadContext): Promise<Read> {
  const { content, place } = await readTextDocument(source, file, ctx);
  const at = place(0, content.length);
  const { templates, gaps } = readTemplates([{ name: "", isChat: false, text: content, at, locate: place }]);
  let lines = 0;
  for (const _ of listLines(content)) lines++;
  return {
    facts: { templates: templates.map((one) => ({ ...one, isChat: file.isChat(one) })), text: { lines } },
    children: [],
    spans: [{ start: 0, end: source.size, as: "parsed" }],
    faults: file.faults.list(),
    gaps,
  };
}
