import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type ImportedName, judgeGlobal } from "./judge-global.ts";

const corpora =
  process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../../../../shared/corpora", import.meta.url));
const folder = `${corpora}/security`;

function rowsOf(path: string): readonly (readonly string[])[] {
  const lines = readFileSync(`${folder}/${path}`, "utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => line.split("\t"));
}

/** Every way in which a path can be a module and a name in it. */
function split(path: string): readonly ImportedName[] {
  const parts = path.split(".");
  return parts.slice(1).map((_, index) => ({
    module: parts.slice(0, index + 1).join("."),
    name: parts.slice(index + 1).join("."),
  }));
}

function tiersOf(path: string): readonly string[] {
  return split(path).map((name) => judgeGlobal(name).tier);
}

/** The tier of a path whose last part is the name. */
function tierOf(path: string): string {
  return tiersOf(path).at(-1) ?? "unknown";
}

function mayBeCalled(path: string): boolean {
  const [name] = split(path).slice(-1);
  const standing = name === undefined ? undefined : judgeGlobal(name);
  return standing !== undefined && "group" in standing && standing.group.called === true;
}

const SAFE = ["weights-only", "allowed"];

describe.skipIf(!existsSync(folder))("corpora", () => {
  test("of 1,577 real pickles none is dangerous, and at most 1.5 % import what is not known to be harmless", () => {
    const files = rowsOf("pickleball/hf-benign-imports.tsv").map((row) => (row[2] ?? "").split(";").filter(Boolean));
    expect(files).toHaveLength(1577);
    expect(files.flat().filter((path) => tierOf(path) === "dangerous")).toEqual([]);
    const open = files.filter((paths) => paths.some((path) => !SAFE.includes(tierOf(path))));
    expect(open.length / files.length).toBeLessThanOrEqual(0.015);
  });

  test("of 308 real names these are not known to be harmless, and why", () => {
    const names = rowsOf("pickleball/hf-global-frequency.tsv").map(([name = ""]) => name);
    expect(names).toHaveLength(308);
    expect(names.filter((name) => !SAFE.includes(tierOf(name)))).toEqual([
      // Its state rebuilds a whole model, and may say that the code of another repository is to be trusted.
      "flair.embeddings.token.TransformerWordEmbeddings",
      // Code of somebody's own program.
      "__main__.DistillTrainingArguments",
      "utils.args_helper.TrainingArguments",
      "__main__.NITrainingArguments",
      "__main__.TrainingArguments",
      "reranker.arguments.RerankerTrainingArguments",
      "__main__.DistillationTrainingArguments",
      // No module of the library has this name.
      "pyannote.audio.cor.model.Introspection",
    ]);
  });

  test("what loaders of known libraries call may be called, where it is known at all", () => {
    const policies = readdirSync(`${folder}/pickleball/policies`);
    const called = policies.flatMap((name) => {
      const policy: Readonly<Record<string, { readonly reduces?: readonly string[] }>> = JSON.parse(
        readFileSync(`${folder}/pickleball/policies/${name}`, "utf8"),
      );
      return Object.values(policy).flatMap(({ reduces = [] }) => reduces);
    });
    const real = new Set(rowsOf("pickleball/hf-global-frequency.tsv").map(([name]) => name));
    const seen = called.filter((path) => real.has(path) && SAFE.includes(tierOf(path)));
    expect(new Set(seen).size).toBeGreaterThan(20);
    expect(seen.filter((path) => !mayBeCalled(path))).toEqual([]);
  });

  test("a copy of the restricted loader's list is taken by ours", () => {
    const copy: Readonly<Record<string, { readonly globals: readonly string[] }>> = JSON.parse(
      readFileSync(`${folder}/pickleball/weightsonly.json`, "utf8"),
    );
    const names = Object.values(copy).flatMap(({ globals }) => globals);
    expect(names.length).toBeGreaterThan(50);
    // The copy has a slip of its own: the function lies in torch.serialization.
    const slip = "torch.nn.serialization._get_layout";
    expect(names.filter((name) => tierOf(name) !== "weights-only")).toEqual([slip]);
  });

  test("what another scanner calls dangerous is so, but for a function that binds another and a made-up name", () => {
    const reasons = rowsOf("picklescan/expected.tsv").map((row) => row[2] ?? "");
    const names = reasons.flatMap((reason) =>
      [...reason.matchAll(/([\w.]+)=dangerous/g)].map((match) => match[1] ?? ""),
    );
    expect(names.length).toBeGreaterThan(90);
    expect([...new Set(names.filter((name) => !tiersOf(name).includes("dangerous")))]).toEqual([
      "functools.partial",
      "_rebuild_tensor.unknown",
    ]);
  });

  test("no gadget is known to be harmless, whichever part of it is the module", () => {
    const gadgets = rowsOf("hand-assembled/expected.tsv").flatMap(([, , technique = ""]) =>
      technique.startsWith("gadget ") ? technique.slice("gadget ".length) : [],
    );
    expect(gadgets.length).toBeGreaterThan(20);
    expect(gadgets.flatMap(split).filter((name) => judgeGlobal(name).tier !== "dangerous")).toEqual([]);
  });
});
