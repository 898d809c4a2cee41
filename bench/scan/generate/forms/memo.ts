/** Names and callables that come out of the memo. */

import { assemble, op } from "../../../../packages/assay/test/support/pickle.ts";
import { MEMOS } from "../ops.ts";
import { ANY, argumentsOf } from "./argument.ts";
import type { Form } from "./form.ts";

const stored = Object.entries(MEMOS).map(
  ([id, [put, get]]): Form => ({
    id: `names by ${id}`,
    protocols: ANY,
    write: (gadget, { memo }) =>
      assemble(
        ...[op.BINUNICODE(gadget.name), put(memo + 1), op.POP, op.BINUNICODE(gadget.module), put(memo), op.POP],
        ...[op.BINUNICODE("collections"), put(memo + 2), op.POP],
        ...[get(memo), get(memo + 1), op.STACK_GLOBAL, argumentsOf(gadget), op.REDUCE],
      ),
  }),
);

/** Forms by their use of the memo. */
export const memoForms: readonly Form[] = [
  ...stored,
  {
    id: "names by MEMOIZE",
    protocols: ANY,
    write: (gadget, { memo }) =>
      assemble(
        ...[op.BINUNICODE(gadget.module), op.MEMOIZE, op.POP, op.BINUNICODE(gadget.name), op.MEMOIZE, op.POP],
        ...[op.BINGET(memo), op.BINGET(memo + 1), op.STACK_GLOBAL, argumentsOf(gadget), op.REDUCE],
      ),
  },
  {
    id: "names by BINPUT and MEMOIZE",
    protocols: ANY,
    write: (gadget, { memo }) =>
      assemble(
        ...[op.BINUNICODE("collections"), op.BINPUT(memo), op.POP, op.BINUNICODE(gadget.module), op.MEMOIZE, op.POP],
        ...[op.BINGET(memo + 1), op.BINUNICODE(gadget.name), op.STACK_GLOBAL, argumentsOf(gadget), op.REDUCE],
      ),
  },
  {
    id: "names by MEMOIZE, II",
    protocols: ANY,
    write: (gadget, { memo }) =>
      assemble(
        ...[op.BINUNICODE(gadget.module), op.BINUNICODE("collections"), op.POP, op.MEMOIZE, op.POP],
        ...[op.BINUNICODE(gadget.name), op.BINUNICODE("OrderedDict"), op.POP, op.MEMOIZE, op.POP],
        ...[op.BINGET(memo), op.BINGET(memo + 1), op.STACK_GLOBAL, argumentsOf(gadget), op.REDUCE],
      ),
  },
  {
    id: "names by BINPUT, II",
    protocols: ANY,
    write: (gadget, { memo }) =>
      assemble(
        ...[op.BINUNICODE(gadget.module), op.MARK, op.BINUNICODE("collections"), op.POP_MARK, op.BINPUT(memo), op.POP],
        ...[op.BINGET(memo), op.BINUNICODE(gadget.name), op.STACK_GLOBAL, argumentsOf(gadget), op.REDUCE],
      ),
  },
  {
    id: "an entry written twice",
    protocols: ANY,
    write: (gadget, { memo }) =>
      assemble(
        ...[
          op.BINUNICODE("collections"),
          op.BINPUT(memo),
          op.POP,
          op.BINUNICODE(gadget.module),
          op.BINPUT(memo),
          op.POP,
        ],
        ...[op.BINGET(memo), op.BINUNICODE(gadget.name), op.STACK_GLOBAL, argumentsOf(gadget), op.REDUCE],
      ),
  },
  {
    id: "callable by the memo",
    protocols: ANY,
    write: (gadget, { memo }) =>
      assemble(
        ...[op.GLOBAL(gadget.module, gadget.name), op.BINPUT(memo), op.POP],
        ...[op.GLOBAL("collections", "OrderedDict"), op.BINPUT(memo + 1), op.POP],
        ...[op.BINGET(memo), argumentsOf(gadget), op.REDUCE],
      ),
  },
  {
    id: "arguments by the memo",
    protocols: ANY,
    write: (gadget, { memo }) =>
      assemble(
        ...[argumentsOf(gadget), op.BINPUT(memo), op.POP],
        ...[op.GLOBAL(gadget.module, gadget.name), op.BINGET(memo), op.REDUCE],
      ),
  },
  {
    id: "an entry far away",
    protocols: ANY,
    write: (gadget) =>
      assemble(
        ...[op.BINUNICODE(gadget.module), op.LONG_BINPUT(0x7fff_fff0), op.POP],
        ...[op.LONG_BINGET(0x7fff_fff0), op.BINUNICODE(gadget.name), op.STACK_GLOBAL, argumentsOf(gadget), op.REDUCE],
      ),
  },
];
