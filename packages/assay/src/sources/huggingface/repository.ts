/** What the hub says of a repository: the first question, which fixes the commit. */

import { createHash } from "node:crypto";
import { OriginError, type OriginErrorCode } from "../../model/errors.ts";
import type { WebAnswer } from "../shared/web.ts";
import type { Hub } from "./endpoint.ts";
import { isRepositoryId, type Named } from "./target.ts";
import { WORDS } from "./words.ts";

/** A JSON object of the host. */
export type Json = Readonly<Record<string, unknown>>;

/** A repository at a commit. */
export interface Repository {
  readonly kind: Named["kind"];
  /** Name that the host gives it: the one asked for may be an old one, or in other letters. */
  readonly id: string;
  /** Commit, 40 hex digits. */
  readonly sha: string;
  readonly isGated: boolean;
  /** All that was answered, with its address and the digest of its bytes. */
  readonly answer: { readonly json: Json; readonly url: string; readonly sha256: string };
}

/** The answer names every file of the repository: 100,000 of them, the most that the hub advises, take some 8 MB. */
const LONGEST_INFO = 16 << 20;

/** Words of a disabled repository (huggingface_hub, utils/_http.py, `hf_raise_for_status`). */
const DISABLED = "Access to this resource is disabled.";

/** Address of the programming interface for a repository. */
export function apiOf({ endpoint }: Hub, { kind, id }: Pick<Named, "kind" | "id">): string {
  return `${endpoint}/api/${kind}s/${id}`;
}

/** Asks for the repository. @throws OriginError when it is not given, or not as a hub gives it. */
export async function askRepository(hub: Hub, named: Named): Promise<Repository> {
  const revision = named.revision ?? "main";
  const url = `${apiOf(hub, named)}/revision/${encodeURIComponent(revision)}`;
  const { manners, reach } = hub;
  // What a hub says of itself comes from itself: a repository that was renamed stays on its host.
  const answer = await reach.web.get({ url, limit: LONGEST_INFO, ...manners, mayRedirectTo: [] }, reach.signal);
  if (answer.status !== 200) throw describeRefusal(hub, named, answer);
  return readRepository(hub, named, answer);
}

/** What an answer other than 200 means (huggingface_hub, utils/_http.py, `hf_raise_for_status`). */
export function describeRefusal(hub: Hub, named: Named, { status, headers }: WebAnswer): OriginError {
  const hasToken = hub.manners.token !== undefined;
  const speaking = { what: named.id, host: hub.host, detail: status };
  const fail = (code: OriginErrorCode & keyof typeof WORDS, detail: string | number = status): OriginError =>
    new OriginError(code, WORDS[code]({ ...speaking, detail }));
  const code = headers["x-error-code"];
  if (code === "RevisionNotFound") return fail("no-such-revision", named.revision ?? "main");
  if (headers["x-error-message"] === DISABLED) return fail("disabled");
  if (code === "GatedRepo") return fail("gated");
  if (code === "RepoNotFound" || status === 401 || status === 404) {
    return new OriginError("not-visible", WORDS[hasToken ? "not-visible-with-token" : "not-visible"](speaking));
  }
  return fail(status >= 500 ? "unreachable" : "refused");
}

function readRepository(hub: Hub, named: Named, { body, url }: WebAnswer): Repository {
  const lie = (detail: string): OriginError =>
    new OriginError("lies", WORDS.lies({ what: named.id, host: hub.host, detail }));
  const json = parseJson(body);
  if (!isObject(json)) throw lie("what is no JSON object");
  const { id, sha, gated, disabled } = json;
  if (typeof id !== "string" || !isRepositoryId(id)) throw lie("a name that can be none");
  if (typeof sha !== "string" || !/^[0-9a-f]{40}$/.test(sha)) throw lie("a commit that is none");
  if (/^[0-9a-f]{40}$/.test(named.revision ?? "") && sha !== named.revision)
    throw lie("another commit than was asked for");
  if (disabled === true) throw new OriginError("disabled", WORDS.disabled({ what: id, host: hub.host, detail: "" }));
  // `false`, `auto` or `manual` (huggingface.js, packages/hub/src/types/api/api-model.ts); what is unheard of is a gate.
  const isGated = gated !== undefined && gated !== null && gated !== false;
  const sha256 = createHash("sha256").update(body).digest("hex");
  return { kind: named.kind, id, sha, isGated, answer: { json, url, sha256 } };
}

/** JSON of a host; undefined where it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // What is wrong with it does not matter: it is no answer.
    return undefined;
  }
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
