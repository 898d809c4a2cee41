/** A package of an npm registry: its tarball, held against the digest that the registry states. */

import { assertHolds, makeArtifacts, unpack } from "../shared/archive-listing.ts";
import type { Source } from "../source.ts";
import { checkIntegrity, findPackage, LARGEST_TARBALL, readTarget } from "./package.ts";

const npm: Source<"npm"> = {
  id: "npm",
  version: 1,
  title: "A package of an npm registry",
  handles: (target) => (/^npm:/i.test(target) ? "exact" : null),
  mayFollow: () => true,
  async list({ target, revision, reach, nameOrigin }) {
    const found = await findPackage(readTarget(target, revision), reach);
    const request = { url: found.tarball, limit: LARGEST_TARBALL, isImmutable: true as const };
    const { file, size } = await reach.web.download(request, reach.signal);
    await checkIntegrity(file, found);
    const unpacked = await unpack({ file, size, kind: "tar.gz" }, reach.signal);
    assertHolds(unpacked, target);
    const artifacts = makeArtifacts(unpacked, nameOrigin(found.name));
    const { findings, gaps } = unpacked;
    return {
      name: found.name,
      kind: "model",
      role: "model",
      revision: found.version,
      artifacts,
      findings,
      gaps,
    };
  },
};

export default npm;
