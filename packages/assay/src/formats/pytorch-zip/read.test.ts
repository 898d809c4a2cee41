import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, work } from "../../../test/format-kit.ts";
import { makeZip, type ZipEntry } from "../../../test/support/archive.ts";
import { assemble, op } from "../../../test/support/pickle.ts";
import { ask, makeSafetensors, openBench } from "../../../test/support/release.ts";
import weightsPublished from "../../probes/weights-published/index.ts";
import { examples } from "./examples/build.ts";
import pytorchZip from "./index.ts";
import * as words from "./words.ts";

testExamples(pytorchZip, words, { url: import.meta.url, examples });

const checkpoint = examples["good/checkpoint.pt"] ?? new Uint8Array();

test("another archive is no checkpoint", () => {
  const zip = new Uint8Array(makeZip([{ name: "a/readme.md", content: "x" }]));
  expect(pytorchZip.matches("model.bin", zip, zip)).toBe(false);
  expect(pytorchZip.matches("model.bin", checkpoint, checkpoint)).toBe(true);
});

const file = (name: string, content: string | Uint8Array = "x"): ZipEntry => ({ name, content });
const matchesZip = (path: string, entries: readonly ZipEntry[]): boolean => {
  const zip = new Uint8Array(makeZip(entries));
  return pytorchZip.matches(path, zip.subarray(0, 4096), zip.subarray(-65_536));
};

test("a checkpoint whose directory is longer than what is looked at is known by its first member", () => {
  const storages = Array.from({ length: 3_000 }, (_, index) => file(`owl/data/${index}`));
  expect(matchesZip("a.bin", [file("owl/data.pkl"), ...storages, file("owl/version")])).toBe(true);
});

test("an archive is known by its members' names, not by what is written in them", () => {
  expect(matchesZip("a.zip", [file("docs/readme.md", "see owl/data.pkl and owl/version")])).toBe(false);
  expect(matchesZip("a.zip", [file("birds/data.pkl"), file("birds/readme.md")])).toBe(false);
  expect(matchesZip("a.zip", [file("owl/data.pkl"), file("owl/version")])).toBe(true);
  expect(matchesZip("a.zip", [file("owl/DATA.PKL"), file("owl/.data/version")])).toBe(true);
  expect(matchesZip("a.zip", [file("data.pkl"), file("version")])).toBe(false);
  expect(matchesZip("a.pt", [file("data.pkl"), file("version")])).toBe(true);
});

async function readZip(entries: readonly ZipEntry[]) {
  const zip = new Uint8Array(makeZip(entries));
  const done = await work(pytorchZip, zip);
  checkLaws(done, zip.length, words);
  if (done.read === undefined) throw done.error;
  return done.read;
}

const plain = [file("owl/data.pkl"), file("owl/version")];

test.each<[string, string, readonly ZipEntry[]]>([
  ["no version", "no-version", [file("owl/data.pkl")]],
  ["no folder", "no-folder", [file("data.pkl"), file("version")]],
  ["a pickle somewhere else", "no-pickle", [file("owl/extra/data.pkl"), file("owl/version")]],
  [
    "a pickle that is only marked as encrypted",
    "false-flag",
    [{ ...file("owl/data.pkl"), flags: 1 }, file("owl/version")],
  ],
  ["two names that differ in case", "duplicate-member", [...plain, file("owl/DATA.pkl")]],
  ["more than can be packed", "bad-size", [...plain, { ...file("owl/data/0"), isDeflated: true, size: 2 ** 31 }]],
])("%s: %s", async (_, code, entries) => {
  expect((await readZip(entries)).faults.map((fault) => fault.code)).toEqual([code]);
});

test("bytes of tensors are those of storages, not of files that are called so further down", async () => {
  const storage = file("owl/data/0", new Uint8Array(16));
  const other = [file("owl/extra/data/0", "hoot"), file("owl/extra/constants.pkl"), file("owl/code/x.py")];
  const read = await readZip([...plain, storage, ...other]);
  expect(read.facts.container).toEqual({ kind: "pytorch", members: 6, storages: 1, bytes: 16 });
});

test("bytes in front of an archive are not called parsed", async () => {
  const { read } = await work(pytorchZip, new Uint8Array([1, 2, 3, ...checkpoint]));
  expect(read?.spans[0]).toMatchObject({ start: 0, end: 3, as: "unread" });
  expect(read?.faults.map(({ code }) => code)).toEqual(["loose-bytes"]);
});

test("a checkpoint is there as weights; where its pickle describes no tensor, what it holds is not known", async () => {
  const claims = await ask(weightsPublished, { files: { "pytorch_model.bin": checkpoint } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "listed-not-read" });
  expect(claims.get("weights.parameters")?.value).toBe("unknown");
});

/** A state of one tensor of four numbers, as torch.save writes it. */
const STATE = assemble(
  op.PROTO(2),
  op.EMPTY_DICT,
  op.BINUNICODE("wing"),
  op.GLOBAL("torch._utils", "_rebuild_tensor_v2"),
  op.MARK,
  op.MARK,
  op.BINUNICODE("storage"),
  op.GLOBAL("torch", "FloatStorage"),
  op.BINUNICODE("0"),
  op.BINUNICODE("cpu"),
  op.BININT1(4),
  op.TUPLE,
  op.BINPERSID,
  op.BININT1(0),
  op.BININT1(4),
  op.TUPLE1,
  op.BININT1(1),
  op.TUPLE1,
  op.NEWFALSE,
  op.GLOBAL("collections", "OrderedDict"),
  op.EMPTY_TUPLE,
  op.REDUCE,
  op.TUPLE,
  op.REDUCE,
  op.SETITEM,
  op.STOP,
);

const state = (...storages: readonly ZipEntry[]): Uint8Array =>
  new Uint8Array(makeZip([file("owl/data.pkl", STATE), ...storages, file("owl/version", "3\n")]));

test("the tensors that its pickle describes are those of the checkpoint", async () => {
  const files = { "pytorch_model.bin": state(file("owl/data/0", new Uint8Array(16))) };
  const claims = await ask(weightsPublished, { files });
  expect(claims.get("weights.complete")?.value).toBe(true);
  expect(claims.get("weights.parameters")?.value).toBe(4);
  const bench = openBench({ files });
  const [artifact] = bench.release.artifacts;
  const [reading] = artifact === undefined ? [] : await bench.readings(artifact);
  expect(reading).toMatchObject({ format: "pytorch-zip", faults: [], gaps: [] });
  expect(reading?.facts.weights).toMatchObject({ dtypes: { float32: 4 }, names: ["wing"], bytes: 16 });
  expect(reading?.spans.map(({ as }) => as)).not.toContain("unread");
});

test.each<[string, readonly ZipEntry[]]>([
  ["no-storage", []],
  ["no-storage", [file("owl/data/1", new Uint8Array(16))]],
  ["other-storage", [file("owl/data/0", new Uint8Array(12))]],
  ["other-storage", [{ ...file("owl/data/0", new Uint8Array(20)), isDeflated: true }]],
])("%s: a storage that the pickle expects otherwise", async (code, storages) => {
  const bench = openBench({ files: { "owl.pt": state(...storages) } });
  const [artifact] = bench.release.artifacts;
  const [reading] = artifact === undefined ? [] : await bench.readings(artifact);
  expect(reading?.faults.map((fault) => fault.code)).toEqual([code]);
});

test("a checkpoint whose members contradict each other proves nothing", async () => {
  const broken = examples["bad/duplicate-member.pt"] ?? new Uint8Array();
  const claims = await ask(weightsPublished, { files: { "pytorch_model.bin": broken } });
  expect(claims.get("weights.published")?.value).toBe("unknown");
});

test("a checkpoint beside weights that were read spoils nothing", async () => {
  const files = { "pytorch_model.bin": checkpoint, "model.safetensors": makeSafetensors({ a: 4 }) };
  const claims = await ask(weightsPublished, { files });
  expect(claims.get("weights.complete")?.value).toBe(true);
  expect(claims.get("weights.parameters")?.value).toBe(4);
});
