import { TEMPLATE_GAPS, type TemplateGap } from "../shared/jinja/find-templates.ts";
import type { TextFault, TextRefusal } from "../shared/text-document.ts";
import { TEXT_ERRORS, textFaults } from "../shared/text-document.ts";
import type { FaultWords, Words } from "../shared/words.ts";

/** Why the file is not read. */
export const ERRORS: Words<TextRefusal> = TEXT_ERRORS;

/** Who renders it would fail, which endangers nobody. */
export const FAULTS: FaultWords<TextFault> = textFaults("note");

/** What is left out. */
export const GAPS: Words<TemplateGap> = TEMPLATE_GAPS;
