/** Makes the example files; `npm run examples` writes them. */

import { makeZip, type ZipEntry } from "../../../../test/support/archive.ts";

/** A pickle of protocol 2 that holds an empty dictionary. */
const PICKLE = new Uint8Array([0x80, 2, 0x7d, 0x2e]);

const member = (name: string, content: string | Uint8Array = PICKLE): ZipEntry => ({ name: `owl/${name}`, content });
const storage = member("data/0", new Uint8Array(16));
const plain = [member("data.pkl"), member("byteorder", "little"), storage, member("version", "3\n")];

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/checkpoint.pt": new Uint8Array(makeZip(plain)),
  "good/scripted.pt": new Uint8Array(
    makeZip([...plain, member("code/__torch__.py", "class Owl:\n"), member("constants.pkl")]),
  ),
  "bad/no-directory.pt": new Uint8Array(makeZip(plain)).slice(0, -4),
  "bad/no-header.pt": withDirectoryAt(new Uint8Array(makeZip(plain)), 0xfffffff),
  "bad/cut-directory.pt": withDirectorySize(new Uint8Array(makeZip(plain)), 0xfffffff),
  "bad/false-flag.pt": new Uint8Array(makeZip([...plain, { ...member("data/1"), flags: 1 }])),
  "bad/other-name.pt": new Uint8Array(makeZip([...plain, { ...member("data/1"), localName: "owl/data.pkl" }])),
  "bad/bad-path.pt": new Uint8Array(makeZip([...plain, member("../data.pkl")])),
  "bad/duplicate-member.pt": new Uint8Array(makeZip([...plain, member("data.pkl", "other")])),
  "bad/no-version.pt": new Uint8Array(makeZip([member("data.pkl"), storage])),
  "bad/no-folder.pt": new Uint8Array(
    makeZip([
      { name: "data.pkl", content: PICKLE },
      { name: "version", content: "3\n" },
    ]),
  ),
  "bad/bad-size.pt": new Uint8Array(makeZip([...plain, { ...member("data/1"), isDeflated: true, size: 2 ** 31 }])),
  "bad/no-pickle.pt": new Uint8Array(makeZip([storage, member("other/data.pkl"), member("version", "3\n")])),
  "bad/second-folder.pt": new Uint8Array(makeZip([...plain, { name: "owl2/data.pkl", content: PICKLE }])),
  "bad/unlisted-member.pt": withoutFirst(new Uint8Array(makeZip([member("hidden"), ...plain]))),
};

function patch(bytes: Uint8Array, fromEnd: number, value: number): Uint8Array {
  new DataView(bytes.buffer).setUint32(bytes.length - fromEnd, value, true);
  return bytes;
}

/** States where the directory begins. */
function withDirectoryAt(bytes: Uint8Array, offset: number): Uint8Array {
  return patch(bytes, 6, offset);
}

/** States how long the directory is. */
function withDirectorySize(bytes: Uint8Array, size: number): Uint8Array {
  return patch(bytes, 10, size);
}

/** Takes the first member out of the directory, so that its bytes stand in front of the archive. */
function withoutFirst(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  const start = view.getUint32(bytes.length - 6, true);
  const length = 46 + view.getUint16(start + 28, true);
  patch(bytes, 6, start + length);
  return patch(bytes, 10, view.getUint32(bytes.length - 10, true) - length);
}
