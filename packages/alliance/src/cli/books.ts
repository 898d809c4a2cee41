/** Reads books for a command; from books that do not check nothing is counted, decided or shown. */

import { readFolder } from "../books/read-folder.ts";
import { checkBooks } from "../check/index.ts";
import type { Books, Fault } from "../model/entry.ts";
import type { Said } from "./say.ts";

/** The books of a folder and what is wrong: with files, or else with the whole. */
export async function openBooks(
  folder: string,
): Promise<{ readonly books: Books | null; readonly faults: readonly Fault[] }> {
  const { books, faults } = await readFolder(folder);
  // Without the files that cannot be read, others would seem to name what is not there.
  return { books, faults: books === null || faults.length > 0 ? faults : checkBooks(books) };
}

/** Does something with books that check, or says why it was not done. */
export async function withBooks(folder: string, use: (books: Books) => Said | Promise<Said>): Promise<Said> {
  const { books, faults } = await openBooks(folder);
  if (books !== null && faults.length === 0) return await use(books);
  return { ...sayFaults(faults), exitCode: 2 };
}

/** Faults as a list, one for each line, with file, line and what to do. */
export function sayFaults(faults: readonly Fault[]): Omit<Said, "exitCode"> {
  const lines = faults.map(({ path, line, message }) => `  ${path}${line === undefined ? "" : `:${line}`} ${message}`);
  const count = `${faults.length} ${faults.length === 1 ? "thing does" : "things do"} not hold:`;
  return {
    text: ["The books do not check. Nothing is counted from them.", count, ...lines].join("\n"),
    document: { checks: false, faults },
  };
}
