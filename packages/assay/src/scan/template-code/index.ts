/** A template that reaches out of its text: into Python, or to functions that no list knows. */

import { type Reading, type TemplateFact, type TemplateUse, withInner } from "../../model/facts.ts";
import { placeWithin } from "../../model/place.ts";
import type { ScanRule } from "../../model/plugin.ts";
import type { Finding } from "../../model/types.ts";
import { judgeUse } from "./judge-use.ts";
import { MOST_LEVELS } from "./known.ts";
import { CODES, type Code, SENTENCES } from "./words.ts";

type Judged = readonly [Code, TemplateUse];

/** Findings that one template is told of; an attack needs a dozen names. */
const LISTED = 100;

/** Of templates that are no chat's only errors count: programs give theirs functions of their own. */
function judgeTemplate(template: TemplateFact): readonly Judged[] {
  const { isChat, uses, depth, at } = template;
  const judged = new Map<string, Judged>();
  for (const use of uses) {
    const code = judgeUse(use);
    if (code === undefined || !(isChat || CODES[code].severity === "error")) continue;
    const key = `${code} ${use.name}`;
    if (!judged.has(key)) judged.set(key, [code, use]);
  }
  if (depth > MOST_LEVELS) judged.set("depth", ["endless-work", { kind: "range", name: String(depth), at }]);
  return [...judged.values()];
}

function judge(reading: Reading, path: string): readonly Finding[] {
  return (reading.facts.templates ?? []).flatMap((template) => {
    const judged = judgeTemplate(template);
    const [worst, rest] = [judged.filter(isError), judged.filter((one) => !isError(one))];
    return [...worst, ...rest].slice(0, LISTED).map(([code, { kind, name, at }]): Finding => {
      const message = `the template ${SENTENCES[code].replace("{kind}", kind).replace("{name}", () => name)}`;
      const place = placeWithin(path, reading, at);
      return { rule: "template-code", severity: CODES[code].severity, code, args: { path, name }, message, at: place };
    });
  });
}

function isError([code]: Judged): boolean {
  return CODES[code].severity === "error";
}

const templateCode: ScanRule<"template-code"> = {
  id: "template-code",
  version: 1,
  danger: "A chat template that reaches into the program that renders it",
  advice:
    "Do not chat with the model through a program without a sandbox; take the chat template of its base model instead.",
  codes: CODES,
  inspect: (readings, { path }) => withInner(readings).flatMap((reading) => judge(reading, path)),
};

export default templateCode;
