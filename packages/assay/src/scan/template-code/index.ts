/** A template that reaches out of its text: into Python, or to functions that no list knows. */

import type { Reading, TemplateFact, TemplateUse } from "../../model/facts.ts";
import type { ScanRule } from "../../model/plugin.ts";
import type { Finding } from "../../model/types.ts";
import { judgeUse, NESTED, type UseVerdict } from "./judge-use.ts";
import { MOST_LEVELS } from "./known.ts";

/** Of templates that are no chat's only what escapes counts: programs give theirs functions of their own. */
function* judgeTemplate(template: TemplateFact): Generator<readonly [UseVerdict, TemplateUse]> {
  const told = new Set<string>();
  for (const use of template.uses) {
    const verdict = judgeUse(use);
    if (verdict === undefined || !(template.isChat || verdict.severity === "error")) continue;
    const key = `${verdict.code} ${use.name}`;
    if (!told.has(key)) yield [verdict, use];
    told.add(key);
  }
  if (template.depth > MOST_LEVELS) yield [NESTED, levels(template)];
}

function levels({ depth, at }: TemplateFact): TemplateUse {
  return { kind: "range", name: String(depth), at };
}

function judge({ facts, inside, children }: Reading, path: string): readonly Finding[] {
  const own = (facts.templates ?? []).flatMap((template) =>
    [...judgeTemplate(template)].map(([verdict, use]): Finding => {
      const { severity, code, says } = verdict;
      const name = use.name;
      const message = `${path}: the template ${says.replace("{kind}", use.kind).replace("{name}", `"${name}"`)}`;
      const at = { path, ...use.at, ...(inside.length > 0 && { inside }) };
      return { rule: "template-code", severity, code, args: { path, name }, message, at };
    }),
  );
  return [...own, ...children.flatMap((child) => judge(child, path))];
}

const templateCode: ScanRule<"template-code"> = {
  id: "template-code",
  version: 1,
  danger: "A chat template that reaches into the program that renders it",
  inspect: (readings, { path }) => readings.flatMap((reading) => judge(reading, path)),
};

export default templateCode;
