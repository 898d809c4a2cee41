/** Whether the public summary of the training content is there, by the headings of the European template. */

import { type Page, pages } from "../../studies/pages/index.ts";
import { noteFile, offsetOfLine, quoteLine } from "../../studies/shared/noting.ts";
import { splitPath } from "../../studies/shared/path-words.ts";
import { answerDisclosed, type Desk, leaveOpen } from "../shared/disclosed.ts";

const CLAIM = "training-content-summary.published";

/**
 * Headings of the template for the public summary of training content (Commission, 24 July 2025), each by its own words:
 * sections 1 to 3 and their parts.
 */
const HEADINGS: readonly RegExp[] = [
  /\bprovider identification\b/i,
  /\bmodel identification\b/i,
  /\bmodalities\b.{0,40}\b(?:training data|size)\b/i,
  /\blist of data sources\b/i,
  /\bpublicly available datasets\b/i,
  /\bprivate\b.{0,30}\bdatasets\b.{0,40}\bthird part/i,
  /\bdata (?:crawled|scraped)\b/i,
  /^\W*(?:\d[\d.]* ?)?user data\b/i,
  /^\W*(?:\d[\d.]* ?)?synthetic data\b/i,
  /\bdata processing aspects\b/i,
  /\breservations? of rights\b/i,
  /\bremoval of illegal content\b/i,
];

/** With fewer of them a document only speaks of such things. */
const FEWEST = 5;

/** A file that is called such a summary. */
const NAMED =
  /(?:eu|public)[-_ ]?(?:public[-_ ]?)?summary|training[-_ ]?content[-_ ]?summary|summary[-_ ]?of[-_ ]?training[-_ ]?(?:content|data)/i;

/** Answers by a document with the headings; one that cannot be read leaves it open. */
export async function answerSummary(desk: Desk): Promise<void> {
  const { ledger, bench } = desk;
  const seen: string[] = [];
  for (const page of await bench.study(pages)) {
    const line = page.isAside ? null : findSummary(page);
    if (line === null) continue;
    const { path } = page.artifact;
    const message = `${path} has the headings of the European summary of training content`;
    const remark = { code: "summary-written", args: { path }, message, basis: "declared" as const };
    const quoted = quoteLine(page.text, offsetOfLine(page.text, line));
    seen.push(ledger.note(await noteFile(bench, page.artifact, { ...remark, ...quoted })));
  }
  const named = bench.release.artifacts.find(({ path }) => NAMED.test(splitPath(path).stem));
  if (seen.length === 0 && named !== undefined) {
    const { path } = named;
    const message = `${path} is called a summary of training content; its headings were not read`;
    const remark = { code: "summary-named", args: { path }, message, basis: "inferred" as const };
    const because = named.state === "here" ? "unreadable" : "listed-not-read";
    ledger.leaveOpen(CLAIM, because, [ledger.note(await noteFile(bench, named, remark))]);
  } else if (seen.length > 0 || desk.found.said.has(CLAIM)) await answerDisclosed(desk, { claim: CLAIM }, seen);
  else leaveOpen(desk, CLAIM);
}

/** Line of the first heading of the template in a page that has enough of them. */
function findSummary({ sections }: Page): number | null {
  const titles = sections.map(({ titles: all, line }) => ({ title: all.at(-1) ?? "", line }));
  const found = HEADINGS.flatMap((heading) => titles.find(({ title }) => heading.test(title)) ?? []);
  return found.length < FEWEST ? null : Math.min(...found.map(({ line }) => line));
}
