import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { makeTar } from "../../../test/support/archive.ts";
import { makeFolder } from "../../../test/support/folder.ts";
import { serve } from "../../../test/support/server.ts";
import { UsageError } from "../../model/errors.ts";
import { openReach } from "../reach.ts";
import type { Listing } from "../source.ts";
import npm from "./index.ts";
import { findRegistry } from "./registry.ts";

const TARBALL = gzipSync(
  makeTar([
    { name: "package/package.json", content: '{"license":"MIT"}' },
    { name: "package/owl.onnx", content: "x" },
  ]),
);
const INTEGRITY = `sha512-${createHash("sha512").update(TARBALL).digest("base64")}`;

interface Registry {
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly tarball?: string;
}

/** A registry that holds one package under a scope, in the shapes of npm's registry API. */
async function startRegistry(described: Registry = {}): Promise<string> {
  const { name = "@acme/owl", version = "1.0.0", integrity = INTEGRITY, tarball } = described;
  const { url } = await serve((request, response) => {
    const path = request.url ?? "";
    if (path === "/owl.tgz") response.end(TARBALL);
    else if (/^\/@acme%2fowl\/(?:1\.0\.0|latest)$/.test(path)) {
      const dist = { tarball: tarball ?? `http://${request.headers.host}/owl.tgz`, integrity };
      response.end(JSON.stringify({ name, version, dist }));
    } else response.writeHead(404).end();
  });
  return url;
}

async function list(target: string, registry: string): Promise<Listing> {
  const { signal } = new AbortController();
  const environment = { npm_config_registry: registry, ASSAY_CACHE: makeFolder() };
  return await npm.list({
    target,
    nameOrigin: (name) => name,
    reach: openReach({ isOffline: false, environment, signal }),
  });
}

test.each(["npm:@acme/owl@1.0.0", "npm:@acme/owl"])("%s is its tarball", async (target) => {
  const listing = await list(target, await startRegistry());
  expect(listing).toMatchObject({ name: "@acme/owl", revision: "1.0.0", gaps: [], findings: [] });
  expect(listing.artifacts.map(({ path }) => path)).toEqual(["owl.onnx", "package.json"]);
});

test("a package that is not the one described is not believed", async () => {
  const registry = await startRegistry({ integrity: `sha512-${Buffer.alloc(64).toString("base64")}` });
  await expect(list("npm:@acme/owl", registry)).rejects.toMatchObject({ code: "lies" });
  const none = await startRegistry({ integrity: "md5-abc" });
  await expect(list("npm:@acme/owl", none)).rejects.toMatchObject({ code: "lies" });
});

test.each([{ name: "@acme/eagle" }, { version: "1.0.1" }])(
  "an answer about another package is not believed: %j",
  async (other) => {
    await expect(list("npm:@acme/owl@1.0.0", await startRegistry(other))).rejects.toMatchObject({ code: "lies" });
  },
);

test("a tarball on another host is not followed", async () => {
  const registry = await startRegistry({ tarball: "https://owl.example/owl.tgz" });
  await expect(list("npm:@acme/owl", registry)).rejects.toMatchObject({ code: "refused" });
});

test("a package that is not there is told", async () => {
  await expect(list("npm:@acme/other", await startRegistry())).rejects.toMatchObject({ code: "not-visible" });
});

test.each(["npm:", "npm:../x", "npm:@acme", "npm:a/b", "npm:owl@1 2"])("%s is refused", async (target) => {
  await expect(list(target, "http://127.0.0.1:1")).rejects.toThrow(UsageError);
});

test("a scope's own registry comes before the general one, and the user's own settings count", async () => {
  const [own, scoped] = [await startRegistry(), await startRegistry()];
  const home = makeFolder({ ".npmrc": `registry=${own}/\n@acme:registry=${scoped}/\n` });
  const environment = { PATH: process.env.PATH, HOME: home, npm_config_registry: own };
  const reach = openReach({ isOffline: false, environment, signal: new AbortController().signal });
  expect(await findRegistry("@acme/owl", reach)).toBe(`${scoped}/`);
  expect(await findRegistry("owl", { ...reach, environment: { PATH: process.env.PATH, HOME: home } })).toBe(`${own}/`);
});
