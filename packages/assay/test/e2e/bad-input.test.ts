import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Assessment } from "../../src/model/documents.ts";
import { assessTarget, ROOT, runAssay } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";
import { makeSafetensors } from "../support/release.ts";

const CARD =
  "---\nlicense: mit\n---\n# Owl\n\nA model that tells owls apart.\n\n## Uses\n\nTo look up an owl by its call.\n";
const GOOD = { "model.safetensors": makeSafetensors({ a: 2 }), "README.md": CARD };

function header(length: bigint): Uint8Array {
  const bytes = new Uint8Array(24);
  new DataView(bytes.buffer).setBigUint64(0, length, true);
  return bytes;
}

/** What is right beside the bad file must still be told. */
function expectTheRest(assessment: Assessment): void {
  expect(assessment.components.find(({ id }) => id === "model-card")?.present).toBe(true);
}

test.each([
  [["no/such/folder"], /no\/such\/folder/],
  [["no-such-folder"], /no such file or folder/],
  [["hf:"], /names no model and no data/],
  [["no:such-place"], /no name of a place/],
  [["examples", "--frobnicate"], /unknown option/],
  [["examples", "--framework", "moof"], /did you mean "mof"/],
  [["examples", "--hash", "some"], /Allowed choices are all, small, none/],
  [["examples", "-o", "papyrus"], /There is no output format papyrus/],
  [["examples", "--listing", "no.tsv"], /The listing no\.tsv cannot be read/],
  [["examples", "--listing", "package.json"], /columns path and size/],
  [["rule", "--framework", "mof", "--record", "package-lock.json"], /package-lock\.json: /],
  [[], /missing required argument/],
])("assay %j ends 64 with one clear sentence", (args, sentence) => {
  const { code, stdout, stderr } = runAssay(args);
  expect([code, stdout]).toEqual([64, ""]);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test("an empty folder cannot be settled", () => {
  const { code, assessment } = assessTarget(makeFolder());
  expect(code).toBe(2);
  expect(assessment.artifacts).toEqual([]);
});

test.each([
  ["a header of 2^56 bytes", header(1n << 56n), /72057594037927936/],
  ["a header longer than its file", header(1000n), /1,?008 bytes/],
  ["a file that ends before its tensors", makeSafetensors({ a: 100 }).slice(0, 200), /200 bytes.* 466$/],
  [
    "a header that is not UTF-8",
    new Uint8Array([8, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x22, 0xff, 0x22, 0x3a, 0x7b, 0x7d, 0x7d]),
    /UTF-8/,
  ],
])("%s is an error, with its file named, and the rest is told", (_, bytes, message) => {
  const folder = makeFolder({ ...GOOD, "model.safetensors": bytes });
  const { code, assessment } = assessTarget(folder);
  expect(code).toBe(1);
  expect(assessment.findings[0]?.severity).toBe("error");
  expect(assessment.findings[0]?.message).toMatch(/^model\.safetensors: /);
  expect(assessment.findings[0]?.message).toMatch(message);
  expect(assessment.claims.find(({ id }) => id === "weights.complete")?.value).not.toBe(true);
  expectTheRest(assessment);
});

test("front matter that never closes and text that is not UTF-8 are told, and the card is read", () => {
  const folder = makeFolder({
    ...GOOD,
    "docs.md": new Uint8Array([0x23, 0x20, 0xff, 0xfe, 0x0a]),
    "open.md": "---\nlicense: mit\n# Owl\n",
  });
  const { assessment } = assessTarget(folder);
  expect(assessment.findings.map(({ at }) => ("path" in at ? at.path : ""))).toEqual(
    expect.arrayContaining(["docs.md", "open.md"]),
  );
  expectTheRest(assessment);
});

test("an alias bomb in front matter is an error and not followed, and the rest is told", () => {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let i = 1; i < 12; i += 1)
    lines.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(", ")}]`,
    );
  const folder = makeFolder({
    "model.safetensors": GOOD["model.safetensors"],
    "README.md": `---\n${lines.join("\n")}\n---\n# Owl\n`,
  });
  const { code, assessment } = assessTarget(folder);
  expect(code).toBe(1);
  expect(assessment.findings).toMatchObject([
    { severity: "error", code: "yaml/alias-bomb", at: { path: "README.md", inside: ["front-matter"] } },
  ]);
  expect(assessment.gaps).toEqual([]);
  expect(assessment.claims.find(({ id }) => id === "weights.published")?.value).toBe(true);
});

test("links that leave the release are refused and reported, links inside are read", () => {
  const outside = makeFolder({ secret: "secret\n" });
  const folder = makeFolder(GOOD);
  symlinkSync(join(outside, "secret"), join(folder, "LICENSE"));
  symlinkSync("README.md", join(folder, "CARD.md"));
  symlinkSync("loop-b", join(folder, "loop-a"));
  symlinkSync("loop-a", join(folder, "loop-b"));
  symlinkSync(".", join(folder, "again"));
  const { code, assessment } = assessTarget(folder);
  expect(code).toBe(2);
  const codes = Object.fromEntries(assessment.gaps.map((gap) => [gap.path, gap.code]));
  expect(codes).toEqual({
    LICENSE: "link-leaves-release",
    "loop-a": "unreadable",
    "loop-b": "unreadable",
    again: "link-to-folder",
  });
  expect(assessment.artifacts.map(({ path }) => path)).toContain("CARD.md");
  expect(JSON.stringify(assessment)).not.toContain("secret\\n");
});

/** Root may read everything: as root the command runs as nobody. */
const AS_NOBODY = process.getuid?.() === 0 ? { uid: 65534 } : {};

test("a file without permission is a gap and the rest is told", () => {
  const folder = makeFolder({ ...GOOD, LICENSE: "closed" });
  const closed = join(folder, "private");
  mkdirSync(closed);
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "LICENSE"), 0o000);
  chmodSync(closed, 0o000);
  onTestFinished(() => chmodSync(closed, 0o700));
  const { code, stdout } = runAssay([folder, "--json"], AS_NOBODY);
  expect(code).toBe(2);
  const assessment: Assessment = JSON.parse(stdout);
  const gaps = assessment.gaps.map(({ path, message }) => [path, /denies permission/.test(message)]);
  expect(gaps.toSorted()).toEqual([
    ["LICENSE", true],
    ["private", true],
  ]);
  expect(assessment.artifacts.find(({ path }) => path === "LICENSE")).toMatchObject({ sha256: null, format: null });
  expectTheRest(assessment);
});

test("a pipe in the folder is not opened", async () => {
  const folder = makeFolder(GOOD);
  const { spawnSync } = await import("node:child_process");
  expect(spawnSync("mkfifo", [join(folder, "pipe")]).status).toBe(0);
  const { code, assessment } = assessTarget(folder);
  expect(code).toBe(2);
  expect(assessment.gaps).toMatchObject([{ path: "pipe", code: "not-a-file" }]);
});

test("names and text of strangers cannot command the terminal", () => {
  const folder = makeFolder({ ...GOOD, "\u001b[31mred\u202e.safetensors": new Uint8Array(3) });
  const { stdout } = runAssay([folder]);
  expect(stdout).toContain("\\u{1b}[31mred\\u{202e}.safetensors");
  expect([...stdout].filter((character) => character !== "\n" && /\p{Cc}|\p{Cf}/u.test(character))).toEqual([]);
});

test("a sparse file of ten gigabytes is read by its header alone", () => {
  const folder = makeFolder();
  const path = join(folder, "model.safetensors");
  const json = new TextEncoder().encode(
    JSON.stringify({ a: { dtype: "F32", shape: [2_500_000_000], data_offsets: [0, 10_000_000_000] } }),
  );
  const head = new Uint8Array(8 + json.length);
  new DataView(head.buffer).setBigUint64(0, BigInt(json.length), true);
  head.set(json, 8);
  writeFileSync(path, head);
  truncateSync(path, head.length + 10_000_000_000);
  const { code, assessment } = assessTarget(folder, "--hash", "none");
  expect(code).toBe(0);
  expect(assessment.models[0]?.parameters?.value).toBe(2_500_000_000);
  expect(assessment.artifacts[0]).toMatchObject({ size: head.length + 10_000_000_000, sha256: null });
});

test("a digest that the cache states is checked", () => {
  const root = makeFolder({
    "models--acme--owl/refs/main": "0123456789012345678901234567890123456789",
    [`models--acme--owl/blobs/${"a".repeat(64)}`]: GOOD["model.safetensors"],
  });
  const snapshot = join(root, "models--acme--owl/snapshots/0123456789012345678901234567890123456789");
  mkdirSync(snapshot, { recursive: true });
  symlinkSync(`../../blobs/${"a".repeat(64)}`, join(snapshot, "model.safetensors"));
  const { code, assessment } = assessTarget(join(root, "models--acme--owl"));
  expect(assessment.target).toBe("acme/owl");
  expect(assessment.artifacts).toMatchObject([{ path: "model.safetensors", state: "here" }]);
  expect(code).toBe(1);
  expect(assessment.findings).toMatchObject([{ rule: "artifact/stated-digest", severity: "error" }]);
});

test("release.json opens several folders and refuses those outside its own", () => {
  const parts = [
    { component: "weights", origin: "weights" },
    { component: "training-code", origin: "./code", paths: ["**/*.py"], license: "MIT" },
    { component: "training-data", origin: "../elsewhere" },
    { component: "paper", origin: "hf:acme/paper" },
  ];
  const folder = makeFolder({
    "release.json": JSON.stringify({ schema: "https://openassay.org/schemas/release/v1.json", name: "owl", parts }),
    "weights/model.safetensors": GOOD["model.safetensors"],
    "code/train.py": "optimizer.step()\nloss.backward()\n",
  });
  const { code, assessment } = assessTarget(join(folder, "release.json"), "--offline");
  expect(code).toBe(2);
  expect(assessment.origins.map(({ id, linkedBy, revision }) => [id, linkedBy, revision === "unknown"])).toEqual([
    ["code", "manifest", false],
    ["weights", "manifest", false],
    ["hf:acme/paper", "manifest", true],
  ]);
  expect(assessment.gaps.map(({ code: gap, args }) => [gap, args.component])).toEqual([
    ["part-elsewhere", "paper"],
    ["part-elsewhere", "training-data"],
    ["offline", undefined],
  ]);
  const claim = (id: string): unknown => assessment.claims.find((one) => one.id === id)?.value;
  expect([claim("weights.published"), claim("training-code.license"), claim("model-card.published")]).toEqual([
    true,
    ["MIT"],
    false,
  ]);
});

const MANIFEST = { schema: "https://openassay.org/schemas/release/v1.json", name: "owl", parts: [] };

test.each([
  ["of another tool is a file like any other", { version: 3 }, 0, []],
  [
    "with a misspelt component rules nothing absent",
    { ...MANIFEST, parts: [{ component: "trainig-data", origin: "." }] },
    2,
    ["manifest-invalid"],
  ],
] as const)("a release.json %s", (...[, manifest, code, gaps]) => {
  const ran = assessTarget(makeFolder({ ...GOOD, "release.json": JSON.stringify(manifest) }));
  expect(ran.code).toBe(code);
  expect(ran.assessment.gaps.map((gap) => gap.code)).toEqual(gaps);
  expect(ran.assessment.components.filter(({ present }) => present === false)).toEqual([]);
});

test("a part whose patterns name nothing is a gap", () => {
  const parts = [{ component: "weights", origin: ".", paths: ["*.bin"] }];
  const ran = assessTarget(makeFolder({ ...GOOD, "release.json": JSON.stringify({ ...MANIFEST, parts }) }));
  expect([ran.code, ran.assessment.gaps.map((gap) => gap.code)]).toEqual([2, ["part-empty"]]);
});

test("a broken release.json inside a folder is a gap; named by the user it is wrong usage", () => {
  const folder = makeFolder({ ...GOOD, "release.json": JSON.stringify({ ...MANIFEST, parts: 3 }) });
  const { code, assessment } = assessTarget(folder);
  expect(code).toBe(2);
  expect(assessment.gaps).toMatchObject([{ path: "release.json", code: "manifest-invalid" }]);
  expect(runAssay([join(folder, "release.json")]).code).toBe(64);
});

test("a file of a hundred thousand files is listed and read", { timeout: 120_000 }, () => {
  const folder = makeFolder();
  for (let i = 0; i < 100; i += 1) {
    mkdirSync(join(folder, String(i)));
    for (let j = 0; j < 1000; j += 1) writeFileSync(join(folder, String(i), `${j}.bin`), "");
  }
  const { code, stdout } = runAssay([folder, "--json"], { cwd: ROOT });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ target: basename(folder) });
  expect(JSON.parse(stdout).artifacts).toHaveLength(100_000);
});

test("what strangers write does not command the terminal from the standard error either", () => {
  const evil = "\u001b]0;pwn\u0007\u001b[31m\u202e";
  const manifest = { ...MANIFEST, parts: [{ component: "weights", origin: `hf:${evil}` }] };
  const folder = makeFolder({ "release.json": JSON.stringify(manifest), "list.tsv": `path\tsize\n/${evil}\t1\n` });
  const runs = [
    [join(folder, "release.json")],
    [folder, "--listing", join(folder, "list.tsv")],
    [`no-such-${evil}`],
    [folder, "--framework", evil],
    [folder, "-o", evil],
    [folder, `--${evil}`],
  ];
  for (const args of runs) {
    const { code, stderr } = runAssay(args);
    expect(code).toBe(64);
    expect([...stderr].filter((character) => character !== "\n" && /\p{Cc}|\p{Cf}/u.test(character))).toEqual([]);
  }
});

test("a hub cache leads nowhere else", () => {
  const outside = makeFolder({ secret: "secret" });
  const root = makeFolder({ "models--acme--owl/blobs/x": "", "models--acme--owl/refs/x": "" });
  mkdirSync(join(root, "models--acme--owl/snapshots"));
  symlinkSync(outside, join(root, "models--acme--owl/snapshots/abc"));
  symlinkSync("/dev/zero", join(root, "models--acme--owl/refs/main"));
  const { code, stdout, stderr } = runAssay([join(root, "models--acme--owl"), "--json"]);
  expect([code, stdout]).toEqual([64, ""]);
  expect(stderr).toMatch(/link that leaves it/);
});
