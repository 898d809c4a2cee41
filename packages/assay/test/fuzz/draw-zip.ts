/** Random archives whose headers disagree, and members that mean something to readers of models. */

import { assemble, op } from "../support/pickle.ts";
import { writeZip, type ZipHeader, type ZipMember } from "../support/zip-shape.ts";
import { drawBrokenPickle } from "./draw-pickle.ts";
import type { Random } from "./mutate.ts";

const NAMES: readonly string[] = [
  ..."m/data.pkl m/DATA.PKL m/version m/byteorder m/data/0 m/data/1 m/constants.pkl m/code/owl.py data.pkl".split(" "),
  ..."config.json metadata.json model.weights.h5 arr_0.npy inner.zip ../up.pkl /top.pkl a\\b.pkl m/ m/.data/serialization_id".split(
    " ",
  ),
  "",
  "n\0.pkl",
  "é.pkl",
];
const [SHORTS, LONGS] = [
  [0, 1, 8, 12, 93, 99, 255, 0x7fff, 0xffff],
  [0, 1, 2, 100, 2 ** 16, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1],
] as const;
const FLAGS = [0, 1, 8, 0x20, 0x40, 0x800, 0x2000, 0xffff] as const;
/** Most bytes of an archive, as other mutations have it. */
const MOST = 16 * 2 ** 10;

function drawContent(random: Random, depth: number): Uint8Array {
  if (depth > 0 && random.below(6) === 0) return drawZip(random, depth - 1);
  if (random.below(2) === 0) return drawBrokenPickle(random).subarray(0, 2_000);
  return random.pick([
    assemble(op.PROTO(2), op.EMPTY_DICT, op.STOP),
    Buffer.from("3\n"),
    Buffer.alloc(64),
    Buffer.from("{}"),
  ]);
}

function drawHeader(random: Random, length: number): ZipHeader {
  const may = <T>(value: T): T | undefined => (random.below(5) === 0 ? value : undefined);
  const said = {
    name: may(random.pick(NAMES)),
    flags: may(random.pick(FLAGS)),
    method: may(random.pick(SHORTS)),
    crc: may(random.pick(LONGS)),
    size: may(random.pick([...LONGS, length - 1, length + 1].filter((size) => size >= 0))),
    extra: may(Buffer.from(Array.from({ length: random.below(24) }, () => random.below(256)))),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function drawMember(random: Random, depth: number): ZipMember {
  const content = drawContent(random, depth);
  const isOdd = random.below(2) === 0;
  const draw = (): ZipHeader => (isOdd ? drawHeader(random, content.length) : {});
  return {
    name: random.pick(NAMES),
    content,
    isDeflated: random.below(3) === 0,
    hasDescriptor: random.below(6) === 0,
    isZip64: random.below(6) === 0,
    local: draw(),
    central: random.below(10) === 0 ? null : draw(),
  };
}

/** Overwrites a field behind one of the signatures. */
function spoilField(bytes: Uint8Array, random: Random): void {
  const places = [...bytes.keys()].filter((at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b);
  if (places.length === 0) return;
  const at = random.pick(places) + 4 + random.below(44);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 4 > bytes.length) return;
  if (random.below(2) === 0) view.setUint16(at, random.pick(SHORTS), true);
  else view.setUint32(at, random.pick(LONGS), true);
}

/** Draws an archive, with archives in it at most so deep. */
export function drawZip(random: Random, depth = 2): Uint8Array {
  const members = Array.from({ length: random.below(6) }, () => drawMember(random, depth));
  const archive = writeZip({
    members: random.below(8) === 0 ? [...members, ...members] : members,
    comment: Buffer.from(random.pick(["", "", "owl", "PK\x05\x06", "PK\x06\x07PK\x06\x06"]), "latin1"),
    prefix: Buffer.from(random.pick(["", "", "", "owls", "PK\x03\x04", "\x80\x02}."]), "latin1"),
    isShifted: random.below(2) === 0,
  });
  const bytes = Uint8Array.from(archive.subarray(0, MOST));
  for (let n = random.below(3); n > 0; n--) spoilField(bytes, random);
  return bytes;
}
