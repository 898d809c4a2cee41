/**
 * Lists the members of a PyTorch checkpoint (torch/serialization.py; caffe2/serialize/inline_container.cc). Nothing is
 * unpickled: which tensors it holds stands in its pickles, and stays unknown.
 */

import { readZip, type ZipDirectory, type ZipMember } from "../../bytes/zip.ts";
import { FormatError } from "../../model/errors.ts";
import type { ContainerFact, Span } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import { ERRORS, type ErrorCode, FAULTS, GAPS } from "./words.ts";

/** Names of members that no other archive has: the pickle of the tensors, or constants of a scripted module. */
const MARK = /(?:^|[^\w])(?:[\w .-]{1,255}\/)?(?:data|constants)\.pkl/;

/** Whether the end of an archive, where its directory stands, names a checkpoint's members. */
export function namesCheckpoint(tail: Uint8Array): boolean {
  return MARK.test(new TextDecoder("windows-1252").decode(tail));
}

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readCheckpoint(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const directory = await readDirectory(source, ctx);
  ctx.spend("members", directory.members.length);
  const faults = new FaultLog(FAULTS);
  checkMembers(directory, source.size, faults);
  const { members } = directory;
  const pickles = members.filter(({ name }) => name.endsWith(".pkl")).length;
  return {
    facts: { container: describe(members) },
    children: [],
    spans: listSpans(members, source.size),
    faults: faults.list(),
    gaps: [say(GAPS, "listed-not-read", { count: pickles })],
  };
}

async function readDirectory(source: ByteSource, ctx: ReadContext): Promise<ZipDirectory> {
  try {
    return await readZip(source, ctx.signal);
  } catch (error) {
    if (error instanceof FormatError && error.code in ERRORS)
      throw refusal(ERRORS, error.code as ErrorCode, {
        what: error.message,
        offset: Math.min(error.offset, source.size),
      });
    throw error;
  }
}

function checkMembers(
  { members, refused, prefix }: ZipDirectory,
  size: number,
  faults: FaultLog<keyof typeof FAULTS>,
): void {
  const at = { start: 0, end: size };
  if (prefix > 0) faults.add("prefix", { count: prefix }, { start: 0, end: Math.min(prefix, size) });
  for (const { name, why } of refused) faults.add("bad-member", { name, why }, at);
  const folder = topOf(members[0]?.name ?? "");
  const seen = new Set<string>();
  for (const { name, start, end } of members) {
    const place = { start, end };
    if (name.startsWith("/") || name.split("/").includes("..") || name.includes("\\"))
      faults.add("bad-path", { name }, place);
    if (seen.has(name)) faults.add("duplicate-member", { name }, place);
    if (topOf(name) !== folder) faults.add("second-folder", { name, folder }, place);
    seen.add(name);
  }
  if (!members.some(({ name }) => /(?:^|\/)(?:data|constants)\.pkl$/.test(name))) faults.add("no-pickle", {}, at);
}

function topOf(name: string): string {
  return name.slice(0, name.indexOf("/") + 1);
}

/** Members whose bytes are those of tensors: `NAME/data/N`. */
const STORAGE = /\/(?:data|constants)\/\d+$/;

function describe(members: readonly ZipMember[]): ContainerFact {
  const storages = members.filter(({ name }) => STORAGE.test(name));
  const isScripted = members.some(({ name }) => /(?:^|\/)(?:constants\.pkl|code\/)/.test(name));
  return {
    kind: isScripted ? "torchscript" : "pytorch",
    members: members.length,
    storages: storages.length,
    bytes: storages.reduce((sum, { size }) => sum + size, 0),
  };
}

/** Members lie inside proven bounds; their pickles were not read, so that nothing of the file is accounted for. */
function listSpans(members: readonly ZipMember[], size: number): readonly Span[] {
  const first = members.reduce((least, { start }) => Math.min(least, start), size);
  const last = members.reduce((most, { end }) => Math.max(most, end), first);
  const spans: readonly Span[] = [
    { start: 0, end: first, as: "parsed" },
    { start: first, end: last, as: "unread" },
    { start: last, end: size, as: "parsed" },
  ];
  return spans.filter(({ start, end }) => end > start || size === 0);
}
