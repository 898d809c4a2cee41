/** What each command does: books in, words and a document out. */

import { createHash } from "node:crypto";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { FOLDERS } from "../books/read-folder.ts";
import { countBallot } from "../check/ballots.ts";
import { checkSeated } from "../check/competence.ts";
import { CHECKPOINTS, LOG, listNew, makeCheckpoint } from "../log/log.ts";
import type { Outcome } from "../model/ballot.ts";
import type { Books } from "../model/entry.ts";
import { type OpenRequest, openBallot } from "../write/open-ballot.ts";
import { type DecisionRequest, recordDecision } from "../write/record-decision.ts";
import { startAlliance } from "../write/starter.ts";
import { writeYaml } from "../write/yaml.ts";
import { openBooks, sayFaults, withBooks } from "./books.ts";
import { type Said, UsageError } from "./say.ts";

/** Writes the first files of an alliance into a folder that is empty or not there. @throws UsageError for one that is neither. */
export async function init(folder: string, name: string): Promise<Said> {
  await mkdir(folder, { recursive: true });
  const there = (await readdir(folder)).filter((entry) => entry !== ".git");
  if (there.length > 0) throw new UsageError(`${folder} is not empty: give a folder of its own.`);
  const files = startAlliance(name, (text) => createHash("sha256").update(text).digest("hex"));
  for (const { path, text } of files) await write(folder, path, text);
  const next =
    "Next: add organisations/, people/ and seats/ (docs/alliance/ten-minutes.md), then assay alliance check.";
  const paths = files.map(({ path }) => path);
  return {
    text: [`${name} begins with`, ...paths.map((path) => `  ${path}`), next].join("\n"),
    document: { files: paths },
    exitCode: 0,
  };
}

/** Says whether the books hold together. */
export async function check(folder: string): Promise<Said> {
  const { books, faults } = await openBooks(folder);
  if (books === null || faults.length > 0) return { ...sayFaults(faults), exitCode: 1 };
  const counts = countEntries(books);
  const listed = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${count === 1 ? (SINGULAR[kind] ?? kind) : kind}`);
  const text = `The books of ${books.alliance.value.name} check: ${listed.join(", ")}.`;
  return { text, document: { checks: true, faults, counts }, exitCode: 0 };
}

const SINGULAR: Readonly<Record<string, string>> = { ...FOLDERS, ballots: "ballot" };

function countEntries(books: Books): Readonly<Record<string, number>> {
  const { alliance: _, files: __, log: ___, ...kinds } = books;
  return Object.fromEntries(Object.entries(kinds).map(([kind, entries]) => [kind, entries.size]));
}

/** Counts a ballot. */
export async function count(folder: string, ballot: string): Promise<Said> {
  return await withBooks(folder, (books) => {
    const entry = books.ballots.get(ballot);
    if (entry === undefined)
      throw new UsageError(
        `There is no ballots/${ballot}/ballot.yaml; there is ${[...books.ballots.keys()].join(", ") || "no ballot"}.`,
      );
    const counted = countBallot(books, entry);
    // Books that check hold no ballot that cannot be counted.
    if ("problems" in counted) throw new RangeError(counted.problems[0].message);
    const { outcome } = counted;
    const { rule, closes } = entry.value;
    return {
      text: describeOutcome(`${ballot}, by the rule ${rule.id}, closes ${closes}`, outcome),
      document: { ballot, rule, closes, ...outcome },
      exitCode: outcome.result === "passed" ? 0 : 1,
    };
  });
}

function describeOutcome(title: string, { result, isSettled, because, seats }: Outcome): string {
  return [
    `${result.toUpperCase()}  ${title}`,
    ...because.map(({ holds, text }) => `  ${holds ? "holds" : "FAILS"}  ${text}`),
    isSettled ? "  Silent seats cannot change it any more." : "  Silent seats could still change it.",
    "",
    ...seats.map(({ seat, choice, weight, by, reason }) =>
      [`  ${seat}`, choice, weight === "0" || weight === "1" ? "" : `weighs ${weight}`, by ?? "", reason ?? ""]
        .filter((part) => part !== "")
        .join(" · "),
    ),
  ].join("\n");
}

/** Writes a ballot that its opener has to sign. */
export async function open(folder: string, id: string, request: OpenRequest): Promise<Said> {
  return await withBooks(folder, async (books) => {
    if (books.ballots.has(id))
      throw new UsageError(`There is a ballot ${id} already: give this one another name, with --as.`);
    const path = `ballots/${id}/ballot.yaml`;
    const ballot = ask(() => openBallot(books, request));
    requireSeat(books, { person: request.by, body: request.body, at: request.at });
    await write(folder, path, writeYaml(ballot));
    return sayToSign(path, request.by, { path, ballot });
  });
}

/** Writes a decision that who records it has to sign. */
export async function decide(folder: string, request: DecisionRequest): Promise<Said> {
  return await withBooks(folder, async (books) => {
    const path = `decisions/${request.ballot}.yaml`;
    if (books.decisions.has(request.ballot))
      throw new UsageError(`${path} is there already: a decision is not made twice.`);
    const decision = ask(() => recordDecision(books, request));
    const body = books.ballots.get(request.ballot)?.value.body ?? "";
    requireSeat(books, { person: request.by, body, at: request.at });
    await write(folder, path, writeYaml(decision));
    return sayToSign(path, request.by, { path, decision });
  });
}

/** Says before a file is written what the check would say after. @throws UsageError for somebody who has no seat of the body. */
function requireSeat(books: Books, signer: Parameters<typeof checkSeated>[2]): void {
  const { person, body, at } = signer;
  if (!books.people.has(person)) throw new UsageError(`There is no people/${person}.yaml.`);
  if (checkSeated(books, "", signer).length === 0) return;
  throw new UsageError(`${person} has no seat of body ${body} on ${at.slice(0, 10)}: somebody of the body has to.`);
}

/** Adds to the log what is not in it yet, and writes a checkpoint that who keeps the log has to sign. */
export async function log(folder: string, { by, at }: { readonly by: string; readonly at: string }): Promise<Said> {
  return await withBooks(folder, async (books) => {
    if (!books.people.has(by)) throw new UsageError(`There is no people/${by}.yaml.`);
    const added = listNew(books);
    const lines = [...books.log.lines, ...added];
    const path = `${CHECKPOINTS}/${String(lines.length).padStart(8, "0")}.yaml`;
    if (added.length === 0) throw new UsageError(`The log has all ${lines.length} lines already.`);
    await mkdir(join(folder, CHECKPOINTS), { recursive: true });
    await writeFile(join(folder, LOG), lines.map((line) => `${line}\n`).join(""));
    const checkpoint = makeCheckpoint(lines, { by, at });
    await write(folder, path, writeYaml(checkpoint));
    return sayToSign(path, by, { path, checkpoint });
  });
}

/** Words that tell who signs a file, and how. */
export function sayToSign(path: string, by: string, document: unknown): Said {
  const how = `ssh-keygen -Y sign -n assay-alliance -f KEY ${path}`;
  return { text: `Wrote ${path}. ${by} signs it:\n  ${how}`, document, exitCode: 0 };
}

/** What the books refuse is what the user asked for. @throws UsageError in place of a RangeError. */
export function ask<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

/** Writes a file that is not there yet. @throws UsageError for one that is. */
export async function write(folder: string, path: string, text: string): Promise<void> {
  const file = resolve(folder, path);
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new UsageError(`${path} is there already: take it away first, or give this one another name.`);
    throw error;
  }
}
