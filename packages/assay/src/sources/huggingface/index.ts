/** A model or a data set on the model hub, or on one that speaks as it does. */

import { UsageError } from "../../model/errors.ts";
import type { Source } from "../source.ts";
import { openHub } from "./endpoint.ts";
import { listRepository } from "./list-repository.ts";
import { handlingOf, isRevision, readTarget } from "./target.ts";

const huggingface: Source<"huggingface"> = {
  id: "huggingface",
  version: 1,
  title: "A model or data set on the model hub",
  handles: handlingOf,
  // Every way to write it leads to the one hub that is configured.
  mayFollow: (target, environment) => handlingOf(target, environment) === "exact",
  async list({ target, revision, nameOrigin, reach }) {
    const named = readTarget(target, reach.environment);
    if (revision !== undefined && !isRevision(revision)) {
      throw new UsageError(`${JSON.stringify(revision)} can be no revision of ${named.id}.`);
    }
    const wanted = revision === undefined ? named : { ...named, revision };
    return await listRepository({ hub: openHub(reach), named: wanted, nameOrigin });
  },
};

export default huggingface;
