/** A repository under any address that git takes. */

import { UsageError } from "../../model/errors.ts";
import { type GitTarget, listRepository, splitRevision } from "../shared/git-repository.ts";
import type { Source } from "../source.ts";

/** Addresses that are asked: encrypted ones, files, and plain HTTP on this machine alone. */
const ADDRESS =
  /^(?:https|ssh|file):\/\/[^\s\p{Cc}]+$|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\/[^\s\p{Cc}]*$/u;

function readTarget(target: string): GitTarget {
  const { place, revision } = splitRevision(target.replace(/^git:/i, ""));
  if (!ADDRESS.test(place))
    throw new UsageError(`${target} is no address of a repository: write git:https://HOST/PATH[@REVISION].`);
  if (/^https?:\/\/[^/]*@/.test(place))
    throw new UsageError("An address with a name or a password in it is not asked.");
  const name = place
    .replace(/\/+$/, "")
    .replace(/\.git$/, "")
    .split("/")
    .slice(-2)
    .join("/");
  return { url: place, name, ...(revision === undefined ? {} : { revision }) };
}

const git: Source<"git"> = {
  id: "git",
  version: 1,
  title: "A git repository",
  handles: (target) => (/^git:/i.test(target) ? "exact" : null),
  list: async (request) => await listRepository(request, readTarget(request.target)),
};

export default git;
