/** A line on a terminal's standard error that says how far long work has come. */

import type { Progress } from "../node.ts";
import { formatBytes } from "../report/shared/numbers.ts";
import { toPrintable } from "../report/shared/printable.ts";

/** Work shorter than this shows nothing. */
const PATIENCE_MS = 1000;
const REDRAW_MS = 100;

/** Shows progress and takes it away. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** Shows what was asked of the network so far. */
  showFetched(fetched: { readonly requests: number; readonly bytes: number }): void;
  clear(): void;
}

/** A progress line for a target; silent where standard error is no terminal. */
export function openProgressLine(target: string): ProgressLine {
  const began = performance.now();
  let drawn = 0;
  function draw(words: string): void {
    const now = performance.now();
    if (!process.stderr.isTTY || now - began < PATIENCE_MS || now - drawn < REDRAW_MS) return;
    drawn = now;
    process.stderr.write(`\r\u001b[K${toPrintable(target)}: ${words}`);
  }
  return {
    show({ files, ofFiles, bytes, ofBytes }) {
      const share = ofBytes === 0 ? 1 : bytes / ofBytes;
      draw(`${files} of ${ofFiles} files, ${Math.floor(share * 100)} % of the bytes`);
    },
    showFetched({ requests, bytes }) {
      draw(`${requests} ${requests === 1 ? "request" : "requests"}, ${formatBytes(bytes)} fetched`);
    },
    clear() {
      if (drawn > 0) process.stderr.write("\r\u001b[K");
    },
  };
}
