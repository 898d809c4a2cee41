import { type GraphFact, type Reading, withInner } from "../../model/facts.ts";
import { placeWithin } from "../../model/place.ts";
import type { ScanRule } from "../../model/plugin.ts";
import type { Artifact, Finding } from "../../model/types.ts";

/** Domains whose operators ONNX itself and ONNX Runtime bring along (onnxruntime, `core/graph/constants.h`). */
const BUILT_IN: ReadonlySet<string> = new Set([
  "ai.onnx.ml",
  "ai.onnx.training",
  "ai.onnx.preview.training",
  "com.microsoft",
  "com.microsoft.experimental",
  "com.microsoft.nchwc",
  "com.ms.internal.nhwc",
]);

/** Operators that call Python: by names of a module and a class that the model states, or by a function's id. */
const CALLS_PYTHON: ReadonlySet<string> = new Set(["PyOp", "PyCustomOpDef", "PythonOp", "PythonOpGrad"]);

function judge(reading: Reading, path: string): readonly Finding[] {
  return judgeGraph(reading.facts.graph, path).map((finding) => ({ ...finding, at: placeWithin(path, reading) }));
}

function judgeGraph(graph: GraphFact | undefined, path: string): readonly Finding[] {
  const foreign = graph?.foreign ?? [];
  const python = foreign.find(({ name }) => CALLS_PYTHON.has(name));
  const unknown = foreign.filter((one) => !BUILT_IN.has(one.domain) && !CALLS_PYTHON.has(one.name));
  const domains = [...new Set(unknown.map(({ domain }) => domain))].sort();
  const findings = domains.map((domain) => sayUnknown(path, domain, unknown));
  return python === undefined ? findings : [sayPython(path, python), ...findings];
}

function sayPython(path: string, { domain, name }: { readonly domain: string; readonly name: string }): Finding {
  return {
    rule: "custom-operators",
    severity: "error",
    code: "calls-python",
    args: { path, domain, name },
    message: `${path}: operator ${name} of ${domain} calls Python code that the model names`,
    at: { path },
  };
}

function sayUnknown(path: string, domain: string, unknown: NonNullable<GraphFact["foreign"]>): Finding {
  const names = unknown.filter((one) => one.domain === domain).map(({ name }) => name);
  const [name = "", ...others] = names;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return {
    rule: "custom-operators",
    severity: "warning",
    code: "foreign-domain",
    args: { path, domain, name, count: names.length },
    message: `${path}: operators of ${domain} (${name}${more}) need a library that is not part of ONNX Runtime`,
    at: { path },
  };
}

const customOperators: ScanRule<"custom-operators"> = {
  id: "custom-operators",
  version: 1,
  danger: "A model that runs only together with somebody's own native or Python code",
  advice: "Load it only with libraries that you would install anyway, and never with one that comes with the model.",
  codes: {
    "calls-python": { severity: "error", means: "an operator that calls Python which the model names" },
    "foreign-domain": { severity: "warning", means: "operators that need a library which ONNX Runtime has not" },
  },
  inspect: (readings, { path }: Artifact) => withInner(readings).flatMap((reading) => judge(reading, path)),
};

export default customOperators;
