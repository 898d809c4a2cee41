/** askalono: `identify --batch`, which reads paths and prints a line of JSON for each. */

import { findProgram, joinIds, type Peer, runOnOneCore, timeLines, toAnswer } from "./peer.ts";

interface Found {
  readonly license: { readonly name: string } | null;
  readonly containing: readonly { readonly license: { readonly name: string } }[];
}

interface Line {
  readonly path: string;
  readonly result?: Found;
}

function createAskalono(id: string, options: readonly string[]): Peer {
  return {
    id,
    async identify(paths) {
      const program = findProgram("askalono");
      const input = [...paths.slice(0, 1), ...paths].map((path) => `${path}\n`).join("");
      const args = ["--format", "json", "identify", "--batch", ...options];
      const { out } = await runOnOneCore({ program, args, input });
      return new Map(
        timeLines(out).map(({ text, ms }) => {
          const { path, result }: Line = JSON.parse(text);
          // It gives the path back with the line's end.
          return [path.trim(), toAnswer(result === undefined ? null : listNames(result), ms)];
        }),
      );
    },
  };
}

function listNames({ license, containing }: Found): string | null {
  return joinIds([...(license === null ? [] : [license.name]), ...containing.map((part) => part.license.name)]);
}

/** askalono as it comes: the whole file against each text. */
export const askalono: Peer = createAskalono("askalono", []);

/** askalono that looks for a text inside the file. */
export const askalonoInside: Peer = createAskalono("askalono -o", ["--optimize"]);
