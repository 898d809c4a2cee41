/** Templates among the fields of a structured file, and in a file of their own. */

import type { Field, Place, TemplateFact } from "../../../model/facts.ts";
import type { Said } from "../../../model/types.ts";
import { say, type Words } from "../words.ts";
import { readTemplate } from "./template.ts";

/** What may be left out of a template. */
export type TemplateGap = "template-syntax" | "template-limit";

/** Sentences of {@link TemplateGap}. */
export const TEMPLATE_GAPS: Words<TemplateGap> = {
  "template-syntax": 'the template "{name}" is not Jinja from line {line} on: its grammar was not followed there',
  "template-limit": 'the template "{name}" is larger or deeper than is followed, at line {line}',
};

/** UTF-16 units. The longest known, with the rules for tools written out, have some 30,000. */
const LONGEST = 4 * 2 ** 20;

/** Templates of one file that are read. */
const MOST = 200;

/** Templates of a file and what was not read of them. */
export interface FoundTemplates {
  readonly templates: readonly TemplateFact[];
  readonly gaps: readonly Said[];
}

/** A template as text, before it is read. */
export interface TemplateText {
  readonly name: string;
  readonly isChat: boolean;
  readonly text: string;
  readonly at: Place;
  /** Where in the file UTF-16 units of it stand; left out where only the whole has a place. */
  readonly locate?: (from: number, to: number) => Place;
}

/** Reads templates. */
export function readTemplates(texts: readonly TemplateText[]): FoundTemplates {
  const templates: TemplateFact[] = [];
  const gaps: Said[] = [];
  for (const { name, isChat, text, at, locate } of texts.slice(0, MOST)) {
    const isShort = text.length <= LONGEST;
    const { uses, depth, broken } = readTemplate(isShort ? text : "", locate ?? (() => at));
    templates.push({ name, isChat, uses, depth, at });
    const line = (broken?.at ?? at).line ?? 1;
    if (!isShort || broken?.why === "over-limit") gaps.push(say(TEMPLATE_GAPS, "template-limit", { name, line }));
    else if (broken !== undefined) gaps.push(say(TEMPLATE_GAPS, "template-syntax", { name, line }));
  }
  const [next] = texts.slice(MOST);
  if (next !== undefined) gaps.push(say(TEMPLATE_GAPS, "template-limit", { name: next.name, line: next.at.line ?? 1 }));
  return { templates, gaps };
}

/** Keys under which templates stand: alone, in a list with their names, or by name. */
const KEY = /(?:^|\/)([^/]*template)$/;
const LISTED = /(?:^|\/)(chat_templates?)\/(?:(\d+)\/template|([^/]+))$/;

/** What only a template holds. */
const TAG = /\{[{%#]/;

/** Reads the templates among fields. What `chat_template` holds is one in any case, all else only where it has tags. */
export function findTemplates(fields: ReadonlyMap<string, Field>): FoundTemplates {
  const texts: TemplateText[] = [];
  for (const [pointer, { value, at }] of fields) {
    if (typeof value !== "string") continue;
    const found = nameTemplate(pointer, fields);
    if (found !== undefined && (found.isChat || TAG.test(value))) texts.push({ ...found, text: value, at });
  }
  return readTemplates(texts);
}

/** The one alone is what Transformers calls the default. */
function nameTemplate(
  pointer: string,
  fields: ReadonlyMap<string, Field>,
): Pick<TemplateText, "name" | "isChat"> | undefined {
  const listed = LISTED.exec(pointer);
  if (listed !== null) {
    const [, key = "", index, name] = listed;
    if (index === undefined) return { name: name ?? "", isChat: true };
    const stated = fields.get(`${pointer.slice(0, listed.index)}/${key}/${index}/name`)?.value;
    return { name: typeof stated === "string" ? stated : "", isChat: true };
  }
  const [, key] = KEY.exec(pointer) ?? [];
  if (key === undefined) return undefined;
  return key === "chat_template"
    ? { name: "default", isChat: true }
    : { name: key, isChat: key.endsWith("chat_template") };
}
