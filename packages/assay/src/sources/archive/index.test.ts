import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeTar, makeZip, paxRecord, type TarEntry, type ZipEntry } from "../../../test/support/archive.ts";
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

const twice = (second: string, content: string): readonly Buffer[] => {
  const entries = [
    { name: "README.md", content: "one" },
    { name: "a/x.md", content: "x" },
    { name: "b.md", content: "b" },
    { name: second, content },
  ];
  return [makeZip(entries), makeTar(entries)];
};

test("of a name that stands twice none counts, since readers disagree on which does", async () => {
  const [zip, tar] = twice("README.md", "two") as [Buffer, Buffer];
  for (const listing of [await list("a.zip", zip), await list("a.tgz", gzipSync(tar))]) {
    expect(await contentsOf(listing)).toEqual({ "a/x.md": "x", "b.md": "b" });
    expect(refusedIn(listing)).toEqual([["README.md", "duplicate"]]);
  }
});

test("of a name that stands twice with the same bytes nobody can disagree", async () => {
  const [zip, tar] = twice("./README.md", "one") as [Buffer, Buffer];
  for (const listing of [await list("a.zip", zip), await list("a.tgz", gzipSync(tar))]) {
    expect(await contentsOf(listing)).toEqual({ "README.md": "one", "a/x.md": "x", "b.md": "b" });
    expect(refusedIn(listing)).toEqual([]);
  }
});

test("names that differ in case alone are two files, and it is said", async () => {
  const [zip, tar] = twice("readme.MD", "two") as [Buffer, Buffer];
  for (const listing of [await list("a.zip", zip), await list("a.tgz", gzipSync(tar))]) {
    expect(await contentsOf(listing)).toEqual({ "README.md": "one", "a/x.md": "x", "b.md": "b", "readme.MD": "two" });
    expect(listing.findings).toMatchObject([{ code: "same-name", severity: "warning", at: { path: "readme.MD" } }]);
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

const FORGED = `comment=x\n20 path=LICENSE.md\n`;

test("a name that is forged in the value of another record is none", async () => {
  const entry: TarEntry = { name: "a.md", content: "x", before: [["x", paxRecord("comment", FORGED)]] };
  expect(pathsIn(await list("a.tar", makeTar([entry])))).toEqual(["a.md"]);
});

const GOOD: TarEntry = { name: "README.md", content: "# Owl\n" };

test.each<[string, string, TarEntry]>([
  [
    "a file with holes (pax)",
    "special-file",
    { ...GOOD, name: "a.md", before: [["x", paxRecord("GNU.sparse.major", "1")]] },
  ],
  [
    "a file with two names",
    "mismatch",
    {
      ...GOOD,
      name: "a",
      before: [
        ["x", paxRecord("path", "a.md")],
        ["L", "b.md\0"],
      ],
    },
  ],
])("%s is refused by name, and the next member is read", async (_, code, entry) => {
  const listing = await list("a.tar", makeTar([entry, GOOD]));
  expect(pathsIn(listing)).toEqual(["README.md"]);
  expect(refusedIn(listing)).toEqual([["a.md", code]]);
});

test.each<[string, RegExp, TarEntry]>([
  [
    "a header that names all members",
    /sets "path" for all members/,
    { ...GOOD, before: [["g", paxRecord("path", "b")]] },
  ],
  ["a broken extended header", /no list of records/, { ...GOOD, before: [["x", "99 path=b\n"]] }],
  ["a size that is none", /no number/, { ...GOOD, before: [["x", paxRecord("size", "-1")]] }],
  ["a folder with content", /readers disagree on what follows/, { name: "b/", content: "x".repeat(512) }],
  ["a symbolic link with content", /readers disagree on what follows/, { name: "b", type: "2", content: "x" }],
])("%s ends the reading, and what came before is kept", async (_, message, entry) => {
  const listing = await list("a.tar", makeTar([GOOD, entry, { name: "z.md", content: "z" }]));
  expect(pathsIn(listing)).toEqual(["README.md"]);
  expect(listing.gaps).toMatchObject([{ code: "not-tar", message: expect.stringMatching(message) }]);
});

test("what is said of a member's size does not hold for the header between", async () => {
  const before = [
    ["x", paxRecord("size", "3")],
    ["L", "long/name.md\0"],
  ] as const;
  const listing = await list("a.tar", makeTar([{ name: "a", content: "abc", size: 0, before }, GOOD]));
  expect(await contentsOf(listing)).toEqual({ "README.md": "# Owl\n", "long/name.md": "abc" });
});

test("bytes behind the end of an archive are told, and a missing end", async () => {
  const tar = makeTar([GOOD]);
  const more = await list("a.tar", Buffer.concat([tar, makeTar([{ name: "b.md", content: "x" }])]));
  expect([pathsIn(more), refusedIn(more)]).toEqual([["README.md"], [["", "trailing"]]]);
  const less = await list("a.tar", tar.subarray(0, tar.length - 1024));
  expect([pathsIn(less), refusedIn(less)]).toEqual([["README.md"], [["", "truncated"]]]);
});

test("bytes behind a ZIP are told, and its members read", async () => {
  const listing = await list("a.zip", Buffer.concat([makeZip([GOOD]), Buffer.from("more")]));
  expect(pathsIn(listing)).toEqual(["README.md"]);
  expect(listing.gaps).toMatchObject([
    { code: "mismatch", message: "The archive has 4 bytes behind its end that were not read" },
  ]);
});

test("a ZIP that counts other members than it lists says so", async () => {
  const zip = makeZip([GOOD]);
  zip.writeUInt16LE(2, zip.length - 12);
  const { gaps } = await list("a.zip", zip);
  expect(gaps).toMatchObject([{ message: "The archive says it has 2 members and lists 1" }]);
});

test("a ZIP in the comment of another is told: readers disagree", async () => {
  const [outer, inner] = [makeZip([GOOD]), makeZip([{ name: "b.md", content: "b" }])];
  outer.writeUInt16LE(inner.length, outer.length - 2);
  const { gaps } = await list("a.zip", Buffer.concat([outer, inner]));
  expect(gaps.map(({ code }) => code)).toEqual(["prefix"]);
  const second = Buffer.concat([makeZip([GOOD]), makeZip([]).subarray(-22)]);
  second.writeUInt16LE(22, second.length - 24);
  expect((await list("a.zip", second)).gaps).toMatchObject([{ message: expect.stringMatching(/more than one end/) }]);
});

test("a file in front of a ZIP is told, and its members read, wherever the offsets count from", async () => {
  const listing = await list("a.zip", Buffer.concat([makeZip([]).subarray(0, 4), Buffer.alloc(96), makeZip([GOOD])]));
  expect(await contentsOf(listing)).toEqual({ "README.md": "# Owl\n" });
  expect(refusedIn(listing)).toEqual([["", "prefix"]]);
});

test("names without the bit for UTF-8 are of code page 437, or of UTF-8 where they are", async () => {
  const zip = makeZip([{ name: "naïve.md", content: "x", flags: 0 }]);
  expect(pathsIn(await list("a.zip", zip))).toEqual(["naïve.md"]);
  const old = Buffer.from(zip.toString("latin1").replaceAll("na\u00c3\u00afve.md", "na\u008b_ve.md"), "latin1");
  expect(pathsIn(await list("a.zip", old))).toEqual(["naï_ve.md"]);
});

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
  const [good, bad] = ["a.md", "../b.md"].map((name) => makeTar([{ name }]).subarray(0, 512)) as [Buffer, Buffer];
  const tar = Buffer.alloc(100_001 * 512 + 1024);
  for (let n = 0; n <= 100_000; n += 1) tar.set(n === 0 ? good : bad, n * 512);
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
