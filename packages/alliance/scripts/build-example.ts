/**
 * `node packages/alliance/scripts/build-example.ts`: writes examples/example-alliance anew. Everybody and everything in it is
 * made up. Keys are made on the spot and thrown away: what is signed stays signed, and nobody can sign anything more.
 */

import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFolder } from "../src/books/read-folder.ts";
import { checkBooks } from "../src/check/index.ts";
import { CHECKPOINTS, LOG, listNew, makeCheckpoint } from "../src/log/log.ts";
import type { Books as AllBooks } from "../src/model/entry.ts";
import { openBallot } from "../src/write/open-ballot.ts";
import { recordDecision } from "../src/write/record-decision.ts";
import { writeYaml } from "../src/write/yaml.ts";
import { BALLOTS, type PlannedBallot } from "./example/ballots.ts";
import { BODIES, ORGANISATIONS, PEOPLE, SEATS } from "./example/members.ts";
import { FILES } from "./example/things.ts";

const FOLDER = fileURLToPath(new URL("../../../examples/example-alliance", import.meta.url));
const KEEPS = ["README.md"];

const keys = new Map<string, KeyObject>();

function write(path: string, text: string): void {
  const file = join(FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

function signFile(path: string, person: string): void {
  const key = keys.get(person);
  if (key === undefined) throw new Error(`${person} has no key`);
  write(`${path}.sig`, `${sign(null, readFileSync(join(FOLDER, path)), key).toString("base64")}\n`);
}

/** Words `$sha256(path)` stand for the digest of a file that was written before. */
function fillDigests(text: string): string {
  return text.replace(/\$sha256\(([^)]+)\)/g, (_, path: string) => sha256(readFileSync(join(FOLDER, path))));
}

async function readBooks(): Promise<AllBooks> {
  const { books, faults } = await readFolder(FOLDER);
  if (books === null || faults.length > 0) throw new Error(JSON.stringify(faults, null, 2));
  return books;
}

function writeMembers(): void {
  const member = { from: "2026-01-01" };
  for (const [id, name, ofClass, region, parent] of ORGANISATIONS)
    write(
      `organisations/${id}.yaml`,
      writeYaml({ name, class: ofClass, region, ...(parent ? { parent } : {}), member }),
    );
  for (const [id, name, organisation] of PEOPLE) {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    keys.set(id, privateKey);
    const key = { public: publicKey.export({ type: "spki", format: "pem" }).toString(), ...member };
    const affiliations = organisation === null ? [] : [{ organisation, ...member }];
    write(`people/${id}.yaml`, writeYaml({ name, keys: [key], affiliations }));
  }
  for (const [id, body] of Object.entries(BODIES)) write(`bodies/${id}.yaml`, fillDigests(writeYaml(body)));
  for (const [body, person, isChair, alternate] of SEATS) {
    const holders = [{ person, from: "2026-01-01", until: "2028-01-01" }];
    const alternates = alternate ? { alternates: [{ person: alternate, from: "2026-01-01" }] } : {};
    const seat = {
      body,
      title: `Seat of ${person}`,
      appointedBy: "election",
      votes: true,
      ...(isChair ? { isChair } : {}),
    };
    write(`seats/${body}-${person}.yaml`, writeYaml({ ...seat, holders, ...alternates }));
  }
}

async function hold(ballot: PlannedBallot): Promise<void> {
  const { id, proposal, body, by, opens, votes, decided } = ballot;
  const path = `ballots/${id}/ballot.yaml`;
  write(path, writeYaml(openBallot(await readBooks(), { proposal, body, by, at: opens })));
  signFile(path, by);
  for (const [person, choice, reason] of votes) {
    const seat = `${body}-${person}`;
    const vote = `ballots/${id}/votes/${seat}.yaml`;
    const at = opens.replace("T09:00:00Z", "T15:00:00Z");
    write(vote, writeYaml({ ballot: id, seat, voter: person, at, choice, ...(reason ? { reason } : {}) }));
    signFile(vote, person);
  }
  const decision = recordDecision(await readBooks(), { ballot: id, by, at: decided });
  write(`decisions/${id}.yaml`, writeYaml(decision));
  signFile(`decisions/${id}.yaml`, by);
}

async function keepLog(): Promise<void> {
  const lines = listNew(await readBooks());
  write(LOG, lines.map((line) => `${line}\n`).join(""));
  const path = `${CHECKPOINTS}/${String(lines.length).padStart(8, "0")}.yaml`;
  write(path, writeYaml(makeCheckpoint(lines, { by: "ilse", at: "2026-06-30T12:00:00Z" })));
  signFile(path, "ilse");
}

const kept = KEEPS.map((path) => [path, readFileSync(join(FOLDER, path), "utf8")] as const);
rmSync(FOLDER, { recursive: true, force: true });
for (const [path, text] of kept) write(path, text);
for (const [path, text] of FILES.before) write(path, fillDigests(text));
writeMembers();
for (const [path, value] of FILES.things) write(path, fillDigests(writeYaml(value)));
for (const ballot of BALLOTS) await hold(ballot);
for (const [path, value] of FILES.after) write(path, fillDigests(writeYaml(value)));
// The plan of the release was written before its stage was decided: the stage is the one field that changed since.
const plan = readFileSync(join(FOLDER, "releases/canopy-7b.yaml"), "utf8");
write(
  "releases/canopy-7b.yaml",
  plan.replace("state: internal", "state: research-cohort\n  decision: canopy-to-researchers"),
);
await keepLog();
const faults = checkBooks(await readBooks());
for (const { path, message } of faults) console.error(`${path} ${message}`);
process.exitCode = faults.length > 0 ? 1 : 0;
