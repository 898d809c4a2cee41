/** Bits of bzip2, the highest of a byte first. */

import { FormatError } from "../model/errors.ts";
import { type ByteFeed, corrupt } from "./byte-feed.ts";

/** Reads bits of what a feed has at hand. */
export class BitReader {
  readonly #feed: ByteFeed;
  #held = 0;
  #count = 0;

  constructor(feed: ByteFeed) {
    this.#feed = feed;
  }

  /** The next bits, 24 at most. @throws FormatError `cut-off` where they are not at hand. */
  read(count: number): number {
    const feed = this.#feed;
    while (this.#count < count) {
      const byte = feed.bytes[feed.at];
      if (byte === undefined)
        throw new FormatError("cut-off", "packed data end before their end mark", { offset: feed.offset });
      feed.at++;
      this.#held = ((this.#held << 8) | byte) & 0x7fffffff;
      this.#count += 8;
    }
    this.#count -= count;
    return (this.#held >>> this.#count) & ((1 << count) - 1);
  }

  /** Leaves out the rest of a byte. */
  align(): void {
    this.#count = 0;
  }

  broken(what: string): FormatError {
    return corrupt(what, this.#feed.offset);
  }
}
