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

/** The names in licensecheck's words: `A and/or B`, `UNKNOWN`, and remarks in brackets. */
export function readName(name: string): string | null {
  const ids = name
    .replaceAll(/\[[^\]]*\]/g, "")
    .split(/ and\/or | and | or /)
    .map((id) => id.trim())
    .filter((id) => id !== "" && id !== "UNKNOWN");
  return ids.length === 0 ? null : ids.join(" AND ");
}
