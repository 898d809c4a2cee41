/** Python code of a release: what a loader would run, and what hides. */

import type { CodeImport } from "../../model/code-import.ts";
import { factOf, type PythonFact, type Reading, withInner } from "../../model/facts.ts";
import type { ScanContext, ScanRule } from "../../model/plugin.ts";
import type { Artifact, Finding } from "../../model/types.ts";
import { type Danger, judgeCode, listDeeds, type Standing } from "./judge-code.ts";
import { DOES } from "./known.ts";
import { CODES, IMPORTERS } from "./words.ts";

/** Findings that one file is told of. */
const LISTED = 100;

/** Ways to be imported that take more than loading the model. */
const ASKED_FOR: ReadonlySet<CodeImport["how"]> = new Set<CodeImport["how"]>(["by-name", "setup", "endpoint"]);

/** Code that a TorchScript archive keeps is read by its own reader and is no module of Python's. */
const TORCHSCRIPT = /(?:^|\/)code\//;

function inspect(readings: readonly Reading[], artifact: Artifact, { imports }: ScanContext): readonly Finding[] {
  const { path, origin } = artifact;
  const reasons = imports.filter((one) => one.file === path && one.origin === origin);
  const reason = reasons.find(({ how }) => !ASKED_FOR.has(how)) ?? reasons[0];
  const python = factOf(readings, "python");
  const isWhole = python !== undefined && readings.every(({ gaps }) => gaps.length === 0);
  const own = python === undefined ? [] : tell(judgeCode(python, standingOf(reason)), { path });
  const told =
    standingOf(reason) === "imported" && reason !== undefined ? [tellImported(reason, { python, isWhole }, path)] : [];
  return [
    ...told,
    ...own,
    ...withInner(readings.flatMap(({ children }) => children)).flatMap((inner) => inspectInside(inner, path)),
  ];
}

function standingOf(reason: CodeImport | undefined): Standing {
  if (reason === undefined) return "alone";
  return ASKED_FOR.has(reason.how) ? "asked-for" : "imported";
}

/** Code inside an archive is imported by nobody where it lies. */
function inspectInside({ facts, inside }: Reading, path: string): readonly Finding[] {
  const isModule = !TORCHSCRIPT.test(inside.at(-1) ?? "");
  return facts.python && isModule ? tell(judgeCode(facts.python, "alone"), { path, inside }) : [];
}

interface Seen {
  readonly python: PythonFact | undefined;
  readonly isWhole: boolean;
}

/** What everybody should know who lets the release run its code: who names it, and what it does. */
function tellImported({ how, by, name }: CodeImport, { python, isWhole }: Seen, path: string): Finding {
  const deeds = python === undefined ? [] : listDeeds(python).map((deed) => DOES[deed]);
  const does = deeds.length === 0 ? "of what it calls, nothing is known to be dangerous" : `it ${deeds.join(", ")}`;
  const seen = [...(python === undefined ? [] : [does]), ...(isWhole ? [] : ["not all of it was read"])].join("; ");
  const message = `imported by ${IMPORTERS[how]}, named ${name} in ${by} · ${seen}`;
  const { severity } = CODES["loader-runs-code"];
  const args = { path, how, by, name };
  return { rule: "python-code", severity, code: "loader-runs-code", args, message, at: { path } };
}

function tell(
  dangers: readonly Danger[],
  site: { readonly path: string; readonly inside?: readonly string[] },
): readonly Finding[] {
  return dangers.slice(0, LISTED).map(({ code, call }): Finding => {
    const { severity, means } = CODES[code];
    const args = { path: site.path, name: call.name, when: call.when };
    const message = `calls ${call.name}(${Object.values(call.constants).join(", ")}): ${means}`;
    return { rule: "python-code", severity, code, args, message, at: { ...site, ...call.at } };
  });
}

const pythonCode: ScanRule<"python-code"> = {
  id: "python-code",
  version: 1,
  danger: "Python code that runs when the model is loaded",
  advice:
    "Read the code before you let it run, pin the revision that you read, and never pass trust_remote_code=True by habit.",
  codes: CODES,
  inspect,
};

export default pythonCode;
