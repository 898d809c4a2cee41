/** Runs the git command: no questions, no configuration of others, no code of a repository, a limit of time. */

import { type ChildProcess, spawn } from "node:child_process";
import { OriginError } from "../../model/errors.ts";

/** Milliseconds for one command; a listing of a large repository takes some ten seconds. */
const LONGEST_RUN = 120_000;

/** Bytes of output: a listing of half a million files, or the texts that were asked for. */
const MOST_OUTPUT = 64 << 20;

/** Bytes of what git says on its other channel, of which the last are shown. */
const MOST_WORDS = 8 << 10;

/** Milliseconds between looks at how much came in. */
const LOOK_EVERY = 20;

/** Variables that pass through: how to reach a host, and the keys of the user's agent. */
const PASSED = [
  "PATH",
  "SSH_AUTH_SOCK",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "SSL_CERT_FILE",
  "TMPDIR",
];

/** Settings of every command. A redirect, a hook, a helper or a submodule would be somebody else's word. */
const SETTINGS = [
  "protocol.ext.allow=never",
  "core.hooksPath=/dev/null",
  "core.symlinks=false",
  "core.fsmonitor=false",
  "http.followRedirects=false",
  "http.lowSpeedLimit=100",
  "http.lowSpeedTime=30",
  "credential.helper=",
  // Bytes from which git streams a blob instead of holding it in memory.
  "core.bigFileThreshold=4m",
  "transfer.fsckObjects=true",
  "submodule.recurse=false",
  "gc.auto=0",
  "maintenance.auto=false",
];

/** Where and how a command runs. */
export interface GitRun {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** The repository; left out for a command that needs none. */
  readonly folder?: string;
  readonly input?: string;
  /** Asked now and then while it runs; the command is ended when it answers false. */
  readonly mayGoOn?: () => boolean;
}

/** What a command printed. @throws OriginError when it fails, in words of what failed. */
export async function runGit(run: GitRun): Promise<Buffer> {
  run.signal.throwIfAborted();
  const child = start(run);
  const output: Buffer[] = [];
  let [size, words] = [0, ""];
  let ended: OriginError | null = null;
  const end = (reason: OriginError): void => {
    ended ??= reason;
    killGroup(child);
  };
  child.stdout?.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_OUTPUT) end(new OriginError("over-limit", `git printed more than ${MOST_OUTPUT} bytes.`));
    else output.push(chunk);
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    words = (words + chunk.toString("utf8")).slice(-MOST_WORDS);
  });
  const late = new OriginError("timeout", `git took longer than ${LONGEST_RUN / 1000} s: try again later.`);
  const timer = setTimeout(() => end(late), LONGEST_RUN);
  const watch = setInterval(() => {
    if (run.mayGoOn?.() === false) end(new OriginError("over-limit", "the repository gives more than is taken of it."));
  }, LOOK_EVERY);
  const stop = (): void => killGroup(child);
  run.signal.addEventListener("abort", stop);
  // A command that ends before it read its input closes the pipe; its status says why.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(run.input ?? "");
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    run.signal.throwIfAborted();
    if (ended !== null) throw ended;
    if (code !== 0) throw explainGit(words);
    return Buffer.concat(output);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new OriginError("unreachable", "the git command is not on this machine: install git to read repositories.");
    throw error;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    run.signal.removeEventListener("abort", stop);
  }
}

function start({ args, environment, folder }: GitRun): ChildProcess {
  const passed = Object.fromEntries(PASSED.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  return spawn("git", [...SETTINGS.flatMap((setting) => ["-c", setting]), ...args], {
    // In a group of its own, so that what git starts ends with it.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      ...passed,
      // No HOME: git would send a web host the user's password from ~/.netrc. ssh finds the user's keys without it.
      GIT_SSH_COMMAND: "ssh -oBatchMode=yes",
      LC_ALL: "C",
      GIT_TERMINAL_PROMPT: "0",
      GIT_ASKPASS: "true",
      GIT_SSH_VARIANT: "ssh",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_NO_LAZY_FETCH: "1",
      GIT_ALLOW_PROTOCOL: "https:http:ssh:file",
      ...(folder === undefined ? {} : { GIT_DIR: folder }),
    },
  });
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}

/** What git's words mean (messages of git 2.34 to 2.50, in English by LC_ALL). */
const MEANINGS: readonly (readonly [RegExp, OriginError["code"], string])[] = [
  [
    /couldn't find remote ref|not our ref|no such ref|unadvertised object/i,
    "no-such-revision",
    "it has no such revision",
  ],
  [/Could not resolve host|Name or service not known/i, "unreachable", "no host of this name is known"],
  [/Connection refused|Failed to connect|Could not connect/i, "unreachable", "the host refuses the connection"],
  [/Empty reply|Connection reset|Recv failure|Send failure/i, "unreachable", "the connection broke off: try again"],
  [
    /certificate|SSL|host key verification failed/i,
    "certificate",
    "its certificate or host key is not one that this machine trusts",
  ],
  [
    /could not read Username|Authentication failed|terminal prompts disabled|Permission denied|returned error: 40[13]/i,
    "not-visible",
    "it is not visible to you: there is none of this name, or it asks who you are",
  ],
  [
    /not found|does not exist|(?:appear to be|is this) a git repository|returned error: 404/i,
    "not-visible",
    "it is not visible to you: there is no repository of this name, or it is private",
  ],
  [
    /unable to update url base from redirection|returned error: 30\d/i,
    "refused",
    "it sends on to another place: not followed",
  ],
  [/timed out|Operation too slow/i, "timeout", "it did not answer in time: try again later"],
  [/No space left|disk quota|read-only file system/i, "over-limit", "the disk is full"],
  [/fsck error/i, "lies", "its commit or names of its files break git's own rules: it was not opened"],
  [
    /early EOF|hung up|RPC failed|unexpected disconnect|index-pack|bad pack|fetch-pack|inflate/i,
    "lies",
    "what it sent is not whole",
  ],
];

/** Addresses, names and what the host has git say: whatever stands in them is not git's own word. */
const OF_OTHERS = /^[ \t]*remote:.*$|'[^'\n]*'|"[^"\n]*"|\b[a-z]+:\/\/\S+/gim;

function explainGit(words: string): OriginError {
  const own = words.replace(OF_OTHERS, "…");
  const found = MEANINGS.find(([pattern]) => pattern.test(own));
  if (found !== undefined) return new OriginError(found[1], found[2]);
  const last = own.trim().split("\n").at(-1) ?? "";
  return new OriginError("unreachable", `git could not read it (${last.replace(/\p{C}/gu, "\ufffd").slice(0, 200)})`);
}
