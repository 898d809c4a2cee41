import fc from "fast-check";
import { expect, test } from "vitest";
import { globalFamilies } from "./global-families.generated.ts";
import { judgeGlobal } from "./judge-global.ts";

function tierOf(module: string, name: string): string {
  return judgeGlobal({ module, name }).tier;
}

test.each([
  ["collections", "OrderedDict", "weights-only"],
  ["torch._utils", "_rebuild_tensor_v2", "weights-only"],
  ["torch", "FloatStorage", "weights-only"],
  ["builtins", "list", "allowed"],
  ["__builtin__", "list", "allowed"],
  ["datetime", "datetime", "allowed"],
  ["sklearn.linear_model._logistic", "LogisticRegression", "allowed"],
  ["__torch__.torch.nn.modules.conv.___torch_mangle_7", "Conv2d", "allowed"],
  ["http", "HTTPStatus", "allowed"],
  ["http", "HTTPStatus.OK", "allowed"],
  ["flair.embeddings.token", "TransformerWordEmbeddings", "doubtful"],
  ["__main__", "TrainingArguments", "unknown"],
  ["utils.code", "Model", "unknown"],
  ["torch", "_utils", "unknown"],
])("%s %s is %s", (module, name, tier) => {
  expect(tierOf(module, name)).toBe(tier);
});

test.each([
  ["posix", "system"],
  ["nt", "system"],
  ["os.path", "exists"],
  ["builtins", "eval"],
  ["__builtin__", "apply"],
  ["six.moves.builtins", "eval"],
  ["six.moves", "builtins.eval"],
  ["_io", "open"],
  ["_operator", "attrgetter"],
  ["asyncio.unix_events", "_UnixSubprocessTransport._start"],
  ["http", "client.HTTPConnection"],
  ["bdb", "Bdb.run"],
  ["uuid", "_get_command_stdout"],
  ["pathlib", "os.system"],
  ["pathlib", "Path.write_text"],
  ["collections", "_sys.modules"],
  ["torch", "serialization.os.system"],
  ["torch", "np.load"],
  ["torch", "hub"],
  ["torch.nn.modules.module", "os"],
  ["numpy", "ndarray.tofile"],
  ["numpy", "ndarray.__reduce__"],
  ["joblib.externals.cloudpickle.cloudpickle", "_make_function"],
])("%s %s is dangerous, however it is reached", (module, name) => {
  expect(tierOf(module, name)).toBe("dangerous");
});

const allowed = globalFamilies.flatMap(({ allowed: groups = [] }) =>
  groups.flatMap(({ globals }) =>
    Object.entries(globals).flatMap(([module, names]) => names.map((name) => ({ module, name }))),
  ),
);
const dangerous = globalFamilies.flatMap(({ dangerous: groups = [] }) => groups.flatMap(({ modules = [] }) => modules));
const any = fc.constantFrom;

test("what is allowed is never found dangerous, and no attribute of it is allowed with it", () => {
  const holds = fc.property(any(...allowed), fc.stringMatching(/^[a-z]{1,8}$/), ({ module, name }, attribute) => {
    expect(["weights-only", "allowed"]).toContain(tierOf(module, name));
    expect(["unknown", "dangerous"]).toContain(tierOf(module, `${name}.${attribute}`));
    expect(["unknown", "dangerous"]).toContain(tierOf(`${module}.${attribute}`, name));
  });
  fc.assert(holds, { numRuns: 2000 });
});

test("a dangerous module is dangerous through any attribute of anything", () => {
  const holds = fc.property(any(...allowed), any(...dangerous), ({ module, name }, danger) => {
    expect(tierOf(danger, "anything")).toBe("dangerous");
    expect(tierOf(`${danger}.below`, "Anything")).toBe("dangerous");
    for (const path of [`${danger}.run`, `${name}.${danger}.run`]) expect(tierOf(module, path)).toBe("dangerous");
  });
  fc.assert(holds, { numRuns: 2000 });
});

test("names that never were are judged and never allowed", () => {
  const holds = fc.property(fc.string(), fc.string(), (module, name) => {
    if (!allowed.some((known) => known.module === module && known.name === name))
      expect(["unknown", "dangerous"]).toContain(tierOf(module, name));
  });
  fc.assert(holds, { numRuns: 5000 });
});

test("a name of any length is judged at once", () => {
  const start = performance.now();
  for (const part of ["a", "numpy", "os_", "__torch__"]) {
    const long = Array.from({ length: 30_000 }, () => part).join(".");
    expect(tierOf("torch", long)).toBe("dangerous");
    expect(tierOf(long, "x")).toBe("dangerous");
    for (let index = 0; index < 5000; index++) tierOf(`${part}.${part}.${part}`, `${part}.numpy.numpy.x${index}`);
  }
  expect(performance.now() - start).toBeLessThan(2000);
});
