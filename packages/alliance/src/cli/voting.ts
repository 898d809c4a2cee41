/** The command that writes a vote, and the reading of receipts for a secret ballot. */

import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { parse, YAMLParseError } from "yaml";
import type { Id } from "../model/books.ts";
import { castVote, type VoteRequest } from "../write/cast-vote.ts";
import { writeYaml } from "../write/yaml.ts";
import { withBooks } from "./books.ts";
import { ask, sayToSign, write } from "./commands.ts";
import { type Said, UsageError } from "./say.ts";

const CHOICES: readonly VoteRequest["choice"][] = ["yes", "no", "abstain", "veto", "recusal"];

/** What is asked for on the command line. */
export interface VoteOptions extends Omit<VoteRequest, "choice" | "nonce"> {
  readonly choice: string;
  /** Where what opens a sealed vote is kept, outside of the books. */
  readonly keep?: string;
}

/** Writes a vote that its voter has to sign. @throws UsageError for one that could not be counted. */
export async function vote(folder: string, { choice: words, keep, ...request }: VoteOptions): Promise<Said> {
  const choice = CHOICES.find((one) => one === words);
  if (choice === undefined) throw new UsageError(`${words} is no choice: say ${CHOICES.join(", ")}.`);
  return await withBooks(folder, async (books) => {
    const cast = ask(() => castVote(books, { ...request, choice, nonce: randomBytes(16).toString("hex") }));
    const path = `ballots/${request.ballot}/votes/${cast.name}.yaml`;
    if (cast.opening !== undefined) await keepOpening(folder, keep, writeYaml(cast.opening));
    await write(folder, path, writeYaml(cast.vote));
    const said = sayToSign(path, request.by, { path, vote: cast.vote });
    if (cast.opening === undefined) return said;
    const next = `Once the ballot is closed, ${keep} goes to ballots/${request.ballot}/openings/${cast.name}.yaml. Without it the seat is silent.`;
    return { ...said, text: `${said.text}\n${next}` };
  });
}

async function keepOpening(folder: string, keep: string | undefined, text: string): Promise<void> {
  if (keep === undefined)
    throw new UsageError(
      "The rule hides votes until the close: name with --keep a file of your own for what opens it.",
    );
  if (!relative(resolve(folder), resolve(keep)).startsWith(".."))
    throw new UsageError(`${keep} is in the books, where everybody reads it: keep it elsewhere until the close.`);
  await write(".", resolve(keep), text);
}

/** Reads keys by their pseudonyms. @throws UsageError for a file that holds anything else. */
export async function readReceipts(path: string): Promise<Readonly<Record<Id, string>>> {
  const value = await parseReceipts(path);
  const entries = value !== null && typeof value === "object" ? Object.entries(value) : [];
  const receipts = entries.flatMap(([name, key]) => (typeof key === "string" ? [[name, key] as const] : []));
  if (receipts.length === 0 || receipts.length < entries.length)
    throw new UsageError(`${path} holds no receipts: write "pseudonym: key", one for each seat that may vote.`);
  return Object.fromEntries(receipts);
}

async function parseReceipts(path: string): Promise<unknown> {
  try {
    return parse(await readFile(path, "utf8"), { maxAliasCount: 0 });
  } catch (cause) {
    if (
      cause instanceof YAMLParseError ||
      (cause instanceof Error && "code" in cause) ||
      cause instanceof ReferenceError
    )
      throw new UsageError(`${path} cannot be read: ${cause.message.split("\n")[0]}`);
    throw cause;
  }
}
