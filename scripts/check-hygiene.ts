/** `npm run hygiene`: the repository holds nothing that belongs to one machine, nothing large and nothing unfinished. */

import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** A file that is larger was not written by a person; 1 MB holds the largest generated asset five times. */
const MOST_BYTES = 1_000_000;
const LOCK = "package-lock.json";

/** What no line may hold; written so that the pattern does not find itself. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a folder of one machine", /(?<![\w.~-])\/(?:home|root|Users|wor[k])\/\w/],
  ["an unfinished place", /\b(?:TOD[O]|FIXM[E]|XX[X])\b/],
  ["an address of a registry", /https?:\/\/(?:registr[y]|pyp[i]|np[m])[.\w-]*/],
  ["a marker of a merge", /^(?:<{7}|>{7}) /m],
];

const problems = listFiles().flatMap((path) => [...inspectSize(path), ...inspectText(path)]);
for (const problem of problems) console.error(problem);
console.log(`${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

function listFiles(): readonly string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const files = execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).split("\0");
  return files.filter((path) => path !== "" && statSync(ROOT + path, { throwIfNoEntry: false })?.isFile() === true);
}

function inspectSize(path: string): readonly string[] {
  const { size } = statSync(ROOT + path);
  return size > MOST_BYTES ? [`${path}: ${size} bytes, more than ${MOST_BYTES}`] : [];
}

function inspectText(path: string): readonly string[] {
  const text = readFileSync(ROOT + path, "utf8");
  const found = FORBIDDEN.flatMap(([what, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [`${path}:${lineOf(text, match.index)}: ${what}: ${match[0]}`];
  });
  if (path === LOCK && text.includes('"resolved": "http')) found.push(`${LOCK}: holds download addresses`);
  return found;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
