import { expect, test } from "vitest";
import { makeRelease } from "../test/support/release.ts";
import { findParts } from "./find.ts";
import { OriginError, UsageError } from "./model/errors.ts";
import { platform } from "./node.ts";
import { openReach } from "./sources/reach.ts";
import type { Source } from "./sources/source.ts";

const { signal } = new AbortController();

/** A source of repositories that hold one README each; `null` stands for one that is not visible. */
function sourceOf(places: Readonly<Record<string, string | null>>): Source {
  return {
    id: "shelf",
    version: 1,
    title: "A shelf of READMEs",
    handles: (target) => (target in places ? "exact" : null),
    async list({ target, nameOrigin }) {
      const text = places[target];
      if (text === null || text === undefined) throw new OriginError("not-visible", `${target} is not visible to you`);
      const name = target.replace(/^\w+:(?:datasets\/)?/, "");
      const origin = nameOrigin(name);
      const artifacts = makeRelease({ files: { "README.md": text } }).artifacts.map((file) => ({ ...file, origin }));
      return { name, kind: "model", role: "model", revision: "abc", artifacts, findings: [], gaps: [] };
    },
  };
}

const CARD =
  "# owl\n\n[code](https://github.com/acme/owl), [other](https://github.com/acme/nest), [gone](https://github.com/acme/gone)\n\n## Data\n\n[sounds](https://huggingface.co/datasets/acme/sounds)\n\n[paper](https://arxiv.org/abs/2403.13784)\n";

const draft = (places: Readonly<Record<string, string | null>>) =>
  findParts(
    { target: "hf:acme/owl" },
    { sources: [sourceOf(places)], reach: openReach({ isOffline: true, environment: {}, signal }) },
    { platform, signal },
  );

test("what links back is a part, what does not or cannot be seen is a pointer", async () => {
  const { parts } = await draft({
    "hf:acme/owl": CARD,
    "github:acme/owl": "# owl\n\nWeights: https://huggingface.co/acme/owl and <https://huggingface.co/acme/owl>\n",
    "github:acme/nest": "# nest\n\nNothing of owls.\n",
    "github:acme/gone": null,
    "hf:datasets/acme/sounds": "# sounds\n\nUsed by [owl](https://huggingface.co/Acme/Owl/tree/main).\n",
  });
  expect(parts.map(({ component, origin, linkedBy }) => [component, origin, linkedBy])).toEqual([
    ["*", "hf:acme/owl@abc", "user"],
    ["*", "github:acme/owl@abc", "publisher-both-ways"],
    ["*", "github:acme/nest@abc", "publisher-one-way"],
    ["*", "github:acme/gone", "publisher-one-way"],
    ["training-data", "hf:datasets/acme/sounds@abc", "publisher-both-ways"],
    ["paper", "https://arxiv.org/abs/2403.13784", "publisher-one-way"],
  ]);
  expect(parts[1]?.saidAt).toEqual(["README.md:3", "README.md:3"]);
});

test("a target that cannot be opened is said", async () => {
  await expect(draft({ "hf:acme/owl": null })).rejects.toThrow(UsageError);
});
