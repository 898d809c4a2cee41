/** A folder or a single file on this machine. */

import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { UsageError } from "../../model/errors.ts";
import type { Artifact } from "../../model/types.ts";
import type { Listing, Source } from "../source.ts";
import { createLocalArtifact } from "./artifact.ts";
import { describeRefusal, takeFingerprint } from "./fingerprint.ts";
import { openFolder, statedDigest } from "./hub-cache.ts";
import { type Found, walk } from "./walk.ts";

function makeArtifact({ path, listed }: Found, origin: string): Artifact {
  const stated = statedDigest(listed.file);
  return createLocalArtifact(listed, stated === undefined ? { origin, path } : { origin, path, stated });
}

function listFile(target: string, nameOrigin: (name: string) => string): Listing {
  const file = realpathSync(target);
  const listed = takeFingerprint(file);
  if (listed === null) throw new UsageError(`${target} is not a regular file.`);
  const name = basename(target);
  const artifacts = [makeArtifact({ path: name, listed }, nameOrigin(name))];
  return { name, kind: "model", role: "model", root: dirname(file), artifacts, findings: [], gaps: [] };
}

function listFolder(target: string, nameOrigin: (name: string) => string): Listing {
  const { ground, name, kind } = openFolder(target);
  const origin = nameOrigin(name);
  const { found, refused } = walk(ground);
  return {
    name,
    kind,
    role: kind === "dataset" ? "data" : "model",
    root: ground.root,
    findings: [],
    artifacts: found.map((file) => makeArtifact(file, origin)),
    gaps: refused.map((gap) => ({ ...gap, stage: "source" })),
  };
}

const local: Source<"local"> = {
  id: "local",
  version: 1,
  title: "A folder or file on this machine",
  handles: (target) => (existsSync(target) ? "path" : null),
  async list({ target, nameOrigin }) {
    try {
      return statSync(target).isDirectory() ? listFolder(target, nameOrigin) : listFile(target, nameOrigin);
    } catch (cause) {
      if (cause instanceof UsageError) throw cause;
      throw new UsageError(`${target} cannot be read: ${describeRefusal(cause)}.`);
    }
  },
};

export default local;
