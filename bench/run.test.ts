import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { benches } from "./all.generated.ts";

const RUN = fileURLToPath(new URL("run.ts", import.meta.url));

function run(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, ...args], { encoding: "utf8", timeout: 10_000 });
  return { code: status, out: stdout, err: stderr };
}

test.each(["--help", "-h"])("%s shows the usage with every bench, and measures nothing", (option) => {
  const { code, out, err } = run(option);
  expect([code, err]).toEqual([0, ""]);
  for (const { id } of benches) expect(out).toMatch(new RegExp(`^  ${id} `, "m"));
  expect(out).not.toMatch(/cores, Node/);
});

test.each([
  [["nonsense"], "There is no bench called nonsense."],
  [["start-up", "sparze"], "There is no bench called sparze."],
  [["--jsn"], "Unknown option '--jsn'"],
])("%j is wrong usage, and nothing is measured", (args, sentence) => {
  const { code, out, err } = run(...args);
  expect([code, out]).toEqual([64, ""]);
  expect(err).toContain(sentence);
  expect(err).toContain("npm run bench");
});
