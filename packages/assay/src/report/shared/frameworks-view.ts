/** Frameworks as a view: the list of them, or one with its requirements. */

import type { FrameworksDocument } from "../../model/documents.ts";
import type { Framework } from "../../model/types.ts";
import { COLOPHON } from "./colophon.ts";
import type { Block, View } from "./view.ts";

/** Builds the view of `assay frameworks`. */
export function viewFrameworks(document: FrameworksDocument): View {
  const items = document.frameworks.map(({ address, title, levels }) => `${address}  ${title}  (${levels.join(", ")})`);
  return [{ kind: "list", title: "Frameworks, best level first", items, more: 0 }, COLOPHON];
}

/** Builds the view of one framework. */
export function viewFramework(framework: Framework, address: string): View {
  const levels = framework.levels.map(({ id, title, needs }): Block => {
    const labels = needs.map(
      ({ requirement }) => framework.requirements.find((one) => one.id === requirement)?.label ?? requirement,
    );
    return { kind: "list", title: `${title} (${framework.id}:${id})`, items: labels, more: 0 };
  });
  const choices = (framework.choices ?? []).map(({ id, chosen, because }) => `${id}: ${chosen} ${because}`);
  return [
    { kind: "heading", text: framework.title, aside: address },
    ...levels,
    ...(choices.length === 0
      ? []
      : [{ kind: "list" as const, title: "Where the norm leaves a choice", items: choices, more: 0 }]),
    { kind: "note", text: `Source: ${framework.source}` },
    COLOPHON,
  ];
}
