/** A release on the table: opens each file once, hands it to every format that matches, and keeps what went wrong. */

import { decodeText } from "../bytes/text.ts";
import { canonicalize } from "../model/canonical.ts";
import { FormatError } from "../model/errors.ts";
import { type Reading, type Text, withInner } from "../model/facts.ts";
import { placeOf } from "../model/place.ts";
import type { Format, Outcome, Platform, ReadContext, Study, Workbench } from "../model/plugin.ts";
import type { Artifact, ByteSource, Gap, Release, Said } from "../model/types.ts";
import { type Budgets, openBudgets } from "./budgets.ts";
import { chooseFormats } from "./choose-formats.ts";
import { openContents, WHOLE } from "./contents.ts";

/** Which files are hashed: all of them, those that need not be fetched for it, those up to {@link SMALL}, or none. */
export type Hashing = "all" | "at-hand" | "small" | "none";

/** What a workbench works with. */
export interface BenchOptions {
  readonly formats: readonly Format[];
  readonly platform: Platform;
  readonly signal: AbortSignal;
  readonly hash: Hashing;
  /** Told of bytes of large files as they are hashed. */
  readonly onBytes: (artifact: Artifact, bytes: number) => void;
}

/** A workbench and what it noticed by the way. */
export interface OpenWorkbench extends Workbench {
  readonly gaps: readonly Gap[];
}

/**
 * Bytes of a file's beginning and end by which formats know it: the end record of a ZIP archive may have a comment of 64 KiB
 * behind it. The end of a remote file would be a request more.
 */
const HEAD = 4 << 10;
const TAIL = (64 << 10) + 22;

/** Files up to 16 MiB are small enough for `--hash small`: 10 ms each. */
const SMALL = 16 << 20;

/** Text beyond 4 MiB is no document: the longest model card we know has 0.3 MB. */
const LONGEST_TEXT = 4 << 20;

/** Reasons that lie with the machine or with our bounds, not with the file. */
const NOT_THE_FILES_FAULT: ReadonlySet<string> = new Set([
  "unreadable",
  "changed",
  "out-of-reach",
  "digest-mismatch",
  "over-limit",
  "not-at-hand",
]);

/** Those of them by which the bytes could not be had at all. */
const OUT_OF_REACH: ReadonlySet<string> = new Set(["unreadable", "changed", "out-of-reach", "digest-mismatch"]);

/** Puts a release on the table. */
export function openWorkbench(release: Release, options: BenchOptions): OpenWorkbench {
  const budgets = openBudgets();
  const gaps = new Map<string, Gap>();
  const open = openContents(options.signal);
  const readings = new Map<Artifact, Promise<readonly Reading[]>>();
  const texts = new Map<Artifact, Promise<Outcome<Text>>>();
  const digests = new Map<Artifact, Promise<string | null>>();
  const studies = new Map<Study<unknown>, Promise<unknown>>();
  const missed = new Set<Artifact>();

  function miss(artifact: Artifact, said: Said): void {
    const place = placeOf(release, artifact);
    const message = `${artifact.path}: ${said.message}`;
    gaps.set(canonicalize([place, said]), { ...said, ...place, message, stage: "format" });
    if (OUT_OF_REACH.has(said.code)) missed.add(artifact);
  }

  async function read(artifact: Artifact): Promise<readonly Reading[]> {
    if (artifact.state !== "here") return [];
    try {
      const near: ReadOptions = { ...options, budgets, inside: [], tail: artifact.remote === true ? 0 : TAIL };
      const found = await readBytes(await open(artifact), artifact.path, near);
      for (const said of withInner(found).flatMap(({ gaps: own }) => own)) miss(artifact, said);
      return found;
    } catch (error) {
      miss(artifact, asSaid(error));
      return [];
    }
  }

  async function decode(artifact: Artifact): Promise<Outcome<Text>> {
    if (artifact.state !== "here") return { ok: false, because: "listed-not-read" };
    try {
      const source = await open(artifact);
      if (source.size > LONGEST_TEXT) return { ok: false, because: "over-limit" };
      return { ok: true, value: decodeText(await source.read(0, source.size, options.signal)) };
    } catch (error) {
      miss(artifact, asSaid(error));
      return { ok: false, because: "unreadable" };
    }
  }

  async function hash(artifact: Artifact): Promise<string | null> {
    if (options.hash === "none" || artifact.state !== "here") return null;
    try {
      return await hashArtifact(artifact, await open(artifact), options);
    } catch (error) {
      miss(artifact, asSaid(error));
      return null;
    }
  }

  return {
    release,
    model: null,
    platform: options.platform,
    signal: options.signal,
    get gaps() {
      return [...gaps.values()];
    },
    readings: (artifact) => remember(readings, artifact, () => read(artifact)),
    async isMissed(artifact) {
      await this.readings(artifact);
      return missed.has(artifact);
    },
    text: (artifact) => remember(texts, artifact, () => decode(artifact)),
    sha256: (artifact) => remember(digests, artifact, () => hash(artifact)),
    study<T>(study: Study<T>): Promise<T> {
      // The map holds for each study the result of that very study.
      return remember(studies, study, () => study.run(this)) as Promise<T>;
    },
  };
}

async function hashArtifact(artifact: Artifact, source: ByteSource, options: BenchOptions): Promise<string | null> {
  const { signal } = options;
  if (options.hash === "small" && source.size > SMALL) return null;
  if (options.hash !== "all" && artifact.remote === true) return null;
  if (source.size > WHOLE) {
    const digest = await artifact.digest({ signal, onBytes: (bytes) => options.onBytes(artifact, bytes) });
    return digest.slice("sha256:".length);
  }
  const running = options.platform.sha256();
  running.update(await source.read(0, source.size, signal));
  return await running.digest();
}

function remember<K, V>(known: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** The one place where a reader's error becomes data. @throws whatever is no FormatError: that is our bug. */
function asSaid(error: unknown): Said {
  if (!(error instanceof FormatError)) throw error;
  return { code: error.code, args: { offset: error.offset }, message: error.message };
}

interface ReadOptions extends BenchOptions {
  readonly budgets: Budgets;
  readonly inside: readonly string[];
  /** Bytes of the end that are looked at. */
  readonly tail: number;
}

async function readBytes(source: ByteSource, name: string, options: ReadOptions): Promise<readonly Reading[]> {
  const head = await source.read(0, Math.min(HEAD, source.size), options.signal);
  const tail = await source.read(Math.max(0, source.size - options.tail), source.size, options.signal);
  const readings: Reading[] = [];
  for (const format of chooseFormats(options.formats, { name, head, tail })) {
    readings.push(await readAs(format, source, { ...options, name }));
  }
  return readings;
}

async function readAs(
  format: Format,
  source: ByteSource,
  { name: own, ...options }: ReadOptions & { readonly name: string },
): Promise<Reading> {
  const { inside, platform, signal, budgets } = options;
  const ctx: ReadContext = {
    name: own,
    platform,
    signal,
    spend: (what, n) => budgets.spend(what, n),
    async descend(child, name) {
      budgets.assertDepth(inside.length + 1);
      budgets.spend("members", 1);
      return await readBytes(child, name, { ...options, inside: [...inside, name], tail: TAIL });
    },
  };
  try {
    return { format: format.id, inside, ...(await format.read(source, ctx)) };
  } catch (error) {
    return { format: format.id, inside, ...describeFailure(asSaid(error), source.size) };
  }
}

function describeFailure(said: Said, size: number): Omit<Reading, "format" | "inside"> {
  const start = Math.min(Number(said.args.offset ?? 0), size);
  const isFault = !NOT_THE_FILES_FAULT.has(said.code);
  return {
    facts: {},
    children: [],
    spans: [{ start: 0, end: size, as: "unread" }],
    faults: isFault ? [{ ...said, severity: "error", at: { start, end: size } }] : [],
    gaps: [said],
    isRefused: true,
  };
}
