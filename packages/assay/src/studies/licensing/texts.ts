/** Licence texts that lie in the release, as the licence reader knows them. */

import { licenseFileScope } from "../../licenses/license-file.ts";
import type { LicenseReader, LicenseReading } from "../../model/license.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";
import { governsBy, type LicenseSource, namesOf, type Terms } from "./sources.ts";

const NOTHING: LicenseReading = { match: { id: null, kind: "unknown", similarity: 0 }, deviations: [], terms: [] };

/** Reads every licence text of the release; the reader is opened by the first. */
export async function readTexts(
  bench: Workbench,
  open: () => Promise<LicenseReader>,
): Promise<readonly LicenseSource[]> {
  const sources: LicenseSource[] = [];
  for (const artifact of bench.release.artifacts) {
    const place = licenseFileScope(artifact.path);
    if (place === null) continue;
    const { scope, folder } = place;
    const governs = scope === "all" ? governsBy(folder) : "explicit";
    sources.push({
      kind: "text",
      artifact,
      folder,
      scope,
      governs,
      declared: null,
      ...(await readText(bench, artifact, open)),
    });
  }
  return sources;
}

type Read = Pick<LicenseSource, "found" | "terms" | "note" | "reading">;

async function readText(bench: Workbench, artifact: Artifact, open: () => Promise<LicenseReader>): Promise<Read> {
  const text = await bench.text(artifact);
  const { path } = artifact;
  if (!text.ok) {
    const message = `${path} is named like a licence text and was not read`;
    const note = await noteFile(bench, artifact, {
      code: "license-not-read",
      args: { path },
      message,
      basis: "inferred",
    });
    return { found: null, terms: { because: text.because }, note, reading: NOTHING };
  }
  const reading = await (await open()).read(text.value.content);
  const clean = nameText(reading.match);
  const terms: Terms = clean === null ? { because: "unidentified" } : { ids: namesOf(clean) };
  const first = quoteLine(text.value, Math.max(0, text.value.content.search(/\S/)));
  const remark =
    clean === null
      ? { code: "license-unidentified", args: { path }, message: `${path} is no licence text known word for word` }
      : {
          code: "license-identified",
          args: { path, id: clean },
          message: `${path} is the text of ${clean}`,
        };
  return {
    found: clean,
    terms,
    note: await noteFile(bench, artifact, { ...remark, ...first, basis: "measured" }),
    reading,
  };
}

/** The listed licence or family that a text is, word for word up to what the guidelines allow; null for any other. */
function nameText({ id, kind, family }: LicenseReading["match"]): string | null {
  return kind === "exact" || kind === "equivalent" ? (id ?? family ?? null) : null;
}
