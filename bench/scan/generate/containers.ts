/** Files that a pickle lies in, as loaders open them. */

import { constants, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import type { Random } from "../../../packages/assay/test/fuzz/mutate.ts";
import { makeTar } from "../../../packages/assay/test/support/archive.ts";
import { assemble, op, type Piece, push } from "../../../packages/assay/test/support/pickle.ts";
import { writeZip, type ZipMember, type ZipShape } from "../../../packages/assay/test/support/zip-shape.ts";
import { writeBzip2 } from "./bzip2.ts";
import { writeLz4 } from "./lz4.ts";
import { writeNpy } from "./numpy.ts";
import { writeXz } from "./xz.ts";

/** Changes an archive whose member at `place` holds the pickle. */
export type ZipTrick = (shape: ZipShape, place: number) => ZipShape;

/** What a file is packed with. */
export interface Packing {
  readonly random: Random;
  /** For containers that are zip archives. */
  readonly trick?: ZipTrick;
  /** The file is to be as honest ones are. */
  readonly isHonest?: true;
}

/** A kind of file. */
export interface Container {
  readonly id: string;
  /** Endings that such files have. */
  readonly endings: readonly string[];
  /** How often it is taken beside the others. */
  readonly weight: number;
  readonly kind: "plain" | "packed" | "zip" | "other";
  /** Whether joblib opens it. */
  readonly isJoblib?: true;
  pack(stream: Piece, packing: Packing): Buffer;
}

const MAGIC = Buffer.from("6cfc9c46f9206aa85019", "hex");

/** Members of a PyTorch file around its pickle (docs notes/serialization). */
function torchMembers(stream: Piece, isDeflated: boolean): readonly ZipMember[] {
  const member = (name: string, content: string | Uint8Array): ZipMember => ({
    name: `model/${name}`,
    content: Buffer.from(content),
    isDeflated,
  });
  return [
    member("data.pkl", stream),
    member("byteorder", "little"),
    member("data/0", new Uint8Array(64)),
    member("version", "3\n"),
    member(".data/serialization_id", "1".repeat(40)),
  ];
}

function packZip(members: readonly ZipMember[], { trick }: Packing): Buffer {
  const shape: ZipShape = { members };
  return writeZip(trick === undefined ? shape : trick(shape, 0));
}

/** The five pickles of PyTorch before 1.6, one of which is the stream, and no storages. */
function packLegacy(stream: Piece, { random, isHonest }: Packing): Buffer {
  const pickle = (...pieces: readonly Piece[]): Piece => assemble(op.PROTO(2), ...pieces, op.STOP);
  const info = push({ protocol_version: 1001, little_endian: true });
  const parts = [pickle(op.LONG1(MAGIC)), pickle(op.BININT2(1001)), pickle(info), stream, pickle(op.EMPTY_LIST)];
  const place = isHonest === true ? 3 : random.pick([2, 3, 3, 3, 4]);
  if (place !== 3) {
    parts[3] = pickle(op.EMPTY_DICT);
    parts[place] = stream;
  }
  return Buffer.concat(parts);
}

function packed(id: string, endings: readonly string[], pack: (bytes: Uint8Array) => Buffer): Container {
  return { id, endings, weight: 4, kind: "packed", isJoblib: true, pack: (stream) => pack(stream) };
}

function zipped(
  id: string,
  endings: readonly string[],
  members: (stream: Piece, random: Random) => readonly ZipMember[],
): Container {
  return {
    id,
    endings,
    weight: 8,
    kind: "zip",
    pack: (stream, packing) => packZip(members(stream, packing.random), packing),
  };
}

function other(id: string, endings: readonly string[], pack: Container["pack"]): Container {
  return { id, endings, weight: 4, kind: "other", pack };
}

/** A file of an object array: its pickle follows the header. */
const npyOf = (stream: Piece, random: Random): Buffer => writeNpy("|O", stream, [random.pick([1, 2, 3]), 1]);

/** All kinds. */
export const CONTAINERS: readonly Container[] = [
  {
    id: "pickle",
    endings: [".pkl", ".pickle", ".bin", ".pt", ".pth", ".dat", ".joblib", ".ckpt", ".dill", ".p"],
    weight: 20,
    kind: "plain",
    isJoblib: true,
    pack: (stream) => Buffer.from(stream),
  },
  zipped("PyTorch, stored", [".pt", ".pth", ".bin", ".ckpt"], (stream) => torchMembers(stream, false)),
  zipped("PyTorch, deflated", [".pt", ".pth", ".bin"], (stream) => torchMembers(stream, true)),
  zipped("PyTorch, constants", [".pt"], (stream) => [
    { name: "model/constants.pkl", content: stream },
    { name: "model/code/owl.py", content: Buffer.from("pass\n") },
    ...torchMembers(assemble(op.PROTO(2), op.EMPTY_DICT, op.STOP), false),
  ]),
  zipped("zip", [".zip"], (stream, random) => [
    { name: "owl.pkl", content: stream, isDeflated: random.below(2) === 0 },
    { name: "README.txt", content: Buffer.from("owls\n") },
  ]),
  zipped("npz", [".npz"], (stream, random) => [
    { name: "arr_0.npy", content: npyOf(stream, random), isDeflated: random.below(2) === 0 },
    { name: "arr_1.npy", content: writeNpy("<f8", new Uint8Array(16), [1, 2]) },
  ]),
  zipped("PyTorch in a zip", [".zip"], (stream) => [
    { name: "weights/model.pt", content: writeZip({ members: torchMembers(stream, false) }), isDeflated: true },
  ]),
  other("PyTorch, legacy", [".pt", ".bin", ".pth"], packLegacy),
  other("PyTorch, tar", [".tar", ".pt"], (stream) => {
    const rest = assemble(op.PROTO(2), push(0), op.STOP);
    return makeTar([
      { name: "sys_info", content: rest },
      { name: "pickle", content: stream },
      { name: "storages", content: rest },
      { name: "tensors", content: rest },
    ]);
  }),
  other("tar", [".tar", ".nemo"], (stream) =>
    makeTar([
      { name: "model_config.yaml", content: "name: owl\n" },
      { name: "model_weights.pkl", content: stream },
    ]),
  ),
  other("PyTorch in a tar, gzipped", [".tar.gz", ".nemo", ".tgz"], (stream) =>
    gzipSync(makeTar([{ name: "model_weights.ckpt", content: writeZip({ members: torchMembers(stream, false) }) }])),
  ),
  other("npy", [".npy"], (stream, { random }) => npyOf(stream, random)),
  packed("gzip", [".pkl.gz", ".joblib", ".gz", ".joblib.gz"], (bytes) => gzipSync(bytes)),
  packed("zlib", [".joblib", ".pkl.z", ".z"], (bytes) => deflateSync(bytes)),
  packed("bzip2", [".joblib", ".pkl.bz2", ".bz2"], (bytes) => writeBzip2(bytes)),
  packed("xz", [".joblib", ".pkl.xz", ".xz"], (bytes) => writeXz(bytes)),
  packed("zstd", [".pkl.zst", ".zst"], (bytes) =>
    zstdCompressSync(bytes, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
  ),
  packed("lz4", [".joblib", ".pkl.lz4", ".lz4"], (bytes) => writeLz4(bytes)),
  packed("gzip in gzip", [".pkl.gz.gz"], (bytes) => gzipSync(gzipSync(bytes))),
  packed("gzip, two members", [".pkl.gz"], (bytes) =>
    Buffer.concat([gzipSync(bytes.subarray(0, 3)), gzipSync(bytes.subarray(3))]),
  ),
];
