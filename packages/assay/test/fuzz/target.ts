/** A format under attack: its reader, its words, the examples that are damaged, and inputs that once broke a law. */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Format } from "../../src/model/plugin.ts";
import type { WordTables } from "../format-kit.ts";
import { checkLaws, work } from "../format-kit.ts";
import { drawBrokenPickle } from "./draw-pickle.ts";
import { drawZip } from "./draw-zip.ts";
import { mutate, Random } from "./mutate.ts";

/** Milliseconds that one run may take before it counts as a hang: a thousand times the usual. */
export const MAX_RUN = 5_000;

/** What a run needs of a format. */
export interface Target {
  readonly id: string;
  readonly format: Format;
  readonly words: WordTables;
  readonly examples: readonly Uint8Array[];
}

const formats = new URL("../../src/formats/", import.meta.url);

/** Ids of all formats: the folders that the registry is made of. */
export function listTargets(): readonly string[] {
  const folders = readdirSync(formats, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map((entry) => entry.name).filter((name) => name !== "shared" && !name.startsWith("_"));
}

/** Loads a format with its examples. */
export async function loadTarget(id: string): Promise<Target> {
  const format: Format = (await import(new URL(`${id}/index.ts`, formats).href)).default;
  const words: WordTables = await import(new URL(`${id}/words.ts`, formats).href);
  const made: Record<string, Uint8Array | string> = (await import(new URL(`${id}/examples/build.ts`, formats).href))
    .examples;
  const examples = Object.values(made).map((one) => (typeof one === "string" ? new TextEncoder().encode(one) : one));
  return { id, format, words, examples };
}

/** Formats whose inputs are also put together piece by piece, since damage to bytes seldom gets past their headers. */
const DRAWS: Readonly<Record<string, (random: Random) => Uint8Array>> = {
  pickle: drawBrokenPickle,
  "pytorch-legacy": drawBrokenPickle,
  zip: drawZip,
  "pytorch-zip": drawZip,
  keras: drawZip,
};

/** The input of a seed: damaged examples, and for some formats by turns what is drawn, itself damaged or not. */
export function drawInput({ id, examples }: Target, seed: number): Uint8Array {
  const draw = DRAWS[id];
  if (draw === undefined || seed % 2 === 0) return mutate(examples, seed);
  const drawn = draw(new Random(seed));
  return seed % 4 === 1 ? drawn : mutate([drawn], seed);
}

/**
 * Inputs of `examples/kept`, which once broke a law, by file name. They are kept as bytes, since a seed means other bytes
 * as soon as there are other examples.
 */
export function listKept(id: string): readonly (readonly [string, Uint8Array])[] {
  const folder = keptFolder(id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const);
}

/** Keeps an input under its digest and returns the file. */
export function keep(id: string, bytes: Uint8Array): string {
  const folder = keptFolder(id);
  const file = new URL(`${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.bin`, folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, bytes);
  return fileURLToPath(file);
}

function keptFolder(id: string): URL {
  return new URL(`${id}/examples/kept/`, formats);
}

/** One run: true when it gave a reading, false when the file was refused. @throws Error when a law is broken. */
export async function attack(target: Target, bytes: Uint8Array): Promise<boolean> {
  target.format.matches("x", bytes.subarray(0, 4096), bytes.subarray(-65_536));
  const done = await work(target.format, bytes);
  checkLaws(done, bytes.length, target.words);
  return done.read !== undefined;
}
