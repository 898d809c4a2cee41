/** The guides, as a new user follows them: every block is run. */

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const BIN = join(ROOT, "packages/assay/bin/assay.js");
const folder = mkdtempSync(join(tmpdir(), "assay-guides-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function has(...commands: readonly string[]): boolean {
  return commands.every((command) => spawnSync(command, ["--help"]).error === undefined);
}

/** Fenced blocks of a language. */
function blocksOf(guide: string, language: string): readonly string[] {
  const text = readFileSync(join(ROOT, "docs/alliance", guide), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, block = ""]) => block);
}

/** Runs shell lines as one script that ends at the first failure. */
function run(script: string, cwd: string): { readonly code: number | null; readonly output: string } {
  const lines = script.replaceAll("npx assay", `"${process.execPath}" "${BIN}"`);
  const { status, stdout, stderr } = spawnSync("bash", ["-euo", "pipefail", "-c", lines], { cwd, encoding: "utf8" });
  return { code: status, output: stdout + stderr };
}

describe.skipIf(!has("ssh-keygen", "openssl", "bash"))("ten minutes", () => {
  test("end with a level that is adopted and a record that can be read", () => {
    const { code, output } = run(blocksOf("ten-minutes.md", "sh").join("\n"), folder);
    expect([code, output]).toEqual([0, expect.stringContaining("PASSED  adopt-owl-open")]);
    expect(output).toContain("1 ballot.");
    expect(readFileSync(join(folder, "site/decisions.html"), "utf8")).toContain("level owl-open is <b>adopted</b>");
  });
});

describe.skipIf(!has("ssh-keygen", "openssl", "bash"))("the books", () => {
  test("go on where the ten minutes ended: a recusal, hidden votes, a failure, an appeal, a secret ballot, a gate", () => {
    const cwd = join(folder, "books");
    mkdirSync(cwd);
    const script = [...blocksOf("ten-minutes.md", "sh"), ...blocksOf("books.md", "sh")].join("\n");
    const { code, output } = run(script, cwd);
    expect([code, output]).toEqual([0, expect.stringContaining("board-bo · recused · leads it")]);
    expect(output).toMatch(
      /FAILED {2}motto[\s\S]*Too dark\.[\s\S]*PASSED {2}motto-again[\s\S]*from internal to hosted does not pass/,
    );
  });
});

describe.skipIf(!has("openssl", "python3", "bash"))("by hand", () => {
  const books = join(folder, "example");
  const [script = ""] = blocksOf("by-hand.md", "python");

  function prepare(): void {
    rmSync(books, { recursive: true, force: true });
    cpSync(join(ROOT, "examples/example-alliance"), books, { recursive: true });
    writeFileSync(join(books, "by-hand.py"), script);
  }

  test("the script has fifty lines", () => {
    expect(script.trimEnd().split("\n").length).toBeLessThanOrEqual(50);
  });

  test("a decision holds", () => {
    prepare();
    const { code, output } = run(blocksOf("by-hand.md", "sh").join("\n"), books);
    expect([code, output]).toEqual([0, expect.stringMatching(/Verified Successfully[\s\S]*3 yes/)]);
    expect(output).not.toContain("WRONG");
  });

  test("and one that was changed does not", () => {
    prepare();
    const path = join(books, "ballots/canopy-to-researchers/votes/board-jun.yaml");
    expect(existsSync(path)).toBe(true);
    writeFileSync(path, readFileSync(path, "utf8").replace("choice: no", "choice: yes"));
    const { code, output } = run(blocksOf("by-hand.md", "sh").join("\n"), books);
    expect([code, output]).toEqual([
      1,
      expect.stringContaining("WRONG ballots/canopy-to-researchers/votes/board-jun.yaml"),
    ]);
  });
});
