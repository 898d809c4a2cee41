import { readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository. */
export const ROOT: string = fileURLToPath(new URL("../../../../", import.meta.url));

/** Absolute path of the package `openassay`. */
export const PACKAGE: string = join(ROOT, "packages/assay");

/** A file that a generator makes; the path is relative to the repository. Content null: the file must not exist. */
export interface Output {
  readonly path: string;
  readonly content: string | Uint8Array | null;
}

/** What a generator hands back: files, and what kept it from making others. */
export interface Generated {
  readonly files: readonly Output[];
  readonly problems: readonly string[];
}

/** Returns a path as outputs write it: relative to the repository, `/`-separated. */
export function fromRoot(path: string): string {
  return relative(ROOT, path).replaceAll("\\", "/");
}

/** Tells whether the file on disk differs from what was generated. */
export function isStale(output: Output): boolean {
  const actual = readIfThere(join(ROOT, output.path));
  if (output.content === null || actual === null) return actual !== output.content;
  return !actual.equals(Buffer.from(output.content));
}

/** Brings the file on disk to what was generated. */
export async function write(output: Output): Promise<void> {
  const path = join(ROOT, output.path);
  if (output.content === null) return rm(path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, output.content);
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
