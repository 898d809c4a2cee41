/** How repositories of the model hub are written: `hf:ORG/NAME`, `ORG/NAME`, and addresses pasted from a browser. */

import { UsageError } from "../../model/errors.ts";
import type { Handling, Reach } from "../source.ts";

/** A repository at a revision. */
export interface HubTarget {
  readonly kind: "model" | "dataset";
  /** `ORG/NAME`, or the one name of an old repository. */
  readonly id: string;
  /** Commit, branch or tag; `main` where the target names none. */
  readonly revision: string;
}

const DEFAULT_ENDPOINT = "https://huggingface.co";

/** Names of the hub: letters, digits and `-_.`, 96 at most (huggingface_hub, `validate_repo_id`). */
const NAME = "[A-Za-z0-9_][\\w.-]{0,95}";
const ID = new RegExp(`^(?:${NAME}/)?${NAME}$`);
const BARE = new RegExp(`^${NAME}/${NAME}(?:@.+)?$`);

/** Branches, tags and `refs/pr/N`. */
const REVISION = /^[\w][\w./-]{0,199}$/;

/** Address of the hub, without a slash at its end. @throws UsageError when `HF_ENDPOINT` is no address. */
export function hubEndpoint(environment: Reach["environment"]): string {
  const stated = environment.HF_ENDPOINT;
  if (!stated) return DEFAULT_ENDPOINT;
  const url = URL.parse(stated);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new UsageError(`HF_ENDPOINT is "${stated}", no address.`);
  return stated.replace(/\/+$/, "");
}

/** Hosts that the hub keeps large files on: storage of its own under two domains, and none for a hub of one's own. */
export function storageHosts(endpoint: string): readonly string[] {
  return endpoint === DEFAULT_ENDPOINT ? [".huggingface.co", ".hf.co"] : [];
}

/** How surely a target is a repository of the hub. */
export function handlesTarget(target: string, environment: Reach["environment"]): Handling | null {
  if (/^hf:/i.test(target) || pathOf(target, environment) !== null) return "exact";
  return BARE.test(target) ? "name" : null;
}

/** Reads a target. @throws UsageError when it is written wrongly. */
export function readTarget(target: string, wanted: string | undefined, environment: Reach["environment"]): HubTarget {
  const path = pathOf(target, environment);
  const { rest, page } = path === null ? { rest: target.replace(/^hf:/i, ""), page: undefined } : splitPage(path);
  const at = rest.indexOf("@");
  const [, prefix = "", id = ""] = /^(datasets\/|models\/)?(.*)$/.exec(at < 0 ? rest : rest.slice(0, at)) ?? [];
  const revision = wanted ?? (at < 0 ? page : rest.slice(at + 1)) ?? "main";
  if (!ID.test(id) || id.includes("..") || id.includes("--"))
    throw new UsageError(`${target} names no repository of the model hub: write hf:ORG/NAME or hf:datasets/ORG/NAME.`);
  if (!REVISION.test(revision) || revision.includes(".."))
    throw new UsageError(`"${revision}" is no revision: write a commit, a branch or a tag.`);
  return { kind: prefix === "datasets/" ? "dataset" : "model", id, revision };
}

/** Path of an address of the hub; null for any other target. */
function pathOf(target: string, environment: Reach["environment"]): string | null {
  const url = /^https?:/i.test(target) ? URL.parse(target) : null;
  if (url === null) return null;
  const hosts = [new URL(hubEndpoint(environment)).host, "huggingface.co", "www.huggingface.co", "hf.co"];
  return hosts.includes(url.host) ? decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, "") : null;
}

/** `ORG/NAME/tree/REV/…` → the repository and the revision that the page shows. */
function splitPage(path: string): { readonly rest: string; readonly page: string | undefined } {
  const [, rest = path, page] = /^(.*?)\/(?:tree|blob|resolve|raw|commit)\/([^/]+)(?:\/.*)?$/.exec(path) ?? [];
  return { rest, page };
}
