/** What a command is: a name and how it joins the program. Its work is imported when it runs. */

import type { Command as Program } from "commander";

/** One command, one file of `commands/`. */
export interface Command {
  readonly name: string;
  register(program: Program): void;
}
