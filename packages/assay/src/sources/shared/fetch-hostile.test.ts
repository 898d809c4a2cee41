import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../../test/support/folder.ts";
import { serve, serveRaw } from "../../../test/support/server.ts";
import { openWeb, type Patience } from "./fetch-web.ts";
import { openCache } from "./folder-cache.ts";
import type { Web, WebRequest } from "./web.ts";

const { signal } = new AbortController();
const PATIENCE = { connect: 500, silence: 500, whole: 2_000 };

function open(folder: string = makeFolder(), patience: Patience = PATIENCE): Web {
  return openWeb({ cache: openCache({ ASSAY_CACHE: folder }), isOffline: false, environment: {}, patience });
}

/** Status and body, or name, code and sentence of what was thrown. */
async function tell(request: WebRequest, web: Web = open()): Promise<string> {
  try {
    const { status, body } = await web.get(request, signal);
    return `${status} ${new TextDecoder().decode(body)}`;
  } catch (error) {
    const { name, code, message }: Error & { readonly code?: unknown } = error as Error;
    return `${name} ${code} ${message}`;
  }
}

test.each([{}, { range: [0, 4] as const }])(
  "a refusal is an answer, however long or encoded its page: %j",
  async (more) => {
    const page = await serve((_, response) => response.writeHead(403, { "Content-Length": 50 }).end("x".repeat(50)));
    expect(await tell({ url: page.url, limit: 4, ...more })).toBe("403 xxxx");
    const encoded = await serve((_, response) => response.writeHead(404, { "Content-Encoding": "gzip" }).end("x"));
    expect(await tell({ url: encoded.url, limit: 4, ...more })).toBe("404 ");
  },
);

test("what speaks no HTTP is told", async () => {
  const url = await serveRaw((socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n\r\n"));
  expect(await tell({ url, limit: 4 })).toMatch(/^OriginError lies .*does not speak HTTP/);
});

test("a part behind the end of the whole is a lie", async () => {
  const { url } = await serve((_, response) => response.writeHead(206, { "Content-Range": "bytes 2-4/4" }).end("cde"));
  expect(await tell({ url, limit: 4, range: [2, 5] })).toMatch(/^OriginError lies/);
});

test("a body closed in good order before its end is a lie; one that is reset is asked for once more", async () => {
  const closed = await serveRaw((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"));
  expect(await tell({ url: closed, limit: 9 })).toMatch(/^OriginError lies .*3 bytes of 9/);
  let times = 0;
  const reset = await serveRaw((socket) => {
    times += 1;
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n${times === 1 ? "a" : "abc"}`);
    if (times === 1) setTimeout(() => socket.resetAndDestroy(), 50);
  });
  expect(await tell({ url: reset, limit: 9 })).toBe("200 abc");
});

test("what is no address, and a token that would begin another field, are refused before anything is sent", async () => {
  expect(await tell({ url: "https:// /", limit: 1 })).toMatch(/^OriginError refused/);
  const sentence = await tell({ url: "https://name.invalid/", limit: 1, token: "SECRET\r\nx: y" });
  expect(sentence).toMatch(/^OriginError refused .*line break/);
  expect(sentence).not.toContain("SECRET");
});

test("time that ends within a pause, and a download in drips, are timeouts", async () => {
  const brief = open(makeFolder(), { ...PATIENCE, whole: 200 });
  const busy = await serve((_, response) => response.writeHead(429, { "Retry-After": "5" }).end());
  expect(await tell({ url: busy.url, limit: 1 }, brief)).toMatch(/^OriginError timeout/);
  const url = await serveRaw((socket) => {
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n");
    const timer = setInterval(() => socket.write("x"), 20);
    socket.once("close", () => clearInterval(timer));
  });
  await expect(brief.download({ url, limit: 90_000 }, signal)).rejects.toMatchObject({ code: "timeout" });
});

test("the request's own credentials do not travel to another host", async () => {
  const storage = await serve((_, response) => response.end());
  const { url } = await serve((_, response) => response.writeHead(302, { Location: storage.url }).end());
  const headers = { Authorization: "Basic SECRET", Cookie: "SECRET" };
  await open().get({ url, limit: 1, headers, mayRedirectTo: [new URL(storage.url).host] }, signal);
  expect(JSON.stringify(storage.asked[0]?.headers)).not.toContain("SECRET");
});

test("what one token opened is there for no other, and neither token, cookie nor signature is kept", async () => {
  const folder = makeFolder();
  const { url } = await serve(({ headers, url: path }, response) => {
    const fields = { "Set-Cookie": "SECRET", "X-Echo": `${headers.authorization}` };
    if (path === "/") response.writeHead(302, { Location: "/b?signature=SECRET" }).end();
    else response.writeHead(headers.authorization === "Bearer SECRET" ? 200 : 401, fields).end("weights");
  });
  const request = { url, limit: 9, isImmutable: true } as const;
  expect(await tell({ ...request, token: "SECRET" }, open(folder))).toBe("200 weights");
  expect(await tell({ ...request, token: "OTHER" }, open(folder))).toBe("401 weights");
  expect(await tell(request, open(folder))).toBe("401 weights");
  const keys = readdirSync(join(folder, "keys")).map((name) => readFileSync(join(folder, "keys", name), "utf8"));
  expect(keys).toHaveLength(1);
  expect(keys.join()).not.toContain("SECRET");
});

test("a kept answer is none that was asked in other words, is too long now, or was written over", async () => {
  const folder = makeFolder();
  const { url } = await serve(({ headers }, response) => response.end(headers.accept));
  const request = { url, limit: 9, isImmutable: true } as const;
  expect(await tell({ ...request, headers: { accept: "a/a" } }, open(folder))).toBe("200 a/a");
  expect(await tell({ ...request, headers: { accept: "b/b" } }, open(folder))).toBe("200 b/b");
  expect(await tell({ ...request, headers: { accept: "a/a" }, limit: 2 }, open(folder))).toMatch(
    /^OriginError over-limit/,
  );
  for (const name of readdirSync(join(folder, "keys"))) {
    const path = join(folder, "keys", name);
    writeFileSync(path, readFileSync(path, "utf8").replace(/"headers":"/, '"headers":"x'));
  }
  expect(await tell({ ...request, headers: { accept: "a/a" } }, open(folder))).toBe("200 a/a");
});

test("a file that was handed out is not touched by whoever asks for it next", async () => {
  const folder = makeFolder();
  const { url } = await serve((_, response) => response.end("abc"));
  const request = { url, limit: 9, isImmutable: true } as const;
  const { file } = await open(folder).download(request, signal);
  const state = (): readonly bigint[] => {
    const { ino, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return [ino, mtimeNs, ctimeNs];
  };
  const before = state();
  await open(folder).download(request, signal);
  await open(folder).download({ url, limit: 9 }, signal);
  await open(folder).get(request, signal);
  expect(state()).toEqual(before);
});
