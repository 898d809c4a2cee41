/** What is untrue, unusual or said twice in a zip archive. They go by numbers: what defeats other tools is no recipe here. */

import {
  writeZip,
  type ZipHeader,
  type ZipMember,
  type ZipShape,
} from "../../../packages/assay/test/support/zip-shape.ts";
import type { ZipTrick } from "./containers.ts";

const BENIGN = Buffer.from("80027d2e", "hex");

/** Changes the member that holds the pickle. */
function change(how: (member: ZipMember) => Partial<ZipMember>): ZipTrick {
  return (shape, place) => ({
    ...shape,
    members: shape.members.map((member, at) => (at === place ? { ...member, ...how(member) } : member)),
  });
}

const both = (header: ZipHeader): ZipTrick => change(() => ({ local: header, central: header }));
const local = (how: (member: ZipMember) => ZipHeader): ZipTrick => change((member) => ({ local: how(member) }));
const central = (how: (member: ZipMember) => ZipHeader): ZipTrick => change((member) => ({ central: how(member) }));

/** Puts members in front of or behind all others. */
function beside(make: (member: ZipMember) => { readonly front?: ZipMember; readonly behind?: ZipMember }): ZipTrick {
  return (shape, place) => {
    const member = shape.members[place];
    if (member === undefined) return shape;
    const { front, behind } = make(member);
    const members = [
      ...(front === undefined ? [] : [front]),
      ...shape.members,
      ...(behind === undefined ? [] : [behind]),
    ];
    return { ...shape, members };
  };
}

/** Flags that a reader may take for encryption or more. */
const FLAGS = [0x1, 0x20, 0x40, 0x41, 0x2000, 0x800] as const;

const inNames = (replace: (name: string) => string): ZipTrick => change((member) => ({ name: replace(member.name) }));

const shape =
  (how: (shape: ZipShape) => Partial<ZipShape>): ZipTrick =>
  (before) => ({ ...before, ...how(before) });

/** Unicode path (APPNOTE 4.6.9): another name for a member. */
function unicodePath(name: string): Buffer {
  const field = Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from(name)]);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(field.length, 2);
  return Buffer.concat([head, field]);
}

/** All of them; the pickle can be got out of each archive by some loader. */
export const ZIP_TRICKS: readonly ZipTrick[] = [
  ...FLAGS.flatMap((flags) => [both({ flags }), local(() => ({ flags })), central(() => ({ flags }))]),
  both({ crc: 0x12345678 }),
  local(() => ({ crc: 0 })),
  central(() => ({ crc: 1 })),
  local(({ name }) => ({ name: name.replace(".", "p.") })),
  local(() => ({ name: "README" })),
  central(({ name }) => ({ name: name.replace(/\w+$/, (ending) => `${ending}_`) })),
  local(({ name }) => ({ name: `${name}\0.txt` })),
  local(() => ({ method: 8 })),
  local(() => ({ size: 0 })),
  local(({ content }) => ({ size: content.length + 1 })),
  local(() => ({ method: 99 })),
  inNames((name) => name.replace(/[^/]+$/, "config.json")),
  inNames((name) => name.replace(/[^/]+$/, "notes.txt")),
  inNames((name) => name.replace(/[^/]+$/, "data")),
  inNames((name) => name.toUpperCase()),
  inNames((name) => `../${name}`),
  inNames((name) => `/${name}`),
  inNames((name) => name.replaceAll("/", "\\")),
  inNames((name) => `${"deep/".repeat(40)}${name}`),
  change(({ name }) => ({ central: { extra: unicodePath(name.replace(/[^/]+$/, "config.json")) } })),
  change(() => ({ hasDescriptor: true })),
  change(() => ({ isZip64: true })),
  change(() => ({ isDeflated: true, hasDescriptor: true })),
  beside((member) => ({ behind: { ...member, content: BENIGN } })),
  beside((member) => ({ front: { ...member, content: BENIGN } })),
  beside((member) => ({ behind: { ...member, content: BENIGN, central: null } })),
  beside((member) => ({ front: { name: "inner.zip", content: writeZip({ members: [member] }) } })),
  shape(() => ({ comment: Buffer.from("owls") })),
  shape(() => ({ comment: Buffer.from("PK\x05\x06 owls") })),
  shape(() => ({ comment: writeZip({ members: [{ name: "owl.txt", content: Buffer.from("owls") }] }) })),
  shape(() => ({ prefix: Buffer.from("owls of the forest\n") })),
  shape(() => ({ prefix: Buffer.from("owls of the forest\n"), isShifted: true })),
  shape(() => ({ prefix: Buffer.alloc(70_000, "owl "), isShifted: true })),
  shape(() => ({ prefix: Buffer.from("%PDF-1.7\n"), isShifted: true })),
  shape(() => ({
    prefix: writeZip({ members: [{ name: "owl.txt", content: Buffer.from("owls") }] }),
    isShifted: true,
  })),
  shape(({ members }) => ({ members: members.toReversed() })),
];
