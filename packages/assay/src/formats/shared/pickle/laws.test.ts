import fc from "fast-check";
import { expect, test } from "vitest";
import { testContext, watchedSource } from "../../../../test/format-kit.ts";
import { assemble, op, type Piece, push } from "../../../../test/support/pickle.ts";
import type { GlobalFact, Span } from "../../../model/facts.ts";
import { FaultLog } from "../words.ts";
import { drive } from "./drive.ts";
import { Globals } from "./globals.ts";
import { Machine, type Way } from "./machine.ts";
import { readPickles } from "./read-pickles.ts";
import { Tensors } from "./tensors.ts";
import { Window, type WindowSizes } from "./window.ts";
import { PICKLE_FAULTS } from "./words.ts";

const text = fc.constantFrom("owls", "os", "storage", "latin1", "", "a.b", "ü", "x".repeat(300));
const number = fc.integer({ min: 0, max: 300 });
const lines = fc.constantFrom("7", "0", "01", "'owl'", "owls", "-3L", "0x10", "\\u00fc", "");

const plain = Object.values(op).filter((one): one is Piece => one instanceof Uint8Array);

/** One operation, mostly as it should be. */
const operation: fc.Arbitrary<Piece> = fc.oneof(
  { arbitrary: fc.constantFrom(...plain.filter((one) => one !== op.STOP)), weight: 8 },
  { arbitrary: text.map(push), weight: 3 },
  fc.tuple(text, text).map(([module, name]) => op.GLOBAL(module, name)),
  fc.tuple(text, text).map(([module, name]) => op.INST(module, name)),
  fc.constantFrom(
    op.GLOBAL("builtins", "getattr"),
    op.GLOBAL("_codecs", "encode"),
    op.GLOBAL("copyreg", "add_extension"),
    op.GLOBAL("pickle", "loads"),
    op.GLOBAL("torch._utils", "_rebuild_tensor_v2"),
    op.GLOBAL("torch", "FloatStorage"),
    op.GLOBAL("operator", "attrgetter"),
    op.GLOBAL("joblib.numpy_pickle", "NumpyArrayWrapper"),
    op.GLOBAL("numpy", "dtype"),
  ),
  number.map((value) => op.BININT1(value)),
  number.map((value) => op.BININT(value)),
  number.map((value) => op.BINGET(value % 4)),
  number.map((value) => op.BINPUT(value % 4)),
  number.map((value) => op.LONG_BINPUT(value)),
  number.map((value) => op.EXT1(value % 8)),
  number.map((value) => op.FRAME(value)),
  number.map((value) => op.PROTO(value % 7)),
  fc.tuple(text, number).map(([content, length]) => op.BINUNICODE(content, length)),
  fc.tuple(text, number).map(([content, length]) => op.BINBYTES(content, length)),
  lines.map((line) => op.INT(line)),
  lines.map((line) => op.UNICODE(line)),
  lines.map((line) => op.GET(line)),
  lines.map((line) => op.FLOAT(line)),
  fc.uint8Array({ maxLength: 4 }),
);

/** Values on which operations can work, so that a stream does not end at once. */
const ground = [op.EMPTY_DICT, op.BINPUT(0), op.EMPTY_LIST, op.BINPUT(1), push("owls"), op.BINPUT(2), push("hoot")];
const stream = fc
  .array(operation, { maxLength: 60 })
  .map((pieces) => assemble(...ground, op.BINPUT(3), op.MARK, op.MARK, ...ground, ...pieces, op.STOP));

test("whatever stands in a file, the machine ends, and what it says lies in the file", async () => {
  await fc.assert(
    fc.asyncProperty(stream, fc.uint8Array({ maxLength: 40 }), async (bytes, tail) => {
      const file = assemble(bytes, tail);
      const { fact, faults, spans, end } = await readPickles(watchedSource(file), testContext(), { start: 0 });
      for (const { at } of [...fact.globals, ...faults]) {
        expect(at.start).toBeGreaterThanOrEqual(0);
        expect(at.end).toBeGreaterThanOrEqual(at.start);
        expect(at.end).toBeLessThanOrEqual(file.length);
      }
      expect(end).toBeLessThanOrEqual(file.length);
      expect(spans.at(-1)?.end).toBe(end);
    }),
    { numRuns: 2_000 },
  );
});

/** What a machine makes of a stream through windows of a size. What calls were called with is shown as far as it is near. */
async function runThrough(file: Uint8Array, sizes: WindowSizes, way: Way = "joblib"): Promise<unknown> {
  const window = new Window(watchedSource(file), new AbortController().signal, sizes);
  const log = new FaultLog(PICKLE_FAULTS);
  const machine = new Machine({ window, globals: new Globals(), tensors: new Tensors(), log, way });
  const arrays: Span[] = [];
  await drive(machine, 0, arrays);
  const globals = machine.globals.list().map(({ arguments: _, ...rest }: GlobalFact) => rest);
  const { at, status, operations, refused } = machine;
  const weights = machine.tensors.fact({ start: 0, end: at });
  return { at, status, operations, refused, globals, arrays, weights, faults: log.list() };
}

const ways = fc.constantFrom<Way>("joblib", "plain", "dropping");

test("the size of the windows through which a stream is read changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(stream, fc.integer({ min: 1, max: 40 }), ways, async (bytes, first, way) => {
      const whole = await runThrough(bytes, { first: 1 << 20, most: 1 << 20 }, way);
      expect(await runThrough(bytes, { first, most: 2 * first }, way)).toEqual(whole);
    }),
    { numRuns: 2_000 },
  );
});

test("a line goes on through as many windows as it takes", async () => {
  const bytes = assemble(op.UNICODE("x".repeat(200_000)), op.POP, op.GLOBAL("owls", "hoot"), op.STOP);
  expect(await runThrough(bytes, { first: 1_000, most: 4_000 })).toMatchObject({ status: "stopped", at: bytes.length });
});
