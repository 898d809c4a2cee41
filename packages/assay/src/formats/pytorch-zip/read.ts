/**
 * Lists the members of a PyTorch checkpoint (torch/serialization.py; caffe2/serialize/inline_container.cc). Nothing is
 * unpickled: which tensors it holds stands in its pickles, and stays unknown.
 */

import { readZip, type ZipDirectory, type ZipMember } from "../../bytes/zip.ts";
import { FormatError } from "../../model/errors.ts";
import type { ContainerFact, Place, Span } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { extensionOf } from "../shared/file-name.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import { ERRORS, type ErrorCode, FAULTS, GAPS } from "./words.ts";

/** Members of a checkpoint, in the one folder: its pickle, or constants of a scripted module; the version of its layout. */
const PICKLE = /^[^/]+\/(?:data|constants)\.pkl$/i;
const VERSION = /^[^/]+\/(?:\.data\/)?version$/i;

/** Members whose bytes are those of tensors. */
const STORAGE = /^[^/]+\/(?:data|constants)\/\d+$/;

/** By this member torch.load knows a scripted module. */
const SCRIPTED = /^[^/]+\/constants\.pkl$/i;

/** Endings under which an archive with such a pickle anywhere is meant as a checkpoint. */
const OWN_ENDINGS: ReadonlySet<string> = new Set(["pt", "pth", "bin", "ckpt"]);

/** Header of a member at the beginning, entry of a member in the directory: their first bytes, and where their name stands. */
const HEADER = { sign: [0x50, 0x4b, 3, 4], length: 26, name: 30 };
const ENTRY = { sign: [0x50, 0x4b, 1, 2], length: 28, name: 46 };

/** Bytes of the longest name that is looked at. */
const LONGEST_NAME = 300;

/**
 * Whether an archive's members are those of a checkpoint. The first member is the pickle, and the last ones have the version
 * among them: of a long directory the end alone is at hand.
 */
export function namesCheckpoint(path: string, head: Uint8Array, tail: Uint8Array): boolean {
  const names = [nameAt(head, 0, HEADER)];
  for (let at = tail.indexOf(0x50); at >= 0; at = tail.indexOf(0x50, at + 1)) names.push(nameAt(tail, at, ENTRY));
  const isOne = names.some((name) => PICKLE.test(name)) && names.some((name) => VERSION.test(name));
  return (
    isOne ||
    (OWN_ENDINGS.has(extensionOf(path)) && names.some((name) => /(?:^|\/)(?:data|constants)\.pkl$/i.test(name)))
  );
}

/** The name of the member whose header or entry stands there; empty where none does. */
function nameAt(bytes: Uint8Array, at: number, { sign, length, name }: typeof HEADER): string {
  if (sign.some((byte, index) => bytes[at + index] !== byte)) return "";
  const count = (bytes[at + length] ?? 0) + 256 * (bytes[at + length + 1] ?? 0);
  return count > LONGEST_NAME
    ? ""
    : new TextDecoder("windows-1252").decode(bytes.subarray(at + name, at + name + count));
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
    spans: listSpans(directory, source.size),
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
  for (const member of members) {
    const { name, start, end } = member;
    const place = { start, end };
    if (name.startsWith("/") || name.split("/").includes("..") || name.includes("\\"))
      faults.add("bad-path", { name }, place);
    // The loader's own archive reader looks names up without regard to case.
    const key = name.toLowerCase();
    if (seen.has(key)) faults.add("duplicate-member", { name }, place);
    if (topOf(name) !== folder) faults.add("second-folder", { name, folder }, place);
    if (!canUnpack(member)) faults.add("bad-size", { name, size: member.size, packed: member.packed }, place);
    seen.add(key);
  }
  checkNeeded(
    [...members, ...refused].map(({ name }) => name),
    at,
    faults,
  );
}

/** Most bytes that one byte of deflated data can become (RFC 1951: 258 by two bits), and what its shortest block adds. */
const MOST_PER_BYTE = 1032;

function canUnpack({ method, size, packed }: ZipMember): boolean {
  return method === "stored" || size <= packed * MOST_PER_BYTE;
}

/** What a loader looks for, among all names: of a member that is refused that much is known. */
function checkNeeded(names: readonly string[], at: Place, faults: FaultLog<keyof typeof FAULTS>): void {
  if (names.length > 0 && names.every((name) => topOf(name) === "")) faults.add("no-folder", {}, at);
  else if (!names.some((name) => PICKLE.test(name))) faults.add("no-pickle", {}, at);
  else if (!names.some((name) => VERSION.test(name))) faults.add("no-version", {}, at);
}

function topOf(name: string): string {
  return name.slice(0, name.indexOf("/") + 1);
}

function describe(members: readonly ZipMember[]): ContainerFact {
  const storages = members.filter(({ name }) => STORAGE.test(name));
  const isScripted = members.some(({ name }) => SCRIPTED.test(name));
  return {
    kind: isScripted ? "torchscript" : "pytorch",
    members: members.length,
    storages: storages.length,
    bytes: storages.reduce((sum, { size }) => sum + size, 0),
  };
}

/**
 * Members lie inside proven bounds; their pickles were not read, so that nothing of the file is accounted for, and neither is
 * what stands in front of the archive.
 */
function listSpans({ members, prefix }: ZipDirectory, size: number): readonly Span[] {
  const first = members.reduce((least, { start }) => Math.min(least, start), size);
  const last = members.reduce((most, { end }) => Math.max(most, end), first);
  const begin = Math.min(prefix, first);
  const spans: readonly Span[] = [
    { start: 0, end: begin, as: "unread" },
    { start: begin, end: first, as: "parsed" },
    { start: first, end: last, as: "unread" },
    { start: last, end: size, as: "parsed" },
  ];
  return spans.filter(({ start, end }) => end > start || size === 0);
}
