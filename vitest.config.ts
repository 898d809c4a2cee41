import { defineConfig } from "vitest/config";

/** Tests that run the built command, and may wait for it. */
const BUILT = ["packages/*/test/**/*.test.ts", "test/**/*.test.ts", "examples/**/*.test.ts"];
const OWN = [
  "packages/*/src/**/*.test.ts",
  "packages/*/scripts/**/*.test.ts",
  "bench/**/*.test.ts",
  "scripts/**/*.test.ts",
];

export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: ".test-results.json" }]],
    projects: [
      { test: { name: "source", include: OWN, testTimeout: 20_000 } },
      {
        test: { name: "built", include: BUILT, globalSetup: "test/built.ts", testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
