/**
 * A git server on the loopback for tests: repositories made of files, served over HTTP by git's own `http-backend`
 * (git-http-backend, "CGI environment"), with counts of what was sent.
 */

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { makeFolder } from "../support/folder.ts";
import { type Served, serve } from "../support/server.ts";

const ENVIRONMENT = {
  PATH: process.env.PATH ?? "",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "Owl",
  GIT_AUTHOR_EMAIL: "owl@example.org",
  GIT_COMMITTER_NAME: "Owl",
  GIT_COMMITTER_EMAIL: "owl@example.org",
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
};

/** Runs git in a folder, for what a test prepares. */
export function git(folder: string, args: readonly string[], input?: string | Uint8Array): string {
  return execFileSync("git", ["-C", folder, ...args], { env: ENVIRONMENT, input: input ?? "" })
    .toString()
    .trim();
}

/** Makes a bare repository `OWNER/NAME.git` below a root, with these files on `main` and a tag `v1`; returns its commit. */
export function makeRepository(
  root: string,
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): string {
  const work = makeFolder(files);
  git(work, ["init", "--quiet", "--initial-branch=main"]);
  git(work, ["add", "--all", "--force"]);
  git(work, ["commit", "--quiet", "--message=Release"]);
  git(work, ["tag", "v1"]);
  const bare = join(root, `${name}.git`);
  mkdirSync(dirname(bare), { recursive: true });
  git(work, ["clone", "--quiet", "--bare", ".", bare]);
  allow(bare);
  return git(work, ["rev-parse", "HEAD"]);
}

/** What a host of repositories allows: filters, and blobs by their names. */
function allow(bare: string): void {
  git(bare, ["config", "uploadpack.allowFilter", "true"]);
  git(bare, ["config", "uploadpack.allowAnySHA1InWant", "true"]);
}

/** Makes a bare repository whose tree has these entries, `MODE PATH` to content, whatever git itself would accept. */
export function makeRawRepository(
  root: string,
  name: string,
  entries: readonly (readonly [string, string, string])[],
): string {
  const bare = join(root, `${name}.git`);
  mkdirSync(bare, { recursive: true });
  git(bare, ["init", "--quiet", "--bare", "--initial-branch=main"]);
  const lines = entries.map(([mode, path, content]) => {
    const oid = git(bare, ["hash-object", "-w", "--stdin"], content);
    return `${mode} blob ${oid}\t${path}`;
  });
  const tree = git(bare, ["mktree", "-z"], `${lines.join("\0")}\0`);
  const commit = git(bare, ["commit-tree", tree, "-m", "Release"]);
  git(bare, ["update-ref", "refs/heads/main", commit]);
  allow(bare);
  return commit;
}

/** A running server. */
export interface GitServer extends Served {
  readonly root: string;
  /** Bytes of bodies that it sent. */
  sent(): number;
}

/** Answers before git does, where it returns true. */
export type Interruption = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Starts a server of the repositories below a new root. */
export async function startGitServer(interrupt: Interruption = () => false): Promise<GitServer> {
  const root = makeFolder();
  writeFileSync(join(root, "README"), "Repositories of a test.\n");
  let sent = 0;
  const served = await serve((request, response) => {
    if (interrupt(request, response)) return;
    const url = new URL(request.url ?? "", "http://git");
    const backend = spawn("git", ["http-backend"], {
      env: {
        ...ENVIRONMENT,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: "1",
        PATH_INFO: decodeURIComponent(url.pathname),
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? "",
        CONTENT_TYPE: request.headers["content-type"] ?? "",
        HTTP_CONTENT_ENCODING: String(request.headers["content-encoding"] ?? ""),
        GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      },
    });
    request.pipe(backend.stdin);
    backend.stdin.on("error", () => undefined);
    const chunks: Buffer[] = [];
    backend.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    backend.once("close", () => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf("\r\n\r\n");
      const headers = output
        .toString("latin1", 0, end)
        .split("\r\n")
        .map((line) => line.split(": "));
      const status = headers.find(([name]) => name === "Status")?.[1] ?? "200";
      const rest = headers.filter(([name]) => name !== "Status");
      response.writeHead(Number.parseInt(status, 10), Object.fromEntries(rest));
      sent += output.length - end - 4;
      response.end(output.subarray(end + 4));
    });
  });
  return { ...served, root, sent: () => sent };
}
