/** From what a file calls to what it would do to who imports it. */

import type { PythonCall, PythonFact } from "../../model/facts.ts";
import { type Deed, deedsOf, deedsOfName, RUNS } from "./known.ts";
import type { Code } from "./words.ts";

/** One danger, with the call that shows it. */
export interface Danger {
  readonly code: Code;
  readonly call: PythonCall;
}

/** What counts: for code that a loader imports everything, for what is asked for by name or by nobody only what hides. */
export type Standing = "imported" | "asked-for" | "alone";

/** Dangers of a file in the order of their places, each kind and name once. */
export function judgeCode({ calls }: PythonFact, standing: Standing): readonly Danger[] {
  const dangers = new Map<string, Danger>();
  for (const call of calls) {
    const code = judgeCall(call, standing);
    const key = `${code} ${call.name}`;
    if (code !== undefined && !dangers.has(key)) dangers.set(key, { code, call });
  }
  const shell = findShell(calls);
  return [...dangers.values(), ...(shell === undefined ? [] : [{ code: "remote-shell" as const, call: shell }])];
}

/** Deeds that are dangerous as a file is imported. */
const ON_IMPORT: ReadonlySet<Deed> = new Set<Deed>(["process", "code", "pickle", "network"]);

function judgeCall(call: PythonCall, standing: Standing): Code | undefined {
  const deeds = deedsOf(call);
  const isRun = RUNS.has(call.name) || (standing !== "alone" && deeds.includes("process"));
  const through = call.through.flatMap(deedsOfName);
  if (isRun && through.includes("decode")) return "hidden-code";
  if (isRun && standing !== "alone" && through.includes("network")) return "fetched-code";
  const isAtOnce = standing === "imported" && call.when === "import";
  return isAtOnce && deeds.some((deed) => ON_IMPORT.has(deed)) ? "runs-on-import" : undefined;
}

/** A socket, a copy of the input and output, and a program that is started: the three make a remote shell. */
function findShell(calls: readonly PythonCall[]): PythonCall | undefined {
  const deeds = new Set(calls.flatMap(deedsOf));
  const copy = calls.find((call) => deedsOf(call).includes("socket-copy"));
  const isConnected = calls.some(({ name }) => name.startsWith("socket."));
  return isConnected && (deeds.has("process") || deeds.has("code")) ? copy : undefined;
}

/** All that a file does, at whatever moment. */
export function listDeeds({ calls }: PythonFact): readonly Deed[] {
  return [...new Set(calls.flatMap(deedsOf))];
}
