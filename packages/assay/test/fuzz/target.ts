/** A format under attack: its reader, its words and the examples that are damaged. */

import { readdirSync } from "node:fs";
import type { Format } from "../../src/model/plugin.ts";
import type { WordTables } from "../format-kit.ts";
import { checkLaws, work } from "../format-kit.ts";
import { mutate } from "./mutate.ts";

/** What a run needs of a format. */
export interface Target {
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
  return { format, words, examples };
}

/** One run: true when it gave a reading, false when the file was refused. @throws Error when a law is broken. */
export async function attack(target: Target, seed: number): Promise<boolean> {
  const bytes = mutate(target.examples, seed);
  target.format.matches("x", bytes.subarray(0, 4096), bytes.subarray(-65_536));
  const done = await work(target.format, bytes);
  checkLaws(done, bytes.length, target.words);
  return done.read !== undefined;
}
