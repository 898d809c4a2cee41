import { appendFileSync, renameSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../../test/support/folder.ts";
import { world } from "../../../test/support/world.ts";
import type { Artifact } from "../../model/types.ts";
import type { ListRequest } from "../source.ts";
import local from "./index.ts";

const ask = (target: string): ListRequest => ({ target, nameOrigin: () => "it", reach: world().reach });

async function listOne(folder: string): Promise<Artifact> {
  const [artifact] = (await local.list(ask(folder))).artifacts;
  if (artifact === undefined) throw new Error("nothing listed");
  return artifact;
}

/** SHA-256 of "abc" (FIPS 180-2, appendix B.1). */
const ABC = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

test("files are listed in path order, hashed and read", async () => {
  const folder = makeFolder({ "b/c": "abc", a: "x", ".git/config": "no" });
  const { artifacts, gaps } = await local.list(ask(folder));
  expect(artifacts.map(({ path }) => path)).toEqual(["a", "b/c"]);
  expect(gaps).toEqual([]);
  expect(await artifacts[1]?.digest()).toBe(ABC);
  expect(new TextDecoder().decode(await artifacts[1]?.open().read(1, 3))).toBe("bc");
});

test.each([
  ["grows", (file: string) => appendFileSync(file, "d")],
  ["is rewritten in the same size", (file: string) => writeFileSync(file, "abd")],
  ["is touched", (file: string) => utimesSync(file, 1, 1)],
  [
    "is replaced",
    (file: string) => {
      writeFileSync(`${file}.new`, "abc");
      renameSync(`${file}.new`, file);
    },
  ],
])("a file that %s after it was listed has no hash and no bytes", async (_, change) => {
  const folder = makeFolder({ file: "abc" });
  const artifact = await listOne(folder);
  change(join(folder, "file"));
  await expect(artifact.digest()).rejects.toMatchObject({ name: "FormatError", code: "changed" });
  await expect(artifact.open().read(0, 3)).rejects.toMatchObject({ code: "changed" });
});

test("a file that becomes a link is not followed", async () => {
  const folder = makeFolder({ file: "abc", other: "abc" });
  const artifact = await listOne(folder);
  renameSync(join(folder, "file"), join(folder, "moved"));
  symlinkSync("other", join(folder, "file"));
  await expect(artifact.digest()).rejects.toMatchObject({ code: "unreadable" });
});

test("large files are hashed in workers to the same digest", async () => {
  const bytes = new Uint8Array(129 << 20).fill(7);
  const folder = makeFolder({ a: bytes, b: bytes });
  const { artifacts } = await local.list(ask(folder));
  const [first, second] = await Promise.all(artifacts.map((artifact) => artifact.digest()));
  expect(first).toBe(second);
  const { createHash } = await import("node:crypto");
  expect(first).toBe(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
});

test("reads outside the file are refused before they are tried", async () => {
  const artifact = await listOne(makeFolder({ file: "abc" }));
  await expect(artifact.open().read(2, 4)).rejects.toMatchObject({ code: "truncated" });
});
