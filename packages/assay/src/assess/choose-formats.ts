/** Which formats read a file. */

import type { Format } from "../model/plugin.ts";

/** A file's name, its first 4 KiB and its last 64 KiB. */
export interface Sniffed {
  readonly name: string;
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** The formats that match: a stub's alone where it is one, else the specific ones, else the general ones. */
export function chooseFormats(formats: readonly Format[], { name, head, tail }: Sniffed): readonly Format[] {
  const matching = formats.filter((format) => format.matches(name, head, tail));
  const standIns = matching.filter(({ standsIn }) => standsIn);
  if (standIns.length > 0) return standIns;
  const specific = matching.filter(({ general }) => !general);
  return specific.length > 0 ? specific : matching;
}
