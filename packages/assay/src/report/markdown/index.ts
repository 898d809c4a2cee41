/** A report for a comment, a pull request, a model's page: GitHub-flavoured Markdown. */

import type { Report } from "../shared/report.ts";
import { type Depth, renderView } from "./blocks.ts";

/** GitHub takes comments of 65,536 characters; a few are left for what stands around the report. */
const MOST_CHARACTERS = 60_000;

const markdown: Report<"markdown"> = {
  id: "markdown",
  version: 1,
  title: "GitHub-flavoured Markdown, short enough for a comment",
  render({ views }) {
    const write = (depth: Depth): string => `${views.map((view) => renderView(view, depth)).join("\n\n")}\n`;
    const all = write("all");
    if (all.length <= MOST_CHARACTERS) return all;
    return `${write("brief")}\nThe evidence is left out here, for want of room: the JSON and the page have it.\n`;
  },
};

export default markdown;
