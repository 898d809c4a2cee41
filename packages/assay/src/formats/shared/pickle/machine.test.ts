import { expect, test } from "vitest";
import { testContext } from "../../../../test/format-kit.ts";
import { assemble, call, framed, op, type Piece, push, stackGlobal } from "../../../../test/support/pickle.ts";
import { memorySource } from "../../../bytes/memory-source.ts";
import { OP, type OperationName } from "./operations.ts";
import { type PickleRead, readPickles } from "./read-pickles.ts";

async function read(...pieces: readonly Piece[]): Promise<PickleRead> {
  return await readPickles(memorySource(assemble(...pieces)), testContext(), { start: 0 });
}

const owl = op.GLOBAL("owls", "Owl");
const hoot = stackGlobal("owls", "hoot");

/** Names with their calls and builds. */
async function listNames(...pieces: readonly Piece[]): Promise<readonly string[]> {
  const { fact } = await read(...pieces);
  return fact.globals.map(({ module, name, calls, builds }) => `${module}.${name} ${calls} ${builds}`);
}

async function listCodes(...pieces: readonly Piece[]): Promise<readonly string[]> {
  return (await read(...pieces)).faults.map(({ code }) => code);
}

/** A stream for each operation that ends as it should, with what is on the stack before STOP. */
const STREAMS: Readonly<Record<OperationName, readonly Piece[]>> = {
  MARK: [op.MARK, op.TUPLE],
  EMPTY_TUPLE: [op.EMPTY_TUPLE],
  STOP: [op.NONE],
  POP: [op.NONE, op.NONE, op.POP],
  POP_MARK: [op.NONE, op.MARK, op.NONE, op.POP_MARK],
  DUP: [op.NONE, op.DUP, op.POP],
  BINBYTES: [op.BINBYTES("owl")],
  SHORT_BINBYTES: [op.SHORT_BINBYTES("owl")],
  FLOAT: [op.FLOAT("-1.5e3")],
  BINFLOAT: [op.BINFLOAT(1.5)],
  INT: [op.INT("01")],
  BININT: [op.BININT(-7)],
  BININT1: [op.BININT1(7)],
  LONG: [op.LONG("-70000000000L")],
  BININT2: [op.BININT2(700)],
  NONE: [op.NONE],
  PERSID: [op.PERSID("owl")],
  BINPERSID: [push("owl"), op.BINPERSID],
  REDUCE: [owl, op.EMPTY_TUPLE, op.REDUCE],
  STRING: [op.STRING("'owl'")],
  BINSTRING: [op.BINSTRING("owl")],
  SHORT_BINSTRING: [op.SHORT_BINSTRING("owl")],
  UNICODE: [op.UNICODE("owl")],
  BINUNICODE: [op.BINUNICODE("owl")],
  EMPTY_LIST: [op.EMPTY_LIST],
  APPEND: [op.EMPTY_LIST, op.NONE, op.APPEND],
  BUILD: [owl, op.EMPTY_TUPLE, op.NEWOBJ, op.EMPTY_DICT, op.BUILD],
  GLOBAL: [owl],
  DICT: [op.MARK, push("a"), op.NONE, op.DICT],
  APPENDS: [op.EMPTY_LIST, op.MARK, op.NONE, op.APPENDS],
  GET: [op.NONE, op.PUT(3), op.POP, op.GET(3)],
  BINGET: [op.NONE, op.BINPUT(3), op.POP, op.BINGET(3)],
  INST: [op.MARK, op.INST("owls", "Owl")],
  LONG_BINGET: [op.NONE, op.LONG_BINPUT(300), op.POP, op.LONG_BINGET(300)],
  LIST: [op.MARK, op.NONE, op.LIST],
  OBJ: [op.MARK, owl, op.OBJ],
  PUT: [op.NONE, op.PUT(3)],
  BINPUT: [op.NONE, op.BINPUT(3)],
  LONG_BINPUT: [op.NONE, op.LONG_BINPUT(300)],
  SETITEM: [op.EMPTY_DICT, push("a"), op.NONE, op.SETITEM],
  TUPLE: [op.MARK, op.NONE, op.TUPLE],
  SETITEMS: [op.EMPTY_DICT, op.MARK, push("a"), op.NONE, op.SETITEMS],
  EMPTY_DICT: [op.EMPTY_DICT],
  PROTO: [op.PROTO(5), op.NONE],
  NEWOBJ: [owl, op.EMPTY_TUPLE, op.NEWOBJ],
  EXT1: [call(op.GLOBAL("copyreg", "add_extension"), "owls", "Owl", 7), op.POP, op.EXT1(7)],
  EXT2: [call(op.GLOBAL("copyreg", "add_extension"), "owls", "Owl", 700), op.POP, op.EXT2(700)],
  EXT4: [call(op.GLOBAL("copyreg", "add_extension"), "owls", "Owl", 70_000), op.POP, op.EXT4(70_000)],
  TUPLE1: [op.NONE, op.TUPLE1],
  TUPLE2: [op.NONE, op.NONE, op.TUPLE2],
  TUPLE3: [op.NONE, op.NONE, op.NONE, op.TUPLE3],
  NEWTRUE: [op.NEWTRUE],
  NEWFALSE: [op.NEWFALSE],
  LONG1: [op.LONG1(new Uint8Array([0xff]))],
  LONG4: [op.LONG4(new Uint8Array(300))],
  SHORT_BINUNICODE: [op.SHORT_BINUNICODE("owl")],
  BINUNICODE8: [op.BINUNICODE8("owl")],
  BINBYTES8: [op.BINBYTES8("owl")],
  EMPTY_SET: [op.EMPTY_SET],
  ADDITEMS: [op.EMPTY_SET, op.MARK, op.NONE, op.ADDITEMS],
  FROZENSET: [op.MARK, op.NONE, op.FROZENSET],
  NEWOBJ_EX: [owl, op.EMPTY_TUPLE, op.EMPTY_DICT, op.NEWOBJ_EX],
  STACK_GLOBAL: [hoot],
  MEMOIZE: [op.NONE, op.MEMOIZE],
  FRAME: [framed([op.NONE])],
  BYTEARRAY8: [op.BYTEARRAY8("owl")],
  NEXT_BUFFER: [op.NEXT_BUFFER],
  READONLY_BUFFER: [op.NEXT_BUFFER, op.READONLY_BUFFER],
};

test.each(Object.entries(STREAMS))("%s leaves the stack as loaders do", async (name, pieces) => {
  const done = await read(...pieces, op.STOP);
  const expected = name.endsWith("PERSID") ? ["persistent-object"] : [];
  expect(done.faults.map(({ code }) => code)).toEqual(expected);
  expect(done.isWhole).toBe(true);
  // One value is left, which STOP takes: a second one finds none.
  expect(await listCodes(...pieces, op.POP, op.STOP)).toContain("bad-stack");
});

test("there are 68 operations", () => {
  expect(Object.keys(OP)).toHaveLength(68);
});

/** Operations that take something, with nothing or too little there. */
const SHORT: readonly (readonly [string, readonly Piece[]])[] = [
  ["STOP", [op.STOP]],
  ["POP", [op.POP]],
  ["POP_MARK", [op.NONE, op.POP_MARK]],
  ["DUP", [op.MARK, op.DUP]],
  ["PUT", [op.NONE, op.MARK, op.BINPUT(0)]],
  ["MEMOIZE", [op.NONE, op.MARK, op.MEMOIZE]],
  ["TUPLE", [op.NONE, op.TUPLE]],
  ["TUPLE2", [op.NONE, op.MARK, op.NONE, op.TUPLE2]],
  ["LIST", [op.LIST]],
  ["APPEND", [op.NONE, op.APPEND]],
  ["APPENDS without a target", [op.MARK, op.NONE, op.APPENDS]],
  ["SETITEM", [op.NONE, op.NONE, op.SETITEM]],
  ["SETITEMS of a key alone", [op.EMPTY_DICT, op.MARK, op.NONE, op.SETITEMS]],
  ["DICT of a key alone", [op.MARK, op.NONE, op.DICT]],
  ["REDUCE", [owl, op.REDUCE]],
  ["BUILD", [op.NONE, op.BUILD]],
  ["OBJ", [op.MARK, op.OBJ]],
  ["INST", [op.INST("owls", "Owl")]],
  ["STACK_GLOBAL", [op.NONE, op.STACK_GLOBAL]],
  ["BINPERSID", [op.BINPERSID]],
];

test.each(SHORT)("%s with too little on the stack ends the stream", async (_, pieces) => {
  const { faults, isWhole } = await read(op.PROTO(4), ...pieces, op.NONE, op.STOP);
  expect(faults).toMatchObject([{ code: "bad-stack", isDamage: true }]);
  expect(isWhole).toBe(false);
});

test("an operation is found wherever a file is cut off", async () => {
  for (const pieces of Object.values(STREAMS)) {
    const whole = assemble(op.PROTO(4), ...pieces, op.STOP);
    for (let end = 2; end < whole.length; end++) {
      const { faults } = await read(whole.slice(0, end));
      expect(faults.at(-1)?.code, `${end}`).toMatch(/^(?:no-stop|cut-off)$/);
    }
  }
});

test("every way to call a name counts, though what it gives is dropped", async () => {
  const ways: readonly (readonly Piece[])[] = [
    [owl, op.EMPTY_TUPLE, op.REDUCE, op.POP],
    [op.MARK, op.INST("owls", "Owl"), op.POP],
    [op.MARK, op.MARK, owl, op.OBJ, op.POP_MARK],
  ];
  for (const way of ways) expect(await listNames(...way, op.NONE, op.STOP)).toEqual(["owls.Owl 1 0"]);
});

test("an instance that is made without its constructor counts apart from calls", async () => {
  const owned = [op.GLOBAL("copyreg", "_reconstructor"), owl, op.GLOBAL("owls", "Bird"), op.NONE, op.TUPLE3, op.REDUCE];
  const ways: readonly (readonly Piece[])[] = [
    [owl, op.EMPTY_TUPLE, op.NEWOBJ, op.POP],
    [owl, op.EMPTY_TUPLE, op.EMPTY_DICT, op.NEWOBJ_EX, op.POP],
    owned,
  ];
  for (const way of ways) {
    const { fact } = await read(...way, op.NONE, op.STOP);
    expect(fact.globals).toContainEqual(expect.objectContaining({ name: "Owl", calls: 0, instances: 1 }));
  }
  // The base of an instance is called with the state where it is not `object`.
  const { fact } = await read(...owned, op.STOP);
  expect(fact.globals).toContainEqual(expect.objectContaining({ name: "Bird", calls: 1 }));
});

test("a name that is imported and not called is listed", async () => {
  expect(await listNames(owl, op.POP, op.NONE, op.STOP)).toEqual(["owls.Owl 0 0"]);
});

test("names of Python 2 are mapped below protocol 3 only", async () => {
  const named = op.GLOBAL("__builtin__", "reduce");
  const inModule = op.GLOBAL("urllib2", "urlopen");
  expect(await listNames(named, inModule, op.STOP)).toEqual(["functools.reduce 0 0", "urllib.request.urlopen 0 0"]);
  expect(await listNames(op.PROTO(3), named, op.STOP)).toEqual(["__builtin__.reduce 0 0"]);
  expect(await listNames(op.PROTO(2), op.GLOBAL("exceptions", "KeyError"), op.STOP)).toEqual(["builtins.KeyError 0 0"]);
});

test("a name takes its parts from wherever they are in the memo", async () => {
  const noise = [op.SHORT_BINUNICODE("decoy"), op.MEMOIZE, op.POP];
  const names = [op.SHORT_BINUNICODE("owls"), op.BINPUT(9), op.POP, op.SHORT_BINUNICODE("hoot"), op.MEMOIZE, op.POP];
  // Two entries are there when MEMOIZE stores the second name: its index is their count.
  const pieces = [op.PROTO(4), ...noise, ...names, op.BINGET(9), op.BINGET(2), op.STACK_GLOBAL, op.STOP];
  expect(await listNames(...pieces)).toEqual(["owls.hoot 0 0"]);
});

test.each([
  ["SHORT_BINSTRING", op.SHORT_BINSTRING("owls")],
  ["BINSTRING", op.BINSTRING("owls")],
  ["STRING", op.STRING("'\\x6fw\\154s'")],
  ["UNICODE", op.UNICODE("\\u006fwls")],
  ["BINUNICODE8", op.BINUNICODE8("owls")],
])("a module's name may be a %s", async (_, module) => {
  expect(await listNames(module, push("hoot"), op.STACK_GLOBAL, op.STOP)).toEqual(["owls.hoot 0 0"]);
});

test("a name that a call gives cannot be known, and neither what it is called with", async () => {
  const computed = [call(hoot), push("x"), op.STACK_GLOBAL, op.EMPTY_TUPLE, op.REDUCE];
  expect(await listCodes(...computed, op.STOP)).toEqual(["computed-name", "computed-call"]);
  expect(await listCodes(push(7), push("x"), op.STACK_GLOBAL, op.STOP)).toEqual(["bad-argument"]);
});

test("an attribute that is looked up by a constant has a name", async () => {
  const getattr = op.GLOBAL("builtins", "getattr");
  const wings = assemble(getattr, owl, push("wings"), op.TUPLE2, op.REDUCE);
  expect(await listNames(op.PROTO(3), wings, op.EMPTY_TUPLE, op.REDUCE, op.STOP)).toEqual([
    "builtins.getattr 1 0",
    "owls.Owl 0 0",
    "owls.Owl.wings 1 0",
  ]);
  expect(await listCodes(op.PROTO(3), getattr, owl, call(hoot), op.TUPLE2, op.REDUCE, op.STOP)).toEqual([
    "computed-name",
  ]);
});

test("what operator's functions look up has a name", async () => {
  const getter = call(op.GLOBAL("operator", "attrgetter"), "wings");
  const caller = call(op.GLOBAL("operator", "methodcaller"), "hoot", 3);
  const names = await listNames(getter, owl, op.TUPLE1, op.REDUCE, op.POP, caller, owl, op.TUPLE1, op.REDUCE, op.STOP);
  expect(names).toContain("owls.Owl.wings 0 0");
  expect(names).toContain("owls.Owl.hoot 1 0");
});

test("an instance by copyreg is one of the class", async () => {
  const names = await listNames(
    op.GLOBAL("copy_reg", "_reconstructor"),
    owl,
    owl,
    op.NONE,
    op.TUPLE3,
    op.REDUCE,
    op.EMPTY_DICT,
    op.BUILD,
    op.STOP,
  );
  expect(names).toEqual(["copyreg._reconstructor 1 0", "owls.Owl 1 1"]);
});

test("what a value does that is no container of Python's own counts", async () => {
  const instance = [owl, op.EMPTY_TUPLE, op.REDUCE];
  expect(await listNames(...instance, op.NONE, op.APPEND, op.STOP)).toEqual(["owls.Owl 1 1"]);
  expect(await listNames(...instance, op.MARK, op.NONE, op.APPENDS, op.STOP)).toEqual(["owls.Owl 1 1"]);
  expect(await listNames(...instance, op.NONE, op.NONE, op.SETITEM, op.STOP)).toEqual(["owls.Owl 1 1"]);
  expect(await listNames(...instance, op.MARK, op.NONE, op.ADDITEMS, op.STOP)).toEqual(["owls.Owl 1 1"]);
  expect(await listCodes(owl, op.NONE, op.NONE, op.SETITEM, op.STOP)).toEqual(["changed-import"]);
});

test("a stream keeps what it does before it breaks", async () => {
  const { fact, faults, end } = await read(call(op.GLOBAL("owls", "hoot")), new Uint8Array([0xff, 1, 2]));
  expect(fact.globals).toMatchObject([{ name: "hoot", calls: 1 }]);
  expect(faults).toMatchObject([{ code: "unknown-operation", isDamage: true }]);
  expect(end).toBeLessThan(30);
});

test("pickles behind padding are read, and what is none is not", async () => {
  const second = assemble(op.PROTO(2), call(owl), op.STOP);
  const { fact } = await read(op.PROTO(2), op.NONE, op.STOP, new Uint8Array(5_000), second);
  expect(fact).toMatchObject({ streams: 2, globals: [{ name: "Owl", calls: 1 }] });
  const junk = await read(op.PROTO(2), op.NONE, op.STOP, new Uint8Array([0xfe, 0xfe]));
  expect(junk).toMatchObject({ end: 4, fact: { streams: 1 } });
});

test("one pickle is read from an offset where one is asked for", async () => {
  const pickle = assemble(op.PROTO(2), owl, op.STOP);
  const source = memorySource(assemble(new Uint8Array(10), pickle, pickle));
  const done = await readPickles(source, testContext(), { start: 10, most: 1 });
  expect(done).toMatchObject({ end: 10 + pickle.length, fact: { streams: 1 }, isWhole: true });
});

test("bytes that a call reads are read too, as bytes and as text", async () => {
  const inner = assemble(op.PROTO(2), call(owl), op.STOP);
  const names: string[] = [];
  const contents: Uint8Array[] = [];
  const descend = async (
    child: { size: number; read(start: number, end: number): Promise<Uint8Array> },
    name: string,
  ) => {
    names.push(name);
    contents.push(await child.read(0, child.size));
    return [];
  };
  const asText = String.fromCharCode(...inner);
  const encoded = call(op.GLOBAL("_codecs", "encode"), asText, "latin1");
  const bytes = assemble(
    ...[op.GLOBAL("pickle", "loads"), op.BINBYTES(inner), op.TUPLE1, op.REDUCE, op.POP],
    ...[op.GLOBAL("pickle", "loads"), encoded, op.TUPLE1, op.REDUCE, op.POP],
    ...[op.GLOBAL("torch", "load"), op.GLOBAL("io", "BytesIO"), op.BINBYTES(inner), op.TUPLE1, op.REDUCE],
    ...[op.TUPLE1, op.REDUCE, op.STOP],
  );
  await readPickles(memorySource(bytes), testContext({ descend }), { start: 0 });
  expect(names).toHaveLength(3);
  for (const content of contents) expect(new Uint8Array(content)).toEqual(inner);
});

test("honest structures do not unfold, however deep or shared", async () => {
  const deep = Array.from({ length: 50_000 }, () => op.EMPTY_LIST);
  const close = Array.from({ length: 49_999 }, () => op.APPEND);
  const shared = [op.EMPTY_LIST, op.BINPUT(1), op.MARK, ...Array.from({ length: 900 }, () => op.NONE), op.APPENDS];
  const uses = [op.EMPTY_LIST, op.MARK, ...Array.from({ length: 900 }, () => op.BINGET(1)), op.APPENDS];
  expect(await listCodes(op.PROTO(2), assemble(...deep), assemble(...close), op.STOP)).toEqual([]);
  expect(await listCodes(op.PROTO(2), assemble(...shared), assemble(...uses), op.TUPLE2, op.STOP)).toEqual([]);
});

test("an argument that goes on behind its frame is one that loaders disagree on", async () => {
  const inner = assemble(call(op.GLOBAL("owls", "hoot")), op.POP, op.STOP);
  const hidden = assemble(new Uint8Array([0, 0]), inner);
  const divergent = assemble(op.PROTO(4), op.NONE, op.FRAME(2), op.BINUNICODE(hidden, hidden.length), op.STOP);
  expect(await listCodes(divergent)).toContain("frame-straddled");
  const honest = assemble(
    op.PROTO(4),
    framed([op.NONE, op.MEMOIZE]),
    op.BINBYTES(new Uint8Array(70_000)),
    framed([op.STOP]),
  );
  expect(await listCodes(honest)).toEqual([]);
});

test("a class that is made and also handed on is held", async () => {
  const made = [owl, op.EMPTY_TUPLE, op.NEWOBJ];
  const held = async (...pieces: readonly Piece[]): Promise<number | undefined> =>
    (await read(...pieces, op.STOP)).fact.globals[0]?.held;
  expect(await held(...made)).toBeUndefined();
  expect(await held(...made, op.EMPTY_DICT, push("append"), owl, op.SETITEM, op.BUILD)).toBe(1);
  expect(await held(...made, owl, op.TUPLE2)).toBe(1);
  expect(await held(...made, op.EMPTY_LIST, owl, op.APPEND, op.TUPLE2)).toBe(1);
});

test("what is taken out of a container may be an import, which a state changes", async () => {
  for (const take of ["operator", "_operator"]) {
    const taken = [op.GLOBAL(take, "getitem"), op.MARK, owl, op.TUPLE1, op.BININT1(0), op.TUPLE, op.REDUCE];
    expect(await listCodes(op.PROTO(2), ...taken, op.STOP)).toEqual([]);
    expect(await listCodes(op.PROTO(2), ...taken, push({ hoot: 1 }), op.BUILD, op.STOP)).toEqual(["computed-call"]);
  }
});

test("a checkpoint of before 1.6 asks for the classes of its layers, which come back as they are", async () => {
  const layer = (word: string): Piece =>
    assemble(op.MARK, push(word), owl, push("owls.py"), push("class Owl: pass"), op.TUPLE, op.BINPERSID);
  const made = [op.EMPTY_TUPLE, op.NEWOBJ, push({ eyes: 2 }), op.BUILD, op.STOP];
  const { faults, fact } = await read(op.PROTO(2), layer("module"), ...made);
  expect(faults).toEqual([]);
  expect(fact.globals).toMatchObject([{ name: "Owl", instances: 1, builds: 1, calls: 0 }]);
  expect(fact.weightsOnly.loads).toBe(false);
  expect(await listCodes(op.PROTO(2), layer("owl"), ...made)).toContain("persistent-object");
});
