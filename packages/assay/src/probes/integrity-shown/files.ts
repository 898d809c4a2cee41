/** Files of signatures and of checksums, and checksums in documents. */

import type { Artifact } from "../../model/types.ts";
import { pages } from "../../studies/pages/index.ts";
import { noteFile, quoteLine } from "../../studies/shared/noting.ts";
import { isAside, isStrange, splitPath } from "../../studies/shared/path-words.ts";
import type { Desk } from "../shared/disclosed.ts";

/** Files cited. */
const MOST_CITED = 5;

const SIGNATURE = /\.(?:sig|asc|sigstore|p7s|minisig)$|\.(?:sigstore|intoto)\.jsonl?$/i;
const SUMS =
  /(?:^|\/)(?:(?:sha\d{1,3}|md5|b3)sums?(?:\.txt)?|checksums?(?:\.(?:txt|md|json|sha256))?|checklist\.chk)$|\.(?:sha256|sha512|sha1|md5)(?:sums?)?$/i;

/** Files that are called a signature. */
export async function noteSignatures(desk: Desk): Promise<readonly string[]> {
  return await noteCalled(desk, "a signature", ({ path }) => SIGNATURE.test(path));
}

/** Files of checksums, and documents that state one. */
export async function noteSums(desk: Desk): Promise<readonly string[]> {
  const { ledger, bench } = desk;
  const seen = [...(await noteCalled(desk, "checksums", ({ path }) => SUMS.test(path)))];
  for (const page of (await bench.study(pages)).filter(
    ({ isFront, isCard, isAside: aside }) => (isFront || isCard) && !aside,
  )) {
    const at = findSum(page.lines.map(({ text }) => text));
    if (at < 0 || seen.length >= MOST_CITED) continue;
    const { path } = page.artifact;
    const remark = {
      code: "checksum-stated",
      args: { path },
      message: `${path} states a checksum`,
      basis: "declared" as const,
    };
    const quoted = quoteLine(page.text, page.lines[at]?.from ?? 0);
    seen.push(ledger.note(await noteFile(bench, page.artifact, { ...remark, ...quoted })));
  }
  return seen;
}

/** Lines above a digest in which it is said what it is: a table names it in its head. */
const LINES_ABOVE = 30;

/** Lines above a digest in which it is said that it is one of data. */
const LINES_OF_DATA = 15;

/** Words by which a digest is one of data, and of no file of the model. */
const OF_DATA =
  /\bhuggingface\.co\/datasets\/|\b(?:training|pre-?training|evaluation|test) (?:data|set)\b|\bdata ?sets?\b/i;
const OF_MODEL = /\bweights?\b|\bcheckpoints?\b|\bmodels?\b|\.(?:safetensors|gguf|onnx|pth?|ckpt)\b/i;

/** Whether a digest is of data: by its own line, or by the lines above where its own names no model. */
function isOfData(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  if (OF_MODEL.test(line)) return false;
  return lines.slice(Math.max(0, index - LINES_OF_DATA), index + 1).some((one) => OF_DATA.test(one));
}

/** Index of the first line with a digest of the release that is called one; -1 where there is none. */
function findSum(lines: readonly string[]): number {
  let named = Number.NEGATIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    if (/\b(?:sha-?(?:1|256|512)|md5|checksums?|digest)\b/i.test(line)) named = index;
    if (
      index - named <= LINES_ABOVE &&
      /(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})(?![0-9a-f])/i.test(line) &&
      !isOfData(lines, index)
    )
      return index;
  }
  return -1;
}

async function noteCalled(
  { ledger, bench }: Desk,
  what: string,
  isCalled: (artifact: Artifact) => boolean,
): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const artifact of bench.release.artifacts) {
    const { path, size } = artifact;
    if (seen.length >= MOST_CITED || !isCalled(artifact) || isAside(path) || isStrange(path) || size === 0) continue;
    const message = `${path} is called ${what}; it was not verified`;
    const remark = { code: "file-called", args: { path, what, folder: splitPath(path).folders.join("/") }, message };
    seen.push(ledger.note(await noteFile(bench, artifact, { ...remark, basis: "inferred" })));
  }
  return seen;
}
