/** A repository on GitHub, or on the server that `GITHUB_SERVER_URL` names. */

import { UsageError } from "../../model/errors.ts";
import { type GitTarget, listRepository, splitRevision } from "../shared/git-repository.ts";
import type { Reach, Source } from "../source.ts";

/** The variable is the one that GitHub sets for its own runners ("Default environment variables"). */
function serverOf(environment: Reach["environment"]): string {
  return (environment.GITHUB_SERVER_URL || "https://github.com").replace(/\/+$/, "");
}

/** A server's address may hold a password; what is written into documents may not. */
function hasCredentials(server: string): boolean {
  const url = URL.parse(server);
  return url === null || url.username !== "" || url.password !== "";
}

/** Owners and repositories: letters, digits and `-_.`, 100 at most. */
const NAME = "[A-Za-z0-9_.][\\w.-]{0,99}";

const PAGE = /^\/([^/]+)\/([^/]+?)(?:\.git)?(?:\/(?:tree|blob|commit)\/([^/]+)(?:\/.*)?)?\/?$/;

function readTarget(target: string, environment: Reach["environment"]): GitTarget {
  const url = /^https?:/i.test(target) ? URL.parse(target) : null;
  const [, pageOwner, pageName, pageRevision] = PAGE.exec(url?.pathname ?? "") ?? [];
  const { place, revision = pageRevision } =
    pageOwner === undefined ? splitRevision(target.replace(/^github:/i, "")) : { place: `${pageOwner}/${pageName}` };
  if (!new RegExp(`^${NAME}/${NAME}$`).test(place) || place.includes(".."))
    throw new UsageError(`${target} names no repository on GitHub: write github:OWNER/NAME[@REVISION].`);
  const name = place.replace(/\.git$/, "");
  const server = serverOf(environment);
  const page = hasCredentials(server) ? {} : { page: `${server}/${name}` };
  return { url: `${server}/${name}.git`, name, ...page, ...(revision === undefined ? {} : { revision }) };
}

function isPage(target: string, environment: Reach["environment"]): boolean {
  const url = /^https?:/i.test(target) ? URL.parse(target) : null;
  const hosts = [new URL(serverOf(environment)).host, "github.com", "www.github.com"];
  return url !== null && hosts.includes(url.host) && PAGE.test(url.pathname);
}

const github: Source<"github"> = {
  id: "github",
  version: 1,
  title: "A repository on GitHub",
  handles: (target, environment) => (/^github:/i.test(target) || isPage(target, environment) ? "exact" : null),
  mayFollow: () => true,
  list: async (request) => await listRepository(request, readTarget(request.target, request.reach.environment)),
};

export default github;
