import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ScanDocument } from "../../src/model/scan.ts";
import { runAssay } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";
import { assemble, op } from "../support/pickle.ts";
import { makeSafetensors } from "../support/release.ts";
import { listBreaches } from "../support/schema.ts";

/** What would run a program: its argument does nothing, and nothing of it is ever loaded. */
const CALL = assemble(op.PROTO(2), op.GLOBAL("os", "system"), op.BINUNICODE("true"), op.TUPLE1, op.REDUCE, op.STOP);
const UNKNOWN = assemble(op.PROTO(2), op.GLOBAL("owls", "hoot"), op.EMPTY_TUPLE, op.REDUCE, op.STOP);
const DATA = assemble(op.PROTO(2), op.EMPTY_DICT, op.STOP);
const CARD = "# Owl\n\nIt hoots.\n";

function scan(files: Readonly<Record<string, Uint8Array | string>>): {
  readonly code: number | null;
  readonly document: ScanDocument;
} {
  const { code, stdout } = runAssay(["scan", makeFolder(files), "--json"]);
  return { code, document: JSON.parse(stdout) };
}

function verdicts({ files }: ScanDocument): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, verdict }) => [path, verdict]));
}

describe("verdicts and exit codes", () => {
  test("a danger decides, whatever else is there", () => {
    const { code, document } = scan({
      "README.md": CARD,
      "data.pkl": DATA,
      "model.safetensors": makeSafetensors({ owl: 2 }),
      "owl.pkl": UNKNOWN,
      "run.pkl": CALL,
      "short.pkl": DATA.slice(0, 3),
    });
    expect(code).toBe(1);
    expect(verdicts(document)).toEqual({
      "README.md": "out-of-scope",
      "data.pkl": "clean",
      "model.safetensors": "clean",
      "owl.pkl": "risky",
      "run.pkl": "dangerous",
      "short.pkl": "inconclusive",
    });
    const [finding] = document.files.find(({ path }) => path === "run.pkl")?.findings ?? [];
    expect(finding).toMatchObject({
      rule: "pickle-imports",
      severity: "error",
      global: "os.system",
      at: { offset: 2 },
    });
    expect(listBreaches("scan", document)).toEqual([]);
  });

  test("what is clean ends with 0, what could not be read with 2", () => {
    expect(scan({ "data.pkl": DATA, "README.md": CARD }).code).toBe(0);
    expect(scan({ "short.pkl": DATA.slice(0, 3) }).code).toBe(2);
    expect(scan({}).code).toBe(2);
  });

  test("a pickle is one under any name", () => {
    const names = ["weights.safetensors", "README.md", "config.json", "no-name", "model.bin", "model.gguf"];
    const { document } = scan(Object.fromEntries(names.map((name) => [name, CALL])));
    expect(new Set(Object.values(verdicts(document)))).toEqual(new Set(["dangerous"]));
  });

  test("the same files give the same bytes", () => {
    const folder = makeFolder({ "run.pkl": CALL, "data.pkl": DATA });
    expect(runAssay(["scan", folder, "--json"]).stdout).toBe(runAssay(["scan", folder, "--json"]).stdout);
  });
});

test("a person reads the verdict first, then why, then what to do", () => {
  const { stdout } = runAssay(["scan", makeFolder({ "run.pkl": CALL })]);
  const places = ["dangerous: do not load it", "os.system", "What to do", "safetensors"].map((words) =>
    stdout.indexOf(words),
  );
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test("a page of a dangerous file says what it does, and holds none of its markup", () => {
  const evil = assemble(
    op.PROTO(2),
    op.GLOBAL("os", "system"),
    op.BINUNICODE("<script>alert(1)</script>"),
    op.TUPLE1,
    op.REDUCE,
    op.STOP,
  );
  const folder = makeFolder({ "run.pkl": evil });
  const page = join(makeFolder({}), "scan.html");
  runAssay(["scan", folder, "-o", `html=${page}`]);
  const html = readFileSync(page, "utf8");
  expect(html).toContain("when it is loaded");
  expect(html).not.toContain("<script");
});

test("an assessment tells of what runs, too", () => {
  const { code, stdout } = runAssay([makeFolder({ "run.pkl": CALL, "README.md": CARD }), "--json"]);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).findings).toMatchObject([{ rule: "pickle-imports", severity: "error" }]);
});
