import { type OperatorFact, type Reading, withInner } from "../../model/facts.ts";
import { placeWithin } from "../../model/place.ts";
import type { ScanRule } from "../../model/plugin.ts";
import type { Finding } from "../../model/types.ts";

/** Operators that call Python, or read and write files and connections of the graph's choice, and what each does. */
const DANGEROUS: ReadonlyMap<string, string> = new Map([
  ["PyFunc", "calls a Python function"],
  ["PyFuncStateless", "calls a Python function"],
  ["EagerPyFunc", "calls a Python function"],
  ["ReadFile", "reads a file of its choice"],
  ["WriteFile", "writes a file of its choice"],
  ["MatchingFiles", "lists files of its choice"],
  ["Rpc", "asks a server of its choice"],
  ["TryRpc", "asks a server of its choice"],
]);

/** Operators that open files, as graphs for training and input do. */
const OPENS: ReadonlyMap<string, string> = new Map(
  [
    "CacheDataset",
    "CacheDatasetV2",
    "CreateSummaryFileWriter",
    "FixedLengthRecordDataset",
    "FixedLengthRecordDatasetV2",
    "LoadDataset",
    "SaveDataset",
    "SaveDatasetV2",
    "SnapshotDataset",
    "SnapshotDatasetV2",
    "SqlDataset",
    "TFRecordDataset",
    "TFRecordDatasetV2",
    "TextLineDataset",
    "WholeFileReader",
    "WholeFileReaderV2",
  ].map((name) => [name, "opens files while it runs"]),
);

function judge(reading: Reading, path: string): readonly Finding[] {
  return (reading.facts.operators ?? []).flatMap((operator): readonly Finding[] => {
    const found = verdictOn(operator);
    if (found === null) return [];
    const [severity, code, what] = found;
    const args = { path, name: operator.name, count: operator.count };
    const message = `${path}: operator ${operator.name} ${what}`;
    return [
      { rule: "tensorflow-operators", severity, code, args, message, at: placeWithin(path, reading, operator.at) },
    ];
  });
}

function verdictOn({ name, opens }: OperatorFact): readonly ["error" | "warning", string, string] | null {
  const danger = DANGEROUS.get(name);
  if (danger !== undefined) return ["error", "dangerous-operator", danger];
  if (opens?.startsWith("file:")) return ["error", "writes-file", `writes to ${opens.slice(0, 100)}`];
  const warning = OPENS.get(name);
  return warning === undefined ? null : ["warning", "opens-files", warning];
}

const tensorflowOperators: ScanRule<"tensorflow-operators"> = {
  id: "tensorflow-operators",
  version: 1,
  danger: "A TensorFlow graph that calls Python or reads and writes files",
  advice: "Do not run the graph; take the weights as safetensors, or build the model yourself and load its variables.",
  codes: {
    "dangerous-operator": {
      severity: "error",
      means: "an operator that calls Python, or works on files of its choice",
    },
    "writes-file": { severity: "error", means: "an operator that writes to an address which the graph holds" },
    "opens-files": { severity: "warning", means: "an operator of an input pipeline that opens files" },
  },
  inspect: (readings, { path }) => withInner(readings).flatMap((reading) => judge(reading, path)),
};

export default tensorflowOperators;
