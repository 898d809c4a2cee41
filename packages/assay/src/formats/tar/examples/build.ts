/** Makes the example files; `npm run examples -- tar` writes them. */

import { makeTar, paxRecord, type TarEntry } from "../../../../test/support/archive.ts";

const owl: TarEntry = { name: "owl.txt", content: "hoot\n" };
const tar = (...entries: readonly TarEntry[]): Uint8Array => new Uint8Array(makeTar(entries));
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** A block of no header. */
const JUNK: Uint8Array = new Uint8Array(512).fill(0x68);

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/owl.tar": tar({ name: "birds/", type: "5" }, owl),
  "good/long-name.tar": tar({ name: `${"birds/".repeat(30)}owl.txt`, content: "hoot\n", isLong: true }),
  "bad/cut-off.tar": tar(owl).slice(0, 514),
  "bad/no-end.tar": tar(owl).slice(0, 1024),
  "bad/broken-header.tar": tar({ ...owl, type: "5" }),
  "bad/broken-header-records.tar": tar({ ...owl, before: [["x", "no records"]] }),
  "bad/behind-end.tar": join(tar(owl), tar({ ...owl, name: "lwo.txt" })),
  "bad/loose-bytes.tar": join(tar(owl).slice(0, 1024), JUNK, tar({ ...owl, name: "lwo.txt" })),
  "bad/duplicate-member.tar": tar(owl, { ...owl, name: "./owl.txt" }),
  "bad/other-name.tar": tar({
    ...owl,
    before: [
      ["x", paxRecord("path", "a.txt")],
      ["L", "b.txt\0"],
    ],
  }),
  "bad/bad-path.tar": tar({ ...owl, name: "../owl.txt" }),
  "bad/link-outside.tar": tar({ name: "a", type: "2", linkName: "/etc/hosts" }),
  "bad/link.tar": tar(owl, { name: "a", type: "1", linkName: "owl.txt" }),
  "bad/special-file.tar": tar({ name: "a", type: "3" }),
};
