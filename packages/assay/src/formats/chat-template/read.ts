/** Reads a chat template by its grammar. Nothing is rendered. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { readTemplateFile } from "../shared/jinja/template-file.ts";
import { FaultLog } from "../shared/words.ts";
import { FAULTS } from "./words.ts";

/** Bytes. The longest known, with the rules for tools written out, have some 30 KB. */
const MAX_BYTES = 4 * 2 ** 20;

/** @throws FormatError with a code of the README. */
export async function readChatTemplate(source: ByteSource, ctx: ReadContext): Promise<Read> {
  return await readTemplateFile(source, { size: MAX_BYTES, faults: new FaultLog(FAULTS), isChat: () => true }, ctx);
}
