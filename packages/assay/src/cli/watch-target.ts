/** Long work on a target: how far it has come is shown, and an interrupt ends it. */

import type { AssessRequest } from "../node.ts";
import { stopOnInterrupt } from "./interrupt.ts";
import { openProgressLine } from "./progress.ts";

/** What the work is handed, and tells. */
export type Watch = Required<Pick<AssessRequest, "signal" | "onProgress" | "onFetch">>;

/** Runs work with a progress line that is gone when it ends. */
export async function watchTarget<T>(target: string, work: (watch: Watch) => Promise<T>): Promise<T> {
  const line = openProgressLine(target);
  try {
    return await stopOnInterrupt((signal) => work({ signal, onProgress: line.show, onFetch: line.showFetched }));
  } finally {
    line.clear();
  }
}
