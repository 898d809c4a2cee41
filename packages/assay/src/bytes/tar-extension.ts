/** What headers in front of a member say of it: pax records (POSIX.1-2017, "pax Extended Header") and GNU's long names. */

import { FormatError } from "../model/errors.ts";

/** What was said of the next member; `names` are all that it was given, outermost first. */
export interface TarExtension {
  readonly names: readonly string[];
  readonly size?: number;
  readonly isSparse: boolean;
}

/** Nothing was said. */
export const NO_EXTENSION: TarExtension = { names: [], isSparse: false };

/** Adds what one more header says. @throws FormatError `not-tar` where it is broken or speaks for all members at once. */
export function extend(known: TarExtension, type: string, bytes: Uint8Array): TarExtension {
  if (type === "L") return { ...known, names: [...known.names, decode(bytes).replace(/\0.*$/s, "")] };
  // A long name of what a link leads to: no link is followed.
  if (type === "K") return known;
  const records = readRecords(bytes);
  const said = [...records.keys()].find((key) => /^(?:path|size|GNU\.sparse\..*)$/.test(key));
  if (type === "g" && said !== undefined)
    throw new FormatError("not-tar", `a header of the archive sets "${said}" for all members behind it`);
  return type === "g" ? known : addRecords(known, records);
}

function addRecords(known: TarExtension, records: ReadonlyMap<string, string>): TarExtension {
  const [path, size] = [records.get("path"), records.get("size")];
  if (size !== undefined && !/^\d{1,15}$/.test(size))
    throw new FormatError("not-tar", "an extended header of the archive states a size that is no number");
  return {
    ...known,
    ...(size !== undefined && { size: Number(size) }),
    names: path === undefined ? known.names : [...known.names, path],
    isSparse: known.isSparse || [...records.keys()].some((key) => key.startsWith("GNU.sparse.")),
  };
}

const SPACE = 0x20;
const NEWLINE = 0x0a;

/** "LENGTH KEY=VALUE\n", where the length counts the whole record: a value may hold lines of its own. The last one counts. */
function readRecords(bytes: Uint8Array): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(SPACE, at);
    const digits = decode(bytes.subarray(at, space < 0 ? at : Math.min(space, at + 8)));
    const end = at + (/^\d{1,7}$/.test(digits) ? Number(digits) : 0);
    const record = decode(bytes.subarray(space + 1, end - 1));
    const equals = record.indexOf("=");
    if (end <= space + 1 || end > bytes.length || bytes[end - 1] !== NEWLINE || equals <= 0)
      throw new FormatError("not-tar", "an extended header of the archive is no list of records");
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at = end;
  }
  return records;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
