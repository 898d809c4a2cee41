/** The hub that the user configured, and how it is asked. */

import { UsageError } from "../../model/errors.ts";
import type { WebRequest } from "../shared/web.ts";
import type { Reach } from "../source.ts";

/** The hub that is meant where none is configured (huggingface_hub, constants.py, `_HF_DEFAULT_ENDPOINT`). */
export const DEFAULT_ENDPOINT = "https://huggingface.co";

/** Hosts from which the hub has its files delivered: cdn-lfs.huggingface.co, cas-bridge.xethub.hf.co and their like. */
const DELIVERY: readonly string[] = [".huggingface.co", ".hf.co"];

/** A hub to ask. */
export interface Hub {
  /** Without a slash at its end. */
  readonly endpoint: string;
  /** As sentences name it. */
  readonly host: string;
  /** What goes with every request to it. */
  readonly manners: Pick<WebRequest, "token" | "mayRedirectTo">;
  readonly reach: Reach;
}

/** The endpoint, without a slash at its end; null where what is configured is none. */
export function endpointOf(environment: Reach["environment"]): string | null {
  const configured = environment.HF_ENDPOINT?.trim() || DEFAULT_ENDPOINT;
  if (!URL.canParse(configured)) return null;
  const { protocol, username, password, search, hash } = new URL(configured);
  const isPlain = username === "" && password === "" && search === "" && hash === "";
  return isPlain && /^https?:$/.test(protocol) ? configured.replace(/\/+$/, "") : null;
}

/** Opens the hub. @throws UsageError when the configured endpoint is none; the sentence does not repeat it. */
export function openHub(reach: Reach): Hub {
  const endpoint = endpointOf(reach.environment);
  if (endpoint === null) {
    throw new UsageError("HF_ENDPOINT is no address of a hub: an https address without a password or a question mark.");
  }
  const token = reach.environment.HF_TOKEN?.trim() ?? "";
  return {
    endpoint,
    host: new URL(endpoint).host,
    manners: {
      ...(token === "" ? {} : { token }),
      ...(endpoint === DEFAULT_ENDPOINT ? { mayRedirectTo: DELIVERY } : {}),
    },
    reach,
  };
}
