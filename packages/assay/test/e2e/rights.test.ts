/** The rights card as a user sees it, and the answers for one's own case. */

import { expect, test } from "vitest";
import { assessTarget, runAssay } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";
import { licenseText } from "../support/license-text.ts";
import { makeSafetensors } from "../support/release.ts";

/** A card that names a licence, and weights. */
function makeLlama(): string {
  return makeFolder({
    "model.safetensors": makeSafetensors({ a: 2 }),
    "README.md": "---\nlicense: llama3.2\n---\n# Owl\n",
  });
}

test("ten questions stand in the report, each with an answer, a reason and a place", () => {
  const { stdout } = runAssay([makeLlama()]);
  expect(stdout).toMatch(/May I make money with it\?\s+depends\s+above 700 million monthly users/);
  expect(stdout).toMatch(/In any country\?\s+depends\s+nothing is granted in EU for multimodal/);
  expect(stdout).toMatch(/Must I show its name\?\s+yes\s+"Built with Llama"/);
});

test("a case is answered, in the report and in JSON", () => {
  const { assessment } = assessTarget(makeLlama(), "--for", "users=5e6,use=commercial");
  const scale = assessment.rights.find(({ id }) => id === "scale");
  expect(scale).toMatchObject({ answer: "yes", for: "users=5000000,use=commercial" });
  const over = runAssay([makeLlama(), "--for", "users=8e8"]).stdout;
  expect(over).toMatch(/May I make money with it\?\s+no\s+above 700 million/);
  expect(over).toMatch(/At any size\?\s+no\s+for the same reason/);
});

test("a case that cannot be read ends with 64 and says what can", () => {
  const { code, stderr } = runAssay([makeLlama(), "--for", "user=5"]);
  expect(code).toBe(64);
  expect(stderr).toContain('--for knows no "user"; it knows: users, revenue, currency, country, use');
});

test("every answer but unknown has evidence that is there", () => {
  const text = licenseText("Apache-2.0");
  const release = makeFolder({ "model.safetensors": makeSafetensors({ a: 2 }), LICENSE: text });
  const { assessment } = assessTarget(release);
  const ids = new Set(assessment.evidence.map(({ id }) => id));
  expect(assessment.rights).toHaveLength(10);
  for (const { answer, evidence, because } of assessment.rights) {
    expect(answer).not.toBe("unknown");
    expect(because).not.toBe("");
    expect(evidence.filter((id) => !ids.has(id))).toEqual([]);
    expect(evidence.length).toBeGreaterThan(0);
  }
});
