import { expect, test } from "vitest";
import type { Freedom } from "../model/documents.ts";
import type { Claim, Framework } from "../model/types.ts";
import { answerFreedoms } from "./freedoms.ts";

const FRAMEWORK: Framework = {
  id: "freedoms",
  version: "1",
  title: "Freedoms",
  source: "s",
  requirements: [
    {
      id: "use",
      label: "use",
      text: "use",
      source: "s",
      grades: [
        {
          id: "yes",
          when: {
            all: [{ claim: "rights.sell", is: "yes" }, { claim: "weights.published" }, { claim: "weights.complete" }],
          },
        },
      ],
      otherwise: "no",
    },
  ],
  levels: [{ id: "all", title: "All", needs: [{ requirement: "use" }] }],
};

function answerUse(...claims: readonly Claim[]): Freedom | undefined {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  return answerFreedoms(FRAMEWORK, known, []).find(({ id }) => id === "use");
}

const SELL: Claim = { id: "rights.sell", about: "*", value: "unknown", because: "elsewhere", evidence: ["terms"] };

test("of weights that are elsewhere the link is shown before terms that settle nothing", () => {
  const linked = { id: "weights.published", about: "*", value: "unknown", because: "elsewhere", evidence: ["link"] };
  expect(answerUse(SELL, linked as Claim)).toMatchObject({ answer: "unknown", evidence: ["link", "terms"] });
});

test("weights of which a part was only listed are not known to be complete", () => {
  const here: Claim = { id: "weights.published", about: "*", value: true, evidence: ["file"] };
  const listed = { id: "weights.complete", about: "*", value: "unknown", because: "listed-not-read", evidence: [] };
  expect(answerUse(here, listed as Claim)?.because).toContain("weights not known to be complete (listed, not read)");
});
