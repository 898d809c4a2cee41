/** Prints the plain line that sums up vitest's results; fails where no test passed. */

import { readFileSync } from "node:fs";

const results = read();
const {
  numPassedTests: passed = 0,
  numFailedTests: failed = 0,
  numPendingTests: skipped = 0,
  numTodoTests: todo = 0,
} = results;
console.log(`tests: ${passed} passed, ${failed} failed, ${skipped + todo} skipped`);
if (passed === 0 || failed > 0 || results.success !== true) process.exitCode = 1;

function read() {
  try {
    return JSON.parse(readFileSync(".test-results.json", "utf8"));
  } catch (error) {
    console.error(`no test results: ${error.message}`);
    return {};
  }
}
