/** A report for a terminal: aligned, escaped, coloured only where the device says so. */

import { toPrintable } from "../shared/printable.ts";
import type { Device, Report } from "../shared/report.ts";
import { SHAPES } from "../shared/shapes.ts";
import { type Answer, type AnswerRow, type Answers, type Block, toItem, type View } from "../shared/view.ts";
import { wrap } from "./wrap.ts";

const MARGIN = "  ";

/** ANSI colours (ECMA-48): green, yellow, red, and faint for what is not known. */
const COLOURS: Readonly<Record<Answer, string>> = { yes: "32", partly: "33", no: "31", unknown: "2" };

function paint(text: string, code: string, device: Device): string {
  return device.colour ? `\u001b[${code}m${text}\u001b[0m` : text;
}

/** What a terminal shows: the rest stands behind these, or at the foot of a page. */
type Shown = Exclude<Block, { kind: "verdict" | "colophon" }>;

function isShown(block: Block): block is Shown {
  if (block.kind === "verdict" || block.kind === "colophon") return false;
  return block.kind !== "answers" || block.folded !== true;
}

function renderBlock(block: Shown, device: Device): string {
  if (block.kind === "heading") return renderHeading(block, device);
  if (block.kind === "answers") return renderAnswers(block, device);
  if (block.kind === "note") return MARGIN + wrap(toPrintable(block.text), device.width, MARGIN.length);
  const rest = block.more > 0 ? [`… and ${block.more} more (--json lists all)`] : [];
  const items = [...block.items, ...rest].map(
    (item) => `${MARGIN}${MARGIN}${wrap(toPrintable(toItem(item).text), device.width, 6)}`,
  );
  const title = wrap(toPrintable(block.title), device.width, MARGIN.length);
  return [MARGIN + paint(title, "1", device), ...items].join("\n");
}

function renderHeading({ text, revision, aside }: Extract<Block, { kind: "heading" }>, device: Device): string {
  const [left, right] = [toPrintable(revision === undefined ? text : `${text}  @ ${revision}`), toPrintable(aside)];
  const gap = device.width - MARGIN.length - left.length - right.length;
  const join = gap >= 2 ? " ".repeat(gap) : `\n${MARGIN}`;
  return MARGIN + paint(left, "1", device) + join + right;
}

function renderAnswers(block: Answers, device: Device): string {
  const more: AnswerRow = { label: `+${block.more} more`, answer: "unknown", word: "", text: "--json lists all" };
  const rows = [...block.rows, ...(block.more ? [more] : [])].map((row) => ({
    ...row,
    label: toPrintable(row.label),
    shown: toPrintable(row.word ?? row.answer),
  }));
  const label = Math.max(...rows.map((row) => row.label.length), 0) + 2;
  const word = Math.max(...rows.map(({ shown }) => shown.length), 0) + 2;
  const lines = rows.map((row) => {
    const mark = block.marks ? `${paint(SHAPES[row.answer], COLOURS[row.answer], device)} ` : "";
    const indent = MARGIN.length + (block.marks ? 2 : 0) + label + word;
    const text = wrap(joinPlace(row), device.width, indent);
    return (
      MARGIN +
      mark +
      row.label.padEnd(label) +
      // Beside a mark the word says something else than the mark.
      (block.marks ? row.shown.padEnd(word) : paint(row.shown.padEnd(word), COLOURS[row.answer], device)) +
      text
    ).trimEnd();
  });
  if (block.title === undefined) return lines.join("\n");
  const title = wrap(toPrintable(block.title), device.width, MARGIN.length);
  return [MARGIN + paint(title, "1", device), ...lines].join("\n");
}

function joinPlace({ text, place }: AnswerRow): string {
  return toPrintable(place === undefined ? text : `${text} (${place})`);
}

function renderView(view: View, device: Device): string {
  return view
    .filter(isShown)
    .map((block) => renderBlock(block, device))
    .join("\n\n");
}

const text: Report<"text"> = {
  id: "text",
  version: 1,
  title: "A report to read in a terminal",
  render: ({ views }, device) => `\n${views.map((view) => renderView(view, device)).join("\n\n\n")}\n\n`,
};

export default text;
