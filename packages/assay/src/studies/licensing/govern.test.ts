import { expect, test } from "vitest";
import { createGovernor } from "./govern.ts";
import type { LicenseSource } from "./sources.ts";

const OWL = "LicenseRef-owl";
const POLICY = "LicenseRef-owl-use-policy";

function source(kind: LicenseSource["kind"], path: string, id: string): LicenseSource {
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const note = { code: "it", args: {}, message: "it", basis: "measured", at: { path } } as const;
  const partOf = kind === "policy" ? { partOf: [OWL] } : {};
  const place = { artifact: { origin: "it", path }, folder, scope: "all", governs: "by-default" } as const;
  return { kind, ...place, declared: null, found: id, terms: { ids: [id] }, note, ...partOf };
}

function govern(path: string, ...sources: readonly LicenseSource[]) {
  const governed = createGovernor(sources)({ origin: "it", path, component: "weights", type: "data" }, []);
  return { terms: governed.terms, paths: governed.sources.map(({ artifact }) => artifact.path) };
}

test("a policy is part of the licence that names it", () => {
  const sources = [source("text", "LICENSE", OWL), source("policy", "USE_POLICY.md", POLICY)];
  expect(govern("model.bin", ...sources)).toEqual({ terms: { ids: [OWL] }, paths: ["LICENSE", "USE_POLICY.md"] });
});

test("a policy adds to any other licence", () => {
  const sources = [source("text", "LICENSE", "MIT"), source("policy", "USE_POLICY.md", POLICY)];
  expect(govern("model.bin", ...sources).terms).toEqual({ ids: [POLICY, "MIT"] });
});

test("a policy in the folder of a text gives way with it", () => {
  const outer = [source("text", "LICENSE", OWL), source("policy", "USE_POLICY.md", POLICY)];
  const inner = source("text", "small/LICENSE", "MIT");
  expect(govern("small/model.bin", ...outer, inner)).toEqual({ terms: { ids: ["MIT"] }, paths: ["small/LICENSE"] });
});

test("a policy that lies by no text counts below it", () => {
  const sources = [source("text", "small/LICENSE", "MIT"), source("policy", "USE_POLICY.md", POLICY)];
  expect(govern("small/model.bin", ...sources).terms).toEqual({ ids: [POLICY, "MIT"] });
});
