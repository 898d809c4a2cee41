/**
 * Reads a PyTorch checkpoint (torch/serialization.py; caffe2/serialize/inline_container.cc): its pickles and everything else
 * that a loader may open are handed to the formats that know them. Nothing is unpickled. Bytes of tensors are not
 * interpreted by any loader and are not read where they are stored.
 */

import type { ZipPart } from "../../bytes/zip-part.ts";
import type { ContainerFact, Place, Reading, WeightsFact } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog } from "../shared/words.ts";
import { readMembers } from "../shared/zip/read-members.ts";
import { PICKLE, VERSION } from "../shared/zip/sniff.ts";
import { FAULTS } from "./words.ts";

/** Members whose bytes are those of tensors. */
const STORAGE = /^[^/]+\/(?:data|constants)\/\d+$/;

/** By this member torch.load knows a scripted module. */
const SCRIPTED = /^[^/]+\/constants\.pkl$/i;

/** The loader's own archive reader looks names up without regard to case. */
const RULES = { isOpaque: ({ name }: Pick<ZipPart, "name">) => STORAGE.test(name), ignoresCase: true };

/** Nothing is thrown for what is wrong with an archive: what any reader finds in it counts. */
export async function readCheckpoint(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const faults = new FaultLog(FAULTS);
  const { layout, isElsewhere, children, spans, gaps } = await readMembers(source, ctx, { rules: RULES, faults });
  if (isElsewhere) return { facts: {}, children, spans, faults: [], gaps };
  checkFolders(layout.parts, source.size, faults);
  for (const child of children) checkStorages(child, layout.parts, faults);
  const weights = findWeights(children);
  return {
    facts: {
      container: describe(layout.parts),
      ...(weights === undefined ? {} : { weights: { ...weights, at: { start: 0, end: source.size } } }),
    },
    children,
    spans,
    faults: faults.list(),
    gaps,
  };
}

/** The tensors that the checkpoint's own pickle names. */
function findWeights(children: readonly Reading[]): WeightsFact | undefined {
  const own = children.filter(({ inside }) => PICKLE.test(inside.at(-1) ?? ""));
  return own.find(({ facts }) => facts.weights !== undefined)?.facts.weights;
}

/** Storages that a pickle at the top of the folder names: each is a member with just so many bytes (CVE-2026-24747). */
function checkStorages(
  { inside, facts, spans }: Reading,
  parts: readonly ZipPart[],
  faults: FaultLog<keyof typeof FAULTS>,
): void {
  const name = inside.at(-1) ?? "";
  if (facts.storages === undefined || !PICKLE.test(name)) return;
  const folder = name.replace(/\.pkl$/i, "/");
  const members = new Map(parts.map((part) => [part.name, part]));
  const pickle = members.get(name) ?? { start: 0, end: spans.at(-1)?.end ?? 0 };
  for (const { key, bytes } of facts.storages) {
    const member = members.get(folder + key);
    if (member === undefined) faults.add("no-storage", { key: folder + key }, { start: pickle.start, end: pickle.end });
    else if (member.size !== bytes)
      faults.add("other-storage", { name: member.name, actual: member.size, size: bytes }, placeOf(member));
  }
}

function placeOf({ start, end }: ZipPart): Place {
  return { start, end };
}

/** What a loader looks for, among all names. */
function checkFolders(parts: readonly ZipPart[], size: number, faults: FaultLog<keyof typeof FAULTS>): void {
  const at = { start: 0, end: size };
  const names = parts.map(({ name }) => name);
  const folder = topOf(names[0] ?? "");
  for (const { name, start, end } of parts)
    if (topOf(name) !== folder) faults.add("second-folder", { name, folder }, { start, end });
  if (names.length > 0 && names.every((name) => topOf(name) === "")) faults.add("no-folder", {}, at);
  else if (!names.some((name) => PICKLE.test(name))) faults.add("no-pickle", {}, at);
  else if (!names.some((name) => VERSION.test(name))) faults.add("no-version", {}, at);
}

function topOf(name: string): string {
  return name.slice(0, name.indexOf("/") + 1);
}

function describe(parts: readonly ZipPart[]): ContainerFact {
  const listed = parts.filter(({ by, name }) => by !== "header" && !name.endsWith("/"));
  const storages = listed.filter(({ name }) => STORAGE.test(name));
  return {
    kind: listed.some(({ name }) => SCRIPTED.test(name)) ? "torchscript" : "pytorch",
    members: listed.length,
    storages: storages.length,
    bytes: storages.reduce((sum, { size }) => sum + size, 0),
  };
}
