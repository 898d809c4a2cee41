/** The public door: books of a folder, whether they check, how ballots are counted. */

export { readFolder } from "./books/read-folder.ts";
export { countBallot } from "./check/ballots.ts";
export { checkBooks } from "./check/index.ts";
export { runAlliance, type Streams } from "./cli/run.ts";
export type * from "./model/ballot.ts";
export type * from "./model/books.ts";
export type * from "./model/entry.ts";
export type * from "./model/rule.ts";
export { tally } from "./tally/index.ts";
export type { BallotRecord } from "./tally/votes.ts";
