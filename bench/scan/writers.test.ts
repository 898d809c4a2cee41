/** The writers of packed files, held against programs of others where those are at hand. */

import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

import { writeBzip2 } from "./generate/bzip2.ts";
import { writeLz4 } from "./generate/lz4.ts";
import { writeXz } from "./generate/xz.ts";

const CONTENTS: readonly Uint8Array[] = [
  Buffer.from("owl"),
  Buffer.alloc(9_000, "hoot hoot "),
  Uint8Array.from({ length: 70_000 }, (_, at) => (Math.imul(at, 2_654_435_761) >>> 13) & 255),
];
const WRITERS = { bzip2: writeBzip2, lz4: writeLz4, xz: writeXz } as const;

for (const [program, write] of Object.entries(WRITERS)) {
  const isHere = spawnSync(program, ["--version"]).error === undefined;
  test.skipIf(!isHere)(`${program} unpacks what is written`, () => {
    for (const content of CONTENTS) {
      const { stdout } = spawnSync(program, ["-dc"], { input: write(content), maxBuffer: 2 ** 24 });
      expect(Buffer.compare(stdout, content)).toBe(0);
    }
  });
}
