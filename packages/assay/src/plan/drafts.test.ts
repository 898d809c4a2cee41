import { expect, test } from "vitest";
import type { Assessment } from "../model/documents.ts";
import { draftFiles } from "./drafts.ts";

interface File {
  readonly path: string;
  readonly sha256?: string | null;
  readonly origin?: string;
}

function holding(
  files: readonly File[],
  weights: readonly string[],
  found: readonly (string | null)[] = [],
): Assessment {
  const artifacts = files.map(({ path, sha256 = "ab", origin = "home" }) => ({ path, sha256, origin }));
  const licenses = found.map((id) => ({ found: id }));
  const components = [{ id: "weights", name: "Weights", about: "*", present: true, artifacts: weights, licenses }];
  return { target: "owl", origins: [{ id: "home" }], artifacts, components, claims: [] } as unknown as Assessment;
}

test("a manifest names what was found, with the one licence whose text was recognised", () => {
  const [manifest, sums] = draftFiles(holding([{ path: "owl.gguf" }], ["owl.gguf"], ["MIT", null]));
  expect(manifest).toMatchObject({ path: "release.json", state: "new" });
  expect(JSON.parse(manifest?.content ?? "")).toEqual({
    schema: "https://openassay.org/schemas/release/v1.json",
    name: "owl",
    parts: [
      { component: "weights", origin: ".", paths: ["owl.gguf"], license: "MIT" },
      { component: "*", origin: "." },
    ],
  });
  expect(sums).toMatchObject({ path: "SHA256SUMS", content: "ab  owl.gguf\n", state: "new" });
});

test("what is not known to be whole is not named, and the reason says so", () => {
  const held = holding([{ path: "owl.gguf" }, { path: "train.txt" }], ["owl.gguf"]);
  const data = { id: "training-data", name: "Training data", about: "*", present: true, artifacts: ["train.txt"] };
  const components = [...held.components, { ...data, licenses: [] }] as Assessment["components"];
  const known = (value: boolean | "unknown"): Assessment["claims"] => [
    { id: "training-data.complete", about: "*", value, evidence: [] },
  ];
  const [open] = draftFiles({ ...held, components, claims: known("unknown") });
  expect(JSON.parse(open?.content ?? "").parts.map((part: { component: string }) => part.component)).toEqual([
    "weights",
    "*",
  ]);
  expect(open?.why).toContain("; training data among it, since to name a part says that it is whole");
  const [whole] = draftFiles({ ...held, components, claims: known(true) });
  expect(JSON.parse(whole?.content ?? "").parts).toHaveLength(3);
  expect(whole?.why).not.toContain("training data");
});

test("two texts, or one that is nobody else's, are left to the licences themselves", () => {
  for (const found of [["MIT", "Apache-2.0"], ["LicenseRef-owl"], []]) {
    const [manifest] = draftFiles(holding([{ path: "owl.gguf" }], ["owl.gguf"], found));
    expect(manifest?.content).not.toContain('"license"');
  }
});

test("a name that is taken stays a proposal", () => {
  const files = [{ path: "owl.gguf" }, { path: "release.json" }, { path: "SHA256SUMS" }];
  expect(draftFiles(holding(files, ["owl.gguf"])).map(({ state }) => state)).toEqual(["exists", "exists"]);
});

test("no digests where one is missing, or a name would break the line", () => {
  const paths = (files: readonly File[]): readonly string[] =>
    draftFiles(
      holding(
        files,
        files.map(({ path }) => path),
      ),
    ).map(({ path }) => path);
  expect(paths([{ path: "a.gguf" }, { path: "b.gguf", sha256: null }])).toEqual(["release.json"]);
  expect(paths([{ path: "a\n.gguf" }])).toEqual(["release.json"]);
  expect(paths([{ path: "a.gguf", origin: "elsewhere" }])).toEqual([]);
});

test("a star in a name is no pattern", () => {
  const [manifest] = draftFiles(holding([{ path: "a*.gguf" }], ["a*.gguf"]));
  expect(manifest?.content).toContain('"a?.gguf"');
});

test("more files than a manifest can list make none", () => {
  const files = Array.from({ length: 257 }, (_, n) => ({ path: `${n}.gguf` }));
  expect(
    draftFiles(
      holding(
        files,
        files.map(({ path }) => path),
      ),
    ).map(({ path }) => path),
  ).toEqual(["SHA256SUMS"]);
});
