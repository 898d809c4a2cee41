import { drawPickle } from "./packages/assay/test/fuzz/draw-pickle.ts";
import { Random } from "./packages/assay/test/fuzz/mutate.ts";
import { writeFileSync } from "node:fs";
const out=[]; for (let s=1;s<=3000;s++){ const b=Buffer.concat(drawPickle(new Random(s))); const l=Buffer.alloc(4); l.writeUInt32LE(b.length); out.push(l,b);} writeFileSync("/tmp/o/rp.bin", Buffer.concat(out));
