/** The page as a browser shows it: on a phone, at a desk, in the dark, on paper. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test as plain } from "vitest";
import { findBrowser, openBrowser } from "../../../../test/support/browser.ts";
import { runAssay } from "../support/command.ts";

const EXECUTABLE = findBrowser();
/** Marked as skipped, never as passed, where nothing can look. */
const test = plain.skipIf(EXECUTABLE === null);

const EVIL = "w".repeat(200);
const folder = mkdtempSync(join(tmpdir(), "assay-pages-"));

/** A release of these files. */
function makeRelease(files: Readonly<Record<string, string>> = {}): string {
  const release = mkdtempSync(join(folder, "release-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(release, name), content);
  return release;
}

/** A release that tries to break out of its page, and to be wider than a phone. */
function makeHostile(): string {
  const files = Array.from({ length: 300 }, (_, n) => [`${EVIL}${n}.safetensors`, "no weights at all"] as const);
  return makeRelease({
    ...Object.fromEntries(files),
    "README.md": `---\nlicense: "</style><script>document.title='broken'</script>"\n---\n# Owl\n\n${"Text. ".repeat(200)}\n`,
    LICENSE: `MIT License\n\n</blockquote></details><h1>FULLY OPEN</h1>\nYou may feed the owl.\n${"Z\u0301\u0301\u0301".repeat(300)}\n`,
    "<img src=x onerror=alert(1)>.safetensors": "x",
    "مفتوح-\u202elairt.gguf": "x",
  });
}

const PAGES = {
  example: () => runAssay(["examples/tiny-open-model", "-o", `html=${join(folder, "example.html")}`]),
  several: () =>
    runAssay([
      "license",
      "LICENSE",
      "examples/tiny-open-model/data/LICENSE",
      "-o",
      `html=${join(folder, "several.html")}`,
    ]),
  hostile: () => runAssay([makeHostile(), "-o", `html=${join(folder, "hostile.html")}`]),
  empty: () => runAssay([makeRelease(), "-o", `html=${join(folder, "empty.html")}`]),
  licence: () => runAssay(["license", "LICENSE", "-o", `html=${join(folder, "licence.html")}`]),
  framework: () => runAssay(["frameworks", "osaid", "-o", `html=${join(folder, "framework.html")}`]),
} as const;
const NAMES = Object.keys(PAGES) as readonly (keyof typeof PAGES)[];

let browser: Browser | undefined;

beforeAll(async () => {
  if (EXECUTABLE === null) return;
  for (const name of NAMES) expect(PAGES[name]().code, name).toBeLessThan(64);
  browser = await openBrowser(EXECUTABLE);
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

plain("there is a browser to look with", ({ skip }) => {
  skip(EXECUTABLE === null, "no Chromium on this machine: the pages were not looked at (ASSAY_CHROMIUM names one)");
  expect(EXECUTABLE).toMatch(/chrom/i);
});

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly scheme?: "light" | "dark";
}

const PHONE: Screen = { width: 360, height: 800 };
const DESK: Screen = { width: 1280, height: 900 };

/** Opens a page, and notes whatever it asks for beside itself. */
async function open(name: string, { width, height, scheme = "light" }: Screen): Promise<[Page, readonly string[]]> {
  if (browser === undefined) throw new Error("there is no browser");
  // The page forbids every script; the tests look at it with scripts of their own.
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, bypassCSP: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", (dialog) => asked.push(dialog.message()));
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  return [page, asked];
}

async function measureOverflow(page: Page): Promise<number> {
  return await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
}

test.each(NAMES)("%s: a phone scrolls one way only, folded and unfolded", async (name) => {
  const [page] = await open(name, PHONE);
  expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
  await openAll(page);
  expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
});

test.each(NAMES)("%s: nothing else is asked for, and nothing runs", async (name) => {
  const [page, asked] = await open(name, DESK);
  await openAll(page);
  expect(asked.filter((url) => !url.endsWith(`/${name}.html`))).toEqual([]);
  expect(await page.title()).toMatch(/ · Assay$/);
  expect(await page.locator("script, img, iframe, link, form").count()).toBe(0);
});

test("a script that came into the page would not run: the page forbids it", async () => {
  if (browser === undefined) throw new Error("there is no browser");
  const html = readFileSync(join(folder, "example.html"), "utf8");
  const attacked = html.replace(
    "<main>",
    "<main><script>document.title='broken'</script><img src=x onerror='document.title=1'>",
  );
  expect(attacked).not.toBe(html);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent(attacked);
  expect(await page.title()).toBe("tiny-open-model · Assay");
});

test.each(["example", "hostile", "empty"])("%s: a phone's first screen answers the four questions", async (name) => {
  const [page] = await open(name, PHONE);
  for (const label of ["INSPECT", "USE", "ADAPT", "SHARE"]) {
    const row = page.locator("tr", { has: page.locator(`th:text-is("${label}")`) }).first();
    const box = await row.locator(".answer").boundingBox();
    expect(box === null ? Infinity : box.y + box.height, label).toBeLessThanOrEqual(PHONE.height);
  }
});

interface Axe {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

async function listViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations }: Axe = await page.evaluate("axe.run({ resultTypes: ['violations'] })");
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const SCREENS = [
  { name: "example", ...PHONE, scheme: "light" },
  { name: "example", ...DESK, scheme: "dark" },
  ...NAMES.filter((name) => name !== "example").map((name) => ({ name, ...PHONE, scheme: "dark" }) as const),
] as const;

test.each(SCREENS)("$name at $width in $scheme: axe finds nothing to complain of", async ({ name, ...screen }) => {
  const [page] = await open(name, screen);
  await openAll(page);
  expect(await listViolations(page)).toEqual([]);
});

test("axe is not blind: it sees faint words and a picture without words", async () => {
  const [page] = await open("empty", DESK);
  await page.evaluate("document.querySelector('.note').style.color = '#cccccc'");
  await page.evaluate("document.querySelector('main').append(document.createElement('img'))");
  const found = await listViolations(page);
  expect(found.map((words) => words.split(":")[0])).toEqual(["color-contrast", "image-alt"]);
});

test("on paper all evidence is open, without anybody opening it, and each quote stands there once", async () => {
  const [page] = await open("example", DESK);
  const quote = page.locator("li:not(.elsewhere) blockquote").first();
  expect(await quote.isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect(await quote.isVisible()).toBe(true);
  const hidden = await page.evaluate(
    "[...document.querySelectorAll('li[value]:not(.elsewhere)')].filter((one) => one.getBoundingClientRect().height === 0).length",
  );
  expect(hidden).toBe(0);
  const numbers = (which: string): Promise<readonly number[]> =>
    page.evaluate(
      `[...new Set([...document.querySelectorAll("${which}")].map((one) => one.value))].sort((a, b) => a - b)`,
    );
  expect(await numbers("li[value]:not(.elsewhere)")).toEqual(await numbers("li[value]"));
  expect(await page.locator("li.elsewhere").first().isVisible()).toBe(false);
});

test("a row opens where it stands, by the keyboard too", async () => {
  const [page] = await open("example", PHONE);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.locator("details").first().locator("blockquote").first().isVisible()).toBe(true);
});
