/** Facts about known releases held against the texts that they stand in, where those are at hand. */

import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findPlace } from "../src/known-releases/note-facts.ts";
import type { KnownRelease } from "../src/model/known-release.ts";
import { ROOT } from "./support/command.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(ROOT, "../shared/corpora");
const isThere = existsSync(join(CORPORA, "releases"));

const releases = globSync("packages/assay/src/known-releases/*/release.json", { cwd: ROOT })
  .sort()
  .map((path) => JSON.parse(readFileSync(join(ROOT, path), "utf8")) as KnownRelease);

/** Where the corpora keep the files of a repository; each names its commit in `SOURCE.txt`. */
const KEPT: Readonly<Record<string, (path: string) => string>> = {
  "Language-Technology-Assessment/main-database@376230f1": (path) => `osai-index/${path}`,
  "Language-Technology-Assessment/main-database@e39b4edd": (path) => `osai-index-14dim-2026-03/${path}`,
  "lfai/model_openness_tool@8b5d30e9": (path) => `mot/${path}`,
  "stanford-crfm/fmti@f4500c5f": (path) => `fmti/${path}`,
  "currentai-org/os-ai-map@57cbce24": (path) => `os-ai-map/${path}`,
  "aboutcode-org/scancode-licensedb@053a651f": (path) =>
    `licenses/scancode-licensedb-ai/${path.replace(/^docs\//, "").replace(/LICENSE$/, "txt")}`,
};

/** The bytes of a source; null where the corpora do not keep it. */
function readSource(at: string): Buffer | null {
  const [, repository = "", commit = "", path = ""] = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{40}):(.+)$/.exec(at) ?? [];
  const kept = KEPT[`${repository}@${commit.slice(0, 8)}`];
  const folder = join("releases", repository.replace("/", "__"));
  const file = join(CORPORA, kept === undefined ? join(folder, path) : kept(path));
  if (path === "" || !existsSync(file)) return null;
  if (kept === undefined) expect(readFileSync(join(CORPORA, folder, "SOURCE.txt"), "utf8")).toContain(commit);
  return readFileSync(file);
}

test.runIf(isThere)("digests are those of the texts", () => {
  const checked = releases.flatMap(({ sources }) =>
    Object.values(sources).flatMap(({ at, sha256 }) => {
      const bytes = sha256 === undefined ? null : readSource(at);
      if (bytes === null) return [];
      expect([at, createHash("sha256").update(bytes).digest("hex")]).toEqual([at, sha256]);
      return [at];
    }),
  );
  expect(checked.length).toBeGreaterThan(20);
});

test.runIf(isThere)("quotes stand on the lines that are named", () => {
  const checked = releases.flatMap((release) =>
    release.statements.flatMap(({ quote, seen: [place = ""] }) => {
      const { source, where } = findPlace(release, place);
      const lines = readSource(source.at)?.toString("utf8").split("\n");
      if (lines === undefined || where === "") return [];
      expect(lines[Number(where) - 1]).toContain(quote);
      return [quote];
    }),
  );
  expect(checked.length).toBeGreaterThan(10);
});

test.runIf(isThere)("lines that are named are there and hold words", () => {
  let checked = 0;
  for (const release of releases) {
    const places = JSON.stringify(release).match(/"[a-z-]+:\d+"/g) ?? [];
    for (const place of places.map((one) => one.slice(1, -1))) {
      const { source, where } = findPlace(release, place);
      const lines = readSource(source.at)?.toString("utf8").split("\n");
      if (lines === undefined) continue;
      expect([release.id, place, lines[Number(where) - 1]?.trim()]).not.toEqual([release.id, place, ""]);
      expect(Number(where)).toBeLessThanOrEqual(lines.length);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(100);
});
