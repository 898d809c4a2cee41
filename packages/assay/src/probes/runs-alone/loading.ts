/** Whether open runtimes load a model by themselves, or need code that comes with it. */

import { type Field, factOf } from "../../model/facts.ts";
import type { Artifact } from "../../model/types.ts";
import { titleOf } from "../../studies/disclosures/index.ts";
import { isOwn, listNames, type OwnNames } from "../../studies/disclosures/own.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { type Page, pages } from "../../studies/pages/index.ts";
import { noteFile, offsetOfLine, quoteLine } from "../../studies/shared/noting.ts";
import { isAside, splitPath } from "../../studies/shared/path-words.ts";
import { type Desk, leaveOpen } from "../shared/disclosed.ts";
import { holdingOf } from "../shared/published.ts";
import { KNOWN_TYPES } from "./known-types.ts";

/** Files cited for one side. */
const MOST_CITED = 3;

/** Evidence for both sides. */
interface Sides {
  readonly alone: string[];
  readonly withCode: string[];
}

/** Answers `open-runtime.loads` and `remote-code.needed`, which are two sides of the same evidence. */
export async function answerLoading(desk: Desk): Promise<void> {
  const { ledger } = desk;
  const sides: Sides = { alone: [], withCode: [] };
  await readConfigs(desk, sides);
  await readFormats(desk, sides);
  const alone = sides.alone.slice(0, MOST_CITED);
  const withCode = sides.withCode.slice(0, MOST_CITED);
  if (alone.length > 0 && withCode.length > 0) {
    ledger.leaveOpen("open-runtime.loads", "conflicting", [...alone, ...withCode]);
    ledger.leaveOpen("remote-code.needed", "conflicting", [...alone, ...withCode]);
  } else if (alone.length > 0) {
    ledger.answer("open-runtime.loads", true, alone);
    ledger.answer("remote-code.needed", false, alone);
  } else if (withCode.length > 0) {
    ledger.answer("open-runtime.loads", false, withCode);
    ledger.answer("remote-code.needed", true, withCode);
  } else {
    // How it is loaded in an example does not say that nothing else loads it.
    leaveOpen(desk, "open-runtime.loads");
    const shown = await readSnippets(desk);
    if (shown.length > 0) ledger.answer("remote-code.needed", true, shown);
    else leaveOpen(desk, "remote-code.needed");
  }
}

/** A configuration that names code asks for it; one of a kind that a library knows asks for nothing else. */
async function readConfigs(desk: Desk, { alone, withCode }: Sides): Promise<void> {
  for (const artifact of desk.bench.release.artifacts) {
    if (artifact.state !== "here" || !/(?:^|\/)config\.json$/.test(artifact.path) || isAside(artifact.path)) continue;
    const readings = await desk.bench.readings(artifact);
    const [code] = factOf(readings, "model")?.code ?? [];
    const type = factOf(readings, "fields")?.["/model_type"];
    if (code !== undefined)
      withCode.push(await noteField(desk, artifact, { field: code, what: "asks a loader for code" }));
    if (type !== undefined && KNOWN_TYPES.has(String(type.value)))
      alone.push(await noteField(desk, artifact, { field: type, what: "is of a kind that transformers knows" }));
  }
}

async function noteField(
  { ledger, bench }: Desk,
  artifact: Artifact,
  { field, what }: { readonly field: Field; readonly what: string },
): Promise<string> {
  const { path } = artifact;
  const value = String(field.value);
  const text = await bench.text(artifact);
  const quoted = text.ok ? quoteLine(text.value, offsetOfLine(text.value, field.at.line ?? 1)) : { at: field.at };
  const remark = { code: "loader-told", args: { path, value, what }, message: `${path} ${what}: ${value}` };
  return ledger.note(await noteFile(bench, artifact, { ...remark, basis: "declared", ...quoted }));
}

/** Formats that hold all that a runtime needs. */
const WHOLE: ReadonlySet<string> = new Set(["gguf", "onnx"]);

/** Sets of operators that open runtimes ship, beside the format's own. */
const SHIPPED: ReadonlySet<string> = new Set(["ai.onnx.ml", "com.microsoft"]);

async function readFormats({ ledger, bench }: Desk, { alone, withCode }: Sides): Promise<void> {
  const { files, unread } = holdingOf(await bench.study(inventory), "weights");
  for (const { artifact } of [...files, ...unread]) {
    const { path } = artifact;
    if (!WHOLE.has(splitPath(path).extension)) continue;
    const graph = artifact.state === "here" ? factOf(await bench.readings(artifact), "graph") : undefined;
    const strange = (graph?.domains ?? []).filter((domain) => !SHIPPED.has(domain));
    const [domain] = strange;
    const message =
      domain === undefined
        ? `${path} is of a format that open runtimes load as it is`
        : `${path} uses operators of ${domain}, for which a runtime needs code`;
    const remark = { code: domain === undefined ? "format-whole" : "operators-strange", args: { path }, message };
    const basis = artifact.state === "here" ? ("measured" as const) : ("inferred" as const);
    (domain === undefined ? alone : withCode).push(ledger.note(await noteFile(bench, artifact, { ...remark, basis })));
  }
}

/** Lines above a setting in which the model that it is for is looked for. */
const LINES_ABOVE = 12;

/** In a call; servers are started with such a flag whether it is needed or not. */
const TRUST = /\btrust_remote_code\s?=\s?True\b/;
const REPOSITORY = /["'`/ ]([A-Za-z][\w.-]{1,60}\/[\w.-]{2,80})["'`\s]/;

/** Calls in documents that load the release's own model with code that comes with it. */
async function readSnippets({ ledger, bench }: Desk): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const page of (await bench.study(pages)).filter(
    ({ isFront, isCard, isAside: aside }) => (isFront || isCard) && !aside,
  )) {
    const own = listNames(bench.release, titleOf(page), page.text.content);
    const index = page.lines.findIndex(
      ({ text, isCode }, at) => isCode && TRUST.test(text) && isCall(page, at) && isOwnAt(page, at, own),
    );
    const line = page.lines[index];
    if (line === undefined) continue;
    const { path } = page.artifact;
    const message = `${path} loads the model with code that comes with it`;
    const remark = { code: "loaded-with-code", args: { path }, message, basis: "declared" as const };
    seen.push(ledger.note(await noteFile(bench, page.artifact, { ...remark, ...quoteLine(page.text, line.from) })));
  }
  return seen;
}

/** Whether a line belongs to a call that loads a model, and not to one that starts a server. */
function isCall({ lines }: Page, at: number): boolean {
  const call = lines.slice(Math.max(0, at - 5), at + 1).findLast(({ text }) => /\w\(/.test(text));
  return call !== undefined && /\bfrom_pretrained\(/.test(call.text);
}

function isOwnAt({ lines }: Page, at: number, own: OwnNames): boolean {
  for (let index = at; index >= Math.max(0, at - LINES_ABOVE); index -= 1) {
    const name = REPOSITORY.exec(`${lines[index]?.text ?? ""} `)?.[1]
      ?.split("/")
      .at(-1);
    if (name !== undefined) return isOwn(name, own);
  }
  return false;
}
