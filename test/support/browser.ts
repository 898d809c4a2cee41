/** A browser of this machine, where there is one: pages are looked at as people see them. Nothing is downloaded. */

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Path of the browser: what `ASSAY_CHROMIUM` names, else the first on the path; null where there is none. */
export function findBrowser(): string | null {
  const named = process.env.ASSAY_CHROMIUM ?? "";
  if (named !== "") return named;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync) ?? null;
}

/** Starts it. Its own sandbox asks for a user that is not root. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return await chromium.launch({ executablePath, args });
}
