import { expect, test } from "vitest";
import { makeRepository, startGitServer } from "../../../test/git-server/server.ts";
import { makeFolder } from "../../../test/support/folder.ts";
import { UsageError } from "../../model/errors.ts";
import { openReach } from "../reach.ts";
import github from "./index.ts";

const { signal } = new AbortController();

test("targets and pages of a repository are read at their revision", async () => {
  const { url, root } = await startGitServer();
  const commit = makeRepository(root, "acme/owl", { "README.md": "# Owl\n" });
  const environment = { GITHUB_SERVER_URL: url, ASSAY_CACHE: makeFolder(), PATH: process.env.PATH };
  const reach = openReach({ isOffline: false, environment, signal });
  for (const target of [
    "github:acme/owl",
    "github:acme/owl@v1",
    "github:acme/owl.git",
    `${url}/acme/owl/tree/v1/docs`,
  ]) {
    expect(github.handles(target, environment)).toBe("exact");
    const { name, revision, page } = await github.list({ target, nameOrigin: (given) => given, reach });
    expect([name, revision, page]).toEqual(["acme/owl", commit, `${url}/acme/owl`]);
  }
  for (const target of ["github:acme", "github:acme/owl/x", "github:../x", "github:acme/owl@--x"]) {
    await expect(github.list({ target, nameOrigin: (given) => given, reach })).rejects.toThrow(UsageError);
  }
});

test("a password in the server's address goes into no document", async () => {
  const { url, root } = await startGitServer();
  makeRepository(root, "acme/owl", { "README.md": "# Owl\n" });
  const environment = {
    GITHUB_SERVER_URL: url.replace("://", "://me:secret@"),
    ASSAY_CACHE: makeFolder(),
    PATH: process.env.PATH,
  };
  const reach = openReach({ isOffline: false, environment, signal });
  const listing = await github.list({ target: "github:acme/owl", nameOrigin: (given) => given, reach });
  expect(listing.page).toBeUndefined();
});

test.each(["https://gitlab.com/acme/owl", "acme/owl", "https://github.com/acme", "git:https://github.com/acme/owl"])(
  "%s is none of its",
  (target) => {
    expect(github.handles(target, {})).toBeNull();
  },
);
