import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { renderTable } from "./markdown.ts";
import { type Generated, ROOT } from "./output.ts";

/** One promise of the project: what keeps it, what proves it, and how far it is kept. */
interface Promised {
  readonly id: string;
  readonly promise: string;
  readonly keeps: string;
  readonly test: string;
  readonly state: "done" | "partly" | "not yet";
}

const STATES: readonly string[] = ["done", "partly", "not yet"] satisfies Promised["state"][];
/** A promise is read at a glance. */
const MOST_WORDS = 12;

/** Writes `docs/brief.md` from `docs/brief.json`. */
export function generateBrief(): Generated {
  const path = join(ROOT, "docs/brief.json");
  if (!existsSync(path)) return { files: [], problems: [] };
  const brief: readonly Promised[] = JSON.parse(readFileSync(path, "utf8"));
  return { files: [{ path: "docs/brief.md", content: render(brief) }], problems: brief.flatMap(problemsOf) };
}

function render(brief: readonly Promised[]): string {
  const rows = brief.map(({ id, promise, keeps, test, state }) => [id, promise, keeps, test, state]);
  const lead = "What Assay promises, the command or page that keeps it, and the test that proves it.";
  return `# The brief\n\n${lead}\n\n${renderTable(["", "promise", "kept by", "proven by", "state"], rows)}`;
}

function problemsOf({ id, promise, test, state }: Promised): readonly string[] {
  const problems: string[] = [];
  if (promise.split(/\s+/).length > MOST_WORDS)
    problems.push(`docs/brief.json: ${id} promises in more than ${MOST_WORDS} words`);
  if (!STATES.includes(state))
    problems.push(`docs/brief.json: ${id} has the state "${state}", not one of ${STATES.join(", ")}`);
  if (state === "done" && test === "") problems.push(`docs/brief.json: ${id} is done, but no test proves it`);
  return problems;
}
