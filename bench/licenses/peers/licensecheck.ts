/** licensecheck (Debian): one run over all files, which prints a line per file as it goes. */

import { findProgram, type Peer, runOnOneCore, timeLines, toAnswer } from "./peer.ts";

// Whole files, SPDX names, every name of file.
const OPTIONS = ["--lines", "0", "--shortname-scheme", "spdx", "--machine", "--check", "."];

/** licensecheck, which matches patterns. */
export const licensecheck: Peer = {
  id: "licensecheck",
  async identify(paths) {
    // Perl keeps lines back when it writes to a pipe, and then none has a time.
    const args = ["-MIO::Handle;STDOUT->autoflush(1)", findProgram("licensecheck"), ...OPTIONS];
    const warmUp = paths.slice(0, 1);
    const { out } = await runOnOneCore({ program: findProgram("perl"), args: [...args, ...warmUp, ...paths] });
    const lines = timeLines(out).map(({ text, ms }) => ({ cells: text.split("\t"), ms }));
    return new Map(lines.map(({ cells: [path = "", id = ""], ms }) => [path, toAnswer(readName(id), ms)]));
  },
};

/** Its names of GNU licences that SPDX does not have. A name without a version leaves every version open. */
const GNU_NAMES: Readonly<Record<string, string>> = {
  GPL: "GPL-1.0-or-later",
  LGPL: "LGPL-2.0-or-later",
  "GPL-1": "GPL-1.0-only",
  "GPL-2": "GPL-2.0-only",
  "GPL-3": "GPL-3.0-only",
  "LGPL-2": "LGPL-2.0-only",
  "LGPL-3": "LGPL-3.0-only",
  "AGPL-3": "AGPL-3.0-only",
};

/** The names in licensecheck's words: `A and/or B`, `A with E exception`, `UNKNOWN`, and remarks in brackets. */
export function readName(name: string): string | null {
  const ids = name
    .replaceAll(/\[[^\]]*\]/g, "")
    .split(/ and\/or | and | or /i)
    .map((id) => readTerm(id.trim()))
    .filter((id) => id !== "");
  return ids.length === 0 ? null : ids.join(" AND ");
}

function readTerm(term: string): string {
  const [, id = term, exception] = /^(.*?) with (.*) exception$/.exec(term) ?? [];
  const named = id === "UNKNOWN" ? "" : (GNU_NAMES[id] ?? id);
  return [named, exception ?? ""].filter((part) => part !== "").join(" WITH ");
}
