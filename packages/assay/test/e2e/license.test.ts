import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runAssay } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";
import { listBreaches } from "../support/schema.ts";

const listed: Readonly<Record<string, { readonly licenseText: string }>> = createRequire(import.meta.url)(
  "spdx-license-list/full",
);
const MIT = (listed.MIT?.licenseText ?? "").replace("<year> <copyright holders>", "2026 Owl");
const APACHE = listed["Apache-2.0"]?.licenseText ?? "";
const CLAUSE = "If Your products have more than 100 million monthly active users, You must request a licence from Owl.";

/** A folder of texts; paths of those that are named. */
function write(...names: readonly string[]): readonly string[] {
  const folder = makeFolder({
    LICENSE: MIT,
    ALTERED: `${MIT}\n\n${CLAUSE}\n`,
    OTHER: "MIT License\n\nYou may feed the owl, and nobody else may. Owls bite.\n",
    APACHE,
    CUT: APACHE.replace(/You must give[^;]*; and/, ""),
    EMPTY: "",
    "BINARY.bin": new Uint8Array([0, 1, 2, 3, 0, 255]),
    LARGE: "word ".repeat(300_000),
  });
  return names.map((name) => join(folder, name));
}

interface Read {
  readonly files: readonly {
    readonly path: string;
    readonly because?: string;
    readonly titled?: string;
    readonly match: { readonly id: string | null; readonly kind: string };
    readonly deviations: readonly {
      readonly material: boolean;
      readonly kind: string;
      readonly at: { readonly line: number };
      readonly text?: string;
    }[];
    readonly terms: readonly { readonly type: string; readonly value: unknown }[];
  }[];
}

function read(...names: readonly string[]): { readonly code: number | null; readonly document: Read } {
  const { code, stdout } = runAssay(["license", ...write(...names), "--json"]);
  return { code, document: JSON.parse(stdout) as Read };
}

test("a licence is known, and an altered one is not that licence: the words, their line, and what they ask", () => {
  const { code, document } = read("LICENSE", "ALTERED");
  const [plain, altered] = document.files;
  expect(code).toBe(0);
  expect(plain?.match).toMatchObject({ id: "MIT", kind: "equivalent" });
  expect(plain?.deviations.filter(({ material }) => material)).toEqual([]);
  expect(altered?.match).toMatchObject({ id: "MIT", kind: "modified" });
  expect(altered?.deviations.filter(({ material }) => material)).toMatchObject([
    { kind: "inserted", text: expect.stringContaining("100 million") },
  ]);
  expect(altered?.terms).toContainEqual(expect.objectContaining({ type: "user-threshold", value: 100_000_000 }));
});

test("a title is not believed", () => {
  expect(read("OTHER").document.files).toMatchObject([{ titled: "MIT", match: { id: null, kind: "unknown" } }]);
  expect(runAssay(["license", ...write("OTHER")]).stdout).toContain("Its title names MIT, and it is not that");
});

test("what is no text stays open, with the reason, and is not settled", () => {
  const { code, document } = read("EMPTY", "BINARY.bin", "LARGE");
  expect(code).toBe(2);
  expect(document.files.map(({ because, match: { kind } }) => [because, kind])).toEqual([
    [undefined, "unknown"],
    ["unreadable", "unknown"],
    ["over-limit", "unknown"],
  ]);
});

test("two texts beside each other: terms gained and words changed, with their lines", () => {
  const { code, stdout } = runAssay(["license", "--against", ...write("LICENSE", "ALTERED")]);
  const said = stdout.replace(/\s+/g, " ");
  expect(code).toBe(0);
  expect(said).toContain("MIT License (MIT) → changed: MIT License (MIT)");
  expect(said).toContain("○ Rights narrower above 100 million monthly users another licence is needed (");
  expect(said).toMatch(/narrower · above 100 million monthly users another licence is needed \S+ALTERED:20 “If Your/);
  expect(said).toContain("1 place with other words nothing → ");
});

test("the comparison is a document too, and the other way round it goes the other way", () => {
  const compare = (...names: readonly string[]): Compared => {
    const { stdout } = runAssay(["license", "--json", "--against", ...write(...names)]);
    const document = JSON.parse(stdout) as { readonly comparison: Compared };
    expect(listBreaches("license", document)).toEqual([]);
    return document.comparison;
  };
  const [there, back] = [compare("LICENSE", "ALTERED"), compare("ALTERED", "LICENSE")];
  expect([there.relation, there.verdict, back.verdict]).toEqual(["changed-words", "narrower", "wider"]);
  const flip = ({ change, direction, type }: Compared["terms"][number]) => [change, direction, type];
  expect(there.terms.map(flip)).toEqual([["gained", "narrower", "user-threshold"]]);
  expect(back.terms.map(flip)).toEqual([["lost", "wider", "user-threshold"]]);
  expect(compare("LICENSE", "LICENSE")).toMatchObject({ relation: "same-words", verdict: "same", terms: [] });
  expect(compare("LICENSE", "EMPTY")).toMatchObject({ relation: "text-removed", verdict: "unknown" });
});

interface Compared {
  readonly relation: string;
  readonly verdict: string;
  readonly terms: readonly { readonly change: string; readonly direction: string; readonly type: string }[];
}

test("words that are missing are counted, found between others, and told where another file has them", () => {
  const alone = runAssay(["license", ...write("CUT")]).stdout.replace(/\s+/g, " ");
  expect(alone).toMatch(/line \d+, \d+ words and marks missing between “[^”]+” and “[^”]+”/);
  const both = runAssay(["license", ...write("APACHE", "CUT")]).stdout.replace(/\s+/g, " ");
  expect(both).toContain(
    "“You must give any other recipients of the Work or Derivative Works a copy of this License; and”",
  );
  expect(both).toMatch(/\S+APACHE:\d+\)/);
});

test("in a release an altered text is held against the unaltered one beside it", () => {
  const folder = makeFolder({
    LICENSE: APACHE,
    "model/LICENSE": APACHE.replace(/You must give[^;]*; and/, ""),
    "model/config.json": '{"model_type": "owl"}',
  });
  const assessment = JSON.parse(runAssay([folder, "--json"]).stdout) as { readonly licenses: Read["files"] };
  expect(listBreaches("assessment", assessment)).toEqual([]);
  const altered = assessment.licenses.find(({ path }) => path === "model/LICENSE");
  const lacks = { text: expect.stringMatching(/^You must give/), path: "LICENSE", line: expect.any(Number) };
  expect(altered?.deviations).toContainEqual(expect.objectContaining({ kind: "deleted", lacks }));
});

test("wrong usage is told", () => {
  const one = runAssay(["license", "--against", ...write("LICENSE")]);
  expect([one.code, one.stderr]).toEqual([64, expect.stringContaining("--against takes two files")]);
  const none = runAssay(["license", ...write("NONE")]);
  expect([none.code, none.stderr]).toEqual([64, expect.stringContaining("cannot be read")]);
});
