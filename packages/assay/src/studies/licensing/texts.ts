/** Licence texts that lie in the release, as the licence reader knows them, and what is named like one. */

import { type LicenseFilePlace, placeLicenseFile } from "../../licenses/license-file.ts";
import { describeMissing, type ReadText } from "../../licenses/missing-words.ts";
import type { LicenseReader, LicenseReading } from "../../model/license.ts";
import { placeOf } from "../../model/place.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Doubt, Gap } from "../../model/types.ts";
import { knownTerms } from "../shared/known-terms.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";
import { limitPerFolder, MOST_PER_FOLDER } from "./limits.ts";
import { folderOf, governsBy, type LicenseSource, namesOf, placeKey, type Terms } from "./sources.ts";

const NOTHING: LicenseReading = { match: { id: null, kind: "unknown", similarity: 0 }, deviations: [], terms: [] };

type Placed = Exclude<LicenseFilePlace, { kind: "beside" }>;

interface Candidate {
  readonly artifact: Artifact;
  readonly place: Placed;
}

/** Reads every licence text of the release; the reader is opened by the first. */
export async function readTexts(
  bench: Workbench,
  open: () => Promise<LicenseReader>,
): Promise<readonly LicenseSource[]> {
  const sources: LicenseSource[] = [];
  const kept: Kept[] = [];
  const locate = ({ artifact, place }: Candidate) => ({ origin: artifact.origin, folder: place.folder });
  for (const { kept: candidates, next } of limitPerFolder(listCandidates(bench), locate)) {
    for (const { artifact, place } of candidates) {
      const { content, ...read } = await readText(bench, artifact, open);
      const policy = await recognizePolicy(bench, read);
      if (content !== null) kept.push({ n: sources.length, path: artifact.path, text: content, reading: read.reading });
      sources.push({ ...place, artifact, governs: governsOf(place), declared: null, ...read, ...policy });
    }
    if (next !== undefined) sources.push(await describeRest(bench, next));
  }
  const readings = new Map(sayMissing(kept).map((reading, index) => [kept[index]?.n, reading]));
  const described = sources.map((source, n): LicenseSource => {
    const reading = readings.get(n);
    return reading === undefined ? source : { ...source, reading };
  });
  return [...described, ...bench.release.gaps.flatMap((gap) => readGap(bench, gap))];
}

/** A text that was read, and the number of its source. */
interface Kept extends ReadText {
  readonly n: number;
}

/** UTF-16 units of texts that are held against each other: a release has a few licences, and of notices there is no end. */
const MOST_KEPT = 1 << 24;

/** Of an altered text, the words that it lacks, where the release holds the unaltered one. */
function sayMissing(kept: readonly Kept[]): readonly LicenseReading[] {
  const length = kept.reduce((sum, { text }) => sum + text.length, 0);
  return length > MOST_KEPT ? kept.map(({ reading }) => reading) : describeMissing(kept);
}

function listCandidates(bench: Workbench): readonly Candidate[] {
  const { artifacts } = bench.release;
  const paths = new Set(artifacts.map(({ origin, path }) => placeKey(origin, path)));
  return artifacts.flatMap((artifact) => {
    const place = placeLicenseFile(artifact.path);
    if (place?.kind !== "beside") return place === null ? [] : [{ artifact, place }];
    return paths.has(placeKey(artifact.origin, place.file)) ? [] : [{ artifact, place: unplacedIn(artifact.path) }];
  });
}

function unplacedIn(path: string): Placed {
  return { kind: "unplaced", scope: "all", folder: folderOf(path) };
}

function governsOf({ scope, folder }: Placed): LicenseSource["governs"] {
  return scope === "all" ? governsBy(folder) : "explicit";
}

interface Read extends Pick<LicenseSource, "found" | "terms" | "note"> {
  readonly reading: LicenseReading;
  /** Null for a file that is no text. */
  readonly content: string | null;
}

async function readText(bench: Workbench, artifact: Artifact, open: () => Promise<LicenseReader>): Promise<Read> {
  const text = await bench.text(artifact);
  const { path } = artifact;
  if (!text.ok) {
    const note = await noteFile(bench, artifact, { ...sayUnread(path), basis: "inferred" });
    return { found: null, terms: { because: text.because }, note, reading: NOTHING, content: null };
  }
  const reading = await (await open()).read(text.value.content);
  const clean = nameText(reading.match);
  const terms: Terms = clean === null ? { because: "unidentified" } : { ids: namesOf(clean) };
  const change = reading.match.kind === "modified" ? reading.deviations.find(({ material }) => material) : undefined;
  const first = Math.max(0, text.value.content.search(/\S/));
  const seen = quoteLine(text.value, change?.at.start ?? first);
  return {
    found: clean,
    terms,
    note: await noteFile(bench, artifact, { ...describeText(path, reading), ...seen, basis: "measured" }),
    reading,
    content: text.value.content,
  };
}

/** What makes a text a policy of use: it is known as one, whatever its file is called. */
async function recognizePolicy(
  bench: Workbench,
  { found }: Pick<Read, "found">,
): Promise<Pick<LicenseSource, "kind" | "partOf"> | undefined> {
  const known = await bench.study(knownTerms);
  if (found === null || known.get(found)?.isPolicy !== true) return undefined;
  const partOf = [...known].flatMap(([id, { incorporates = [] }]) => (incorporates.includes(found) ? [id] : []));
  return { kind: "policy", partOf };
}

type Remark = Pick<LicenseSource["note"], "code" | "args" | "message">;

/** What a text is, in words: never a name alone where the text is not the licence's. */
export function describeText(path: string, { match, deviations, titled }: LicenseReading): Remark {
  const id = match.id ?? match.ids?.join(", ") ?? match.family ?? "";
  const count = deviations.filter(({ material }) => material).length;
  const places = count === 1 ? "1 place" : `${count} places`;
  if (titled !== undefined && match.kind !== "modified")
    return say("license-mistitled", { path, id, titled }, `${path} is titled ${titled} and is not its text`);
  const remarks: Readonly<Record<LicenseReading["match"]["kind"], Remark>> = {
    exact: say("license-identified", { path, id }, `${path} is the text of ${id}`),
    equivalent: say("license-identified", { path, id }, `${path} is the text of ${id}`),
    modified: say(
      "license-modified",
      { path, id, count },
      `${path} is not ${id}: the text was changed in ${places} that may matter`,
    ),
    derived: say("license-derived", { path, id }, `${path} is a text of its own, made from ${id}`),
    contains: say("license-contained", { path, id }, `${path} holds the text of ${id} among other words`),
    reference: say("license-referred", { path, id }, `${path} refers to ${id} and is not its text`),
    unknown: say("license-unidentified", { path }, `${path} is no licence text that is known`),
  };
  return remarks[match.kind];
}

function say(code: string, args: Remark["args"], message: string): Remark {
  return { code, args, message };
}

/** The listed licence or family that a text is, word for word up to what the guidelines allow; null for any other. */
export function nameText({ id, kind, family }: LicenseReading["match"]): string | null {
  return kind === "exact" || kind === "equivalent" ? (id ?? family ?? null) : null;
}

function sayUnread(path: string): Remark {
  return { code: "license-not-read", args: { path }, message: `${path} is named like a licence text and was not read` };
}

async function describeRest(bench: Workbench, { artifact, place }: Candidate): Promise<LicenseSource> {
  const { path } = artifact;
  const message = `${path} and further files named like licence texts were not read: more than ${MOST_PER_FOLDER}`;
  const remark = { code: "licenses-over-limit", args: { path, limit: MOST_PER_FOLDER }, message };
  const note = await noteFile(bench, artifact, { ...remark, basis: "inferred" });
  return leaveOpen({ place: { ...place, kind: "unplaced", scope: "all" }, artifact, because: "over-limit", note });
}

/** What the source refused to open, where its name is one of a licence text; and all that it did not come to list. */
function readGap(bench: Workbench, gap: Gap): readonly LicenseSource[] {
  if (gap.stage !== "source") return [];
  const { code, args, message, path } = gap;
  const artifact = { path, origin: gap.origin ?? bench.release.origins[0].id };
  const place = code === "over-limit" ? unplacedIn("") : placeLicenseFile(path);
  if (place === null) return [];
  const said = code === "over-limit" ? { code: "files-not-listed", args, message } : sayUnread(path);
  const note = { ...said, basis: "inferred" as const, at: placeOf(bench.release, artifact) };
  const because = code === "over-limit" ? "over-limit" : "unreadable";
  return [
    {
      ...leaveOpen({ place: place.kind === "beside" ? unplacedIn(path) : place, artifact, because, note }),
      isRefused: true,
    },
  ];
}

interface Unread extends Pick<LicenseSource, "artifact" | "note"> {
  readonly place: Placed;
  readonly because: Doubt;
}

function leaveOpen({ place, because, ...rest }: Unread): LicenseSource {
  return { ...place, ...rest, declared: null, found: null, terms: { because }, governs: governsOf(place) };
}
