/** One need of a stage against its evidence. What cannot be read is unknown, and an unknown opens no gate. */

import type { StageNeed } from "../model/books.ts";
import { compareResults } from "../results/bounds.ts";
import { readResults } from "../results/read.ts";
import type { Judged } from "./judged.ts";

type Need<Kind extends StageNeed["kind"]> = Extract<StageNeed, { readonly kind: Kind }>;

/** Reads evidence: the text of a file of the books. */
export type ReadEvidence = (path: string) => Promise<string>;

/** Judges a need. Its file is there and unchanged: the check of the books comes first. */
export async function judgeNeed(need: StageNeed, read: ReadEvidence): Promise<Judged> {
  switch (need.kind) {
    case "level":
      return judgeLevel(need, parse(await read(need.assessment.path)));
    case "scan":
      return judgeScan(need, parse(await read(need.scan.path)));
    case "evaluation":
      return compareResults(need, readResults(need.results.path, await read(need.results.path)));
    case "document":
      return { verdict: "met", because: `${need.document.path} is there` };
    case "risk":
      return { verdict: "met", because: `${need.risk}: ${need.treatment}, by ${need.owner}` };
    case "missing":
      return { verdict: "unmet", because: "nothing shows it yet" };
  }
}

/** A JSON object; null for what is none. */
function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : null;
  } catch {
    // Whatever is no JSON is no evidence.
    return null;
  }
}

const ASSESSMENT = "https://openassay.org/schemas/assessment/v1.json";
const SCAN = "https://openassay.org/schemas/scan/v1.json";

function judgeLevel({ assessment, anyOf }: Need<"level">, document: ReturnType<typeof parse>): Judged {
  if (document?.schema !== ASSESSMENT) return { verdict: "unknown", because: `${assessment.path} is no assessment` };
  const reached = listLevels(document.frameworks);
  const found = anyOf.find((level) => reached.includes(level));
  if (found !== undefined) return { verdict: "met", because: `reaches ${found}` };
  const best = reached.length === 0 ? "no level" : reached.join(", ");
  return { verdict: "unmet", because: `reaches ${best} · ${anyOf.join(" or ")} is needed` };
}

/** Levels that the release as a whole is proven to reach: `mof:II`. */
function listLevels(frameworks: unknown): readonly string[] {
  if (!Array.isArray(frameworks)) return [];
  return frameworks.flatMap((one: unknown) => {
    if (one === null || typeof one !== "object") return [];
    const { id, about, level } = one as Readonly<Record<string, unknown>>;
    return about === "*" && typeof level === "string" ? [`${id}:${level}`] : [];
  });
}

/** Verdicts from the worst. */
const WORST = ["dangerous", "risky", "inconclusive", "clean"];

function judgeScan({ scan, worst }: Need<"scan">, document: ReturnType<typeof parse>): Judged {
  const summary = document?.schema === SCAN ? document.summary : null;
  if (summary === null || typeof summary !== "object")
    return { verdict: "unknown", because: `${scan.path} is no scan` };
  const counts = summary as Readonly<Record<string, unknown>>;
  const found = WORST.find((verdict) => Number(counts[verdict] ?? 0) > 0);
  const gaps = Array.isArray(document?.gaps) ? document.gaps.length : 0;
  if (found === undefined) return { verdict: "unknown", because: "holds nothing that a loader opens" };
  const actual = gaps > 0 && found === "clean" ? "inconclusive" : found;
  const holds = WORST.indexOf(actual) >= WORST.indexOf(worst);
  return { verdict: holds ? "met" : "unmet", because: `the worst file is ${actual} · ${worst} is allowed` };
}
