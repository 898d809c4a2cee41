/** `npm run bench:licenses`: Assay's licence reader beside its peers, over every set that has a gold. */

import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { inFolder } from "../measure.ts";
import { readWithAssay } from "./assay.ts";
import { CORPORA, hasCorpora, loadSets } from "./corpora.ts";
import { EQUIVALENTS } from "./equivalents.ts";
import { generateRows } from "./generated.ts";
import type { Answer, Answers, GoldRow } from "./gold.ts";
import { PEERS } from "./peers/index.ts";
import type { Peer } from "./peers/peer.ts";
import { OTHER_TEXT, UNLISTED } from "./readings.ts";
import { isRight } from "./score.ts";
import { type Column, printEquivalents, printTables, printUnlisted } from "./table.ts";

/** Answers by tool and path, as `--save` writes them. */
type Saved = Readonly<Record<string, Readonly<Record<string, Answer>>>>;

const OPTIONS = {
  /** Takes the peers' answers from a file instead of running them. */
  peers: { type: "string" },
  /** Writes the peers' answers. */
  save: { type: "string" },
  /** Measures Assay alone. */
  alone: { type: "boolean", default: false },
  /** Lists what Assay got wrong. */
  wrong: { type: "boolean", default: false },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (!hasCorpora) throw new Error(`There are no licence corpora at ${CORPORA}; set ASSAY_CORPORA.`);
  const rows = [...loadSets(), ...generateRows()];
  console.log(
    `${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}\n\n${printEquivalents(EQUIVALENTS)}\n${printUnlisted({ ...UNLISTED, ...OTHER_TEXT })}\n`,
  );
  const assay: Column = { id: "assay", answers: await readWithAssay(rows) };
  const others = values.alone ? [] : await askPeers(rows, values.peers);
  if (values.save !== undefined) save(values.save, others);
  console.log(printTables(rows, [assay, ...others]));
  if (values.wrong) console.log(`\n${listWrong(rows, assay.answers)}`);
}

async function askPeers(rows: readonly GoldRow[], file: string | undefined): Promise<readonly Column[]> {
  if (file !== undefined) return load(file);
  const columns: Column[] = [];
  for (const peer of PEERS) {
    try {
      columns.push({ id: peer.id, answers: await ask(peer, rows) });
    } catch (error) {
      console.log(`${peer.id} could not run: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return columns;
}

/** A peer reads files: the texts that the bench makes are written for it. */
function ask(peer: Peer, rows: readonly GoldRow[]): Promise<Answers> {
  return inFolder(async (folder) => {
    const names = new Map(rows.map((row, at) => [place(row, join(folder, String(at))), row.path]));
    const answers = await peer.identify([...names.keys()]);
    return new Map([...answers].map(([path, answer]) => [names.get(path) ?? path, answer]));
  });
}

function place({ path, text }: GoldRow, made: string): string {
  if (text === undefined) return join(CORPORA, path);
  writeFileSync(made, text);
  return made;
}

function load(file: string): readonly Column[] {
  const saved: Saved = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(saved).map(([id, answers]) => ({ id, answers: new Map(Object.entries(answers)) }));
}

function save(file: string, columns: readonly Column[]): void {
  const saved: Saved = Object.fromEntries(columns.map(({ id, answers }) => [id, Object.fromEntries(answers)]));
  writeFileSync(file, `${JSON.stringify(saved)}\n`);
}

function listWrong(rows: readonly GoldRow[], answers: Answers): string {
  const wrong = rows.filter((row) => !isRight(row, answers.get(row.path)));
  const name = (row: GoldRow): string => answers.get(row.path)?.id ?? "nothing";
  return wrong.map((row) => `${row.path}: ${name(row)}, not ${row.expected.join(" AND ") || "nothing"}`).join("\n");
}

await main();
