import { type LayerFact, type Reading, withInner } from "../../model/facts.ts";
import { placeWithin } from "../../model/place.ts";
import type { ScanRule } from "../../model/plugin.ts";
import type { Finding } from "../../model/types.ts";
import { rank } from "./known.ts";
import { CODES } from "./words.ts";

/** What is wrong with a layer: how bad it is, under which code it is told, and in which words. */
type Verdict = readonly [severity: "error" | "warning", code: string, what: string];

function judge(reading: Reading, path: string): readonly Finding[] {
  return (reading.facts.layers ?? []).flatMap((layer) =>
    verdictsOn(layer).map(([severity, code, what]): Finding => {
      const args = { path, name: layer.name, ...(layer.module === undefined ? {} : { module: layer.module }) };
      return {
        rule: "keras-code",
        severity,
        code,
        args,
        message: `${path}: ${what}`,
        at: placeWithin(path, reading, layer.at),
      };
    }),
  );
}

function verdictsOn(layer: LayerFact): readonly Verdict[] {
  if (layer.kind === "bytecode")
    return [
      ["error", "bytecode", "a Lambda holds compiled Python code, which runs when the model is loaded or called"],
    ];
  const named = judgeName(layer);
  const opened = (layer.opens ?? []).map((one) => judgeOpened(layer, one));
  return named === null ? opened : [named, ...opened];
}

/** Layers that load what their configuration points to, whatever it is. */
const LOADS: ReadonlyMap<string, string> = new Map([
  ["TFSMLayer", "TFSMLayer loads and runs a SavedModel that lies outside of the file"],
  ["TorchModuleWrapper", "TorchModuleWrapper unpickles a PyTorch module that its configuration holds"],
]);

function judgeName({ name, module, registered, kind }: LayerFact): Verdict | null {
  const loads = kind === "object" ? LOADS.get(name) : undefined;
  if (loads !== undefined) return ["error", "loads-code", loads];
  const what = kind === "function" ? "function" : "class";
  const full = module === undefined ? name : `${module}.${name}`;
  switch (rank(module, name)) {
    case "system":
      return [
        "error",
        "system-function",
        `its configuration has the loader import ${full}, which runs programs or code`,
      ];
    case "gadget":
      return ["error", "gadget", `its configuration has the loader call ${full}, which reaches beyond the model`];
    case "own":
      return ["warning", "own-code", `${what} ${full} is code that is not part of Keras`];
    default:
      return judgeRegistered({ name, registered, what });
  }
}

interface Registered {
  readonly name: string;
  readonly registered: string | undefined;
  readonly what: string;
}

/** `Custom>Owl`: registered by code of one's own, under a package's name. Those of Keras have none. */
function judgeRegistered({ name, registered, what }: Registered): Verdict | null {
  if (registered === undefined || !registered.includes(">") || /^keras/.test(registered)) return null;
  return ["warning", "own-code", `${what} ${name} is registered as ${registered}: code that is not part of Keras`];
}

/** An address, or a path that leads out of the folder of the model. */
const OUTSIDE = /^[a-z][a-z0-9+.-]*:|^[/\\~]|(?:^|[/\\])\.\.(?:[/\\]|$)/i;

function judgeOpened({ name }: LayerFact, { key, value }: { readonly key: string; readonly value: string }): Verdict {
  const what = `${key} of ${name} is a file that the loader opens: "${value.slice(0, 100)}"`;
  return OUTSIDE.test(value) ? ["error", "opens-outside", what] : ["warning", "opens-file", what];
}

const kerasCode: ScanRule<"keras-code"> = {
  id: "keras-code",
  version: 1,
  danger: "A Keras model whose configuration runs code or opens files",
  advice: "Load only its weights into a model that you build yourself, and leave safe_mode on.",
  codes: CODES,
  inspect: (readings, { path }) => withInner(readings).flatMap((reading) => judge(reading, path)),
};

export default kerasCode;
