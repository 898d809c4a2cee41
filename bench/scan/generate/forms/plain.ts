/** GLOBAL, STACK_GLOBAL with each opcode of a text, INST, and noise in between. */

import { assemble, op, type Piece } from "../../../../packages/assay/test/support/pickle.ts";
import { STRINGS } from "../ops.ts";
import { ANY, argumentsOf, push } from "./argument.ts";
import type { Form } from "./form.ts";

const NOISE: readonly Piece[] = [
  assemble(op.NONE, op.POP),
  assemble(op.DUP, op.POP),
  assemble(op.MARK, op.POP_MARK),
  assemble(op.MARK, op.POP),
  assemble(op.MARK, op.NONE, op.NONE, op.POP_MARK),
  assemble(op.EMPTY_LIST, op.POP),
  assemble(op.INT(1), op.POP),
];

/** Texts by one opcode for the module and another for the name. */
function stackGlobal(module: string, name: string): Form {
  const [pushModule = op.BINUNICODE, pushName = op.BINUNICODE] = [STRINGS[module], STRINGS[name]];
  return {
    id: module === name ? `STACK_GLOBAL of ${module}` : `STACK_GLOBAL of ${module} and ${name}`,
    protocols: ANY,
    write: (gadget) =>
      assemble(pushModule(gadget.module), pushName(gadget.name), op.STACK_GLOBAL, argumentsOf(gadget), op.REDUCE),
  };
}

const names = Object.keys(STRINGS);

/** Forms that any reader of opcodes knows. */
export const plainForms: readonly Form[] = [
  {
    id: "GLOBAL, REDUCE",
    protocols: ANY,
    write: (gadget) => assemble(op.GLOBAL(gadget.module, gadget.name), argumentsOf(gadget), op.REDUCE),
  },
  {
    id: "GLOBAL, MARK, TUPLE, REDUCE",
    protocols: ANY,
    write: (gadget) =>
      assemble(op.GLOBAL(gadget.module, gadget.name), op.MARK, ...gadget.args.map(push), op.TUPLE, op.REDUCE),
  },
  ...names.map((name) => stackGlobal(name, name)),
  ...names.map((name, at) => stackGlobal(name, names[(at + 3) % names.length] ?? name)),
  {
    id: "INST",
    protocols: ANY,
    write: (gadget) => assemble(op.MARK, ...gadget.args.map(push), op.INST(gadget.module, gadget.name)),
  },
  {
    id: "STACK_GLOBAL with noise",
    protocols: ANY,
    write: (gadget, { random }) => {
      const noise = (): Piece => assemble(...Array.from({ length: 1 + random.below(4) }, () => random.pick(NOISE)));
      const names = [op.BINUNICODE(gadget.module), noise(), op.BINUNICODE(gadget.name), noise()];
      return assemble(...names, op.STACK_GLOBAL, noise(), argumentsOf(gadget), noise(), op.REDUCE);
    },
  },
  {
    id: "STACK_GLOBAL of texts pushed twice",
    protocols: ANY,
    write: (gadget) =>
      assemble(
        op.BINUNICODE(gadget.module),
        op.DUP,
        op.POP,
        op.BINUNICODE(gadget.name),
        op.DUP,
        op.POP,
        op.STACK_GLOBAL,
        argumentsOf(gadget),
        op.REDUCE,
      ),
  },
  {
    id: "GLOBAL alone",
    protocols: ANY,
    write: ({ module, name }) => op.GLOBAL(module, name),
  },
  {
    id: "GLOBAL dropped",
    protocols: ANY,
    write: ({ module, name }) => assemble(op.GLOBAL(module, name), op.POP, op.NONE),
  },
  {
    id: "call dropped",
    protocols: ANY,
    write: (gadget) => assemble(op.GLOBAL(gadget.module, gadget.name), argumentsOf(gadget), op.REDUCE, op.POP, op.NONE),
  },
  {
    id: "call dropped to a mark",
    protocols: ANY,
    write: (gadget) =>
      assemble(
        op.MARK,
        op.NONE,
        op.GLOBAL(gadget.module, gadget.name),
        argumentsOf(gadget),
        op.REDUCE,
        op.POP_MARK,
        op.NONE,
      ),
  },
  {
    id: "call with a long argument",
    protocols: ANY,
    write: (gadget) =>
      assemble(
        op.GLOBAL(gadget.module, gadget.name),
        op.MARK,
        ...gadget.args.map(push),
        op.BINUNICODE("a".repeat(100_000)),
        op.TUPLE,
        op.REDUCE,
      ),
  },
];
