/** `npm run picture`: takes the README's picture of the example's page, in a Chromium of this machine. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findBrowser, openBrowser } from "../test/support/browser.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const EXAMPLE = "examples/tiny-open-model";
const PICTURE = "docs/page.png";

const executable = findBrowser();
if (executable === null) throw new Error("there is no Chromium on this machine: ASSAY_CHROMIUM names one");
const folder = mkdtempSync(join(tmpdir(), "assay-picture-"));
const path = join(folder, "page.html");
execFileSync(process.execPath, ["packages/assay/bin/assay.js", EXAMPLE, "-o", `html=${path}`], {
  cwd: ROOT,
  stdio: "ignore",
});
const browser = await openBrowser(executable);
const page = await browser.newPage({ viewport: { width: 960, height: 860 } });
await page.goto(pathToFileURL(path).href);
// One answer is shown open, so that the picture shows what a click does.
await page.locator('th:text-is("INSPECT") ~ td summary').first().click();
await page.evaluate("document.activeElement.blur()");
await page.mouse.move(0, 0);
await page.evaluate("window.scrollTo(0, 0)");
await page.screenshot({ path: join(ROOT, PICTURE), fullPage: true, clip: { x: 0, y: 0, width: 960, height: 1180 } });
await browser.close();
rmSync(folder, { recursive: true, force: true });
console.log(`wrote ${PICTURE}`);
