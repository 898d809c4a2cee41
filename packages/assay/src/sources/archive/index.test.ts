import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeTar, makeZip, type TarEntry, type ZipEntry } from "../../../test/support/archive.ts";
import { ROOT } from "../../../test/support/command.ts";
import { makeFolder } from "../../../test/support/folder.ts";
import { world } from "../../../test/support/world.ts";
import { openRelease } from "../release.ts";
import type { Listing } from "../source.ts";
import archive from "./index.ts";

async function list(name: string, bytes: Uint8Array): Promise<Listing> {
  const target = join(makeFolder({ [name]: bytes }), name);
  expect(archive.handles(target, {})).toBe("exact");
  return await archive.list({ target, nameOrigin: () => "it", reach: world().reach });
}

const refusedIn = ({ gaps }: Listing) => gaps.map(({ path, code }) => [path, code]);
const pathsIn = ({ artifacts }: Listing) => artifacts.map(({ path }) => path);

async function contentsOf({ artifacts }: Listing): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const artifact of artifacts) {
    const source = artifact.open();
    contents[artifact.path] = Buffer.from(await source.read(0, source.size)).toString("latin1");
  }
  return contents;
}

const member = fc.record({
  name: fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8}){0,2}\.txt$/),
  content: fc.uint8Array({ maxLength: 2_000 }),
  isDeflated: fc.boolean(),
  isLong: fc.boolean(),
});
const members = fc.uniqueArray(member, { selector: ({ name }) => name, minLength: 1, maxLength: 8 });

test("what is packed comes out, of every kind of archive", async () => {
  await fc.assert(
    fc.asyncProperty(members, async (all) => {
      const expected = Object.fromEntries(
        all.map(({ name, content }) => [`top/${name}`, Buffer.from(content).toString("latin1")]),
      );
      const entries = all.map((one) => ({ ...one, name: `top/${one.name}` }));
      // A second folder, so that no top is left out.
      const rest = { name: "rest.txt", content: "x" };
      for (const [name, bytes] of [
        ["a.zip", makeZip([...entries, rest])],
        ["a.tar", makeTar([...entries, rest])],
        ["a.tar.gz", gzipSync(makeTar([...entries, rest]))],
        ["a.tgz", gzipSync(makeTar([...entries, rest]))],
      ] as const) {
        const listing = await list(name, bytes);
        expect(listing.gaps).toEqual([]);
        expect(await contentsOf(listing)).toEqual({ ...expected, "rest.txt": "x" });
      }
    }),
    { numRuns: 20 },
  );
});

test("archives of the system's own tar are read, with long names and a common folder left out", async () => {
  const folder = makeFolder({
    [`pack/${"long-".repeat(30)}/${"name-".repeat(20)}.md`]: "text",
    "pack/README.md": "# Owl\n",
  });
  const file = join(folder, "pack.tar.gz");
  for (const format of ["gnu", "pax"]) {
    execFileSync("tar", ["-C", folder, `--format=${format}`, "-czf", file, "pack"]);
    const listing = await archive.list({ target: file, nameOrigin: () => "it", reach: world().reach });
    expect(pathsIn(listing).sort()).toEqual(["README.md", `${"long-".repeat(30)}/${"name-".repeat(20)}.md`].sort());
  }
});

test("the example packed has the same digests as its folder", async () => {
  const target = join(ROOT, "examples/tiny-open-model");
  const packed = join(makeFolder(), "tiny-open-model.tar.gz");
  execFileSync("tar", ["-C", join(ROOT, "examples"), "-czf", packed, "tiny-open-model"]);
  const digests = async (place: string) => {
    const { artifacts, manifest } = await openRelease({ target: place }, world());
    const all = await Promise.all(artifacts.map(async (one) => [one.path, await one.digest()] as const));
    return { all, parts: manifest?.parts.map(({ files }) => files) };
  };
  expect(await digests(packed)).toEqual(await digests(target));
});

const BAD_NAMES: readonly (readonly [string, string])[] = [
  ["../outside.md", "refused-path"],
  ["a/../../outside.md", "refused-path"],
  ["/etc/passwd", "refused-path"],
  ["C:/windows.md", "refused-path"],
  ["a\\b.md", "refused-path"],
  ["a\nb.md", "refused-path"],
  ["con.txt", "refused-path"],
];

test.each(BAD_NAMES)("a member called %j is refused by name", async (name, code) => {
  const good = { name: "README.md", content: "# Owl\n" };
  for (const listing of [
    await list("a.zip", makeZip([{ name, content: "x" }, good])),
    await list("a.tar", makeTar([{ name, content: "x" }, good])),
  ]) {
    expect(pathsIn(listing)).toEqual(["README.md"]);
    expect(refusedIn(listing)).toEqual([[name, code]]);
  }
});

test.each([
  ["the same name", "README.md"],
  ["the same name in another case", "readme.MD"],
])("of %s twice, the first counts and it is said", async (_, second) => {
  const entries = [
    { name: "README.md", content: "one" },
    { name: second, content: "two" },
  ];
  for (const listing of [await list("a.zip", makeZip(entries)), await list("a.tgz", gzipSync(makeTar(entries)))]) {
    expect(await contentsOf(listing)).toEqual({ "README.md": "one" });
    expect(refusedIn(listing)).toEqual([[second, "duplicate"]]);
  }
});

const BAD_ZIPS: readonly (readonly [string, string, readonly ZipEntry[]])[] = [
  ["encrypted", "encrypted", [{ name: "a.md", content: "x", flags: 1 }]],
  ["packed in a way that is not read", "method", [{ name: "a.md", content: "x", method: 99 }]],
  ["a link", "link", [{ name: "a.md", content: "/etc/passwd", mode: 0o120777 }]],
  ["a device", "special-file", [{ name: "a.md", mode: 0o060644 }]],
  ["called otherwise in its own header", "mismatch", [{ name: "a.md", content: "x", localName: "b.md" }]],
  ["stored in fewer bytes than it says", "mismatch", [{ name: "a.md", content: "x", size: 9 }]],
  ["inflated to fewer bytes than it says", "mismatch", [{ name: "a.md", content: "xxxx", isDeflated: true, size: 9 }]],
];

test.each(BAD_ZIPS)("a member that is %s is refused by name", async (_, code, entries) => {
  const listing = await list("a.zip", makeZip([...entries, { name: "README.md", content: "# Owl\n" }]));
  expect(pathsIn(listing)).toEqual(["README.md"]);
  expect(refusedIn(listing)).toEqual([["a.md", code]]);
});

test("a member that becomes larger than it says ends the reading", async () => {
  const entry = { name: "b.md", content: "x".repeat(100_000), isDeflated: true, size: 10 };
  const listing = await list("a.zip", makeZip([{ name: "a.md", content: "x" }, entry]));
  expect(pathsIn(listing)).toEqual(["a.md"]);
  expect(listing.gaps).toMatchObject([{ code: "mismatch" }]);
});

test("members that share bytes are refused: a small file is no petabyte", async () => {
  const kernel = { name: "a.md", content: "0".repeat(1_000_000), isDeflated: true };
  const copies = Array.from({ length: 50 }, (_, n): ZipEntry => ({ ...kernel, name: `c${n}.md`, sharesWith: 0 }));
  const listing = await list("a.zip", makeZip([kernel, ...copies]));
  expect(pathsIn(listing)).toEqual(["a.md"]);
  expect(listing.gaps.length).toBe(50);
});

test("a checksum that does not hold is a finding of severity error", async () => {
  const { findings } = await list("a.zip", makeZip([{ name: "a.md", content: "x", crc: 1 }]));
  expect(findings).toMatchObject([{ code: "crc-mismatch", severity: "error", at: { path: "a.md" } }]);
});

const BAD_TARS: readonly (readonly [string, string, TarEntry])[] = [
  ["a hard link", "link", { name: "a.md", type: "1", linkName: "/etc/passwd" }],
  ["a symbolic link", "link", { name: "a.md", type: "2", linkName: "../x" }],
  ["a character device", "special-file", { name: "a.md", type: "3" }],
  ["a block device", "special-file", { name: "a.md", type: "4" }],
  ["a pipe", "special-file", { name: "a.md", type: "6" }],
  ["a sparse file", "special-file", { name: "a.md", type: "S", content: "x" }],
];

test.each(BAD_TARS)("%s in a tar is refused by name", async (_, code, entry) => {
  const listing = await list("a.tar", makeTar([entry, { name: "README.md", content: "# Owl\n" }]));
  expect(pathsIn(listing)).toEqual(["README.md"]);
  expect(refusedIn(listing)).toEqual([["a.md", code]]);
});

test("a bomb is broken off by its ratio, and what came before is kept", async () => {
  const zeros = new Uint8Array(40 << 20);
  const listing = await list(
    "a.tgz",
    gzipSync(
      makeTar([
        { name: "a.md", content: "x" },
        { name: "b.bin", content: zeros },
      ]),
      { level: 9 },
    ),
  );
  expect(pathsIn(listing)).toEqual(["a.md"]);
  expect(listing.gaps).toMatchObject([{ code: "over-limit", message: expect.stringMatching(/bomb/) }]);
});

test("too many members end the reading, and refusals are counted instead of listed one by one", async () => {
  const header = makeTar([{ name: "a.md" }]).subarray(0, 512);
  const tar = Buffer.alloc(100_001 * 512 + 1024);
  for (let n = 0; n <= 100_000; n += 1) tar.set(header, n * 512);
  const listing = await list("a.tar", tar);
  expect(pathsIn(listing)).toEqual(["a.md"]);
  expect(listing.gaps.length).toBe(102);
  expect(listing.gaps.slice(-2)).toMatchObject([{ code: "over-limit" }, { code: "over-limit" }]);
});

test("an archive in an archive is a file, however deep", async () => {
  const inner = makeZip([{ name: "inner.md", content: "x" }]);
  const listing = await list(
    "a.zip",
    makeZip([
      { name: "b.zip", content: inner },
      { name: "a.md", content: "x" },
    ]),
  );
  expect(pathsIn(listing)).toEqual(["a.md", "b.zip"]);
});

test.each([0.3, 0.6, 0.9])("cut off at %f, an archive keeps the members before the break", async (share) => {
  const entries = Array.from({ length: 20 }, (_, n) => ({ name: `f${n}.txt`, content: `${n}`.repeat(3_000) }));
  const tar = gzipSync(makeTar(entries), { level: 0 });
  const listing = await list("a.tgz", tar.subarray(0, Math.floor(tar.length * share)));
  expect(listing.artifacts.length).toBeGreaterThan(0);
  expect(listing.artifacts.length).toBeLessThan(20);
  expect(listing.gaps).toMatchObject([{ code: "truncated" }]);
  const zip = makeZip(entries);
  expect((await list("a.zip", zip.subarray(0, Math.floor(zip.length * share)))).gaps).toMatchObject([
    { code: "not-zip" },
  ]);
});

test("an ending without the content, and a content without the ending, are no archives", () => {
  const folder = makeFolder({ "a.zip": "coming soon", "b.txt": makeZip([{ name: "a" }]) });
  writeFileSync(join(folder, "c.tar"), "x".repeat(600));
  for (const name of ["a.zip", "b.txt", "c.tar"]) expect(archive.handles(join(folder, name), {})).toBeNull();
});
