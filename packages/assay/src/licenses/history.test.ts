import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { TermChange } from "../model/documents.ts";
import { platform } from "../node.ts";
import { compareLicenses, type LicenseSide } from "./compare-texts.ts";
import { openLicenseTerms } from "./license-terms.ts";
import { openLicenseReader } from "./open-reader.ts";

const corpora = process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../../../shared/corpora", import.meta.url));
const folder = `${corpora}/license-history`;
const reader = await openLicenseReader(platform);
const known = await openLicenseTerms(platform);

/** One event as a person read it: what the newer text is to the older one, which way the rights went, and what changed. */
interface Label {
  readonly release: string;
  readonly path: string;
  /** The path of the older text, where it is another. */
  readonly from: string;
  readonly before: string;
  readonly after: string;
  readonly relation: string;
  readonly verdict: string;
  readonly changes: readonly string[];
}

const NONE = "-";

const labels = readFileSync(new URL("./history.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((row): Label => {
    const [release = "", path = "", from = "", before = "", after = "", relation = "", verdict = "", changes = ""] =
      row.split("\t");
    const list = changes === NONE ? [] : changes.split("; ");
    return { release, path, from, before, after, relation, verdict, changes: list };
  });

async function openSide(release: string, path: string, commit: string): Promise<LicenseSide> {
  const texts = `${folder}/${release}/${path.replaceAll("/", "__")}`;
  const name = commit === NONE ? undefined : readdirSync(texts).find((file) => file.includes(`_${commit}`));
  expect(name !== undefined, `${path} of ${commit}`).toBe(commit !== NONE);
  const text = name === undefined ? "" : readFileSync(`${texts}/${name}`, "utf8");
  return { path, text, ...(await reader.read(text)) };
}

function describeChange({ change, direction, type, old, new: newer }: TermChange): string {
  return `${change} ${direction} ${type}=${[old, newer].flatMap((term) => (term ? [term.value] : [])).join("→")}`;
}

describe.skipIf(!existsSync(folder))("licence files through their revisions", () => {
  test("each event is told as it was read: the relation, the verdict, and every change of rights with its direction", async () => {
    expect(labels).toHaveLength(164);
    const told: Label[] = [];
    for (const { release, path, from, before, after } of labels) {
      const older = await openSide(release, from === NONE ? path : from, before);
      const newer = await openSide(release, path, after);
      const { relation, verdict, terms } = compareLicenses(older, newer, known);
      const changes = terms.filter(({ change }) => change !== "reworded").map(describeChange);
      told.push({ release, path, from, before, after, relation, verdict, changes: changes.sort() });
    }
    expect(told).toEqual(labels.map((label) => ({ ...label, changes: label.changes.toSorted() })));
  }, 120_000);
});
