/** What calls of certain names give. */

import { ATOM, classOf, handleOf, KIND, kindOf, payloadOf, UNNAMED } from "./handle.ts";
import type { Machine } from "./machine.ts";
import type { Role } from "./roles.ts";
import { tensorOf } from "./torch.ts";

/** A call of a name, whose arguments are a tuple. */
export interface Call {
  readonly index: number;
  readonly args: number;
}

/** What calls give by role; undefined where the operation has to wait. */
type Result = (machine: Machine, call: Call) => number | undefined;

const RESULTS: Readonly<Record<Role, Result>> = {
  plain,
  dtype: plain,
  array: plain,
  file: plain,
  item: plain,
  "attribute-getter": plain,
  tensor: partial,
  same,
  "call-first": callFirst,
  encode,
  "instance-of-first": instanceOfFirst,
  attribute: (machine, { args }) =>
    deriveFrom(machine, { object: machine.itemOf(args, 0), name: machine.itemOf(args, 1), operation: "getattr" }),
  "type-by-name": typeByName,
  register,
  loads,
};

/** What a call gives; undefined where the operation has to wait. */
export function resultOf(machine: Machine, index: number, args: number): number | undefined {
  const { role, name } = machine.globals.at(index);
  if (role === "plain") return machine.instance(index, machine.placeOf(args));
  if (role === "tensor") return tensorOf(machine, name, args) ?? partial(machine, { index, args });
  return RESULTS[role](machine, { index, args });
}

function plain(machine: Machine, { index, args }: Call): number {
  return machine.instance(index, machine.placeOf(args));
}

function partial(machine: Machine, call: Call): number {
  machine.tensors.isPartial = true;
  return plain(machine, call);
}

function same(machine: Machine, call: Call): number {
  const first = machine.itemOf(call.args, 0);
  return kindOf(first) === KIND.tensor ? first : plain(machine, call);
}

/** `_rebuild_from_type_v2(function, type, arguments, state)`. */
function callFirst(machine: Machine, call: Call): number | undefined {
  const callee = machine.itemOf(call.args, 0);
  if (kindOf(callee) !== KIND.global) {
    machine.say("computed-call", { operation: machine.operation });
    return UNNAMED;
  }
  const index = payloadOf(callee);
  if (machine.globals.at(index).role === "call-first") return plain(machine, call);
  const value = resultOf(machine, index, machine.itemOf(call.args, 2));
  if (value !== undefined) machine.globals.call(index);
  return value;
}

const LATIN1 = /^(?:latin[-_ ]?1|iso[-_ ]?8859[-_ ]?1|l1|ascii|raw[-_]unicode[-_]escape)$/i;

/** `_codecs.encode(text, "latin1")`, as protocols below 3 write bytes. */
function encode(machine: Machine, call: Call): number | undefined {
  const text = machine.itemOf(call.args, 0);
  const encoding = machine.itemOf(call.args, 1);
  if (kindOf(text) !== KIND.text || kindOf(encoding) !== KIND.text) return plain(machine, call);
  const name = machine.text(encoding);
  if (name === undefined) return undefined;
  return LATIN1.test(name) ? handleOf(KIND.encoded, payloadOf(text)) : plain(machine, call);
}

/** `copyreg._reconstructor(class, base, state)`, which calls the base's constructor too where it has one, and the like. */
function instanceOfFirst(machine: Machine, call: Call): number {
  const cls = machine.itemOf(call.args, 0);
  if (kindOf(cls) !== KIND.global) {
    machine.say("computed-call", { operation: machine.operation });
    return UNNAMED;
  }
  machine.globals.make(payloadOf(cls));
  if (machine.globals.at(call.index).name === "_reconstructor") callBase(machine, machine.itemOf(call.args, 1));
  return machine.instance(payloadOf(cls), machine.placeOf(call.args));
}

/** The constructor of `object` does nothing; that of any other base is called with the state. */
function callBase(machine: Machine, base: number): void {
  if (kindOf(base) !== KIND.global) return;
  const { module, name } = machine.globals.at(payloadOf(base));
  if (module !== "builtins" || name !== "object") machine.globals.call(payloadOf(base));
}

/** An attribute that is looked up: of what, by which name, and by what. */
interface Lookup {
  readonly object: number;
  readonly name: number;
  readonly operation: string;
}

/** Types of Python's own values, whose attributes have names too. */
const TYPES: ReadonlyMap<number, string> = new Map<number, string>([
  [KIND.int, "int"],
  [KIND.text, "str"],
  [KIND.bytes, "bytes"],
  [KIND.encoded, "bytes"],
  [KIND.tuple, "tuple"],
  [KIND.list, "list"],
  [KIND.dict, "dict"],
  [KIND.set, "set"],
]);

/** The name that an attribute of a name has; undefined where the operation has to wait. */
export function deriveFrom(machine: Machine, { object, name, operation }: Lookup): number | undefined {
  if (object === UNNAMED && kindOf(name) === KIND.text) return UNNAMED;
  const owner = ownerOf(machine, object);
  if (owner === null || kindOf(name) !== KIND.text) {
    machine.say("computed-name", { operation });
    return UNNAMED;
  }
  const text = machine.text(name);
  if (text === undefined) return undefined;
  const derived = { module: owner.module, name: `${owner.name}.${text}` };
  return asGlobal(machine, machine.globals.intern(derived, { operation, at: machine.place }));
}

function ownerOf(machine: Machine, object: number): { readonly module: string; readonly name: string } | null {
  const kind = kindOf(object);
  if (kind === KIND.global) return machine.globals.at(payloadOf(object));
  if (kind === KIND.instance) return machine.globals.at(classOf(object));
  if (kind === KIND.tensor) return { module: "torch", name: "Tensor" };
  const name = TYPES.get(kind);
  return name === undefined ? null : { module: "builtins", name };
}

/** A value for an index of a name; what is beyond the names that are kept ends the reading. */
export function asGlobal(machine: Machine, index: number): number {
  if (index < 0) machine.stop("more names are imported than are kept");
  return handleOf(KIND.global, Math.max(0, index));
}

/** `dill._dill._load_type("FunctionType")`: names of the module `types`, and some of its own. */
function typeByName(machine: Machine, { index, args }: Call): number | undefined {
  const name = machine.itemOf(args, 0);
  if (kindOf(name) !== KIND.text) {
    machine.say("computed-name", { operation: machine.globals.at(index).name });
    return UNNAMED;
  }
  const text = machine.text(name);
  if (text === undefined) return undefined;
  const by = { operation: machine.globals.at(index).name, at: machine.place };
  return asGlobal(machine, machine.globals.intern({ module: "types", name: text }, by));
}

/** `copyreg.add_extension(module, name, code)`. */
function register(machine: Machine, { args }: Call): number | undefined {
  const [module, name, code] = [machine.itemOf(args, 0), machine.itemOf(args, 1), machine.itemOf(args, 2)];
  if (kindOf(module) !== KIND.text || kindOf(name) !== KIND.text || kindOf(code) !== KIND.int) {
    machine.say("computed-name", { operation: "add_extension" });
    return ATOM.none;
  }
  const written = { module: machine.text(module), name: machine.text(name) };
  if (written.module === undefined || written.name === undefined) return undefined;
  const by = { operation: "add_extension", at: machine.place };
  const index = machine.globals.intern({ module: written.module, name: written.name }, by);
  machine.extensions.set(payloadOf(code), payloadOf(asGlobal(machine, index)));
  return ATOM.none;
}

/** Sets the bytes aside that a call reads, to be read too. */
function loads(machine: Machine, call: Call): number | undefined {
  const bytes = bytesOf(machine, machine.itemOf(call.args, 0));
  if (bytes !== null) {
    const spot = machine.spotOf(bytes);
    if (spot === undefined) return undefined;
    const text = kindOf(bytes) === KIND.encoded ? "encoded" : "string";
    machine.setAside(machine.nested, kindOf(bytes) === KIND.bytes ? spot : { ...spot, text });
  }
  return plain(machine, call);
}

function bytesOf(machine: Machine, value: number): number | null {
  const kind = kindOf(value);
  if (kind === KIND.bytes || kind === KIND.encoded || kind === KIND.text) return value;
  const isFile = kind === KIND.instance && machine.globals.at(classOf(value)).role === "file";
  const inner = isFile ? machine.itemOf(value, 0) : 0;
  return inner !== 0 && kindOf(inner) !== KIND.instance ? bytesOf(machine, inner) : null;
}
