/**
 * The log: what was decided stays decided. `log/entries.tsv` grows by a line for each rule, ballot, vote, opening and decision
 * (`SHA-256 <tab> path`), and a signed checkpoint in `log/checkpoints/` fixes how long it was and the hash of all of it.
 * Who keeps a checkpoint finds every line that was changed or taken away since.
 */

import { checkSignature } from "../check/signatures.ts";
import type { Checkpoint, Id, Time } from "../model/books.ts";
import type { Books, Entry, Fault, Log } from "../model/entry.ts";
import { rootOf } from "./merkle.ts";

/** Where the lines are. */
export const LOG = "log/entries.tsv";

/** Where the checkpoints are. */
export const CHECKPOINTS = "log/checkpoints";

/** Lines of what is to stay, in the order of the files' names. */
function listLasting({ rules, ballots, decisions }: Books): readonly string[] {
  const entries = [
    ...rules.values(),
    ...[...ballots.values()].flatMap((ballot) => [ballot, ...ballot.votes, ...ballot.openings.values()]),
    ...decisions.values(),
  ];
  return entries.map(({ sha256, path }) => `${sha256}\t${path}`).sort((a, b) => (a.slice(65) < b.slice(65) ? -1 : 1));
}

/** What the log does not hold yet. */
export function listNew(books: Books): readonly string[] {
  const known = new Set(books.log.lines);
  return listLasting(books).filter((line) => !known.has(line));
}

/** A checkpoint over the lines that there are. */
export function makeCheckpoint(
  lines: readonly string[],
  { by, at }: { readonly by: Id; readonly at: Time },
): Checkpoint {
  return { size: lines.length, root: rootOf(lines), at, by };
}

/** What was rewritten: lines under a checkpoint, and files that the log has otherwise. */
export function checkLog(books: Books): readonly Fault[] {
  const { log } = books;
  return [
    ...findMissing(books, log),
    ...log.checkpoints.flatMap((one) => checkCheckpoint(books, log, one)),
    ...checkClocks(books),
  ];
}

/** Nothing is in the log before it was written: else one of the two clocks is wrong. */
function checkClocks({ log, ballots, decisions }: Books): readonly Fault[] {
  const written = new Map(
    [
      ...[...ballots.values()].flatMap(({ path, value, votes }) => [
        { path, at: value.opens },
        ...votes.map((vote) => ({ path: vote.path, at: vote.value.at })),
      ]),
      ...[...decisions.values()].map(({ path, value }) => ({ path, at: value.at })),
    ].map(({ path, at }) => [path, at]),
  );
  return log.checkpoints.flatMap(({ path, value }) => {
    const late = log.lines.slice(0, value.size).find((line) => (written.get(line.slice(65)) ?? "") > value.at);
    if (late === undefined) return [];
    const of = late.slice(65);
    const message = `is of ${value.at} and holds ${of}, which is of ${written.get(of)}: one of the two clocks was wrong, so make the checkpoint anew.`;
    return [{ code: "clock", path, message }];
  });
}

const LINE = /^([0-9a-f]{64})\t(.+)$/;

function findMissing(books: Books, { lines }: Log): readonly Fault[] {
  return lines.flatMap((line, index) => {
    const [, sha256, path = ""] = LINE.exec(line) ?? [];
    if (sha256 === undefined) {
      const bad =
        "is no line of the log, or a conflict of a merge was left in it: put the log back as it was, and log anew.";
      return [{ code: "bad-line", path: LOG, line: index + 1, message: bad }];
    }
    const found = books.files.get(path);
    if (found === sha256) return [];
    const what = found === undefined ? "is gone" : "is another file now";
    const message = `says that ${path} had the SHA-256 ${sha256.slice(0, 12)}…, and it ${what}: what is in the log stays as it is, put it back.`;
    return [{ code: "rewritten", path: LOG, line: index + 1, message }];
  });
}

function checkCheckpoint(books: Books, { lines }: Log, checkpoint: Entry<Checkpoint>): readonly Fault[] {
  const { path, value } = checkpoint;
  const { size, root, at, by } = value;
  const signed = checkSignature(books, checkpoint, { person: by, at });
  if (size > lines.length)
    return [
      ...signed,
      {
        code: "rewritten",
        path,
        message: `was made over ${size} lines, and the log has ${lines.length}: lines were taken away, put them back.`,
      },
    ];
  if (rootOf(lines.slice(0, size)) === root) return signed;
  return [
    ...signed,
    {
      code: "rewritten",
      path,
      message: `was made over other lines than the first ${size} of the log: they were changed, put them back.`,
    },
  ];
}
