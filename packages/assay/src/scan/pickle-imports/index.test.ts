import fc from "fast-check";
import { expect, test } from "vitest";
import { ALONE } from "../../../test/support/inspect.ts";
import type { GlobalFact, Reading } from "../../model/facts.ts";
import type { Artifact, Finding } from "../../model/types.ts";
import rule from "./index.ts";

const ARTIFACT = { path: "model.bin" } as Artifact;

/** A name that a pickle imports, written `module:name`, and what is done with it. */
function imported(path: string, done: Partial<GlobalFact> = {}): GlobalFact {
  const [module = "", name = ""] = path.split(":");
  return { module, name, operation: "GLOBAL", calls: 0, builds: 0, at: { start: 2, end: 12 }, ...done };
}

function reading(globals: readonly GlobalFact[], rest: Partial<Reading> = {}): Reading {
  const pickle = {
    streams: 1,
    operations: 9,
    protocol: 2,
    globals,
    weightsOnly: { loads: false, missing: [], operations: [] },
    at: { start: 0, end: 99 },
  };
  return { format: "pickle", inside: [], facts: { pickle }, children: [], spans: [], faults: [], gaps: [], ...rest };
}

function inspect(...globals: readonly GlobalFact[]): readonly Finding[] {
  return rule.inspect([reading(globals)], ARTIFACT, ALONE);
}

test("a call that runs a command is told with its arguments and its place", () => {
  expect(
    inspect(imported("posix:system", { calls: 1, arguments: '("echo owl",)', at: { start: 7, end: 21 } })),
  ).toEqual([
    {
      rule: "pickle-imports",
      severity: "error",
      code: "known-danger",
      args: {
        global: "posix.system",
        operation: "GLOBAL",
        calls: 1,
        builds: 0,
        does: "runs commands of the operating system, or changes files",
      },
      message:
        'calls posix.system("echo owl",) when it is loaded: it runs commands of the operating system, or changes files',
      at: { path: "model.bin", start: 7, end: 21 },
    },
  ]);
});

test("a danger that is only imported is one too, and one inside an archive is told with the way in", () => {
  const inner = reading([imported("builtins:eval")], { inside: ["archive/data.pkl"] });
  const outer: Reading = { ...reading([]), facts: {}, children: [inner] };
  expect(rule.inspect([outer], ARTIFACT, ALONE)).toMatchObject(
    [{ severity: "error", message: /^imports builtins\.eval when/, at: { inside: ["archive/data.pkl"] } }].map(
      ({ message, ...rest }) => ({ ...rest, message: expect.stringMatching(message) }),
    ),
  );
});

test("what two formats read of one pickle is told once", () => {
  const twice = [reading([imported("os:system")]), reading([imported("os:system")], { format: "pytorch-legacy" })];
  expect(rule.inspect(twice, ARTIFACT, ALONE)).toHaveLength(1);
});

test("tensors, plain values and what loads them are silent", () => {
  const names = [
    "collections:OrderedDict",
    "torch._utils:_rebuild_tensor_v2",
    "torch:FloatStorage",
    "datetime:datetime",
  ];
  expect(inspect(...names.map((name) => imported(name, { calls: 3 })))).toEqual([]);
});

test.each([
  [
    "unknown-global",
    "warning",
    imported("__main__:Net", { instances: 1 }),
    "makes an instance of __main__.Net when it is",
  ],
  ["doubtful-global", "warning", imported("torch.storage:_load_from_bytes", { calls: 1 }), "it unpickles the bytes"],
  ["called-class", "warning", imported("torch.nn.modules.conv:Conv2d", { calls: 1 }), "only its instances are known"],
  ["needs-library", "note", imported("torch.nn.modules.conv:Conv2d", { instances: 1 }), "needs code of PyTorch"],
  ["known-danger", "error", imported("ultralytics.nn.tasks:DetectionModel", { calls: 1 }), "evaluates text as Python"],
] as const)("%s is a finding of severity %s", (...[code, severity, global, words]) => {
  expect(inspect(global)).toMatchObject([{ code, severity, message: expect.stringContaining(words) }]);
});

test("a class that is dangerous to call is so where another name may call it", () => {
  const model = imported("ultralytics.nn.tasks:DetectionModel", { instances: 1 });
  expect(inspect(model)).toMatchObject([{ code: "needs-library" }]);
  const binder = imported("functools:partial", { calls: 1 });
  expect(inspect(model, binder)).toMatchObject([{ code: "known-danger" }]);
});

test("a look-up is what it finds, unless it may be called where nobody sees it", () => {
  const getattr = imported("builtins:getattr", { calls: 1 });
  const found = imported("http:HTTPStatus.OK", { operation: "getattr" });
  expect(inspect(getattr, imported("http:HTTPStatus"), found)).toEqual([]);
  expect(inspect(getattr, imported("bdb:Bdb.run", { operation: "getattr" }))).toMatchObject([{ severity: "error" }]);
  expect(inspect(imported("builtins:getattr"))).toMatchObject([{ severity: "error" }]);
  expect(inspect(getattr, imported("functools:partial", { calls: 1 }))).toMatchObject([{ severity: "error" }]);
});

test("one library is one note, whatever the number of its names", () => {
  const names = ["Conv2d", "ConvTranspose2d", "Conv1d", "Conv3d"].map((name) =>
    imported(`torch.nn.modules.conv:${name}`),
  );
  expect(inspect(...names)).toMatchObject([
    { severity: "note", args: { library: "PyTorch", names: 4 }, message: expect.stringContaining("Conv1d and 1 more") },
  ]);
});

test("many names are counted behind a hundred, the worst of them first", () => {
  const many = Array.from({ length: 140 }, (_, index) => imported(`mine:Class${index}`));
  const findings = inspect(...many, imported("os:system"));
  expect(findings).toHaveLength(101);
  expect(findings[0]).toMatchObject({ code: "known-danger" });
  expect(findings.at(-1)).toMatchObject({ code: "more-globals", severity: "warning", args: { count: 41 } });
});

test("a pickle of as many names as are kept is judged at once", () => {
  const many = (prefix: string): readonly GlobalFact[] =>
    Array.from({ length: 65_536 }, (_, index) => imported(`${prefix}:Class${index}`));
  const start = performance.now();
  expect(inspect(...many("__torch__.owls"))).toMatchObject([{ code: "needs-library", args: { names: 65_536 } }]);
  expect(inspect(...many("owls"))).toHaveLength(101);
  expect(performance.now() - start).toBeLessThan(4000);
});

test("no name is too long to be told", () => {
  const [finding] = inspect(imported(`${"m".repeat(70_000)}:x`, { calls: 1, arguments: "a".repeat(70_000) }));
  expect(finding?.message.length).toBeLessThan(600);
});

test("any pickle is judged, and what is dangerous stays so beside anything", () => {
  const name = fc.record({
    module: fc.oneof(fc.string(), fc.constantFrom("torch", "os", "collections", "builtins")),
    name: fc.oneof(fc.string(), fc.constantFrom("eval", "OrderedDict", "system", "np.load")),
    calls: fc.nat(3),
    builds: fc.nat(3),
  });
  const holds = fc.property(fc.array(name, { maxLength: 30 }), (names) => {
    const globals = names.map((one, start) => imported("x:y", { ...one, at: { start, end: 99 } }));
    const alone = globals.filter((one) => inspect(one).some(({ severity }) => severity === "error"));
    const together = inspect(...globals).filter(({ severity }) => severity === "error");
    expect(together.length).toBeGreaterThanOrEqual(alone.length);
  });
  fc.assert(holds, { numRuns: 500 });
});

test("a class that is dangerous to call is one where it is handed on, and not where it is only made", () => {
  const detector = "ultralytics.nn.tasks:DetectionModel";
  const codes = (done: Partial<GlobalFact>): readonly string[] =>
    inspect(imported(detector, done)).map(({ code }) => code);
  expect(codes({ instances: 1, builds: 1 })).toEqual(["needs-library"]);
  expect(codes({ instances: 1, builds: 1, held: 1 })).toEqual(["known-danger"]);
  expect(codes({ held: 1 })).toEqual(["known-danger"]);
});

test("getattr that is called and also handed on is told", () => {
  expect(inspect(imported("builtins:getattr", { calls: 1 }))).toEqual([]);
  expect(inspect(imported("builtins:getattr", { calls: 1, held: 1 }))).toMatchObject([{ code: "known-danger" }]);
});
