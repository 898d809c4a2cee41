import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeFolder } from "../../../test/support/folder.ts";
import { serve } from "../../../test/support/server.ts";
import { openWeb, type WebOptions } from "./fetch-web.ts";
import { openCache } from "./folder-cache.ts";
import type { Web, WebRequest } from "./web.ts";

const { signal } = new AbortController();
const PATIENCE = { connect: 2_000, silence: 300, whole: 2_000 };

function webOf(options: Partial<WebOptions> & { readonly folder?: string } = {}): Web {
  const { folder = makeFolder(), environment = {}, ...rest } = options;
  const cache = openCache({ ...environment, ASSAY_CACHE: folder });
  return openWeb({ cache, isOffline: false, environment, patience: PATIENCE, ...rest });
}

const ask = (url: string, more: Partial<WebRequest> = {}): WebRequest => ({ url, limit: 1_000, ...more });
const text = (body: Uint8Array): string => new TextDecoder().decode(body);

test("an answer comes with status, headers and body, whatever the status", async () => {
  const { url } = await serve((_, response) => response.writeHead(404, { "X-Error-Code": "EntryNotFound" }).end("no"));
  const answer = await webOf().get(ask(`${url}/x`), signal);
  expect([answer.status, answer.headers["x-error-code"], text(answer.body)]).toEqual([404, "EntryNotFound", "no"]);
});

test("a range is asked for and given", async () => {
  const { url, asked } = await serve((_, response) =>
    response.writeHead(206, { "Content-Range": "bytes 2-4/9", "Content-Length": 3 }).end("cde"),
  );
  const { body } = await webOf().get(ask(url, { range: [2, 5] }), signal);
  expect(text(body)).toBe("cde");
  expect(asked[0]?.headers.range).toBe("bytes=2-4");
});

const LIES: readonly (readonly [string, Partial<WebRequest> & { readonly code: string }, RequestListener])[] = [
  ["a range that is ignored", { code: "lies", range: [0, 2] }, (_, response) => response.end("abcdef")],
  ["a part for the whole", { code: "lies" }, (_, response) => response.writeHead(206).end("ab")],
  [
    "another range",
    { code: "lies", range: [0, 2] },
    (_, response) => response.writeHead(206, { "Content-Range": "bytes 1-2/9" }).end("bc"),
  ],
  [
    "fewer bytes than the range",
    { code: "lies", range: [0, 3] },
    (_, response) => response.writeHead(206, { "Content-Range": "bytes 0-2/9" }).end("ab"),
  ],
  [
    "fewer bytes than it says",
    { code: "lies" },
    (_, response) => {
      response.writeHead(200, { "Content-Length": 9 });
      response.write("abc");
      setTimeout(() => response.destroy(), 20);
    },
  ],
  ["a longer body than is taken", { code: "over-limit" }, (_, response) => response.end("x".repeat(1_001))],
  [
    "an endless body",
    { code: "over-limit" },
    (_, response) => {
      const timer = setInterval(() => response.write("x".repeat(100)), 1);
      response.on("close", () => clearInterval(timer));
    },
  ],
  ["a body that stalls", { code: "timeout" }, (_, response) => void response.write("a")],
  ["no answer at all", { code: "timeout" }, () => undefined],
  ["an encoding", { code: "lies" }, (_, response) => response.writeHead(200, { "Content-Encoding": "gzip" }).end("x")],
  ["a circle", { code: "lies" }, (_, response) => response.writeHead(302, { Location: "/x" }).end()],
  [
    "an endless chain",
    { code: "lies" },
    ({ url = "" }, response) => response.writeHead(302, { Location: `${url}x` }).end(),
  ],
  [
    "another host",
    { code: "refused" },
    (_, response) => response.writeHead(302, { Location: "http://owl.example/" }).end(),
  ],
  [
    "another scheme",
    { code: "refused" },
    (_, response) => response.writeHead(302, { Location: "file:///etc/passwd" }).end(),
  ],
  ["a redirect to nowhere", { code: "lies" }, (_, response) => response.writeHead(302).end()],
];

test.each(LIES)("%s is told as what it is", async (_, { code, ...more }, answer) => {
  const { url } = await serve(answer);
  await expect(webOf().get(ask(`${url}/x`, more), signal)).rejects.toMatchObject({ name: "OriginError", code });
});

test.each([
  ["a host that refuses", "http://127.0.0.1:1/", "unreachable"],
  ["a name that nobody knows", "http://name.invalid/", "unreachable"],
  ["a password in the address", "http://user:secret@127.0.0.1:1/", "refused"],
])("%s is one sentence without credentials", async (_, url, code) => {
  const error = await webOf()
    .get(ask(url), signal)
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "OriginError", code });
  expect(String(error)).not.toContain("secret");
});

test("a connection that is reset is tried once more", async () => {
  let first = true;
  const { url, asked } = await serve((request, response) => {
    if (first) request.socket.destroy();
    else response.end("there");
    first = false;
  });
  expect(text((await webOf().get(ask(url), signal)).body)).toBe("there");
  expect(asked.length).toBe(2);
});

test("a redirect to a host that is named is followed, and the token stays behind", async () => {
  const storage = await serve((_, response) => response.end("bytes"));
  const { url, asked } = await serve((_, response) => response.writeHead(302, { Location: storage.url }).end());
  const host = new URL(storage.url).host;
  const { body } = await webOf().get(ask(url, { token: "secret", mayRedirectTo: [host] }), signal);
  expect(text(body)).toBe("bytes");
  expect(asked[0]?.headers.authorization).toBe("Bearer secret");
  expect(storage.asked[0]?.headers.authorization).toBeUndefined();
});

test.each([
  ["Retry-After", { "Retry-After": "0" }],
  ["RateLimit", { RateLimit: '"api";r=0;t=0' }],
])("a host that is busy is asked again when %s allows", async (_, headers) => {
  let busy = 2;
  const { url, asked } = await serve((_request, response) => {
    busy -= 1;
    if (busy >= 0) response.writeHead(429, headers).end();
    else response.end("now");
  });
  expect(text((await webOf().get(ask(url), signal)).body)).toBe("now");
  expect(asked.length).toBe(3);
});

test("a host that stays busy is left alone, with the time it asks for", async () => {
  const { url, asked } = await serve((_, response) => response.writeHead(429, { "Retry-After": "300" }).end());
  const error = webOf().get(ask(url), signal);
  await expect(error).rejects.toMatchObject({ code: "rate-limited", message: expect.stringMatching(/in 300 s/) });
  expect(asked.length).toBe(1);
});

test("a certificate that nobody vouches for is refused", async () => {
  const folder = makeFolder();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const args = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key];
  execFileSync("openssl", [...args, "-out", cert, "-subj", "/CN=localhost", "-days", "1"], { stdio: "ignore" });
  const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
    response.end(),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await expect(webOf().get(ask(url), signal)).rejects.toMatchObject({ code: "certificate" });
});

test("a proxy is used as the environment says, and one that refuses is told", async () => {
  const proxy = await serve((_, response) => response.end());
  const web = webOf({ environment: { HTTPS_PROXY: proxy.url } });
  await expect(web.get(ask("https://owl.example/"), signal)).rejects.toMatchObject({ name: "OriginError" });
  const direct = await serve((_, response) => response.end("direct"));
  const spared = webOf({ environment: { HTTP_PROXY: "http://127.0.0.1:1", NO_PROXY: "127.0.0.1" } });
  expect(text((await spared.get(ask(direct.url), signal)).body)).toBe("direct");
});

test("the user's stop is no failure of the host", async () => {
  const stop = new AbortController();
  const { url } = await serve(() => stop.abort());
  await expect(webOf().get(ask(url), stop.signal)).rejects.toMatchObject({ name: "AbortError" });
});

test("what never changes is asked for once, what may change each time", async () => {
  const folder = makeFolder();
  const { url, asked } = await serve((_, response) => response.end("same"));
  await webOf({ folder }).get(ask(`${url}/a`, { isImmutable: true }), signal);
  const again = await webOf({ folder }).get(ask(`${url}/a`, { isImmutable: true }), signal);
  expect(text(again.body)).toBe("same");
  expect(asked.length).toBe(1);
  await webOf({ folder }).get(ask(`${url}/b`), signal);
  await webOf({ folder }).get(ask(`${url}/b`), signal);
  expect(asked.length).toBe(3);
});

test("offline, what was fetched answers and what was not is said", async () => {
  const folder = makeFolder();
  const { url, asked } = await serve((_, response) => response.end("kept"));
  await webOf({ folder }).get(ask(`${url}/a`), signal);
  const offline = webOf({ folder, isOffline: true });
  expect(text((await offline.get(ask(`${url}/a`), signal)).body)).toBe("kept");
  await expect(offline.get(ask(`${url}/b`), signal)).rejects.toMatchObject({ code: "offline" });
  await expect(offline.get(ask(`${url}/a`, { token: "t" }), signal)).rejects.toMatchObject({ code: "offline" });
  expect(asked.length).toBe(1);
});

test("a download lies in a file, with its digest", async () => {
  const { url, asked } = await serve((_, response) => response.end("abc"));
  const web = webOf();
  const file = await web.download(ask(url, { isImmutable: true }), signal);
  // SHA-256 of "abc" (FIPS 180-2, appendix B.1).
  expect(file.sha256).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(readFileSync(file.file, "utf8")).toBe("abc");
  expect((await web.download(ask(url, { isImmutable: true }), signal)).file).toBe(file.file);
  expect(asked.length).toBe(1);
  await expect(web.download(ask(`${url}/long`, { limit: 2 }), signal)).rejects.toMatchObject({ code: "over-limit" });
});
