import fc from "fast-check";
import { expect, test } from "vitest";
import type { Web } from "../shared/web.ts";
import type { RemoteFile } from "./fetch-file.ts";
import { openHeader } from "./header-file.ts";

const SIZE = 500;
const BYTES = Uint8Array.from({ length: SIZE }, (_, n) => n % 251);

/** A file in memory that counts how often each byte was asked for. */
function remoteFile(): { readonly file: RemoteFile; readonly asked: Uint8Array; readonly requests: () => number } {
  const asked = new Uint8Array(SIZE);
  let requests = 0;
  const web: Web = {
    async get({ url, range = [0, SIZE] }) {
      requests += 1;
      for (let at = range[0]; at < range[1]; at++) asked[at] = (asked[at] ?? 0) + 1;
      return { status: 206, headers: {}, body: BYTES.slice(...range), url };
    },
    download: () => Promise.reject(new Error("nothing is downloaded")),
  };
  const { signal } = new AbortController();
  const cache = { get: async () => null } as unknown as RemoteFile["hub"]["reach"]["cache"];
  const reach = { web, cache, isOffline: false, environment: {}, signal };
  const hub = { endpoint: "https://hub.example", host: "hub.example", manners: {}, reach };
  const repository: RemoteFile["repository"] = {
    kind: "model",
    id: "acme/owl",
    sha: "0".repeat(40),
    isGated: false,
    answer: { json: {}, url: "", sha256: "" },
  };
  const entry = { path: "a.safetensors", size: SIZE, oid: "0".repeat(40) };
  return { file: { hub, repository, entry }, asked, requests: () => requests };
}

const range = fc.tuple(fc.nat(SIZE), fc.nat(SIZE)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

test("whatever is read, together or one after the other, is right, and no byte is fetched twice", async () => {
  const reads = fc.array(range, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(reads, reads, fc.nat(SIZE), async (together, after, window) => {
      const { file, asked } = remoteFile();
      const source = openHeader(file, window);
      const check = async ([start, end]: readonly [number, number]): Promise<void> => {
        expect(await source.read(start, end)).toEqual(BYTES.slice(start, end));
      };
      await Promise.all(together.map(check));
      for (const one of after) await check(one);
      expect(Math.max(...asked)).toBeLessThanOrEqual(1);
    }),
  );
});

test("the length of a header and the header itself come with one request, and the end of the file never", async () => {
  const { file, asked, requests } = remoteFile();
  const source = openHeader(file, 200);
  await source.read(0, 8);
  await source.read(0, 150);
  expect(requests()).toBe(1);
  expect(asked.lastIndexOf(1)).toBe(199);
});

test("a read that was stopped leaves the others as they are", async () => {
  const { file } = remoteFile();
  const source = openHeader(file, 100);
  await expect(source.read(0, 8, AbortSignal.abort())).rejects.toThrow(/abort/i);
  expect((await source.read(0, 8)).length).toBe(8);
});
