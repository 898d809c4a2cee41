/** Source code without what a reader of it would skip: comments, string literals, and lines that do nothing. */

import { splitPath } from "../shared/path-words.ts";

/** Extensions of source code in which models are written. A notebook is JSON around code, so that it is none. */
const SOURCE: ReadonlySet<string> = new Set("py ts js mjs rs go c cc cpp cu jl java kt swift".split(" "));

/** Longer files are looked through as far as this, in UTF-16 units; what a file is for shows in the first part. */
const LOOKED_THROUGH = 256 << 10;

/** Comments and literals of languages whose comments begin with a hash, and of those of C's family. */
const HASHED = /#[^\n]*|"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\[^\n]|[^"\\\n])*"?|'(?:\\[^\n]|[^'\\\n])*'?/g;
const SLASHED =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`(?:\\[^\n]|[^`\\])*`?|"(?:\\[^\n]|[^"\\\n])*"?|'(?:\\[^\n]|[^'\\\n])*'?/g;

/** A line that assigns, calls or decides something. */
const WORK = /[\w)\]]\s*[-+*/|&^%]?=(?!=)|[\w)\]]\s*\(|^\s*(?:return|for|while|if|yield|await)\b/;

/** A line that only says, brings in, declares or refuses something. */
const IDLE =
  /^\s*(?:print\w*|println!|console\.|fmt\.|log\w*\.|sys\.|import\b|from\b|require|using?\b|package\b|pass\b|raise\b|throw\b|panic!|assert|def\b|class\b|async\s+def\b|(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function|class|interface|type)\b|(?:pub\s+)?(?:fn|struct)\b|func\b|exit|quit|if\s+__name__)/;

/** Whether a path is source code. */
export function isSource(path: string): boolean {
  return SOURCE.has(splitPath(path).extension);
}

/** Extensions of scripts that start other programs, with the arguments of a run. */
const LAUNCH: ReadonlySet<string> = new Set("sh bash slurm sbatch".split(" "));

/** Whether a path is a script that starts a run. */
export function isLaunch(path: string): boolean {
  return LAUNCH.has(splitPath(path).extension);
}

/** The lines of a source file that do something, each with the offset (UTF-16) at which it begins. */
export function listStatements(
  content: string,
  path: string,
): readonly { readonly at: number; readonly line: string }[] {
  const { extension } = splitPath(path);
  const rest = extension === "py" || extension === "jl" ? HASHED : SLASHED;
  const bare = content.slice(0, LOOKED_THROUGH).replace(rest, (skipped) => skipped.replace(/[^\n]/g, " "));
  const found: { readonly at: number; readonly line: string }[] = [];
  let at = 0;
  for (const line of bare.split("\n")) {
    if (WORK.test(line) && !IDLE.test(line)) found.push({ at, line });
    at += line.length + 1;
  }
  return found;
}
