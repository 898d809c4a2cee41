/** `npm run bench:scan`: what Assay and its peers say of files whose answer is known, and what the scan costs. */

import { mkdirSync } from "node:fs";
import { cpus } from "node:os";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";

import { inFolder } from "../measure.ts";
import type { Answers, Column, Row } from "./answer.ts";
import { foldersOf, listFolders, listImports, scanWithAssay } from "./assay.ts";
import { type Bound, checkSets } from "./bounds.ts";
import { measureLarge } from "./cost/large.ts";
import { measureMemory } from "./cost/memory.ts";
import { measureThroughput } from "./cost/throughput.ts";
import { comparePickles } from "./oracles/pickletools.ts";
import { compareArchives } from "./oracles/yauzl.ts";
import { PEERS } from "./peers/index.ts";
import { installPeers, listVersions } from "./peers/install.ts";
import { askPeer, isInstalled, PEERS_FOLDER, type Peer, type PeerRun } from "./peers/peer.ts";
import { listBenign } from "./sets/benign.ts";
import { CORPORA, hasCorpora, loadLabelled, tellReadings } from "./sets/corpora.ts";
import { writeGenerated } from "./sets/generated.ts";
import { writeImports } from "./sets/imports.ts";
import { align, countVerdicts, listWrong, printTables } from "./table.ts";

const OPTIONS = {
  /** Folder of the peers' environments. */
  peers: { type: "string", default: PEERS_FOLDER },
  /** Makes the environments first, by pip. */
  "install-peers": { type: "boolean", default: false },
  /** Measures Assay alone. */
  alone: { type: "boolean", default: false },
  /** Files to generate. */
  count: { type: "string", default: "10000" },
  seed: { type: "string", default: "1" },
  /** Seconds that a peer has for one file. */
  patience: { type: "string", default: "30" },
} as const;

/** Parts of the bench, all of them where none is named. */
const PARTS = ["labelled", "benign", "imports", "generated", "oracles", "throughput", "memory", "large"] as const;
type Part = (typeof PARTS)[number];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const parts = PARTS.filter((part) => positionals.length === 0 || positionals.includes(part));
  if (!hasCorpora) throw new Error(`There are no corpora at ${CORPORA}; set ASSAY_CORPORA.`);
  if (values["install-peers"]) installPeers(values.peers, PEERS);
  const present = values.alone ? [] : PEERS.filter((peer) => isInstalled(values.peers, peer));
  const versions = listVersions(values.peers, present);
  console.log(
    `${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, ${versions.join(", ") || "no peers"}\n`,
  );
  const work: Work = {
    parts,
    present,
    peerRun: { folder: values.peers, patience: Number(values.patience) },
    draw: { count: Number(values.count), seed: Number(values.seed) },
  };
  const bounds = await inFolder((folder) => measure(folder, work));
  report(bounds);
}

interface Work {
  readonly parts: readonly Part[];
  /** Peers that are installed. */
  readonly present: readonly Peer[];
  readonly peerRun: PeerRun;
  readonly draw: { readonly count: number; readonly seed: number };
}

async function measure(folder: string, { parts, present, peerRun, draw }: Work): Promise<readonly Bound[]> {
  const { rows, recipes } = collect(parts, folder, draw);
  const bounds: Bound[] = [];
  if (rows.length > 0) {
    const scanned = await scanWithAssay(chooseFolders(parts, rows));
    const assay: Column = { id: "assay", answers: await addImports(scanned, rows) };
    const columns = [assay, ...(await askAll(present, rows, peerRun))];
    console.log(`${printTables(rows, columns)}\n\n${printVerdicts(rows, assay)}\n\nread by eye\n${tellReadings()}`);
    console.log(`\nwhat Assay gets wrong\n${listWrong(rows, assay, recipes).join("\n")}`);
    bounds.push(...checkSets(rows, assay));
  }
  if (parts.includes("oracles")) bounds.push(...(await compareArchives(rows)), ...(await comparePickles(rows)));
  if (parts.includes("throughput")) bounds.push(...(await measureThroughput(folder, present, peerRun)));
  if (parts.includes("memory")) bounds.push(...(await measureMemory(folder)));
  if (parts.includes("large")) bounds.push(...(await measureLarge(folder)));
  return bounds;
}

/** The names that a file imports are told where names are expected. */
async function addImports(answers: Answers, rows: readonly Row[]): Promise<Answers> {
  const added = new Map(answers);
  for (const { path, globals } of rows) {
    const answer = answers.get(path);
    if (globals === undefined || answer === undefined) continue;
    added.set(path, { ...answer, globals: await listImports(dirname(path), basename(path)) });
  }
  return added;
}

async function askAll(peers: readonly Peer[], rows: readonly Row[], run: PeerRun): Promise<readonly Column[]> {
  const columns: Column[] = [];
  for (const peer of peers) {
    const paths = rows.map(({ path }) => path);
    columns.push({ id: peer.id, answers: await askPeer(peer, paths, run) });
  }
  return columns;
}

interface Collected {
  readonly rows: readonly Row[];
  /** How generated files were made. */
  readonly recipes: ReadonlyMap<string, string>;
}

function collect(
  parts: readonly Part[],
  folder: string,
  { count, seed }: { readonly count: number; readonly seed: number },
): Collected {
  const own = join(folder, "imports");
  mkdirSync(own);
  const generated = parts.includes("generated")
    ? writeGenerated(folder, { count, twins: Math.ceil(count / 5), seed })
    : { rows: [], recipes: new Map<string, string>() };
  const rows = [
    ...(parts.includes("labelled") ? loadLabelled() : []),
    ...(parts.includes("benign") ? listBenign() : []),
    ...(parts.includes("imports") ? writeImports(own) : []),
    ...generated.rows,
  ];
  return { rows, recipes: generated.recipes };
}

/** Each corpus is one release, and so is each folder of files that are made here. */
function chooseFolders(parts: readonly Part[], rows: readonly Row[]): readonly string[] {
  const corpora = listFolders(CORPORA).filter((folder) => parts.includes("benign") || folder.endsWith("/security"));
  const made = foldersOf(rows.map(({ path }) => path).filter((path) => !path.startsWith(CORPORA)));
  return [...(parts.some((part) => part === "benign" || part === "labelled") ? corpora : []), ...made];
}

function printVerdicts(rows: readonly Row[], column: Column): string {
  const lines = [...Map.groupBy(rows, ({ set }) => set)].map(
    ([set, members]) => `${set}: ${countVerdicts(members, column)}`,
  );
  return ["Assay's verdicts", ...lines].join("\n");
}

function report(bounds: readonly Bound[]): void {
  const lines = bounds.map(({ what, is, must, holds }) => [what, is, must, holds ? "yes" : "NO"]);
  console.log(`\n${align([["what must hold", "is", "must", "holds"], ...lines])}`);
  if (bounds.some(({ holds }) => !holds)) process.exitCode = 1;
}

await main();
