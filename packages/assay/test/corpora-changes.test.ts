/** Licence files of real releases through their revisions: each event is told as a person read it. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Assessed } from "../src/diff/index.ts";
import { assessWithTexts, diff } from "../src/index.ts";
import type { DiffDocument } from "../src/model/changes.ts";
import { frameworks, platform } from "../src/node.ts";
import { makeRelease, makeSafetensors } from "./support/release.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../shared/corpora");
const HISTORY = join(CORPORA, "license-history");
const WEIGHTS = makeSafetensors({ a: 2 });

interface Event {
  readonly release: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly verdict: string;
}

/** Events of one file between two revisions: without those in which a text came, went, or moved. */
const events = readFileSync(new URL("../src/licenses/history.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .flatMap((row): readonly Event[] => {
    const [release = "", path = "", from, before = "", after = "", , verdict = ""] = row.split("\t");
    return from === "-" && before !== "-" && after !== "-" ? [{ release, path, before, after, verdict }] : [];
  });

/** A release of weights and that licence alone. */
async function assess({ release, path }: Event, commit: string): Promise<Assessed> {
  const folder = join(HISTORY, release, path.replaceAll("/", "__"));
  const name = readdirSync(folder).find((file) => file.includes(`_${commit}`)) ?? "";
  const files = { "model.safetensors": WEIGHTS, [path]: readFileSync(join(folder, name), "utf8") };
  return await assessWithTexts(makeRelease({ files }), {
    platform,
    frameworks,
    hash: "all",
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

async function compare(event: Event): Promise<DiffDocument> {
  return await diff(await assess(event, event.before), await assess(event, event.after), platform);
}

describe.skipIf(!existsSync(HISTORY))("licences of releases through their revisions", () => {
  test("no event is told as a change of rights that a person did not read, and none is passed over", async () => {
    const wrong: string[] = [];
    for (const event of events) {
      const { verdict, headline, weights } = await compare(event);
      expect(weights.verdict).toBe("same");
      if (!isTold(event.verdict, verdict, headline))
        wrong.push(`${event.release} ${event.path} ${event.before}: ${event.verdict}, told as ${verdict}: ${headline}`);
    }
    expect(wrong).toEqual([]);
    expect(events.length).toBeGreaterThan(90);
  }, 180_000);

  test("MiniMax-M2: from Apache to MIT, a clause about its name, then a form", async () => {
    const told: DiffDocument[] = [];
    for (const event of events.filter(({ release }) => release === "MiniMax-AI__MiniMax-M2"))
      told.push(await compare(event));
    expect(told.map(({ verdict }) => verdict)).toEqual(["both", "narrower", "nothing-that-matters"]);
    expect(told[0]?.headline).toContain("other licence: Apache-2.0 → MIT");
    expect(told[1]?.headline).toMatch(/above 100 million monthly users.*\(LICENSE:\d+\)/);
    expect(told[2]?.rights).toEqual([]);
  });
});

/** Both ways are told by the one that the rights card asks for, with the other behind it. */
function isTold(read: string, verdict: DiffDocument["verdict"], headline: string): boolean {
  const isOfRights = ["narrower", "wider", "both"].includes(verdict);
  if (read === "same" || read === "unknown") return !isOfRights;
  if (read === "both" && verdict !== "both") return isOfRights && headline.includes("beside that");
  return verdict === read;
}
