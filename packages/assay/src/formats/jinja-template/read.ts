/** Reads Jinja templates that no loader opens by itself: of prompts, of documents, of programs. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { extensionOf } from "../shared/file-name.ts";
import { isChatTemplateName } from "../shared/jinja/chat-template-name.ts";
import { readTemplateFile } from "../shared/jinja/template-file.ts";
import { FaultLog } from "../shared/words.ts";
import { FAULTS } from "./words.ts";

/** Bytes; as many as a chat template may have. */
const MAX_BYTES = 4 * 2 ** 20;

const EXTENSIONS: ReadonlySet<string> = new Set(["jinja", "jinja2", "j2"]);

/** A statement of Jinja's, or an expression with a name of Python's own: `{{` alone begins tags of many languages. */
const JINJA = /\{%[-+]?\s*(?:for|if|set|macro|include|import|from|extends|block|raw|filter|call|with)\b|\{\{[^}]*__/;

/** Whether a file is such a template. The ending `.template` is used for others as well. */
export function isTemplate(path: string, head: Uint8Array): boolean {
  if (isChatTemplateName(path)) return false;
  const extension = extensionOf(path);
  if (extension !== "template") return EXTENSIONS.has(extension);
  return JINJA.test(new TextDecoder().decode(head));
}

/** One that goes through messages is meant for a chat. @throws FormatError with a code of the README. */
export async function readJinjaTemplate(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const file = {
    size: MAX_BYTES,
    faults: new FaultLog(FAULTS),
    isChat: ({ uses }) => uses.some(({ kind, name }) => kind === "variable" && name === "messages"),
  } satisfies Parameters<typeof readTemplateFile>[1];
  return await readTemplateFile(source, file, ctx);
}
