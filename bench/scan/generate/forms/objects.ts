/** Opcodes that make objects, and those that call methods of them. */

import { assemble, op, type Piece } from "../../../../packages/assay/test/support/pickle.ts";
import { ANY, argumentsOf, call, push } from "./argument.ts";
import type { Form } from "./form.ts";

/** An object of the gadget's class, however little sense that makes: the name is imported first. */
const made = (module: string, name: string): Piece => assemble(op.GLOBAL(module, name), op.EMPTY_TUPLE, op.NEWOBJ);

function extension(opcode: "EXT1" | "EXT2" | "EXT4", code: number): Form {
  return {
    id: opcode,
    protocols: ANY,
    write: (gadget) =>
      assemble(
        call(
          op.GLOBAL("copyreg", "add_extension"),
          op.BINUNICODE(gadget.module),
          op.BINUNICODE(gadget.name),
          op.BININT(code),
        ),
        ...[op.POP, op[opcode](code), argumentsOf(gadget), op.REDUCE],
      ),
  };
}

/** Forms by objects. */
export const objectForms: readonly Form[] = [
  {
    id: "OBJ",
    protocols: ANY,
    write: (gadget) => assemble(op.MARK, op.GLOBAL(gadget.module, gadget.name), ...gadget.args.map(push), op.OBJ),
  },
  {
    id: "OBJ dropped",
    protocols: ANY,
    write: (gadget) =>
      assemble(op.MARK, op.GLOBAL(gadget.module, gadget.name), ...gadget.args.map(push), op.OBJ, op.POP, op.NONE),
  },
  {
    id: "NEWOBJ",
    protocols: ANY,
    write: (gadget) => assemble(op.GLOBAL(gadget.module, gadget.name), argumentsOf(gadget), op.NEWOBJ),
  },
  {
    id: "NEWOBJ_EX",
    protocols: ANY,
    write: (gadget) =>
      assemble(op.GLOBAL(gadget.module, gadget.name), argumentsOf(gadget), op.EMPTY_DICT, op.NEWOBJ_EX),
  },
  {
    id: "BUILD",
    protocols: ANY,
    write: ({ module, name }) =>
      assemble(made(module, name), op.EMPTY_DICT, op.BINUNICODE("a"), op.BININT(1), op.SETITEM, op.BUILD),
  },
  {
    id: "BUILD with slots",
    protocols: ANY,
    write: (gadget) =>
      assemble(
        ...[made("collections", "OrderedDict"), op.NONE, op.EMPTY_DICT, op.BINUNICODE("a")],
        ...[op.GLOBAL(gadget.module, gadget.name), argumentsOf(gadget), op.REDUCE, op.SETITEM, op.TUPLE2, op.BUILD],
      ),
  },
  {
    id: "BUILD with a text",
    protocols: ANY,
    write: ({ module, name }) => assemble(made(module, name), op.BINUNICODE("echo assay"), op.BUILD),
  },
  {
    id: "APPEND to an object",
    protocols: ANY,
    write: ({ module, name }) => assemble(made(module, name), op.BINUNICODE("echo assay"), op.APPEND),
  },
  {
    id: "APPENDS to an object",
    protocols: ANY,
    write: ({ module, name }) =>
      assemble(made(module, name), op.MARK, op.BINUNICODE("a"), op.BINUNICODE("b"), op.APPENDS),
  },
  {
    id: "SETITEM of an object",
    protocols: ANY,
    write: ({ module, name }) => assemble(made(module, name), op.BINUNICODE("a"), op.BINUNICODE("b"), op.SETITEM),
  },
  {
    id: "ADDITEMS to an object",
    protocols: ANY,
    write: ({ module, name }) => assemble(made(module, name), op.MARK, op.BINUNICODE("a"), op.ADDITEMS),
  },
  extension("EXT1", 200),
  extension("EXT2", 4_000),
  extension("EXT4", 70_000),
];
