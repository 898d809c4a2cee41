/** A hub on this machine that answers as the model hub does, and can lie. It shares no code with whoever asks it. */

import { serve } from "../support/server.ts";
import { answerAsHub, type HubLog } from "./answer.ts";
import type { HubRepository } from "./contents.ts";
import type { HubOptions } from "./exchange.ts";

/** A hub that runs until the test ends. */
export interface Hub extends HubLog {
  /** Variables that lead whoever asks here. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts a hub with these repositories on 127.0.0.1. */
export async function startHub(repositories: readonly HubRepository[], options: HubOptions = {}): Promise<Hub> {
  const { listener, ...log } = answerAsHub(repositories, options);
  const { url: endpoint } = await serve(listener);
  return { environment: { HF_ENDPOINT: endpoint }, ...log };
}
