/** The public record as a browser shows it: on a phone, at a desk, in the dark. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test as plain } from "vitest";
import { findBrowser, openBrowser } from "../../../test/support/browser.ts";
import { runAlliance } from "../src/cli/run.ts";
import { renderRecord } from "../src/render/index.ts";
import { PAGES } from "../src/render/page.ts";
import { TestAlliance } from "./support/alliance.ts";

const EXECUTABLE = findBrowser();
/** Marked as skipped, never as passed, where nothing can look. */
const test = plain.skipIf(EXECUTABLE === null);

const EXAMPLE = join(import.meta.dirname, "../../../examples/example-alliance");
const WIDE = "w".repeat(300);
const EVIL = `</td></table><script>document.title='broken'</script><img src=x onerror="document.title='broken'">\u202e${WIDE}`;
const folder = mkdtempSync(join(tmpdir(), "assay-record-"));

/** Books whose every text tries to break out of its page, and to be wider than a phone. */
async function renderHostile(to: string): Promise<void> {
  const alliance = new TestAlliance();
  alliance.edit("alliance.yaml", { name: EVIL });
  alliance.edit("people/bo.yaml", { name: EVIL });
  alliance.edit("organisations/bo-co.yaml", { name: EVIL });
  await alliance.complete();
  alliance.put("appeals/one.yaml", { decision: "one", by: "bo", at: "2026-03-11T00:00:00Z", grounds: EVIL });
  expect(await alliance.faults()).toEqual([]);
  write(to, renderRecord({ books: await alliance.books(), day: "2026-04-01", due: [] }));
  alliance.remove();
}

async function renderEmpty(to: string): Promise<void> {
  const alliance = new TestAlliance();
  write(to, renderRecord({ books: await alliance.books(), day: "2026-04-01", due: [] }));
  alliance.remove();
}

function write(to: string, files: ReturnType<typeof renderRecord>): void {
  mkdirSync(join(folder, to), { recursive: true });
  for (const { path, text } of files) writeFileSync(join(folder, to, path), text);
}

let browser: Browser | undefined;

beforeAll(async () => {
  if (EXECUTABLE === null) return;
  const silent = { out: () => undefined, err: () => undefined };
  const args = ["render", join(folder, "example"), "--in", EXAMPLE, "--on", "2026-07-01"];
  expect(await runAlliance(args, silent)).toBe(0);
  await renderHostile("hostile");
  await renderEmpty("empty");
  browser = await openBrowser(EXECUTABLE);
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Screen {
  readonly width: number;
  readonly scheme: "light" | "dark";
}

const SCREENS: readonly Screen[] = [360, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({ width, scheme })),
);

/** Opens a page, and notes whatever it asks for beside itself. */
async function open(path: string, { width, scheme }: Screen): Promise<[Page, readonly string[]]> {
  if (browser === undefined) throw new Error("there is no browser");
  // The page forbids every script; the tests look at it with scripts of their own.
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, bypassCSP: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", (dialog) => asked.push(dialog.message()));
  await page.goto(pathToFileURL(join(folder, path)).href);
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  return [page, asked];
}

interface Axe {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

async function listViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations }: Axe = await page.evaluate("axe.run({ resultTypes: ['violations'] })");
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const NAMES = PAGES.map(([name]) => name);

/** The example on every screen; what is hostile on the narrowest, what is empty on the widest. */
const LOOKS = [
  ...SCREENS.map((screen) => ({ record: "example", ...screen })),
  { record: "hostile", width: 360, scheme: "dark" },
  { record: "empty", width: 1280, scheme: "light" },
] as const;

test.each(LOOKS)(
  "$record at $width in $scheme: axe finds nothing, and nothing is too wide",
  async ({ record, ...screen }) => {
    for (const name of NAMES) {
      const path = `${record}/${name}.html`;
      const [page, asked] = await open(path, screen);
      expect([path, await listViolations(page)]).toEqual([path, []]);
      const overflow: number = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect([path, overflow <= 0]).toEqual([path, true]);
      expect(asked.filter((url) => !url.endsWith(path))).toEqual([]);
      expect(await page.locator("script, img, iframe, form").count()).toBe(0);
      expect(await page.title()).not.toBe("broken");
      await page.context().close();
    }
  },
  120_000,
);

test("axe is not blind: it sees faint words", async () => {
  const [page] = await open("example/index.html", { width: 1280, scheme: "light" });
  await page.evaluate("document.querySelector('footer p').style.color = '#cccccc'");
  expect((await listViolations(page)).map((words) => words.split(":")[0])).toEqual(["color-contrast"]);
});

test("every link within the record leads to something", () => {
  const read = (name: string): string => readFileSync(join(folder, "example", name), "utf8");
  const links = NAMES.flatMap((name) => [...read(`${name}.html`).matchAll(/<a href="([^"#]+)(?:#([^"]+))?"/g)]);
  expect(links.length).toBeGreaterThan(50);
  for (const [link, page = "", id] of links)
    expect([link, id === undefined || read(page).includes(` id="${id}"`)]).toEqual([link, true]);
});

test("a ballot that is open is neither passed nor failed", async () => {
  const alliance = new TestAlliance();
  await alliance.complete();
  const books = await alliance.books();
  const ballotsOn = (day: string): string =>
    renderRecord({ books, day, due: [] }).find(({ path }) => path === "ballots.html")?.text ?? "";
  expect(ballotsOn("2026-03-05")).toContain('<span class="open">open</span>');
  expect(ballotsOn("2026-03-05")).not.toContain('<span class="passed">');
  expect(ballotsOn("2026-03-08")).toContain('<span class="passed">passed</span>');
  alliance.remove();
});
