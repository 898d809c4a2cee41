/** Frames: as they should be, and such that loaders disagree on what lies inside them. */

import { assemble, framed, op, type Piece } from "../../../../packages/assay/test/support/pickle.ts";
import { argumentsOf } from "./argument.ts";
import type { Form } from "./form.ts";

const FRAMED = [4, 5] as const;
const plain = (module: string, name: string, args: Piece): Piece => assemble(op.GLOBAL(module, name), args, op.REDUCE);

/** Forms by frames. */
export const frameForms: readonly Form[] = [
  {
    id: "in a frame",
    protocols: FRAMED,
    write: (gadget) => framed([plain(gadget.module, gadget.name, argumentsOf(gadget))]),
  },
  {
    id: "over two frames",
    protocols: FRAMED,
    write: (gadget) =>
      assemble(framed([op.GLOBAL(gadget.module, gadget.name)]), framed([argumentsOf(gadget), op.REDUCE])),
  },
  {
    id: "frame that ends early",
    protocols: FRAMED,
    write: (gadget) => assemble(op.FRAME(4), plain(gadget.module, gadget.name, argumentsOf(gadget))),
  },
  {
    id: "frame beyond the end",
    protocols: FRAMED,
    write: (gadget) => assemble(op.FRAME(2 ** 20), plain(gadget.module, gadget.name, argumentsOf(gadget))),
  },
  {
    id: "argument across a frame's end",
    protocols: FRAMED,
    // gh-154848: old readers forget what a frame has left when an argument goes beyond it.
    write: (gadget) => {
      const hidden = assemble(plain(gadget.module, gadget.name, argumentsOf(gadget)), op.MARK);
      const length = Math.max(0x101, hidden.length + 2);
      if (length > 0x1ff) return hidden;
      const content = Buffer.alloc(length, op.NONE);
      content.fill(0, 0, 2);
      content.set(hidden, 2);
      const filler = op.UNICODE("a".repeat(0x2_0000));
      return assemble(op.NONE, filler, op.POP, op.MARK, op.FRAME(2), op.BINBYTES(content), op.POP_MARK);
    },
  },
];
