/** Callables that are got or called by other callables. */

import { assemble, op, type Piece } from "../../../../packages/assay/test/support/pickle.ts";
import type { Gadget } from "../gadgets.ts";
import { ANY, argumentsOf, call, push, tuple } from "./argument.ts";
import type { Form } from "./form.ts";

/** The module, by a call. */
const moduleOf = ({ module }: Gadget): Piece => call(op.GLOBAL("builtins", "__import__"), op.BINUNICODE(module));
const callableOf = ({ module, name }: Gadget): Piece => op.GLOBAL(module, name);

/** Calls with bytes that are a pickle of their own. */
function nested(module: string, name: string): Form {
  return {
    id: `inside ${module}.${name}`,
    protocols: ANY,
    write: (gadget) => {
      const inner = assemble(op.PROTO(2), callableOf(gadget), argumentsOf(gadget), op.REDUCE, op.STOP);
      return call(op.GLOBAL(module, name), op.BINBYTES(inner));
    },
  };
}

/** Forms by other callables. */
export const wrappedForms: readonly Form[] = [
  {
    id: "getattr of __import__",
    protocols: ANY,
    write: (gadget) =>
      assemble(
        call(op.GLOBAL("builtins", "getattr"), moduleOf(gadget), op.BINUNICODE(gadget.name)),
        argumentsOf(gadget),
        op.REDUCE,
      ),
  },
  {
    id: "getattr of import_module",
    protocols: ANY,
    write: (gadget) => {
      const module = call(op.GLOBAL("importlib", "import_module"), op.BINUNICODE(gadget.module));
      return assemble(
        call(op.GLOBAL("builtins", "getattr"), module, op.BINUNICODE(gadget.name)),
        argumentsOf(gadget),
        op.REDUCE,
      );
    },
  },
  {
    id: "getattr of sys.modules",
    protocols: ANY,
    write: (gadget) => {
      const get = call(op.GLOBAL("builtins", "getattr"), op.GLOBAL("sys", "modules"), op.BINUNICODE("get"));
      const module = call(get, op.BINUNICODE(gadget.module));
      return assemble(
        call(op.GLOBAL("builtins", "getattr"), module, op.BINUNICODE(gadget.name)),
        argumentsOf(gadget),
        op.REDUCE,
      );
    },
  },
  {
    id: "attrgetter of __import__",
    protocols: ANY,
    write: (gadget) => {
      const getter = call(op.GLOBAL("operator", "attrgetter"), op.BINUNICODE(gadget.name));
      return assemble(call(getter, moduleOf(gadget)), argumentsOf(gadget), op.REDUCE);
    },
  },
  {
    id: "resolve_name",
    protocols: ANY,
    write: (gadget) =>
      assemble(
        call(op.GLOBAL("pkgutil", "resolve_name"), op.BINUNICODE(`${gadget.module}:${gadget.name}`)),
        ...[argumentsOf(gadget), op.REDUCE],
      ),
  },
  {
    id: "partial",
    protocols: ANY,
    write: (gadget) => call(op.GLOBAL("functools", "partial"), callableOf(gadget), ...gadget.args.map(push)),
  },
  {
    id: "partial, called",
    protocols: ANY,
    write: (gadget) =>
      assemble(call(op.GLOBAL("functools", "partial"), callableOf(gadget)), ...[argumentsOf(gadget), op.REDUCE]),
  },
  {
    id: "list of map",
    protocols: ANY,
    write: (gadget) => {
      const mapped = call(op.GLOBAL("builtins", "map"), callableOf(gadget), push(["echo assay"]));
      return call(op.GLOBAL("builtins", "list"), mapped);
    },
  },
  {
    id: "argument of a harmless call",
    protocols: ANY,
    write: (gadget) => {
      const result = assemble(callableOf(gadget), argumentsOf(gadget), op.REDUCE);
      return call(
        op.GLOBAL("collections", "OrderedDict"),
        assemble(op.MARK, tuple(op.BINUNICODE("a"), result), op.LIST),
      );
    },
  },
  {
    id: "class of copyreg._reconstructor",
    protocols: ANY,
    write: (gadget) =>
      call(
        op.GLOBAL("copyreg", "_reconstructor"),
        callableOf(gadget),
        op.GLOBAL("builtins", "object"),
        assemble(op.NONE),
      ),
  },
  {
    id: "default of a defaultdict",
    protocols: ANY,
    write: (gadget) => call(op.GLOBAL("collections", "defaultdict"), callableOf(gadget)),
  },
  {
    id: "result called again",
    protocols: ANY,
    write: (gadget) => assemble(callableOf(gadget), argumentsOf(gadget), op.REDUCE, op.EMPTY_TUPLE, op.REDUCE),
  },
  {
    id: "bytes of a long, inside pickle.loads",
    protocols: ANY,
    write: (gadget) => {
      const inner = assemble(callableOf(gadget), argumentsOf(gadget), op.REDUCE, op.STOP);
      return call(op.GLOBAL("pickle", "loads"), op.BINBYTES8(inner));
    },
  },
  nested("pickle", "loads"),
  nested("_pickle", "loads"),
  nested("torch.storage", "_load_from_bytes"),
  nested("dill", "loads"),
  nested("cloudpickle", "loads"),
];
