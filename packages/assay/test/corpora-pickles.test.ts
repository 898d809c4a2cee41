import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { memorySource } from "../src/bytes/memory-source.ts";
import pickle from "../src/formats/pickle/index.ts";
import pytorchLegacy from "../src/formats/pytorch-legacy/index.ts";
import { mapPython2Name } from "../src/formats/shared/pickle/compat-names.ts";
import { OP } from "../src/formats/shared/pickle/operations.ts";
import type { Fault, Reading } from "../src/model/facts.ts";
import type { Format, ReadContext } from "../src/model/plugin.ts";
import { testContext } from "./format-kit.ts";

// The corpora are other people's files and stay outside of the repository. They are read as bytes and never unpickled.
const corpora = process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../../shared/corpora", import.meta.url));
const security = join(corpora, "security");

const formats: readonly Format[] = [pickle, pytorchLegacy];

/** All readings of a file and of what is inside of it. */
async function readAll(bytes: Uint8Array, name: string): Promise<readonly Omit<Reading, "format" | "inside">[]> {
  const ctx: ReadContext = testContext({
    descend: async (child, inner) => {
      const content = await child.read(0, child.size);
      const inside = await readAll(content, inner).catch(() => []);
      return inside.map((reading) => ({ format: "pickle", inside: [inner], ...reading }));
    },
  });
  const matching = formats.filter((format) => format.matches(name, bytes.subarray(0, 4_096), bytes.subarray(-65_536)));
  return await Promise.all(matching.map((format) => format.read(memorySource(bytes), ctx)));
}

function read(folder: string, file: string): Promise<readonly Omit<Reading, "format" | "inside">[]> {
  return readAll(new Uint8Array(readFileSync(join(security, folder, file))), file);
}

/** Rows of a corpus's list of what is expected. */
function listRows(folder: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(security, folder, "expected.tsv"), "utf8")
    .split("\n")
    .slice(1);
  return lines.filter((line) => line !== "").map((line) => line.split("\t"));
}

/** Names that operations of the readings import. */
function listImports(readings: readonly Omit<Reading, "format" | "inside">[]): readonly string[] {
  const globals = readings.flatMap(({ facts }) => facts.pickle?.globals ?? []);
  const imported = globals.filter(({ operation }) => operation in OP);
  return imported.map(({ module, name }) => `${module}.${name}`).toSorted();
}

/** A name of the list as loaders resolve it. */
function resolve(written: string): string {
  const dot = written.lastIndexOf(".");
  const { module, name } = mapPython2Name({ module: written.slice(0, dot), name: written.slice(dot + 1) });
  return `${module}.${name}`;
}

/** Archives and arrays, one of them under the name of a checkpoint. */
const CONTAINER = /\.(?:zip|7z|npy|npz|gz)$|new_pytorch_model\.bin$/;

function listErrors(faults: readonly Fault[]): readonly string[] {
  return faults.filter(({ severity, isDamage }) => severity !== "note" && isDamage !== true).map(({ code }) => code);
}

describe.skipIf(!existsSync(security))("files of other scanners", () => {
  const rows = existsSync(security) ? listRows("picklescan").filter(([file = ""]) => !CONTAINER.test(file)) : [];

  test.each(rows)("%s imports what picklescan's own list says", async (file, label, reason) => {
    const readings = file === "data/bad_pytorch.pt" ? [] : await read("picklescan", file);
    const listed = [...reason.matchAll(/([\w.]+)=(?:innocuous|suspicious|dangerous)/g)].map(([, name = ""]) => name);
    // What it calls "unknown" is a name that its stack does not know, and a number is none.
    const known = listed.filter((name) => !/(?:^|\.)(?:unknown|\d+)(?:\.|$)/.test(name)).map(resolve);
    const imports = listImports(readings);
    if (listed.length === known.length) expect(imports).toEqual([...new Set(known)].toSorted());
    else expect(imports).toEqual(expect.arrayContaining(known));
    if (label === "malicious") expect(imports.length).toBeGreaterThan(0);
  });

  test.each(["billionLaughs.pt", "billionLaughsAlt.pkl", "globalLaughs.pt"])("%s unfolds", async (file) => {
    const [reading] = await read("pickle_injector", file);
    expect(reading?.faults.map(({ code }) => code)).toContain("unfolds");
  });

  const files = existsSync(security) ? readdirSync(join(security, "hand-assembled")) : [];
  const benign = files.filter((file) => /^b.*\.(?:pkl|pt|joblib)$/.test(file) || file === "b29_training_args.bin");

  test.each(benign)("%s is read to its end, and nothing is wrong with it", async (file) => {
    const readings = await read("hand-assembled", file);
    expect(readings).toHaveLength(1);
    expect(readings.flatMap(({ faults }) => listErrors(faults))).toEqual([]);
    expect(readings.flatMap(({ spans }) => spans).filter(({ as }) => as === "unread")).toEqual([]);
    expect(readings.flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  test.each<[string, string]>([
    ["m19_dynamic_module_name.pkl", "computed-name"],
    ["m40_frame_divergence.pkl", "frame-divergence"],
    ["m41_frame_straddle.pkl", "frame-straddled"],
    ["m25_persid.pkl", "persistent-object"],
    ["d01_memo_index.pkl", "memo-index"],
  ])("%s: %s", async (file, code) => {
    const readings = await read("hand-assembled", file);
    expect(readings.flatMap(({ faults }) => faults).map((fault) => fault.code)).toContain(code);
  });

  test.each<[string, string]>([
    ["m01_p0_global.pkl", "os.system"],
    ["m05_obj.pkl", "os.system"],
    ["m13_memo_mix_put_memoize.pkl", "os.system"],
    ["m20_dotted_name.pkl", "pathlib.os.system"],
    ["m23_ext_registry.pkl", "copyreg.add_extension"],
    ["m26_py2_commands.pkl", "subprocess.getoutput"],
    ["m30_truncated_no_stop.pkl", "os.system"],
    ["m40_frame_divergence.pkl", "os.system"],
    ["m45_no_ext", "os.system"],
    ["m46_plain_pickle.bin", "os.system"],
    ["m47_plain_pickle.safetensors", "os.system"],
    ["m52_joblib_after_array.joblib", "os.system"],
    ["z15_torch_legacy.pt", "os.system"],
  ])("%s imports %s", async (file, name) => {
    expect(listImports(await read("hand-assembled", file))).toContain(name);
  });
});
