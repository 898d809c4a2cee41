/** What is common to the scanners that Assay is measured beside: each lives in an environment of its own. */

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import type { Answer, Answers, Outcome } from "../answer.ts";

/** A scanner from the Python Package Index. */
export interface Peer {
  readonly id: string;
  /** Name of its package and of its environment. */
  readonly package: string;
  /** Packages that it imports and does not name. */
  readonly missing?: readonly string[];
  /**
   * Python that defines `scan(path)`, which returns `(outcome, verdict, globals)` as {@link Answer} has them. It calls what
   * the scanner's own command calls, and nothing that loads a file.
   */
  readonly script: string;
}

/** Folder of the environments where none is given. */
export const PEERS_FOLDER: string = join(homedir(), ".cache", "assay-bench", "peers");

/** The Python of a peer's environment. */
export function pythonOf(folder: string, peer: Peer): string {
  return join(folder, peer.package, "bin", "python");
}

/** Whether the peer's environment is there. */
export function isInstalled(folder: string, peer: Peer): boolean {
  return existsSync(pythonOf(folder, peer));
}

/**
 * Reads paths, prints a line of JSON for each. A file that takes longer than its seconds, or more memory than there is,
 * is an error of the scanner's.
 */
const HARNESS = `
import contextlib, io, json, logging, os, resource, signal, sys, time, warnings
PATIENCE = int(os.environ["BENCH_PATIENCE"])
resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
sys.setrecursionlimit(3000)
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")
OUT = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

class Late(BaseException):
    pass

def on_alarm(*_):
    raise Late()

signal.signal(signal.SIGALRM, on_alarm)

def answer(path):
    start = time.process_time()
    found = ()
    try:
        signal.alarm(PATIENCE)
        outcome, verdict, found = scan(path)
    except Late:
        outcome, verdict = "open", "late"
    except BaseException as error:
        outcome, verdict = "open", type(error).__name__
    finally:
        signal.alarm(0)
    ms = (time.process_time() - start) * 1e3
    return {"path": path, "outcome": outcome, "verdict": verdict, "globals": sorted(set(found)), "ms": ms}

def main():
    for line in sys.stdin:
        OUT.write(json.dumps(answer(line[:-1])) + "\\n")
        OUT.flush()
`;

/** How a peer is run. */
export interface PeerRun {
  readonly folder: string;
  /** Seconds for one file. */
  readonly patience: number;
}

interface Line extends Answer {
  readonly path: string;
  readonly outcome: Outcome;
}

const DIED: Answer = { outcome: "open", verdict: "died", ms: Number.NaN };

/**
 * Asks a peer about files, one after the other in one process. When that dies of a file, the file is an error of the
 * peer's and it goes on behind it.
 * @throws Error when the peer does not start.
 */
export async function askPeer(peer: Peer, paths: readonly string[], run: PeerRun): Promise<Answers> {
  const answers = new Map<string, Answer>();
  for (let at = 0; at < paths.length; ) {
    const { lines, complaint } = await converse(peer, paths.slice(at), run);
    for (const { path, ...answer } of lines) answers.set(path, answer);
    at += lines.length;
    const killer = paths[at];
    if (answers.size === 0) throw new Error(`${peer.id} does not start: ${complaint}`);
    if (killer !== undefined) answers.set(killer, DIED);
    at++;
  }
  return answers;
}

interface Said {
  readonly lines: readonly Line[];
  /** Last words on its error output. */
  readonly complaint: string;
}

function converse(peer: Peer, paths: readonly string[], { folder, patience }: PeerRun): Promise<Said> {
  const python = [pythonOf(folder, peer), "-c", `${HARNESS}\n${peer.script}\nmain()`];
  const [program = "", ...args] = canShutOff() ? ["unshare", "--net", ...python] : python;
  // Its own variable against telemetry; and a folder to write to that is not the user's.
  const quiet = { PROMPTFOO_DISABLE_TELEMETRY: "1", NO_ANALYTICS: "1", BENCH_PATIENCE: String(patience) };
  const child = spawn(program, args, { env: { ...process.env, ...quiet }, cwd: tmpdir(), stdio: "pipe" });
  const lines: Line[] = [];
  let complaint = "";
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(JSON.parse(line)));
  child.stderr.on("data", (bytes: Buffer) => {
    complaint = (complaint + bytes.toString()).slice(-500);
  });
  // A process that dies before it has read all is told by what it printed.
  child.stdin.on("error", () => undefined);
  child.stdin.end(paths.map((path) => `${path}\n`).join(""));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve({ lines, complaint }));
  });
}

/** Whether a program can be run without any network here. */
function canShutOff(): boolean {
  return spawnSync("unshare", ["--net", "true"]).status === 0;
}
