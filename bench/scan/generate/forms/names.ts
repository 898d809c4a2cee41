/** Names that a loader resolves otherwise than they are written. */

import { assemble, op, type Piece } from "../../../../packages/assay/test/support/pickle.ts";
import { STRINGS } from "../ops.ts";
import { ANY, argumentsOf, call, push, WITH_DOTS, WITH_OLD_NAMES } from "./argument.ts";
import type { Form } from "./form.ts";

const escapeUnicode = (text: string): string =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const escapeBytes = (text: string): string =>
  [...text].map((letter) => `\\x${letter.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");

/** STACK_GLOBAL of two names that opcodes make. */
const imported = (module: Piece, name: Piece): Piece => assemble(module, name, op.STACK_GLOBAL);

/** Ways to get a text by calling something harmless. */
const COMPUTED: Readonly<Record<string, (text: string) => Piece>> = {
  "str()": (text) => call(op.GLOBAL("builtins", "str"), op.BINUNICODE(text)),
  "_codecs.decode": (text) =>
    call(
      op.GLOBAL("_codecs", "decode"),
      STRINGS.SHORT_BINSTRING?.(text) ?? op.BINUNICODE(text),
      op.BINUNICODE("latin1"),
    ),
  "operator.add": (text) =>
    call(op.GLOBAL("operator", "add"), op.BINUNICODE(text.slice(0, 1)), op.BINUNICODE(text.slice(1))),
  "str.join": (text) =>
    call(
      call(op.GLOBAL("builtins", "getattr"), op.BINUNICODE(""), op.BINUNICODE("join")),
      assemble(op.MARK, ...[...text].map((letter) => op.BINUNICODE(letter)), op.LIST),
    ),
};

/** Forms by their names. */
export const nameForms: readonly Form[] = [
  {
    id: "escaped UNICODE",
    protocols: ANY,
    write: (gadget) => {
      const text = (name: string): Piece => op.UNICODE(escapeUnicode(name));
      return assemble(imported(text(gadget.module), text(gadget.name)), argumentsOf(gadget), op.REDUCE);
    },
  },
  {
    id: "escaped STRING",
    protocols: ANY,
    write: (gadget) => {
      const text = (name: string): Piece => op.STRING(`"${escapeBytes(name)}"`);
      return assemble(imported(text(gadget.module), text(gadget.name)), argumentsOf(gadget), op.REDUCE);
    },
  },
  {
    id: "dotted name, STACK_GLOBAL",
    protocols: WITH_DOTS,
    write: (gadget) => {
      const [top = "", ...rest] = gadget.module.split(".");
      const host = rest.length === 0 ? "pathlib" : top;
      const path = rest.length === 0 ? [top, gadget.name] : [...rest, gadget.name];
      return assemble(imported(op.BINUNICODE(host), op.BINUNICODE(path.join("."))), argumentsOf(gadget), op.REDUCE);
    },
  },
  {
    id: "dotted name, GLOBAL",
    protocols: WITH_DOTS,
    write: (gadget) =>
      assemble(op.GLOBAL("collections", `abc.sys.modules.${gadget.name}`), argumentsOf(gadget), op.REDUCE),
  },
  {
    id: "dotted name in a library of models",
    protocols: WITH_DOTS,
    write: (gadget) =>
      assemble(
        imported(op.BINUNICODE("torch.serialization"), op.BINUNICODE(`os.${gadget.name}`)),
        argumentsOf(gadget),
        op.REDUCE,
      ),
  },
  {
    id: "name of Python 2, GLOBAL",
    protocols: WITH_OLD_NAMES,
    isOld: true,
    write: (gadget) => assemble(op.GLOBAL(gadget.module, gadget.name), argumentsOf(gadget), op.REDUCE),
  },
  {
    id: "name of Python 2, INST",
    protocols: WITH_OLD_NAMES,
    isOld: true,
    write: (gadget) => assemble(op.MARK, ...gadget.args.map(push), op.INST(gadget.module, gadget.name)),
  },
  ...Object.entries(COMPUTED).map(
    ([id, compute]): Form => ({
      id: `computed by ${id}`,
      protocols: ANY,
      write: (gadget) =>
        assemble(imported(compute(gadget.module), compute(gadget.name)), argumentsOf(gadget), op.REDUCE),
    }),
  ),
  {
    id: "protocol changed half way",
    protocols: [4, 5],
    write: (gadget) =>
      assemble(op.PROTO(2), op.GLOBAL(gadget.module, gadget.name), op.PROTO(4), argumentsOf(gadget), op.REDUCE),
  },
];
